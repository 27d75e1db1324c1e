"""What the acts say of collections: templates, questions, rounds. Read from the pack once."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.procedures.public import Source


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`share` asks for a part and its whole; `evidence`: no answer without a proof; `live`: what a register knows."""

    code: str
    kind: Literal["share", "number"]
    name: Text
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1)
    evidence: bool = False
    live: str = ""
    tolerance: Decimal = Decimal(0)


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: Text
    index: str
    respondent: str
    subjects: list[str]
    names: dict[str, Text]
    questions: list[Question]
    sample: bool = False

    def question(self, code: str) -> Question | None:
        return next((one for one in self.questions if one.code == code), None)


class Round(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: int
    month: int
    day: int

    def last_day(self, year: int) -> date:
        """Of the collection about a year: "by 1 March of the next" ends with the day before."""
        return date(year + 1, self.month, self.day) - timedelta(days=1)


class CollectingLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    act: Source
    rounds: list[Round]
    sample_share: Decimal
    change: Decimal
    templates: list[Template]

    def template(self, code: str) -> Template | None:
        return next((one for one in self.templates if one.code == code), None)

    def round(self, number: int) -> Round | None:
        return next((one for one in self.rounds if one.number == number), None)


@cache
def law() -> CollectingLaw:
    return msgspec.convert(pack().yaml("collections.yaml"), CollectingLaw)
