from dataclasses import asdict

import click

from ratusha.audit.public import verify_chain
from ratusha.config.state import State, folder

from . import options


@click.group()
def command() -> None:
    """The journal: recompute its chain and tell whether anything was changed."""


@command.command()
@options.data
@options.as_format
@click.option("--head", default="", help="A head that was kept elsewhere: it must be in the chain.")
@click.pass_context
def verify(ctx: click.Context, as_format: str, head: str) -> None:
    """Recompute the whole chain of seals; exit code 1 if an entry was altered, removed or slipped in."""
    with State(folder()).running_server():
        report = verify_chain(expected_head=head)
    if as_format == "json":
        options.print_json(asdict(report) | {"sound": report.sound})
    else:
        for name in ("altered", "missing", "inserted", "links_missing", "seals_broken"):
            for entry in getattr(report, name):
                click.echo(f"{name.replace('_', ' ')}: {entry}")
        if not report.head_found:
            click.echo("The head given is not in the chain.")
        click.echo(
            f"{'Sound' if report.sound else 'NOT SOUND'}: {report.sealed} sealed, {report.waiting} waiting."
        )
        click.echo(f"Head, to be kept elsewhere: {report.head}")
    ctx.exit(0 if report.sound else 1)
