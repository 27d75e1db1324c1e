import click

from ratusha.config import worker
from ratusha.config.state import State, folder

from . import options


@click.command()
@options.data
def command() -> None:
    """Deliver events and do the timed work only (on a server). It may be stopped and started at any moment."""
    with State(folder()).running_server():
        worker.run()
