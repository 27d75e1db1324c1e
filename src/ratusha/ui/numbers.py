"""A number that opens: its formula in words and signs, version, day, coverage, author, and what it was computed from.

Rooms make a `Number`; one page tells all of them, so that a reader learns it once. The value is what the room shows;
whoever doubts it computes `expression` again from the inputs, which carry the names it uses. Days may be given as the
moments that rows keep: what is told is the day of the state.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from ratusha.kernel.dates import local_day
from ratusha.kernel.texts import Said

from .pages import page

MOST_ROWS = 1000  # on a page; the file for programs has all
Value = Any  # Decimal, float, int or date; None is "cannot be said"
Words = Said | str


class Unit(StrEnum):
    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    INDEX = "index"
    LEVEL = "level"
    FACTOR = "factor"  # between 0 and 1, three digits
    DAYS = "days"
    DAY = "day"


@dataclass(frozen=True)
class Input:
    """What went in under a name of the expression, where it is from, and where it opens further."""

    name: str
    label: Words
    value: Value
    unit: Unit = Unit.COUNT
    note: str = ""  # evidence, act, source
    on: date | None = None
    by: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        _tell_day(self, "on")
        _tell_day(self, "value")


@dataclass(frozen=True)
class Number:
    label: Words
    value: Value
    said: str  # how it is computed, in words
    expression: str  # and in signs: done / whole, count(system)
    version: str
    as_of: date
    coverage: str
    inputs: Sequence[Input] = ()
    unit: Unit = Unit.COUNT
    of: Words = ""  # what it is about, where the label does not say it
    source: str = ""
    by: str = ""  # empty: the platform, when it was asked

    def __post_init__(self) -> None:
        _tell_day(self, "as_of")
        _tell_day(self, "value")

    @property
    def shown(self) -> Sequence[Input]:
        return self.inputs[:MOST_ROWS]

    @property
    def left_out(self) -> int:
        return max(0, len(self.inputs) - MOST_ROWS)


def _tell_day(row: Input | Number, name: str) -> None:
    """In the place of a moment its day by the clock of the state."""
    if isinstance(given := getattr(row, name), datetime):
        object.__setattr__(row, name, local_day(given))


def counted(name: str, rows: Sequence[Input]) -> tuple[int, str]:
    """The value and the expression of a number of rows."""
    return len(rows), f"count({name})"


def number_page(
    request: HttpRequest, number: Number, way: Sequence[tuple[Words, str]]
) -> HttpResponse:
    """`way` are the pages above it, the room first."""
    if request.GET.get("format") == "json":
        return JsonResponse(as_plain(number))
    context = {"opened": number, "way": way, "by": number.by or by_itself()}
    return page(request, "ui/number.html", context)


def by_itself() -> str:
    return _("Ratusha, from the rows below, when this page was asked for")


def as_plain(number: Number) -> dict[str, Any]:
    """For programs: every input, none left out."""
    told = {k: v for k, v in asdict(number).items() if k != "inputs"}
    told |= {"label": str(number.label), "of": str(number.of), "by": number.by or by_itself()}
    told["inputs"] = [{**asdict(one), "label": str(one.label)} for one in number.inputs]
    return told
