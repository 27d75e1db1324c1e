"""Options that several commands share."""

import json
import os
from pathlib import Path
from typing import Any

import click


def _use_folder(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        os.environ["RATUSHA_DATA"] = str(value.resolve())


data = click.option(
    "--data",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    expose_value=False,
    is_eager=True,
    callback=_use_folder,
    help="The state's folder. Default: RATUSHA_DATA, else ./data.",
)
as_format = click.option(
    "--format",
    "as_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a person, or for a script.",
)


def print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))
