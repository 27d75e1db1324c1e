import click

from ratusha.config import tables
from ratusha.config.state import State, folder


@click.command()
def command() -> None:
    """Bring the tables up to date and nothing else. On a server: as the owner, RATUSHA_DATABASE_OWNER_URL."""
    with State(folder()).running_server():
        tables.bring_up_to_date()
