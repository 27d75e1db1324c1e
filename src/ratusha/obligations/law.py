"""What the country's acts oblige bodies to do by a day of the year: `obligations.yaml` of the pack, read once."""

from datetime import date
from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.sources import Fact, Source
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import Text, in_my_language

from .rules import Boundary, Shift


class DayOfYear(Fact, frozen=True):
    day: int
    month: int

    def of(self, year: int) -> date:
        return date(year, self.month, self.day)


class Subjects(Fact, frozen=True):
    """Whose duty it is: all bodies of these kinds, and these bodies by their codes."""

    source: Source
    kinds: list[str] = []
    bodies: list[str] = []


class Rule(Fact, frozen=True):
    """One duty of every year. `period` is told from the year it is due: -1 is the year before, 1 the coming one."""

    code: str
    name: Text
    about: Text
    source: Source
    subjects: Subjects
    to: str
    due: DayOfYear
    opens: DayOfYear
    period: int
    boundary: Boundary = Boundary.EXCLUSIVE
    shift: Shift = Shift.NONE
    reading_source: Source | None = None
    room: str = ""

    def said(self) -> str:
        return in_my_language(self.name).text

    def named_day(self, year: int) -> date:
        return self.due.of(year)


class Judging(Fact, frozen=True):
    """How long the body that waits may look at what came, and how long the other may mend it."""

    judge: str
    mend_working_days: int
    source: Source

    @property
    def term(self) -> Term:
        return Term.parse(self.judge)


class ObligationLaw(Fact, frozen=True):
    acts: dict[str, Source]
    government: str
    judging: Judging
    reminders_source: Source
    rules: list[Rule]

    def rule(self, code: str) -> Rule | None:
        return next((one for one in self.rules if one.code == code), None)


@cache
def law() -> ObligationLaw:
    return msgspec.convert(pack().yaml("obligations.yaml"), ObligationLaw)
