import click

from ratusha.config import steps
from ratusha.config.state import State, folder

from . import options


@click.command()
@options.data
@click.option("--demo", is_flag=True, help="Also make the demonstration state in an empty state.")
def command(*, demo: bool) -> None:
    """Bring tables, translations, static files and the pack up to date, then stop.

    Only what has changed is done, so it may be run at every deployment.
    """
    state = State(folder())
    state.prepare_folder()
    with state.running_server():
        steps.do_open_steps(state, demo=demo, tell=click.echo)
