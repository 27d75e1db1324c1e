import subprocess
import sys

import click


@click.command(
    context_settings={
        "ignore_unknown_options": True,
        "allow_extra_args": True,
        "help_option_names": [],
    }
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Measure speed: runs the programs in bench/ of the source tree; what follows is handed to them."""
    done = subprocess.run([sys.executable, "-m", "bench", *ctx.args], check=False)  # noqa: S603 - a developer's words
    ctx.exit(done.returncode)
