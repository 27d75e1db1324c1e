import sys
import time

import click

from ratusha.config.state import State, folder
from ratusha.law.public import Replay, replay_all

from . import law_compile, options


@click.group()
def command() -> None:
    """The law as data: try definitions out, replay every clock, see what a change would do."""


command.add_command(law_compile.compile_file)


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
    with State(folder()).running_server():
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
