import click

from . import law


@click.group()
def command() -> None:
    """The cases: replay the clock of every case and compare."""


command.add_command(law.recompute)
