import click
from rich.console import Console

from ratusha.config import messages

from . import options


@click.group()
def command() -> None:
    """Collect, compile and check the translations."""


@command.command()
def update() -> None:
    """Bring every catalogue in line with the source: new sentences in, old ones out, translations kept."""
    changed = messages.update()
    for file in changed:
        click.echo(file.relative_to(messages.SOURCE))
    click.echo(
        f"Changed: {len(changed)}. Look for empty msgstr, then run `ratusha messages check`."
    )


@command.command(name="compile")
def compile_() -> None:
    """Write the compiled form that the pages use."""
    messages.compile_all()
    click.echo(f"Compiled: {len(messages.catalogues())}.")


@command.command()
@options.as_format
@click.pass_context
def check(ctx: click.Context, as_format: str) -> None:
    """Find what is missing, left over or wrong; exit code 1 if anything is."""
    findings = messages.check()
    rows = [
        {
            "file": str(f.file.relative_to(messages.SOURCE)),
            "message": f.message,
            "mistake": f.mistake,
        }
        for f in findings
    ]
    if as_format == "json":
        options.print_json(rows)
    else:
        console = Console(highlight=False, markup=False, soft_wrap=True)
        for row in rows:
            console.print(f"{row['file']}: “{row['message']}” {row['mistake']}")
        console.print("All translations are complete." if not rows else f"Mistakes: {len(rows)}.")
    ctx.exit(1 if rows else 0)
