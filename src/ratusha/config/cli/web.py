import click

from ratusha.config import web
from ratusha.config.state import State, folder

from . import options


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where to listen.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="On which address.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes. Default: one for each core.",
)
@options.data
def command(port: int, host: str, workers: int | None) -> None:
    """Serve the pages only (on a server, behind a proxy). Run `ratusha prepare` before."""
    with State(folder()).running_server():
        web.run(host, port, workers)
