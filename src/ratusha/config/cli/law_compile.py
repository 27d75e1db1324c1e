"""`ratusha law compile` and `ratusha law coverage`: rows of official tables become definitions."""

import gc
import sys
from datetime import datetime
from pathlib import Path

import click
import msgspec

from ratusha.kernel.pack import pack
from ratusha.law import public as law
from ratusha.procedures.public import (
    digest_of,
    placed_rows,
    read_chapters,
    read_definitions,
    read_lists,
)

from . import options

FORMATS = ["text", "json", "yaml"]


@click.command(name="compile")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option(
    "--format",
    "as_format",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="A report, facts, or definitions.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write a definition file for each row below this folder.",
)
@click.option(
    "--list",
    "list_code",
    default="",
    help="The list the rows belong to, e.g. U200; found by the codes when left out.",
)
@click.option(
    "--valid-from",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2022-01-01",
    show_default=True,
    help="First day of the definitions.",
)
def compile_file(
    file: Path, as_format: str, out: Path | None, list_code: str, valid_from: datetime
) -> None:
    """Read a table with the columns code, name, body, documents, fee, term, validity.

    It may be CSV, TSV, pasted text, HTML or DOCX, in Belarusian, Russian or English; - reads what is piped in. Every
    phrase is parsed and said again, or it is kept and listed under "unparsed". Exit code 1 when there is no table.
    """
    gc.disable()  # a table makes millions of small things and no circles; the process ends with it
    try:
        rows = law.read(sys.stdin.buffer.read()) if str(file) == "-" else law.read_file(file)
    except law.NotATable as error:
        raise click.ClickException(str(error)) from error
    compiled = law.compile_rows(rows)
    if as_format == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(compiled), indent=2).decode())
    elif as_format == "text":
        _report(compiled)
    if out or as_format == "yaml":
        drafts = law.drafts(compiled, list_code=list_code, valid_from=valid_from.date())
        for drafted in drafts:
            if as_format == "yaml":
                click.echo(f"---\n{law.as_yaml(drafted)}")
            if out:
                click.echo(f"written: {law.write(drafted, out)}", err=True)


def _report(rows: list[law.CompiledRow]) -> None:
    for row in rows:
        click.secho(f"{row.code or '?'}  {row.name}", bold=True)
        for column, fact in (("term", row.term), ("fee", row.fee), ("validity", row.validity)):
            if fact:
                click.echo(
                    f"  {column:10}{'=' if fact.parsed else '?'} {fact.formula or fact.phrase}"
                )
        for document in row.documents:
            told = ", ".join(filter(None, (document.formula, _bringer(document), _when(document))))
            click.echo(f"  document  {'=' if document.parsed else '?'} {document.words} [{told}]")
        for flag in row.unparsed:
            click.secho(f"  ! {flag.column} {flag.place.start}: {flag.reason}", fg="yellow")
    whole = sum(not row.unparsed for row in rows)
    click.echo(f"Rows: {len(rows)}, understood in full: {whole}.")


def _bringer(document: law.DocumentFact) -> str:
    return f"the body asks {document.service}" if document.from_ == "body" else ""


def _when(document: law.DocumentFact) -> str:
    words = "; ".join(filter(None, (document.condition, document.persons, document.exception)))
    return f"when: {words}" if words else ""


@click.command(name="coverage")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.as_format
@click.option("--keep", is_flag=True, help="Write the codes of full rows down in the pack.")
def tell_coverage(files: tuple[Path, ...], as_format: str, *, keep: bool) -> None:
    """Of the rows of the lists, how many have full rows, are compiled without and with help, and are published.

    FILES: official tables; without them, the rows that the pack has kept. A row whose documents, fee and term are in
    none of them is counted as not available. What a state has in force is on its page /law/coverage/.
    """
    folder = pack().folder
    compiled = [row for file in files for row in law.compile_rows(law.read_file(file))]
    available = law.available_in(law.by_list(compiled)) if files else law.kept_available(folder)
    if keep and files:
        click.echo(f"written: {law.keep_available(folder, available)}", err=True)
    lists = law.coverage(_listed(folder), available, _published(folder))
    columns = law.shares(compiled)
    if as_format == "json":
        told = [{"code": one.code, **_numbers(one), "codes": one.groups} for one in lists]
        options.print_json({"lists": told, "columns": msgspec.to_builtins(columns)})
        return
    for one in lists:
        number = _numbers(one)
        click.echo(
            f"{one.code}: {number['rows']} rows, of them {number['excluded']} excluded; "
            f"{number['facts']} with single facts"
        )
        click.echo(
            f"  full rows {number['full']}: without help {number['without_help']}, with help {number['with_help']}; "
            f"row not available: {number['not_available']}"
        )
        click.echo(
            f"  published: e3 {number['e3']}, e4 {number['e4']}, e5 {number['e5']}; "
            f"all scenarios pass {number['passing']}"
        )
    for share in columns if files else ():
        click.echo(f"{share.column}: {share.parsed} of {share.phrases} phrases ({share.percent} %)")
        for phrase, reason in share.rest:
            click.echo(f"  not understood: {phrase} ({reason})")


def _numbers(one: law.ListCoverage) -> dict[str, int]:
    return {group: len(codes) for group, codes in one.groups.items()}


def _listed(folder: Path) -> list[law.Listed]:
    return [
        law.Listed(
            placed.code,
            excluded=placed.row.excluded_since is not None,
            facts=placed.row.known is not None,
        )
        for listed in read_lists(folder)
        for placed in placed_rows(read_chapters(folder, listed.code))
        if not placed.row.heading
    ]


def _published(folder: Path) -> dict[str, law.Published]:
    green = law.shipped(folder)
    return {
        one.code: law.Published(one.level, digest_of(one) in green)
        for one in read_definitions(folder)
    }
