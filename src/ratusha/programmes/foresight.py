"""The graph of what is still to be done, for a forecast: stages, their order, durations, what may happen to them.

What is accepted is done; what has begun is as long as what is left of it; what waits for its day waits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from ratusha.measures.public import risks_of_measures
from ratusha.steering.public import Forecast, ForecastStage, Risk, ThreePoint, forecast

from .law import ForecastRules
from .models import BaselineStage
from .picture import Row
from .workdays import after_working_days, working_days

VERSION = "forecast-1"
MOST_STAGES = 600  # of one computation; the dearest measures first, and the coverage says how many
WAIT = "wait"
PERCENTS = (10, 50, 80, 95)


@dataclass(frozen=True)
class Graph:
    """What goes into a computation. `spent` is paid already and stays."""

    stages: list[ForecastStage]
    risks: list[Risk]
    titles: dict[str, str]
    rows: list[Row]
    in_all: int
    spent: Decimal

    @property
    def approved_end(self) -> date:
        return max(end for row in self.rows if (end := row.ends_on))

    @property
    def approved_cost(self) -> Decimal:
        return sum((row.facts.approved or row.budget or Decimal() for row in self.rows), Decimal())


@dataclass(frozen=True)
class Known:
    """Of measures: the stages of their last baselines, and their risks."""

    stages: dict[UUID, dict[int, BaselineStage]]
    risks: dict[UUID, list[tuple[int, int]]]


def known_of(rows: Sequence[Row]) -> Known:
    return Known(_details(rows), risks_of_measures([row.facts.case_id for row in rows]))


def left_to_do(rows: Iterable[Row]) -> list[Row]:
    """Measures that run, have a baseline, and have a stage that is not accepted."""
    return [row for row in rows if not row.is_over and row.stages and _left(row)]


def graph_of(
    rows: Iterable[Row], rules: ForecastRules, today: date, known: Known | None = None
) -> Graph | None:
    """None where nothing is left to be done. `known` spares asking when there are many graphs."""
    running = left_to_do(rows)
    running.sort(key=lambda row: -(row.budget or 0))
    taken: list[Row] = []
    count = 0
    for row in running:
        count += len(_left(row))
        if taken and count > MOST_STAGES:
            break
        taken.append(row)
    if not taken:
        return None
    known = known or known_of(taken)
    stages: list[ForecastStage] = []
    threats: list[Risk] = []
    titles: dict[str, str] = {}
    for row in taken:
        added = _stages_of(row, known.stages[row.facts.case_id], rules, today, titles)
        stages += added
        threats += _risks_of(row, added, known.risks.get(row.facts.case_id, []), rules)
    spent = sum((row.facts.paid or Decimal() for row in taken), Decimal())
    return Graph(stages, threats, titles, taken, len(running), spent)


def _left(row: Row) -> list[int]:
    return [one.number for one in row.stages if one.number not in row.accepted]


def _details(rows: Sequence[Row]) -> dict[UUID, dict[int, BaselineStage]]:
    """The stages of the last baseline that was taken by the day of the picture."""
    found: dict[UUID, dict[int, BaselineStage]] = {}
    known = BaselineStage.objects.filter(
        baseline__case__in=[row.facts.case_id for row in rows],
        baseline__taken_on__lte=rows[0].today,
    )
    for one in known.select_related("baseline").order_by("baseline__number"):
        stages = found.setdefault(one.baseline.case_id, {})
        stages[one.number] = one
    return found


def _stages_of(
    row: Row,
    details: dict[int, BaselineStage],
    rules: ForecastRules,
    today: date,
    titles: dict[str, str],
) -> list[ForecastStage]:
    found = []
    left = set(_left(row))
    for stage in row.stages:
        if stage.number not in left:
            continue
        one = details[stage.number]
        code = f"{row.key}.{stage.number}"
        titles[code] = f"{row.said().text}: {one.title}"
        rest = 1 - row.earned_of(stage)
        after = tuple(f"{row.key}.{number}" for number in one.after if number in left)
        if not after and stage.starts_on > today:
            wait = float(working_days(today, stage.starts_on) - 1)
            found.append(ForecastStage(f"{code}.{WAIT}", ThreePoint(wait, wait, wait)))
            after = (f"{code}.{WAIT}",)
        price = float(stage.amount) * rest
        shortest, likeliest, longest = (
            max(1.0, days * rest) for days in (one.shortest, one.likeliest, one.longest)
        )
        days = ThreePoint(shortest, likeliest, longest)
        growing = price * rules.grows_with_time
        found.append(ForecastStage(code, days, after, price - growing, growing / days.likeliest))
    return found


def _risks_of(
    row: Row,
    stages: Sequence[ForecastStage],
    risks: Sequence[tuple[int, int]],
    rules: ForecastRules,
) -> list[Risk]:
    """What the passport fears falls on the longest stage that is left."""
    longest = max(
        (one for one in stages if not one.code.endswith(WAIT)),
        key=lambda one: (one.duration.mean, one.code),
    )
    return [
        Risk(
            f"{row.key}.{place}",
            longest.code,
            rules.probability[probability - 1],
            rules.delay[impact - 1] * longest.duration.mean,
        )
        for place, (probability, impact) in enumerate(risks)
    ]


def run(graph: Graph, rules: ForecastRules, *, seed: int, runs: int | None = None) -> Forecast:
    return forecast(
        graph.stages, graph.risks, runs=runs or rules.runs, rho=rules.correlation, seed=seed
    )


def day_of(today: date, days: float) -> date:
    return after_working_days(today, days)
