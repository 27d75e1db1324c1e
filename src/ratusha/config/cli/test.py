import subprocess
import sys

import click

WHOLE = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]


@click.command(
    context_settings={
        "ignore_unknown_options": True,
        "allow_extra_args": True,
        "help_option_names": [],
    }
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Run the tests; what follows is handed to pytest: ratusha test -k refusal -x.

    Without a word more all of them run, in as many processes as there are processors, each file in one.
    """
    arguments = ctx.args or WHOLE
    done = subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False)  # noqa: S603 - a developer's words
    ctx.exit(done.returncode)
