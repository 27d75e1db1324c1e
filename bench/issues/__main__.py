"""Bring up a database of its own, and measure what was asked for."""

import json
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click
import django
from django.db import connections

from bench import machine
from bench.search import own_server
from ratusha.config import tables

from .listing import listing
from .lives import lifecycle, lodging
from .loading import import_
from .panning import panning
from .routing import routing
from .town import prepare

WHAT = ("import", "routing", "lifecycle", "lodging", "map", "open311")
MANY = 1_000_000


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("what", nargs=-1, type=click.Choice(WHAT))
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The open file of 115; without it an invented one.",
)
@click.option(
    "--many", default=MANY, show_default=True, help="Issues among which a life is measured again."
)
@click.option(
    "--count", default=300, show_default=True, help="Lives; reports are four times as many."
)
def main(*, what: tuple[str, ...], file: Path | None, many: int, count: int) -> None:
    """Measure the room of issues. `routing` and `map` bring the file in first."""
    wanted = what or WHAT
    found: dict[str, Any] = {"machine": machine.about()}
    with ExitStack() as stack:
        own_server(stack, fsync=True)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratusha.config.settings")
        os.environ["RATUSHA_LOG_LEVEL"] = "ERROR"
        django.setup()
        tables.bring_up_to_date()
        prepare()
        if "lodging" in wanted:
            found["lodging"] = {
                f"{number} connections": lodging(4 * count, number) for number in (1, 2, 4)
            }
        if {"import", "routing", "map"} & set(wanted):
            found["import"] = import_(file)
        if "routing" in wanted:
            found["routing"] = routing()
        if "map" in wanted:
            found["map"] = panning(count, many)
        if "open311" in wanted:
            found["open311"] = listing(count, many)
        if "lifecycle" in wanted:
            found["lifecycle"] = lifecycle(count, many)
        connections.close_all()
    click.echo(json.dumps(found, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
