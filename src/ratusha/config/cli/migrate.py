import click
from django.core.management import call_command

from ratusha.config.state import State, folder


@click.command()
def command() -> None:
    """Bring the tables up to date and nothing else. On a server: as the owner, RATUSHA_DATABASE_OWNER_URL."""
    with State(folder()).running_server():
        call_command("migrate", interactive=False)
