"""A length of time as the law writes it: 15 days, 5 working days, 1 month."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ratusha.kernel.errors import RuleBroken

LONGEST = 10_000  # in any unit: a bigger number is a typing error
_WRITTEN = re.compile(r"\s*([0-9]{1,5})\s+(working\s+)?(day|week|month|year)s?\s*")


class Unit(StrEnum):
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Term:
    """Nought of any unit means "on the day"."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= LONGEST:
            raise _wrong(str(self.amount))

    def __str__(self) -> str:
        """The form that `parse` reads; for people there is `text`."""
        return f"{self.amount} {self.unit.replace('_', ' ')}{'' if self.amount == 1 else 's'}"

    @classmethod
    def parse(cls, written: str) -> Self:
        found = _WRITTEN.fullmatch(written)
        if found is None or (found[2] and found[3] != "day"):
            raise _wrong(written[:40])
        return cls(int(found[1]), Unit.WORKING_DAY if found[2] else Unit(found[3]))

    def text(self) -> str:
        """In the active language: 15 days, 15 дзён, 15 дней."""
        if self.amount == 0:
            return _("on the same day")
        return in_units(self.amount, self.unit)


def in_units(n: int, unit: Unit) -> str:
    """A number of days, months …, nought too."""
    match unit:
        case Unit.DAY:
            text = ngettext("%(n)s day", "%(n)s days", n)
        case Unit.WORKING_DAY:
            text = ngettext("%(n)s working day", "%(n)s working days", n)
        case Unit.WEEK:
            text = ngettext("%(n)s week", "%(n)s weeks", n)
        case Unit.MONTH:
            text = ngettext("%(n)s month", "%(n)s months", n)
        case _:
            text = ngettext("%(n)s year", "%(n)s years", n)
    return text % {"n": n}


def _wrong(written: str) -> RuleBroken:
    message = _(
        "“%(written)s” is not a term. Write a number and a unit: 15 days, 5 working days, 1 month."
    ) % {"written": written}
    return RuleBroken("term.wrong", message)
