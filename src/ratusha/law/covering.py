"""How much of the lists is published, for the public page: figures with their codes, and the way to the goal."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import ceil

from django.core.cache import cache

from ratusha.kernel.pack import pack
from ratusha.procedures.public import Edition, Procedure, electronic_share

from .compiler.coverage import (
    LEVELS,
    Available,
    ListCoverage,
    Listed,
    Published,
    coverage,
    kept_available,
)
from .models import RowDraft, Verdict
from .scenarios.trying import VERSION
from .scenarios.verdicts import shipped
from .workshop.rules import Act, State

FRESH_FOR = 600
MONTHS_SHOWN = 12
HEAD = ("code", "excluded", "row", "level", "scenarios_pass")


@dataclass(frozen=True)
class Month:
    """The last day that is counted in it, and how many rows could be applied for then, with scenarios that pass."""

    day: date
    number: int


@dataclass(frozen=True)
class BurnUp:
    """The way to the goal. `rate`: so many more each month, from now on, reach it."""

    months: list[Month]
    in_force: int
    wanted: int
    by: date
    percent: int
    months_left: int

    @property
    def now(self) -> int:
        return self.months[-1].number

    @property
    def share(self) -> Decimal:
        whole = Decimal(100 * self.now) / max(1, self.in_force)
        return whole.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)

    @property
    def rate(self) -> int:
        return ceil(max(0, self.wanted - self.now) / max(1, self.months_left))


@dataclass(frozen=True)
class Covered:
    lists: list[ListCoverage]
    burn_up: BurnUp

    def number(self, group: str) -> int:
        return sum(one.number(group) for one in self.lists)


def covered(on: date) -> Covered:
    """At most ten minutes old."""
    key = f"law-coverage-{on.isoformat()}"
    kept: Covered | None = cache.get(key)
    if kept is None:
        kept = _covered(on)
        cache.set(key, kept, FRESH_FOR)
    return kept


def _covered(on: date) -> Covered:
    editions = _applied_for()
    listed = Procedure.objects.filter(is_heading=False).values_list("code", "excluded_since")
    rows = [Listed(code, excluded=bool(since and since <= on)) for code, since in listed]
    published = {
        one.procedure_id: Published(one.electronic_level, green)
        for one, green in editions
        if one.is_in_force(on)
    }
    goal = electronic_share(on)
    in_force = sum(not row.excluded for row in rows)
    spans = [(one.valid_from, one.valid_until) for one, green in editions if green]
    return Covered(
        lists=coverage(rows, _available(), published),
        burn_up=burn_up(spans, in_force, on=on, percent=goal.goal_percent, by=goal.goal_by),
    )


def _applied_for() -> list[tuple[Edition, bool]]:
    """Editions of every time under which one can apply, and whether all scenarios of their wording pass."""
    editions = list(Edition.objects.filter(electronic_level__in=LEVELS).defer("definition"))
    green = set(
        Verdict.objects.filter(version=VERSION, green=True).values_list("digest", flat=True)
    )
    green |= shipped(pack().folder)
    return [(one, one.digest in green) for one in editions]


def _available() -> Available:
    """What the pack kept, and what lawyers have published since out of a full row."""
    kept = kept_available(pack().folder)
    done = RowDraft.objects.filter(
        state=State.PUBLISHED, cells__has_keys=["documents", "fee", "term"]
    )
    helped = set(
        done.filter(marks__act__in=(Act.MENDED, Act.KEPT, Act.WRITTEN)).values_list(
            "code", flat=True
        )
    )
    known = {*kept.without_help, *kept.with_help}
    new = set(done.values_list("code", flat=True)) - known
    return Available(
        [*kept.without_help, *sorted(new - helped)], [*kept.with_help, *sorted(new & helped)]
    )


def burn_up(
    spans: Iterable[tuple[date, date | None]], in_force: int, *, on: date, percent: int, by: date
) -> BurnUp:
    """Pure. `spans`: from when and until when each edition is in force; today's denominator holds for all months."""
    held = list(spans)
    days = [
        *reversed([day for day, _i in zip(_ends_before(on), range(MONTHS_SHOWN), strict=False)]),
        on,
    ]
    return BurnUp(
        months=[
            Month(day, sum(a <= day and (b is None or day < b) for a, b in held)) for day in days
        ],
        in_force=in_force,
        wanted=ceil(Decimal(percent * in_force) / 100),
        by=by,
        percent=percent,
        months_left=max(0, (by.year - on.year) * 12 + by.month - on.month),
    )


def _ends_before(on: date) -> Iterable[date]:
    """The last days of the months before, the nearest first."""
    day = on
    while True:
        day = day.replace(day=1) - timedelta(days=1)
        yield day


def as_csv(found: Covered) -> str:
    """A line for each row of the lists."""
    out = io.StringIO()
    writer = csv.DictWriter(out, HEAD)
    writer.writeheader()
    for one in found.lists:
        kept = {group: set(codes) for group, codes in one.groups.items()}
        for code in one.groups["rows"]:
            row = "not_available"
            if code in kept["full"]:
                row = "with_help" if code in kept["with_help"] else "without_help"
            writer.writerow(
                {
                    "code": code,
                    "excluded": "yes" if code in kept["excluded"] else "",
                    "row": row,
                    "level": next((level for level in LEVELS if code in kept[level]), ""),
                    "scenarios_pass": "yes" if code in kept["passing"] else "",
                }
            )
    return out.getvalue()
