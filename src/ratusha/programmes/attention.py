"""What calls for attention in the measures of a picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ratusha.measures.public import Status

from .law import law
from .picture import Row
from .rules import ALERTS, GRAVE, Watched, alerts

WORKS = (Status.COMMISSIONED, Status.COMPLETED)


def watched(row: Row) -> Watched:
    facts, today = row.facts, row.today
    run, plan = row.run, facts.planned_in_year
    live_on = today if facts.status in WORKS else row.ends_on
    unspent = float(1 - (facts.paid_in_year or 0) / plan) if plan else None
    return Watched(
        published=[one.overall for one in (row.independent or row.own)],
        stale=row.stale,
        gap=row.gap,
        needed_index=row.needed_index,
        late_by_forecast=run is not None and run.ends_by > run.approved_end,
        dear_by_forecast=run is not None and run.costs_up_to > run.approved_cost,
        late_conditions=facts.late_conditions,
        unspent=unspent,
        days_left=(date(today.year, 12, 31) - today).days,
        months_to_support=_months(today, live_on) if live_on else None,
        has_support=live_on is None
        or (facts.support_until is not None and facts.support_until > live_on.year),
    )


def _months(since: date, until: date) -> int:
    return (until.year - since.year) * 12 + until.month - since.month


def alerts_of(row: Row) -> list[str]:
    """Of a measure that runs; what is over calls for nothing. Codes: words are the reader's."""
    if row.calls is None:
        row.calls = [] if row.is_over else alerts(watched(row), law().alerts)
    return row.calls


@dataclass(frozen=True)
class Call:
    """A measure that needs a decision, and why."""

    row: Row
    codes: list[str]

    @property
    def grave(self) -> bool:
        return any(code in GRAVE for code in self.codes)

    @property
    def words(self) -> list[str]:
        return [str(ALERTS[code]) for code in self.codes]


def calls(rows: Iterable[Row]) -> list[Call]:
    """Those with a grave alert first, then by how many there are, then by money."""
    found = [Call(row, codes) for row in rows if (codes := alerts_of(row))]
    return sorted(
        found,
        key=lambda one: (
            not one.grave,
            -len(one.codes),
            -(one.row.facts.planned or 0),
            one.row.key,
        ),
    )
