"""What is known of all measures on one day, read in a handful of statements: the rows figures are computed from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from math import inf
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from ratusha.kernel.texts import Said, in_my_language
from ratusha.measures.public import MeasureFacts, acceptances, facts_of_measures
from ratusha.steering.public import EarnedValue, Earning, confidence, earned_share, planned_share

from .law import law
from .models import Placement, Progress, View
from .rules import is_stale
from .tree import OUTSIDE, STATE, Node, nodes

RATINGS = """
SELECT case_id, view, "on", overall FROM (
    SELECT case_id, view, "on", overall,
           row_number() OVER (PARTITION BY case_id, view ORDER BY "on" DESC, id DESC) AS place
    FROM programmes_rating WHERE "on" <= %(today)s AND "on" > %(since)s AND case_id = ANY(%(only)s)
) AS newest WHERE place <= %(most)s ORDER BY case_id, view, place
"""
STAGES = """
SELECT b.case_id, b.number, s.number, s.starts_on, s.ends_on, s.amount, s.rule
FROM programmes_baselinestage s JOIN programmes_baseline b ON b.id = s.baseline_id
WHERE b.case_id = ANY(%(only)s) AND b.taken_on <= %(today)s ORDER BY b.case_id, b.number, s.number
"""
RUNS = """
SELECT DISTINCT ON (node) node, ends_by, costs_up_to, approved_end, approved_cost
FROM programmes_forecastrun WHERE "on" <= %(today)s AND NOT replayed ORDER BY node, at DESC
"""
YEARS_OF_RATINGS = 2  # a rating older than this says nothing any more


class Stage(NamedTuple):
    number: int
    starts_on: date
    ends_on: date
    amount: Decimal
    rule: Earning


class Given(NamedTuple):
    """A rating as far as dashboards need it."""

    on: date
    overall: int


class Run(NamedTuple):
    """The last forecast of a node, in the four numbers that alerts ask for."""

    ends_by: date
    costs_up_to: Decimal
    approved_end: date
    approved_cost: Decimal


@dataclass
class Row:
    """One measure on one day. None is "not known", never nought. What is computed once is kept with it."""

    facts: MeasureFacts
    today: date
    node: str
    left: tuple[str, ...] = ()  # where it stood before
    stages: Sequence[Stage] = ()  # of the last baseline
    first: Sequence[Stage] = ()  # of the original one
    accepted: dict[int, tuple[date, date]] = field(default_factory=dict)  # due, accepted
    proven: dict[int, list[tuple[date, float]]] = field(default_factory=dict)
    own: Sequence[Given] = ()
    independent: Sequence[Given] = ()
    run: Run | None = None
    calls: list[str] | None = None  # of `attention`, asked once
    by_month: dict[str, list[tuple[date, Decimal]]] = field(default_factory=dict)  # of `curves`

    @property
    def key(self) -> str:
        return self.facts.reference

    def said(self) -> Said:
        return in_my_language(self.facts.title)

    @property
    def is_over(self) -> bool:
        """On the day of the picture, which may be in the past."""
        closed = self.facts.closed_on
        return closed is not None and closed <= self.today

    @cached_property
    def budget(self) -> Decimal | None:
        return sum((one.amount for one in self.stages), Decimal()) if self.stages else None

    @cached_property
    def first_budget(self) -> Decimal | None:
        return sum((one.amount for one in self.first), Decimal()) if self.first else None

    def planned_of(self, stage: Stage) -> float:
        return planned_share(stage.rule, stage.starts_on, stage.ends_on, self.today)

    def earned_of(self, stage: Stage) -> float:
        proven = self.proven.get(stage.number)
        return earned_share(
            stage.rule,
            accepted=stage.number in self.accepted,
            proven=proven[-1][1] if proven else None,
        )

    @cached_property
    def planned_value(self) -> Decimal | None:
        if not self.stages:
            return None
        return sum((part(one.amount, self.planned_of(one)) for one in self.stages), Decimal())

    @cached_property
    def earned_value(self) -> Decimal | None:
        """None without a baseline; nought where a baseline is there and nothing is accepted."""
        if not self.stages:
            return None
        return sum((part(one.amount, self.earned_of(one)) for one in self.stages), Decimal())

    @property
    def cost(self) -> Decimal | None:
        """What was paid, of measures whose value can be earned: the others would distort the index."""
        return (self.facts.paid or Decimal()) if self.stages else None

    @cached_property
    def starts_on(self) -> date | None:
        return min((one.starts_on for one in self.stages), default=None)

    @cached_property
    def ends_on(self) -> date | None:
        return max((one.ends_on for one in self.stages), default=None)

    @cached_property
    def first_end(self) -> date | None:
        return max((one.ends_on for one in self.first), default=None)

    @cached_property
    def needed_index(self) -> float | None:
        budget, earned, cost = self.budget, self.earned_value, self.cost
        if budget is None or earned is None or cost is None or self.is_over:
            return None
        if cost >= budget:
            return inf if earned < budget else None  # no money is left for what is left
        whole = EarnedValue(float(budget), 0.0, float(earned), float(cost))
        return whole.index_needed_for_budget

    @property
    def own_now(self) -> int | None:
        return self.own[0].overall if self.own else None

    @property
    def independent_now(self) -> int | None:
        return self.independent[0].overall if self.independent else None

    @property
    def published(self) -> int | None:
        return confidence.published(self.own_now, self.independent_now)

    @property
    def gap(self) -> int | None:
        own, other = self.own_now, self.independent_now
        return own - other if own is not None and other is not None else None

    @cached_property
    def stale(self) -> bool | None:
        """Of the rating that is published; a measure that is over needs none."""
        if self.is_over:
            return None
        shown = self.independent or self.own
        return is_stale(
            [(one.on, one.overall) for one in shown], self.today, law().confidence.stale_after
        )

    @property
    def cost_points(self) -> int | None:
        earned, cost = self.earned_value, self.cost
        if not earned or not cost:
            return None
        return confidence.points(float(earned / cost), law().confidence.cost_steps)

    @property
    def delay_points(self) -> int | None:
        if not self.accepted:
            return None
        days = [(on - due).days for due, on in self.accepted.values()]
        steps = law().confidence.delay_steps
        return confidence.points(sum(days) / len(days), steps, less_is_better=True)

    @cached_property
    def computed(self) -> float | None:
        return confidence.computed(self.cost_points, self.delay_points, self.own_now)


def part(amount: Decimal, share: float) -> Decimal:
    if share in (0.0, 1.0):
        return amount if share else Decimal()
    return (amount * Decimal(str(round(share, 6)))).quantize(Decimal("0.01"))


@dataclass
class Picture:
    """All measures of a day, and which of them stand where."""

    today: date
    rows: list[Row]
    computed: dict[Any, Any] = field(default_factory=dict)  # what was computed once, by what it is

    @cached_property
    def by_reference(self) -> dict[str, Row]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _standing(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            key = row.node
            while key:
                found[key].append(row)
                key = nodes()[key].above
        return found

    def at(self, node: Node) -> list[Row]:
        """At this node or anywhere below it."""
        return self._standing.get(node.key, [])

    def directly_at(self, node: Node) -> list[Row]:
        """Measures that no child of the node holds."""
        return [row for row in self.at(node) if row.node == node.key]

    def with_rows(self, rows: Sequence[Row], *, instead_of: Collection[UUID]) -> "Picture":
        """Another picture, in which these measures are told anew or are gone; the others are the same rows."""
        others = [row for row in self.rows if row.facts.case_id not in set(instead_of)]
        return Picture(self.today, sorted([*others, *rows], key=lambda row: row.key))

    def left(self, node: Node) -> list[Row]:
        """Measures that stood here once and have been carried over to another programme since."""
        if node.key == STATE:
            return []
        return [
            row
            for row in self.rows
            if not node.holds(row.node) and any(node.holds(key) for key in row.left)
        ]


def picture(today: date, only: Collection[UUID] | None = None) -> Picture:
    facts = facts_of_measures(today, None if only is None else list(only))
    ids = [one.case_id for one in facts]
    asked: dict[str, Any] = {
        "only": ids,
        "today": today,
        "since": today.replace(year=today.year - YEARS_OF_RATINGS, day=1),
        "most": law().confidence.stale_after.unchanged,
    }
    placed = _placements(ids, today)
    baselines = _baselines(asked)
    ratings = _ratings(asked)
    accepted: dict[UUID, dict[int, tuple[date, date]]] = defaultdict(dict)
    for case, number, due, on in acceptances(ids):
        if on <= today:
            accepted[case][number] = (due, on)
    proven = _proven(ids, today)
    runs = _runs(asked)
    rows = []
    for one in facts:
        places = placed.get(one.case_id, [])
        numbered = baselines.get(one.case_id, {})
        rows.append(
            Row(
                facts=one,
                today=today,
                node=places[-1] if places else _by_route(one),
                left=tuple(places[:-1]),
                stages=numbered[max(numbered)] if numbered else (),
                first=numbered[min(numbered)] if numbered else (),
                accepted=accepted.get(one.case_id, {}),
                proven=proven.get(one.case_id, {}),
                own=ratings.get((one.case_id, View.OWN), ()),
                independent=ratings.get((one.case_id, View.INDEPENDENT), ()),
                run=runs.get(one.reference),
            )
        )
    return Picture(today, rows)


def _by_route(one: MeasureFacts) -> str:
    """Until it is placed in an event, a measure stands where its route was confirmed, or in no programme."""
    key = f"{one.programme}.{one.subprogramme}"
    return key if key in nodes() else OUTSIDE


def _placements(ids: Iterable[UUID], today: date) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    placed = Placement.objects.filter(case__in=ids, since__lte=today).order_by("since", "pk")
    for case, node in placed.values_list("case", "node"):
        found[case].append(node if node in nodes() else OUTSIDE)
    return found


def _baselines(asked: dict[str, Any]) -> dict[UUID, dict[int, list[Stage]]]:
    found: dict[UUID, dict[int, list[Stage]]] = defaultdict(lambda: defaultdict(list))
    with connection.cursor() as cursor:
        cursor.execute(STAGES, asked)
        for case, baseline, number, starts, ends, amount, rule in cursor.fetchall():
            found[case][baseline].append(Stage(number, starts, ends, amount, Earning(rule)))
    return found


def _ratings(asked: dict[str, Any]) -> dict[tuple[UUID, str], list[Given]]:
    found: dict[tuple[UUID, str], list[Given]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(RATINGS, asked)
        for case, view, on, overall in cursor.fetchall():
            found[case, view].append(Given(on, overall))
    return found


def _proven(ids: Iterable[UUID], today: date) -> dict[UUID, dict[int, list[tuple[date, float]]]]:
    found: dict[UUID, dict[int, list[tuple[date, float]]]] = defaultdict(lambda: defaultdict(list))
    accepted = Progress.objects.filter(case__in=ids, accepted_on__lte=today).order_by(
        "accepted_on", "pk"
    )
    for case, stage, share, on in accepted.values_list("case", "stage", "share", "accepted_on"):
        if on is not None:
            found[case][stage].append((on, float(share)))
    return found


def _runs(asked: dict[str, Any]) -> dict[str, Run]:
    with connection.cursor() as cursor:
        cursor.execute(RUNS, asked)
        return {node: Run(*rest) for node, *rest in cursor.fetchall()}
