import sys
from pathlib import Path

import click
import msgspec

from ratusha.law.public import CompiledRow, NotATable, compile_rows, read, read_file


@click.command(name="compile")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A report for a person, or facts for a script.",
)
def compile_file(file: Path, as_format: str) -> None:
    """Read a table with the columns code, name, body, documents, fee, term, validity.

    It may be CSV, TSV, pasted text, HTML or DOCX.

    FILE may be - for what is piped in. Exit code 1 when there is no table in it.
    """
    try:
        rows = read(sys.stdin.buffer.read()) if str(file) == "-" else read_file(file)
    except NotATable as error:
        raise click.ClickException(str(error)) from error
    compiled = compile_rows(rows)
    if as_format == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(compiled)).decode())
    else:
        _report(compiled)


def _report(rows: list[CompiledRow]) -> None:
    for row in rows:
        click.secho(f"{row.code or '?'}  {row.name}", bold=True)
        for column, fact in (("term", row.term), ("fee", row.fee), ("validity", row.validity)):
            if fact:
                mark = "=" if fact.parsed else "?"
                click.echo(f"  {column:10}{mark} {fact.formula or fact.phrase}")
        for document in row.documents:
            click.echo(f"  document  {'=' if document.parsed else '?'} {document.phrase}")
        for flag in row.unparsed:
            click.secho(f"  ! {flag.column} {flag.place.start}: {flag.reason}", fg="yellow")
    whole = sum(not row.unparsed for row in rows)
    click.echo(f"Rows: {len(rows)}, understood in full: {whole}.")
