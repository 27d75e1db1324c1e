"""How far the state is with its electronic procedures: two owners, several formulas, every denominator named."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import msgspec
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.pack import pack
from ratusha.kernel.sources import Fact, Source
from ratusha.kernel.texts import Text

from .models import Edition, Procedure

AUDIENCES = ("citizens", "business", "total")
FORMULAS = {
    "application": _(
        "Procedures that can be applied for electronically (e3 and above), of all in force"
    ),
    "decision": _(
        "Procedures with electronic application and decision (e4 and above), of all in force"
    ),
    "proactive": _("Procedures that begin without an application (e5), of all in force"),
    "described": _(
        "Procedures that can be applied for electronically, of those described beyond their name"
    ),
}


@dataclass(frozen=True)
class Share:
    """One figure: numerator, denominator and the formula that says what they are."""

    audience: str
    formula: str
    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal:
        """To one place; nothing in force is nothing reached."""
        if not self.denominator:
            return Decimal("0.0")
        whole = Decimal(self.numerator * 100) / self.denominator
        return whole.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)

    @property
    def meaning(self) -> str:
        return str(FORMULAS[self.formula])


@dataclass(frozen=True)
class Figures:
    """All shares of one day. `excluded` rows of the lists are in no share and counted apart."""

    on: date
    shares: tuple[Share, ...]
    excluded: dict[str, int]
    goal_percent: int
    goal_by: date
    official_formula: str
    owners: dict[str, Text]

    def share(self, audience: str, formula: str = "") -> Share:
        wanted = formula or self.official_formula
        return next(s for s in self.shares if (s.audience, s.formula) == (audience, wanted))


@cache
def _goal() -> dict[str, Any]:
    goal: dict[str, Any] = pack().yaml("goals.yaml")["electronic_share"]
    return goal


class MostDemanded(Fact, frozen=True):
    """The list of the procedures that are wanted most, which a goal may be counted by."""

    source: Source
    procedures: list[str]


@cache
def most_demanded() -> MostDemanded:
    return msgspec.convert(pack().yaml("goals.yaml")["most_demanded"], MostDemanded)


def electronic_share(on: date) -> Figures:
    """The shares of a day by every formula; the official one is named by the pack."""
    counted: dict[str, dict[str, int]] = {audience: {} for audience in AUDIENCES}
    levels = (
        Edition.objects.in_force(on)
        .select_related(None)
        .order_by()
        .values_list("procedure__list__audience", "electronic_level")
        .annotate(Count("pk"))
    )
    for audience, level, number in levels:
        for name in (audience, "total"):
            counted[name][level] = counted[name].get(level, 0) + number
    goal = _goal()
    return Figures(
        on=on,
        shares=tuple(share for name, found in counted.items() for share in shares_of(name, found)),
        excluded=_excluded(on),
        goal_percent=goal["percent"],
        goal_by=goal["by"],
        official_formula=goal["official_formula"],
        owners=goal["owners"],
    )


@dataclass(frozen=True)
class ChapterShare:
    """What one chapter of a list adds to the share by the official formula."""

    list_code: str
    number: int
    name: Text
    share: Share


def electronic_share_by_chapter(on: date) -> list[ChapterShare]:
    counted: dict[tuple[str, int], dict[str, int]] = {}
    names: dict[tuple[str, int], Text] = {}
    levels = (
        Edition.objects.in_force(on)
        .select_related(None)
        .order_by()
        .values_list("procedure__list_id", "procedure__chapter__number", "procedure__chapter__name", "electronic_level")
        .annotate(Count("pk"))
    )  # fmt: skip
    for code, chapter, name, level, number in levels:
        counted.setdefault((code, chapter), {})[level] = number
        names[code, chapter] = name
    official = _goal()["official_formula"]
    return [
        ChapterShare(*place, names[place], next(one for one in shares_of("total", found) if one.formula == official))
        for place, found in sorted(counted.items())
    ]  # fmt: skip


def shares_of(audience: str, levels: dict[str, int]) -> list[Share]:
    """Pure: counts by level e0 to e5 in, every formula out."""

    def reached(least: str) -> int:
        return sum(number for level, number in levels.items() if level >= least)

    return [
        Share(audience, "application", reached("e3"), reached("e0")),
        Share(audience, "decision", reached("e4"), reached("e0")),
        Share(audience, "proactive", reached("e5"), reached("e0")),
        Share(audience, "described", reached("e3"), reached("e1")),
    ]


def _excluded(on: date) -> dict[str, int]:
    rows = (
        Procedure.objects.filter(is_heading=False, excluded_since__lte=on)
        .order_by()
        .values_list("list__audience")
        .annotate(Count("pk"))
    )
    found = dict(rows)
    return {**found, "total": sum(found.values())}
