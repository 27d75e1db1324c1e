"""`./ratusha bench`: how fast the state is, and beside it what the libraries alone cost.

The first run makes a state of its own (100,000 people, 20,000 cases) and two more databases beside it (1,000 and
1,000,000 cases), which takes some minutes; it is kept in --data for the next run. Only loopback is used.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ratusha.config import postgres
from ratusha.config.serve import RATUSHA
from ratusha.config.state import State

from . import machine, report
from .site import measure_acts_over_http, measure_pages

FEW, MANY = "bench_few", "bench_many"
SIZES = {FEW: 1_000, MANY: 1_000_000}
PROCEDURES = {"bench_ten": 10, "bench_thousand": 1_000}  # databases, and procedures beside the pack


class Bench:
    """The state that is measured, and how to run something inside it."""

    def __init__(
        self, state: State, *, people: int, cases: int, rounds: int, seconds: int, waiting: int = 0
    ) -> None:
        self.state, self.people, self.cases = state, people, cases
        self.rounds, self.seconds, self.waiting = rounds, seconds, waiting

    def environment(self, database: str = "ratusha", *, owner: bool = False) -> dict[str, str]:
        role = postgres.OWNER if owner else postgres.APPLICATION
        return {
            "RATUSHA_DATA": str(self.state.data),
            "RATUSHA_DATABASE_URL": self.state.server.url(role, database),
            "DJANGO_SETTINGS_MODULE": "ratusha.config.settings",
            "RATUSHA_LOG_LEVEL": "ERROR",
        }

    def inside(
        self,
        module: str,
        function: str,
        *,
        database: str = "ratusha",
        owner: bool = False,
        **options: Any,
    ) -> dict[str, Any]:
        command = [sys.executable, "-m", "bench.inside", module, function, json.dumps(options)]
        done = self._run(command, database, owner=owner, keep=True)
        found: dict[str, Any] = json.loads(done.splitlines()[-1])
        return found

    def _run(self, command: list[str], database: str, *, owner: bool, keep: bool) -> str:
        done = subprocess.run(  # noqa: S603 - our own commands
            command,
            env=report.clean_environment() | self.environment(database, owner=owner),
            stdout=subprocess.PIPE if keep else sys.stderr,
            text=True,
            check=False,
        )
        if done.returncode:
            raise click.ClickException(f"{' '.join(command[1:5])} failed: see above.")
        return done.stdout or ""

    def prepare(self) -> None:
        """Whatever is not there yet: tables, people, cases, the two databases of other sizes."""
        if self.state.data.joinpath("accounts.json").exists():
            self._run([*RATUSHA, "migrate"], "ratusha", owner=True, keep=False)
        else:
            self._run([*RATUSHA, "prepare"], "ratusha", owner=True, keep=False)
            tell(f"{self.people} people ...")
            command = [*RATUSHA, "demo", "--people", str(self.people)]
            self._run(command, "ratusha", owner=True, keep=False)
            self.inside("people", "open_cabinets", count=1000)
        for name in SIZES:  # of the state before it has many cases
            self.inside("sizes", "copy_once", owner=True, database="postgres", name=name)

    def prepare_cases(self) -> None:
        tell(f"{self.cases} cases ...")
        self.inside("fill", "fill_to", owner=True, cases=self.cases)

    def prepare_sizes(self) -> None:
        for name, cases in SIZES.items():
            tell(f"{cases} cases in a database of their own ...")
            self._run([*RATUSHA, "migrate"], name, owner=True, keep=False)
            self.inside("fill", "fill_to", owner=True, database=name, cases=cases, journal=True)


def tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def acts(bench: Bench) -> dict[str, Any]:
    """Lodging, beginning, accepting, deciding: the acts alone, and bare inserts of the same rows."""
    bench.inside("fill", "lodged_at_the_desk", owner=True, count=500)
    return {
        "lodging": bench.inside("acts", "lodging", count=200, rounds=bench.rounds),
        "bare": bench.inside("bare", "inserts", owner=True, count=200, rounds=bench.rounds),
        "beginning": bench.inside("acts", "beginning", count=100),
        **bench.inside("acts", "steps", count=50, rounds=bench.rounds),
        "granting": bench.inside("acts", "granting", count=20),
    }


def together(bench: Bench) -> dict[str, Any]:
    """Lodging over several connections at once: how many a second in all."""
    return {
        str(number): machine.median(
            [
                bench.inside("acts", "lodging_together", count=240, connections_=number)
                for _round in range(bench.rounds)
            ]
        )
        for number in (2, 4)
    }


def growth(bench: Bench) -> dict[str, Any]:
    """A lodged case among 1,000 and among 1,000,000, in turns, in the same run."""
    found: dict[str, list[dict[str, Any]]] = {FEW: [], MANY: []}
    for _round in range(bench.rounds):
        for name, some in found.items():
            some.append(bench.inside("acts", "lodging", database=name, count=150, rounds=1))
    return {name: machine.median(some) for name, some in found.items()}


def pages(bench: Bench) -> dict[str, Any]:
    """Public pages kept and not kept, pages behind the sign-in, at full and at half load."""
    asked = bench.inside("questions", "pages", lodgings=0, steps=0)
    return measure_pages(bench.state, bench.environment(), asked, bench.seconds, bench.rounds)


def http(bench: Bench) -> dict[str, Any]:
    """Lodging and taking a step over HTTP, with session, CSRF check and the worker delivering letters."""
    bench.inside("fill", "lodged_at_the_desk", owner=True, count=300)
    asked = bench.inside("questions", "pages", lodgings=600, steps=300)
    return measure_acts_over_http(bench.state, bench.environment(), asked, bench.seconds)


def recompute(bench: Bench) -> dict[str, Any]:
    """Replaying the clocks of a million cases, in one process and in two, and the pure function alone."""
    return {
        "one_process": bench.inside("recompute", "replay", database=MANY),
        "two_processes": bench.inside("recompute", "replay", database=MANY, processes=2),
        "ledger": bench.inside("recompute", "one_ledger"),
    }


def procedures(bench: Bench) -> dict[str, Any]:
    """Lodging while 10 and while 1,000 synthetic procedures stand beside the pack, in turns, in the same run."""
    for name, number in PROCEDURES.items():
        bench.inside("sizes", "copy_once", owner=True, database="postgres", name=name, template=FEW)
        bench.inside("editions", "load", owner=True, database=name, number=number)
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in PROCEDURES}
    for _round in range(bench.rounds):
        for name, some in found.items():
            number = PROCEDURES[name]
            some.append(
                bench.inside("editions", "lodging", database=name, number=number, count=150)
            )
    return {name: machine.median(some) for name, some in found.items()}


def desk(bench: Bench) -> dict[str, Any]:
    """The queue of a body where 50,000 cases wait, list by list."""
    bench.inside("fill", "lodged_at_the_desk", owner=True, count=bench.waiting)
    return bench.inside("desk", "queue", count=100)


def publication(bench: Bench) -> dict[str, Any]:
    """A row of the law from its text to an edition in force, with its scenarios."""
    return bench.inside("publication", "publication", owner=True)


def programmes(bench: Bench) -> dict[str, Any]:
    """Dashboards of programmes with 2,000 measures and ten years of history, each page made anew."""
    bench.inside("programmes", "fill", owner=True, measures=2000)
    return bench.inside("programmes", "dashboards", count=20)


def dashboards(bench: Bench) -> dict[str, Any]:
    """All dashboards of steering as an official reads them: 2,000 measures, 2,000 systems."""
    bench.inside("programmes", "fill", owner=True, measures=2000)
    bench.inside("dashboards", "fill", owner=True, systems=2000)
    return bench.inside("dashboards", "rooms", count=20)


def indicators(bench: Bench) -> dict[str, Any]:
    """Live indicators among a million cases: the night, its recount, and the pages."""
    night = bench.inside("indicators", "night", owner=True, database=MANY)
    return {"night": night, **bench.inside("indicators", "pages", database=MANY, count=20)}


MEASURES: dict[str, Callable[[Bench], dict[str, Any]]] = {
    "acts": acts,
    "together": together,
    "growth": growth,
    "pages": pages,
    "http": http,
    "recompute": recompute,
    "desk": desk,
    "procedures": procedures,
    "publication": publication,
    "programmes": programmes,
    "dashboards": dashboards,
    "indicators": indicators,
}
APART = (
    "search",
    "crashes",
    "index",
    "issues",
    "passports",
    "appeals",
)  # programs of their own: `python -m bench.crashes --help`


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("what", nargs=-1, type=click.Choice([*MEASURES, *APART]))
@click.option("--data", type=click.Path(path_type=Path), default=Path("/tmp/ratusha-bench"), show_default=True,  # noqa: S108
              help="Where the state that is measured is kept.")  # fmt: skip
@click.option("--people", default=100_000, show_default=True)
@click.option("--cases", default=20_000, show_default=True)
@click.option("--waiting", default=50_000, show_default=True, help="Cases that wait at one desk.")
@click.option("--rounds", default=3, show_default=True, help="The median of so many is told.")
@click.option("--seconds", default=4, show_default=True, help="How long each page is asked.")
@click.option(
    "--write", is_flag=True, help="Also bring the figures of docs/benchmarks.md up to date."
)
@click.option(
    "--format", "as_format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def main(
    *,
    what: tuple[str, ...],
    data: Path,
    people: int,
    cases: int,
    waiting: int,
    rounds: int,
    seconds: int,
    write: bool,
    as_format: str,
) -> None:
    """Measure the state: all of it, or WHAT is named. Apart are `search`, `crashes` and `index`.

    `search` tells how good and how fast search is; `crashes` kills processes while people act, and looks for what was
    answered; `index` computes indices, forecasts and a choice of measures; `passports` looks for similar
    ones; `appeals` for what is alike among 100,000; `issues` imports, routes, lives through and lodges.
    """
    for name in APART:
        if name in what:
            command = [sys.executable, "-m", f"bench.{name}"]
            sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own
    state = State(data.resolve())
    bench = Bench(
        state, people=people, cases=cases, waiting=waiting, rounds=rounds, seconds=seconds
    )
    figures: dict[str, Any] = {"machine": machine.about()}
    with state.running_server():
        bench.prepare()
        if not what or {"growth", "recompute", "indicators"} & set(what):
            bench.prepare_sizes()
        bench.prepare_cases()
        for name in what or MEASURES:
            tell(f"{name} ...")
            figures[name] = MEASURES[name](bench)
            tell(json.dumps(figures[name]))
    text = report.as_text(figures)
    click.echo(json.dumps(figures, indent=1) if as_format == "json" else text)
    if write:
        report.write(figures)


if __name__ == "__main__":
    main()
