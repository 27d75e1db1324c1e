from datetime import datetime
from pathlib import Path

import click
import msgspec

from ratusha.config import plain_language, steps
from ratusha.config.state import State, folder
from ratusha.kernel.pack import pack
from ratusha.procedures.check import check_pack

from . import options


@click.group()
def command() -> None:
    """The country pack: check its files, bring them into the database."""


_where = click.argument(
    "where", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)


@command.command()
@_where
@options.as_format
@click.pass_context
def check(ctx: click.Context, where: Path | None, as_format: str) -> None:
    """Explain every mistake with file, line and mend; exit code 1 if there is one. Warn of what is hard to read."""
    findings = check_pack(where or pack().folder)
    if as_format == "json":
        options.print_json(msgspec.to_builtins(findings))
    else:
        for finding in findings:
            click.echo(str(finding))
        click.echo(f"Mistakes: {len(findings)}." if findings else "The pack is in order.")
        _tell_how_plainly(where or pack().folder)
    ctx.exit(1 if findings else 0)


@command.command()
@_where
@options.as_format
def plain(where: Path | None, as_format: str) -> None:
    """Warn of texts that are hard to read, in the pack and on the pages, with figures for each language."""
    if as_format == "json":
        figures, warned = plain_language.examine(where or pack().folder)
        options.print_json(msgspec.to_builtins({"figures": figures, "warnings": warned}))
    else:
        _tell_how_plainly(where or pack().folder)


def _tell_how_plainly(where: Path) -> None:
    figures, warned = plain_language.examine(where)
    for warning in warned:
        click.echo(f"warning: {warning}")
    for line in figures:
        click.echo(str(line))


@command.command()
@click.argument("code")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The day asked about; today by default."
)
@options.data
def show(code: str, on: datetime | None) -> None:
    """Print what a procedure promises as JSON. CODE: list and number, for example U200/1.3.2."""
    with State(folder()).running_server():
        options.print_json(steps.show_procedure(code, on.date() if on else None))


@command.command()
@options.data
@options.as_format
def load(as_format: str) -> None:
    """Bring the database in line with the pack's files. What has not changed is left alone."""
    with State(folder()).running_server():
        done = steps.load_pack()
    if as_format == "json":
        options.print_json(done)
    else:
        for part, counts in done.items():
            click.echo(f"{part}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
