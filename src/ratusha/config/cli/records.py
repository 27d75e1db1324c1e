from typing import Any

import click
from django.utils import timezone

from ratusha.config.state import State, folder
from ratusha.records.public import carry_out, due_now, prepare_all

from . import options


@click.group()
def command() -> None:
    """The records: which cases are kept long enough, and carrying out the acts that two officials have confirmed."""


@command.command()
@options.data
@options.as_format
@click.option("--dry-run", is_flag=True, help="Tell what is due, case by case; write nothing.")
def dispose(as_format: str, dry_run: bool) -> None:  # noqa: FBT001 - click's signature
    """Prepare the lists of the bodies, and erase what is confirmed; with --dry-run only tell what is due.

    It proposes and confirms nothing: officials do. The worker does the same by itself.
    """
    now = timezone.now()
    with State(folder()).running_server():
        if dry_run:
            told: dict[str, Any] = {"due": due_now(timezone.localdate(now))}
        else:
            told = {"lists": prepare_all(now), "erased": carry_out(now)}
    if as_format == "json":
        options.print_json(told)
    elif dry_run:
        for one in told["due"]:
            click.echo(
                f"{one['reference']}  {one['kind']}  closed {one['closed_on']}  kept until {one['kept_until']}"
            )
        click.echo(f"Due: {len(told['due'])}.")
    else:
        click.echo(f"Lists prepared: {told['lists']}. Cases erased: {told['erased']}.")
