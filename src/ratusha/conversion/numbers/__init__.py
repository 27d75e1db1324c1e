"""The numbers of conversion, each with what it was computed from, down to the procedures."""

from collections.abc import Callable
from datetime import date

from ratusha.ui.numbers import Number

from . import burden, goal, going, marks, on_the_way, queue, uptake
from .cards import saved_of
from .day import Day
from .on_the_way import by_stage

__all__ = ["by_stage", "find", "saved_of"]

MADE: dict[str, Callable[[Day, str], Number | None]] = {
    "share": goal.share,
    "done": goal.done,
    "whole": goal.whole,
    "needed": goal.needed,
    "a-month": goal.a_month,
    "described": goal.described,
    "all": goal.all_procedures,
    "excluded": goal.excluded,
    "depth": goal.depth,
    "month-done": goal.month_done,
    "month-scope": goal.month_scope,
    "low": goal.low,
    "high": goal.high,
    "complaints": burden.complaints,
    "fee": burden.fee,
    "cards": on_the_way.cards,
    "days-of-the-way": on_the_way.days_of_the_way,
    "waiting": queue.waiting,
    "priority": queue.priority,
    "demand": queue.demand,
    "held": queue.held,
    "trouble": queue.trouble,
    "feasible": queue.feasible,
    "social": queue.social,
    "applications": queue.applications,
    "ratings": marks.ratings,
    "mean-mark": marks.mean_mark,
    "begun": going.begun,
    "left": going.left,
    "left-share": going.left_share,
    "answered-share": going.answered_share,
    "online": uptake.online,
    "lodged": uptake.lodged,
    "taken-up": uptake.taken_up,
}


def find(code: str, key: str, *, on: date) -> Number | None:
    """The number of a day; a code or a key that names nothing gives none."""
    make = MADE.get(code)
    return make(Day(on), key) if make else None
