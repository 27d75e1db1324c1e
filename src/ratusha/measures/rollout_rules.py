"""The adoption of what a pilot has shown, place by place: planned, and covered in fact. Pure.

No official text of these rules is stored: they carry the sample mark.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

from .routes import Purpose
from .rules import Status

ENTERED_IN = (Status.IMPLEMENTATION, Status.CHANGED, Status.TRIAL, Status.COMMISSIONED)
ENDED = (Status.NOT_A_MEASURE, Status.REJECTED, Status.TERMINATED, Status.COMPLETED)


@dataclass(frozen=True)
class Planned:
    whole: int
    starts_on: date
    ends_on: date

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days

    def gone(self, today: date) -> int:
        """Of these days, how many are over."""
        return min(max((today - self.starts_on).days, 0), self.days)

    def by(self, today: date) -> Decimal:
        """How many are to be covered by that day, evenly between the first and the last."""
        due = Decimal(self.whole) * self.gone(today) / self.days
        return due.quantize(Decimal(1), ROUND_HALF_UP)


def may_plan(purpose: str, status: str) -> bool:
    """Only what scales a pilot is rolled out place by place."""
    return purpose == Purpose.SCALING and status not in ENDED


def may_enter(purpose: str, status: str) -> bool:
    return purpose == Purpose.SCALING and status in ENTERED_IN


def require_plan_open(purpose: str, status: str) -> None:
    if not may_plan(purpose, status):
        message = _("The order of the roll-out is planned for a measure that scales a pilot.")
        raise RuleBroken("rollout.not_scaling", message)


def require_facts_open(purpose: str, status: str) -> None:
    if not may_enter(purpose, status):
        message = _("What is covered is entered while the measure is carried out and works.")
        raise RuleBroken("rollout.not_carried_out", message)


def require_plan_sound(planned: Planned) -> None:
    if planned.whole < 1:
        message = _("Write how many there are to cover: at least one.")
        raise RuleBroken("rollout.nothing_to_cover", message, field="whole")
    if planned.ends_on <= planned.starts_on:
        message = _("The last day comes after the first.")
        raise RuleBroken("rollout.ends_before", message, field="ends_on")


def require_apart(lineage: Sequence[str], others: Iterable[Sequence[str]]) -> None:
    """A region and a district within it would be counted twice."""
    for other in others:
        if other[0] != lineage[0] and (other[0] in lineage or lineage[0] in other):
            message = _(
                "A place within it, or around it, is planned already: it would count twice."
            )
            raise RuleBroken("rollout.counted_twice", message, field="place")


def require_fact_sound(covered: int, planned: Planned, *, on: date, today: date) -> None:
    if covered > planned.whole:
        message = _("There are %(whole)s to cover in this place.") % {"whole": planned.whole}
        raise RuleBroken("rollout.more_than_whole", message, field="covered")
    if on > today:
        message = _("A figure of a coming day cannot be measured yet.")
        raise RuleBroken("rollout.day_ahead", message, field="on")
