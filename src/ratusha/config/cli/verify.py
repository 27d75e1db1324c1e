from pathlib import Path

import click
from django.utils import timezone

from ratusha.config.state import State, folder
from ratusha.documents.public import Standing, verify_file

from . import options


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.data
@options.as_format
@click.pass_context
def command(ctx: click.Context, file: Path, as_format: str) -> None:
    """Tell whether a document is genuine, changed, revoked or expired; exit code 1 unless it is genuine."""
    with State(folder()).running_server():
        found = verify_file(file.read_bytes(), on=timezone.localdate())
        number = found.number
    if as_format == "json":
        options.print_json({"file": str(file), "standing": found.standing.value, "number": number})
    else:
        click.echo(f"{found.word}{f': {number}' if number else ''}")
    ctx.exit(0 if found.standing is Standing.GENUINE else 1)
