import sys
from dataclasses import asdict
from pathlib import Path

import click
from django.utils import timezone

from ratusha.config.state import State, folder
from ratusha.kernel.errors import RuleBroken
from ratusha.systems import public as systems

from . import options


@click.group()
def command() -> None:
    """The register of systems: write the whole of it into a file, take a whole one in."""


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.data
def export(file: Path) -> None:
    """Write every card into FILE: .csv and .json can be taken in again; .ttl and .jsonld tell the open part."""
    writer = systems.WRITERS.get(file.suffix)
    if writer is None:
        raise click.BadParameter(f"the name must end in {', '.join(systems.WRITERS)}")
    with State(folder()).running_server():
        content = writer()
    file.write_bytes(content)
    click.echo(f"written: {file} ({len(content)} bytes)")


@command.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell what would be taken in; write nothing.")
@options.data
@options.as_format
def import_(file: Path, dry_run: bool, as_format: str) -> None:  # noqa: FBT001 - click's signature
    """Take in FILE (.csv or .json): every card whole, or its line and the reason why not; then owners confirm them.

    The same file may be taken in again: nothing comes twice. Exit code 1 if a row was refused.
    """
    if file.stat().st_size > systems.MOST_BYTES:
        raise click.ClickException(f"the file is larger than {systems.MOST_BYTES // 2**20} MB")
    with State(folder()).running_server():
        try:
            done = systems.take_in(
                file.read_bytes(), name=file.name, now=timezone.now(), trial=dry_run
            )
        except RuleBroken as error:
            raise click.ClickException(str(error.message)) from error
    if as_format == "json":
        options.print_json(asdict(done))
    else:
        for line, number in done.new:
            click.echo(f"line {line}: {number or 'a new number'}")
        for one in done.refused:
            click.echo(f"line {one.line}: {one.reason}", err=True)
        verb = "would be taken in" if dry_run else "taken in"
        click.echo(
            f"Rows: {done.rows}, {verb}: {len(done.new)}, here already: {done.unchanged}, refused: {len(done.refused)}."
        )
    if done.refused:
        sys.exit(1)
