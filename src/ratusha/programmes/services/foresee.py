"""Forecasts: computed with a seed, kept as they were computed, never again the same row."""

import secrets
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import numpy as np
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.programmes.foresight import (
    PERCENTS,
    VERSION,
    WAIT,
    Graph,
    day_of,
    graph_of,
    known_of,
    left_to_do,
    run,
)
from ratusha.programmes.kept import picture_now
from ratusha.programmes.law import law
from ratusha.programmes.models import ForecastRun
from ratusha.programmes.picture import Picture, Row, picture
from ratusha.programmes.tree import nodes
from ratusha.steering.public import Forecast, uplift

from .place import require_keeper

BARS = 24
SHOWN = 10  # stages that hold the end, and that move it
LARGEST_SEED = 2**31 - 1
REPLAYED_RUNS = 1_000


@transaction.atomic
def foresee(
    key: str, *, body_id: UUID, by: User, now: datetime, seed: int | None = None
) -> ForecastRun:
    """When what runs at this node (or this measure) ends, and what it costs. The same seed gives the same figures."""
    require_keeper(by, body_id, now)
    today = timezone.localdate(now)
    found = picture(today)
    rows = rows_at(found, key)
    graph = graph_of(rows, law().forecast, today)
    if graph is None:
        message = _(
            "Nothing with a baseline is left to be done here, so there is nothing to forecast."
        )
        raise RuleBroken("programme.nothing_to_forecast", message)
    seed = secrets.randbelow(LARGEST_SEED) + 1 if seed is None else seed
    made = _computed(key, graph, found, seed, by=by, now=now)
    made.save(force_insert=True)
    record("programmes.foresee", "node", key, by=by.pk, seed=seed)
    return made


def rows_at(found: Picture, key: str) -> list[Row]:
    if key in nodes():
        return found.at(nodes()[key])
    row = found.by_reference.get(key)
    return [row] if row else []


def _computed(
    key: str,
    graph: Graph,
    found: Picture,
    seed: int,
    *,
    by: User,
    now: datetime,
    replayed: bool = False,
) -> ForecastRun:
    """Not yet written. A replayed one keeps only what it is judged by."""
    runs = REPLAYED_RUNS if replayed else law().forecast.runs
    computed = run(graph, law().forecast, seed=seed, runs=runs)
    costs = float(graph.spent) + computed.cost(80)
    return ForecastRun(
        node=key,
        on=found.today,
        replayed=replayed,
        version=VERSION,
        seed=seed,
        runs=runs,
        measures=len(graph.rows),
        measures_in_all=graph.in_all,
        inputs=_inputs(graph),
        result={} if replayed else _result(graph, computed, found, found.today),
        ends_by=day_of(found.today, computed.end(80)),
        costs_up_to=Decimal(str(round(costs, 2))),
        approved_end=graph.approved_end,
        approved_cost=graph.approved_cost,
        by=by,
        at=now,
    )


def _inputs(graph: Graph) -> dict[str, Any]:
    """Enough to run it again: stages, their order, three points, money; and what may happen."""
    return {
        "stages": [
            [
                one.code,
                *_points(one.duration),
                list(one.after),
                round(one.cost, 2),
                round(one.cost_a_day, 4),
            ]
            for one in graph.stages
        ],
        "risks": [[one.stage, one.probability, round(one.delay, 3)] for one in graph.risks],
        "spent": str(graph.spent),
    }


def _points(duration: Any) -> list[float]:
    return [round(duration.shortest, 3), round(duration.likeliest, 3), round(duration.longest, 3)]


def _result(graph: Graph, computed: Forecast, found: Picture, today: date) -> dict[str, Any]:
    spent = float(graph.spent)
    counts, edges = np.histogram(computed.ends, bins=BARS)
    real = {code: share for code, share in computed.critical.items() if not code.endswith(WAIT)}
    moves = {code: one for code, one in computed.moves.items() if not code.endswith(WAIT)}
    days_to_approved = (
        np.busday_count(today, graph.approved_end) if graph.approved_end > today else 0
    )
    return {
        "ends": {str(one): day_of(today, computed.end(one)).isoformat() for one in PERCENTS},
        "costs": {str(one): round(spent + computed.cost(one), 2) for one in PERCENTS},
        "bars": [
            [day_of(today, float(edge)).isoformat(), int(count)]
            for edge, count in zip(edges[1:], counts, strict=True)
        ],
        "critical": _largest(real, graph),
        "moves": _largest(moves, graph),
        "merge_days": round(computed.merge_bias, 1),
        "chance": round(computed.chance_by(float(days_to_approved)), 4),
        "own_class": own_class(found.rows),
    }


def _largest(of: dict[str, float], graph: Graph) -> list[list[Any]]:
    order = sorted(of, key=lambda code: (-of[code], code))[:SHOWN]
    return [[code, graph.titles[code], round(of[code], 4)] for code in order if of[code] > 0]


def own_class(rows: list[Row]) -> dict[str, Any]:
    """By which share measures that are done took longer than was first promised: the outside view of our own past."""
    first, last = [], []
    for row in rows:
        ended = ended_on(row)
        if ended and row.starts_on and row.first_end and row.first:
            first.append(float((row.first_end - row.starts_on).days))
            last.append(float((ended - row.starts_on).days))
    return {"members": len(first), "50": uplift(first, last, 50), "80": uplift(first, last, 80)}


def ended_on(row: Row) -> date | None:
    """The day the last stage was accepted, when all are."""
    if not row.stages or any(one.number not in row.accepted for one in row.stages):
        return None
    return max(accepted for _due, accepted in row.accepted.values())


@transaction.atomic
def replay(days: list[date], *, body_id: UUID, by: User, now: datetime) -> int:
    """What forecasts would have said on these days of measures that have ended since."""
    require_keeper(by, body_id, now)
    today = timezone.localdate(now)
    ended = {row.key for row in picture(today).rows if ended_on(row)}
    done = set(ForecastRun.objects.filter(replayed=True).values_list("node", "on"))
    made = []
    for day in days:
        found = picture(day)
        rows = [row for row in left_to_do(found.rows) if row.key in ended and row.accepted]
        known = known_of(rows) if rows else None
        for row in rows:
            graph = graph_of([row], law().forecast, day, known)
            if graph is not None and (row.key, day) not in done:
                seed = day.toordinal()
                made.append(_computed(row.key, graph, found, seed, by=by, now=now, replayed=True))
    ForecastRun.objects.bulk_create(made)
    record("programmes.replay", "body", str(body_id), by=by.pk, number=len(made))
    return len(made)


def judged(today: date) -> list[tuple[ForecastRun, Row, date]]:
    """Forecasts of one measure that has ended since, each with the measure and the day it ended."""
    ended = {row.key: (row, day) for row in picture_now(today).rows if (day := ended_on(row))}
    runs = ForecastRun.objects.filter(node__in=ended, on__lt=today).defer("inputs", "result")
    told = [(one, *ended[one.node]) for one in runs]
    return [(one, row, day) for one, row, day in told if day > one.on]


def calibration(today: date) -> Counter[str]:
    """Of the forecasts that can be judged: how many ended by the day of eight in ten."""
    found: Counter[str] = Counter()
    for one, _row, ended in judged(today):
        kind = "replayed" if one.replayed else "made"
        found[f"{kind}_of"] += 1
        found[f"{kind}_kept"] += ended <= one.ends_by
    return found
