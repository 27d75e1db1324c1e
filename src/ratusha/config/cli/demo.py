import click

from ratusha.config import steps
from ratusha.config.demonstration import build
from ratusha.config.state import State, folder

from . import options


@click.command()
@click.option(
    "--people",
    type=click.IntRange(0, 10_000_000),
    default=steps.PEOPLE,
    show_default=True,
    help="How many people, in whole households.",
)
@click.option(
    "--seed", type=int, default=steps.SEED, show_default=True, help="The same seed, the same state."
)
@options.data
def command(people: int, seed: int) -> None:
    """Fill an empty state with invented people and cases, of any size. The pack must be loaded."""
    state = State(folder())
    with state.running_server():
        if build.is_made():
            raise click.ClickException(
                "This state has cases already. Start over with: ratusha reset"
            )
        steps.make_demonstration(people, seed)
    click.echo((state.data / "accounts.txt").read_text().rstrip())
