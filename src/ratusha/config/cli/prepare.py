import click

from ratusha.config import prepare
from ratusha.config.state import State, folder


@click.command()
@click.option(
    "--demo/--no-demo",
    default=False,
    help="Also make the demonstration state if the state is empty.",
)
def command(*, demo: bool) -> None:
    """Bring tables, translations, static files and the pack up to date, then stop.

    Only what has changed is done, so it may be run at every deployment.
    """
    state = State(folder())
    state.prepare_folder()
    with state.running_server():
        prepare.do_open_steps(state, demo=demo, tell=click.echo)
