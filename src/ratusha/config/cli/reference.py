import os
from pathlib import Path

import click

from ratusha.config import reference


@click.command()
def command() -> None:
    """Write the reference pages that are drawn from the code: permissions, events."""
    folder = Path(os.environ.get("RATUSHA_SOURCE", Path.cwd())) / "docs" / "reference"
    reference.write(folder)
    click.echo(f"Written: {', '.join(reference.pages())} in {folder}.")
