"""What holds for a discussion of statements. Pure.

What is published never lets one count fewer people than the least group: not in a cell, not by taking one published
number from another, not by looking before and after one person has answered.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import NotPermitted, RuleBroken

LONGEST_STATEMENT = 200


class StatementStatus(models.TextChoices):
    PROPOSED = "proposed", gettext_lazy("statement waits for a moderator")
    ADMITTED = "admitted", gettext_lazy("statement is discussed")
    DECLINED = "declined", gettext_lazy("statement is not shown")


class Says(models.IntegerChoices):
    AGREE = 1, gettext_lazy("I agree")
    DISAGREE = -1, gettext_lazy("I disagree")
    PASS = 0, gettext_lazy("I pass")


def require_days(opens: date, closes: date) -> None:
    if closes <= opens:
        message = _("The last day must be in the future.")
        raise RuleBroken("discussion.too_short", message, field="closes_on")


def is_open(closes: date, today: date) -> bool:
    return today <= closes


def require_open(closes: date, today: date) -> None:
    if not is_open(closes, today):
        raise RuleBroken("discussion.over", _("This discussion has ended."))


def require_ended(closes: date, today: date) -> None:
    if is_open(closes, today):
        raise RuleBroken("discussion.still_open", _("People are still answering."))


def require_statement(text: str) -> str:
    """One line of words that one can agree with or not."""
    told = " ".join(text.split())
    if not told:
        raise RuleBroken("discussion.empty", _("Write the statement."), field="text")
    if len(told) > LONGEST_STATEMENT:
        message = _("Write at most %(most)s characters: one thought.")
        raise RuleBroken("discussion.too_long", message % {"most": LONGEST_STATEMENT}, field="text")
    return told


def require_few(written: int, most: int) -> None:
    if written >= most:
        message = _("You have proposed %(most)s statements: answer those of others.")
        raise RuleBroken("discussion.too_many", message % {"most": most})


def require_proposed(status: str) -> None:
    if status != StatementStatus.PROPOSED:
        raise RuleBroken("discussion.moved_on", _("The statement was looked at already."))


def require_apart(author: object, moderator: object) -> None:
    if author is not None and author == moderator:
        message = _("Nobody moderates a statement of their own.")
        raise NotPermitted("discussion.own", message)


def least_answers(asked: int, wanted: int) -> int:
    """Who has answered fewer is on no map; where little is asked, half of it is enough."""
    return min(wanted, max(2, (asked + 1) // 2))


def may_redraw(placed: int, before: int, least: int) -> bool:
    """Only when so many have come that the difference between two maps is nobody's own answers."""
    return placed - before >= least


def shown_row(
    cells: Sequence[Mapping[str, int]], least: int
) -> tuple[list[Mapping[str, int] | None], dict[str, int] | None]:
    """The answers of each group to one statement, and of all together.

    A group of which fewer have answered is not shown; then the sum is not shown either, for the rest would tell it.
    """
    shown = [cell if sum(cell.values()) >= least else None for cell in cells]
    if any(one is None for one in shown):
        return shown, None
    names = ("agree", "disagree", "pass")
    return shown, {name: sum(cell[name] for cell in cells) for name in names}
