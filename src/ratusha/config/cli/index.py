import importlib
import sys
from pathlib import Path

import click

from ratusha.config import cli
from ratusha.config.state import State, folder
from ratusha.steering.index import compute as computing
from ratusha.steering.index import data, output, reading
from ratusha.steering.index import sensitivity as sensitive
from ratusha.steering.index.mistakes import Mistaken
from ratusha.steering.index.spec import Spec

from . import options

SHIPPED = Path(reading.__file__).resolve().parents[1] / "specs"
_file = click.Path(exists=True, dir_okay=False, path_type=Path)
_spec = click.argument("spec", type=_file)
_data = click.argument("data_file", metavar="DATA.csv", type=_file)
_index = click.option("--index", "code", default="", help="Which index of the file, by its code.")
_version = click.option("--version", "version", default="", help="Which version of it.")
_format = click.option(
    "--format",
    "as_format",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="For a person, a table, or with the tree of each unit.",
)


@click.group()
def command() -> None:
    """Indices in the index language: compute, check, and see how much the weights matter.

    Nothing but the two files is read: no state and no database has to be there, except to publish.
    """


def told(mistaken: Mistaken) -> None:
    """Every mistake with its file, line and how to mend it; exit code 1."""
    for finding in mistaken.findings:
        click.echo(str(finding), err=True)
    sys.exit(1)


def read(spec: Path, code: str, version: str) -> tuple[Spec, list[Spec]]:
    specs = reading.read_file(spec)
    return computing.named(specs, code, version), specs


@command.command()
@_spec
@_data
@_index
@_version
@_format
@click.option("--period", default="", help="Only this period of the table.")
def compute(  # noqa: PLR0917 - click gives them by name
    spec: Path, data_file: Path, code: str, version: str, as_format: str, period: str
) -> None:
    """Compute SPEC for the units of DATA.csv: value, rank, band, inputs, what is missing.

    Exit code 1 with every mistake and its line if the files do not fit together; then nothing is written.
    """
    try:
        one, specs = read(spec, code, version)
        result = computing.compute(one, data.read_file(data_file), specs)
    except Mistaken as mistaken:
        told(mistaken)
        return
    if as_format == "json":
        found = output.as_json(result)
        found["rows"] = [row for row in found["rows"] if period in {"", row.get("period")}]
        options.print_json(found)
        return
    rows = [row for row in output.lines(result) if period in {"", row.get("period")}]
    if as_format == "csv":
        click.echo(output.as_csv(rows, one.rounding), nl=False)
        return
    click.secho(f"{one.full_name}{' (sample)' if one.sample else ''}", bold=True)
    for row in sorted(rows, key=lambda r: (r.get("period", ""), r["rank"] is None, r["rank"] or 0)):
        value = output.in_words(row["value"], one.rounding) or "not rated"
        name = " ".join(filter(None, (row.get("period"), row.get("name") or row["unit"])))
        click.echo(f"{row['rank'] or '-':>5}  {value:>10}  {row['band']:12} {name}")
    click.echo(f"Rated: {result.rated} of {result.number}.")


@command.command()
@_spec
@options.as_format
def check(spec: Path, as_format: str) -> None:
    """Tell every mistake of SPEC with its line and how to mend it; exit code 1 if there is one."""
    try:
        specs = reading.read_file(spec)
    except Mistaken as mistaken:
        if as_format == "json":
            options.print_json([vars(finding) for finding in mistaken.findings])
            sys.exit(1)
        told(mistaken)
        return
    if as_format == "json":
        options.print_json([])
        return
    for one in specs:
        click.echo(f"right: {one.full_name}, inputs {len(one.leaves())}")


@command.command()
@_spec
@_data
@_index
@_version
@_format
@click.option("--period", default="", help="Of which period; the last one when left out.")
@click.option("--draws", type=int, help="How many random weightings; else as SPEC says.")
@click.option("--seed", type=int, help="Where the random numbers begin; else as SPEC says.")
def sensitivity(  # noqa: PLR0917 - click gives them by name
    spec: Path,
    data_file: Path,
    code: str,
    version: str,
    as_format: str,
    period: str,
    draws: int | None,
    seed: int | None,
) -> None:
    """Compute SPEC with thousands of random weights, other methods, and without each part in turn.

    Each unit has its rank and the range of ranks; units whose ranges overlap cannot be told apart.
    """
    try:
        one, specs = read(spec, code, version)
        table = data.read_file(data_file)
        found = sensitive.examine(one, table, specs, period=period, draws=draws, seed=seed)
    except Mistaken as mistaken:
        told(mistaken)
        return
    rows = found.lines()
    if as_format == "json":
        options.print_json(found.to_json())
    elif as_format == "csv":
        click.echo(output.as_csv(rows), nl=False)
    else:
        click.echo(f"{one.full_name}: {found.draws} weightings, seed {found.seed}")
        for row in sorted(rows, key=lambda r: r["rank"]):
            click.echo(f"{row['rank']:>5}  {row['low']}-{row['high']}  {row['unit']}")


@command.command()
@_spec
@_data
@_index
@_version
@click.option(
    "--author", required=True, help="Who answers for the figures, as the page names them."
)
@options.data
def publish(spec: Path, data_file: Path, code: str, version: str, author: str) -> None:
    """Compute SPEC and put it on the pages of this state, frozen; the same files are published once."""
    cli.enter("application")
    steering = importlib.import_module("ratusha.steering.public")
    timezone = importlib.import_module("django.utils.timezone")
    texts = [file.read_text(encoding="utf-8-sig") for file in (spec, data_file)]
    with State(folder()).running_server():
        found = steering.publish(
            *texts, author=author, now=timezone.now(), code=code, version=version
        )
        click.echo(f"published: /steering/indices/{found.code}/{found.edition}/")


@command.command()
@click.argument("method", type=click.Choice(["egdi", "hdi", "osi", "tii"]))
@_data
@_version
@click.option(
    "--author", required=True, help="Who answers for the figures, as the page names them."
)
@options.data
def load(method: str, data_file: Path, version: str, author: str) -> None:
    """Publish DATA.csv by a METHOD that is shipped, as the tables of the UN: the last period of the file.

    The self-assessment shows the country's place in what is loaded as egdi.
    """
    cli.enter("application")
    steering = importlib.import_module("ratusha.steering.public")
    timezone = importlib.import_module("django.utils.timezone")
    texts = [
        file.read_text(encoding="utf-8-sig") for file in (SHIPPED / f"{method}.yaml", data_file)
    ]
    with State(folder()).running_server():
        found = steering.publish(
            *texts, author=author, now=timezone.now(), code=method, version=version
        )
        click.echo(f"published: /steering/indices/{found.code}/{found.edition}/")


@command.command()
@_data
@click.option(
    "--author", required=True, help="Who answers for the figures, as the page names them."
)
@options.data
def components(data_file: Path, author: str) -> None:
    """Load what the parts of the index of the UN are made of: component, iso3, year, value, source, table_year.

    All of the file or nothing; only the figures of this country are kept, and the same file comes once.
    """
    cli.enter("application")
    self_assessment = importlib.import_module("ratusha.self_assessment.public")
    errors = importlib.import_module("ratusha.kernel.errors")
    timezone = importlib.import_module("django.utils.timezone")
    with State(folder()).running_server():
        try:
            new, others = self_assessment.load_components(
                data_file.read_bytes(), author=author, now=timezone.now()
            )
        except errors.RuleBroken as error:
            raise click.ClickException(str(error.message)) from error
        click.echo(f"loaded: {new}, of other countries: {others}")
