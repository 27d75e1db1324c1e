import click

from ratusha.config.state import State, folder

from . import options


@click.command()
@options.data
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(*, yes: bool) -> None:
    """Remove a state with everything in it, to start over."""
    state = State(folder())
    if state.data.exists() and not yes:
        click.confirm(
            f"Remove {state.data} with its database, files and keys? This cannot be undone",
            abort=True,
        )
    state.remove(click.echo)
