import click

from ratusha.config.state import State, folder

from . import options


@click.group()
def command() -> None:
    """Where the database is, and a line to it."""


@command.command()
@options.data
@options.as_format
@click.option("--owner", is_flag=True, help="As the owner of the tables, not as the application.")
def url(as_format: str, *, owner: bool) -> None:
    """Print the address of this state's database, for psql or a backup: psql "$(ratusha database url)"."""
    state = State(folder())
    address = state.environment(owner=owner)["RATUSHA_DATABASE_URL"]
    running = state.server.running if state.has_own_server else None
    if as_format == "json":
        options.print_json({"url": address, "running": running})
    else:
        click.echo(address)
