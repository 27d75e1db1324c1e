import click

from ratusha.cases.public import Case, due_of
from ratusha.config.state import State, folder
from ratusha.kernel.calendar import national_calendar

from . import options

AT_ONCE = 500


@click.group()
def command() -> None:
    """The cases: replay the clock of every case and compare."""


@command.command()
@options.data
@options.as_format
@click.pass_context
def recompute(ctx: click.Context, as_format: str) -> None:
    """Replay the ledger of every clock; exit code 1 if a case has another due date. Nothing is changed.

    A difference means that the calendar has changed since (a working day was moved), or that a row was edited by hand.
    """
    with State(folder()).running_server():
        calendar, replayed, differing = national_calendar(), 0, []
        cases = Case.objects.order_by("pk").prefetch_related("clock")
        for case in cases.iterator(chunk_size=AT_ONCE):
            replayed += 1
            due = due_of(case.clock.all(), calendar).on
            if due != case.due_on:
                differing.append({"reference": case.reference, "has": case.due_on, "due": due})
    if as_format == "json":
        options.print_json({"replayed": replayed, "differing": differing})
    else:
        for row in differing:
            click.echo(f"{row['reference']}: has {row['has']}, its ledger says {row['due']}")
        click.echo(f"Replayed: {replayed}. Differing: {len(differing)}.")
    ctx.exit(1 if differing else 0)
