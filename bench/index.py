"""How fast steering computes: indices under many weightings, forecasts, the choice of measures. Needs no state.

Run: `./ratusha bench index`. The published figures are taken where they lie beside the project, else invented ones.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from ratusha.steering.formulas.forecast import Stage, forecast
from ratusha.steering.formulas.portfolio import Candidate, Problem, solve
from ratusha.steering.formulas.three_point import ThreePoint
from ratusha.steering.index import data, reading
from ratusha.steering.index.sensitivity import examine

from . import machine

ROUNDS = 5
WAITS = 0.3  # share of measures that wait for another
ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "src" / "ratusha" / "steering" / "specs" / "egdi.yaml"


def timed(work: Callable[[], Any]) -> dict[str, float]:
    walls, cpus = [], []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    middle = ROUNDS // 2
    return {"seconds": round(sorted(walls)[middle], 3), "cpu": round(sorted(cpus)[middle], 3)}


def states() -> str:
    random = np.random.default_rng(1)
    rows = [f"U{n},U{n},2022,{a},{b},{c}" for n, (a, b, c) in enumerate(random.random((193, 3)))]
    return "iso3,country,year,osi,tii,hci\n" + "\n".join(rows) + "\n"


def weightings() -> Any:
    """193 states, 5,000 weightings, another aggregation, and each part left out: files read, all ranked."""
    return examine(reading.read_file(SPEC)[0], data.read(states()), draws=5000)


def runs() -> Any:
    """10,000 runs of 200 stages, each waiting for two."""
    random = np.random.default_rng(3)
    stages = [
        Stage(
            str(n),
            ThreePoint(2, 4, 12),
            tuple({str(int(p)) for p in random.integers(0, n, 2)} if n else ()),
        )
        for n in range(200)
    ]
    return forecast(stages, runs=10_000)


def choice() -> Any:
    """82 measures with precedence and two budgets, proven the best."""
    random = np.random.default_rng(7)
    lines = ((2027, "a"), (2028, "b"))
    candidates = tuple(
        Candidate(
            f"M{n}",
            float(random.integers(1, 100)),
            {line: float(random.integers(5, 60)) for line in lines},
            after=(f"M{int(random.integers(0, n))}",) if n and random.random() < WAITS else (),
        )
        for n in range(82)
    )
    budgets = {line: 0.4 * sum(one.costs[line] for one in candidates) for line in lines}
    found = solve(Problem(candidates, budgets))
    assert found.proven
    return found


MEASURED: dict[str, Callable[[], Any]] = {
    "193 states, 5,000 weightings": weightings,
    "200 stages, 10,000 runs": runs,
    "82 measures with precedence, proven": choice,
}


def main() -> None:
    figures = {name: timed(work) for name, work in MEASURED.items()}
    print(json.dumps({"machine": machine.about(), **figures}, indent=1))


if __name__ == "__main__":
    main()
