import os
import subprocess
import sys
import time
from pathlib import Path

import click
from rich.console import Console

CHECKS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "templates": ["djlint", "src", "--extension=html", "--lint", "--quiet"],
    "floors": ["lint-imports"],
    "translations": ["ratusha", "messages", "check"],
    "pack": ["ratusha", "pack", "check"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "tables": ["ratusha", "tables", "check"],
    "types": ["mypy", "src", "bench"],
}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(CHECKS)))
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Everything that must be right before a change goes in: style, types, floors.

    All checks run, so that one look shows every mistake; name some to run only those.
    """
    console = Console(highlight=False, markup=False, soft_wrap=True)
    tools = Path(sys.executable).parent
    root = Path(os.environ.get("RATUSHA_SOURCE", Path.cwd()))
    failed = []
    for name in names or CHECKS:
        program, *arguments = CHECKS[name]
        start = time.perf_counter()
        done = subprocess.run(  # noqa: S603 - the table above
            [tools / program, *arguments],
            check=False, cwd=root, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        seconds = time.perf_counter() - start
        console.print(f"{'wrong' if done.returncode else 'right'}  {name}  ({seconds:.1f} s)")
        if done.returncode:
            failed.append(name)
            console.print(done.stdout)
    console.print(f"Wrong: {', '.join(failed)}." if failed else "All is right.")
    ctx.exit(1 if failed else 0)
