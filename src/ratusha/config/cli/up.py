import click

from ratusha.config import serve
from ratusha.config.state import State, folder

from . import options


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where the pages are.",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in."
)
@options.data
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=None,
    help="Web processes. Default: one for each core.",
)
@click.option(
    "--demo/--no-demo",
    default=True,
    help="Fill an empty state with the demonstration state. Default: yes.",
)
def command(port: int, host: str, workers: int | None, *, demo: bool) -> None:
    """Start the whole state: database, pages and worker; Ctrl-C stops it.

    The first start makes the database, its tables and the demonstration state; later starts keep all of it.
    """
    serve.up(
        State(folder()), serve.Address(host, port), workers=workers, demo=demo, tell=click.echo
    )
