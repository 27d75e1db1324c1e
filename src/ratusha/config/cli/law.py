import sys
import time
from pathlib import Path

import click
from django.utils import timezone

from ratusha.config.state import State
from ratusha.config.state import folder as state_folder
from ratusha.kernel.pack import pack
from ratusha.law import public as law
from ratusha.law.public import Replay, replay_all
from ratusha.procedures.public import read_definition, read_definitions

from . import law_compile, options


@click.group()
def command() -> None:
    """The law as data: try definitions out, replay every clock, see what a change would do."""


command.add_command(law_compile.compile_file)
command.add_command(law_compile.tell_coverage)


@command.command()
@options.data
@options.as_format
@click.option("--processes", default=1, show_default=True, help="How many share the work.")
@click.pass_context
def recompute(ctx: click.Context, processes: int, as_format: str) -> None:
    """Replay the ledger of every clock and compare; exit code 1 if a case has another due date. Nothing is changed.

    A difference means that the calendar has changed since (a working day was moved), or that a row was edited by hand.
    """
    start, found = time.perf_counter(), Replay()
    with State(state_folder()).running_server():
        for found in replay_all(processes):
            if sys.stderr.isatty():
                click.echo(f"\r{found.replayed}", nl=False, err=True)
    seconds = time.perf_counter() - start
    if as_format == "json":
        figures = {"replayed": found.replayed, "differences": found.differing}
        options.print_json({**figures, "differing": found.rows, "seconds": round(seconds, 2)})
    else:
        for row in found.rows:
            click.echo(f"{row['reference']}: has {row['has']}, its ledger says {row['due']}")
        click.echo(
            f"Replayed: {found.replayed}. Differing: {found.differing}. Seconds: {seconds:.1f}."
        )
    ctx.exit(1 if found.differing else 0)


@command.command()
@click.argument("codes", nargs=-1)
@options.data
@options.as_format
@click.option("--keep", is_flag=True, help="Write the green wordings down in the pack.")
@click.pass_context
def scenarios(ctx: click.Context, codes: tuple[str, ...], as_format: str, *, keep: bool) -> None:
    """Live through every scenario of the pack's definitions; exit code 1 if one is red. Nothing of it remains.

    CODE: list and number, for example U200/1.3.2; all that can be applied for when none is named.
    """
    now, trials = timezone.now(), []
    with State(state_folder()).running_server():
        for promise in read_definitions(pack().folder):
            if promise.level >= "e3" and (not codes or promise.code in codes):
                trials.append(law.try_out(promise, now=now))
                if as_format == "text":
                    tell(trials[-1])
    if keep:
        law.ship(pack().folder, trials, others_stay=bool(codes))
    if as_format == "json":
        options.print_json([one.to_json() for one in trials])
    ctx.exit(0 if all(one.green for one in trials) else 1)


def tell(trial: law.Trial) -> None:
    counts = trial.counts()
    said = ", ".join(f"{name.replace('_', ' ')} {number}" for name, number in counts.items())
    click.echo(f"{trial.code}: {said}")
    for row in trial.to_json()["scenarios"]:
        way = " > ".join(f"{step['step']} {step['on']}" for step in row["steps"])
        if row["verdict"] != "green":
            click.echo(
                f"  {row['verdict'].replace('_', ' ')}  {row['scenario']}  {row['reason']}  {way}"
            )


@command.command()
@options.data
@options.as_format
def debt(as_format: str) -> None:
    """What the state asks though it holds it: by procedure, with the minutes it costs."""
    with State(state_folder()).running_server():
        found = law.debt(timezone.localdate())
    if as_format == "json":
        figures = {"known": found.known, "all": found.all_, "minutes": found.minutes}
        options.print_json({**figures, "rows": law.lines(found, "en")})
        return
    for row in found.rows:
        click.echo(f"{row.code}: asked twice {len(row.asked)}, minutes {row.minutes}")
    click.echo(f"Known: {found.known} of {found.all_} procedures. Minutes lost: {found.minutes}.")


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.data
@options.as_format
@click.option(
    "--cases", default=10_000, show_default=True, help="How many past cases are replayed."
)
@click.pass_context
def impact(ctx: click.Context, file: Path, cases: int, as_format: str) -> None:
    """What a new edition changes: in words, in running cases, in past ones lived once more; exit code 1 if any.

    FILE: a definition file as the pack holds it. Past cases are told as numbers, running ones by their reference.
    """
    with State(state_folder()).running_server():
        report = law.report_on(read_definition(file, pack().folder), cases=cases)
    found = report.to_json()
    if as_format == "json":
        options.print_json(found)
    else:
        for row in found["differences"]:
            click.echo(f"{row['what']}: {row['before'] or '-'} > {row['after'] or '-'}")
        told = found["impact"]
        click.echo(f"Past cases: {told['replayed']}, changed: {told['affected']}.")
        click.echo(f"Running: {told['running']}, changed: {told['running_affected']}.")
        for row in told["rows"]:
            click.echo(
                f"  {row['case']}: {row['kind']}: {row['before'] or '-'} > {row['after'] or '-'}"
            )
    ctx.exit(1 if report.needs_sign_off else 0)


@command.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@options.data
def export(folder: Path) -> None:
    """Write what lawyers have published as definition files below FOLDER, as `procedures/` of a pack is laid out."""
    with State(state_folder()).running_server():
        for file in law.export(folder):
            click.echo(f"written: {file}")
