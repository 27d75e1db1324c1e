import importlib
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ratusha.config import cli
from ratusha.config.state import State, folder
from ratusha.documents import bags, offline
from ratusha.documents.seal import Keys

from . import options


@click.command()
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False
)
@click.option(
    "--qr", metavar="TEXT", help="Instead of a file: what a camera read from the square on a paper."
)
@click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The platform's public key (/.well-known/ratusha-seal.pem): then no database and no network is needed.",
)
@options.data
@options.as_format
@click.pass_context
def command(
    ctx: click.Context, file: Path | None, qr: str | None, key: Path | None, as_format: str
) -> None:
    """Tell whether a document or a package is genuine, changed, revoked or expired; exit code 1 unless genuine.

    Asks this state's register. With --key it asks nobody: then a revocation cannot be seen.
    """
    if (file is None) == (qr is None):
        raise click.UsageError("Give a FILE or --qr TEXT.")
    if qr is not None and key is None:
        raise click.UsageError("--qr needs --key.")
    content = file.read_bytes() if file else b""
    if bags.is_package(content):
        found = of_package(content, key)
    else:
        found = with_key(file, qr or "", key) if key else with_register(file)
    found = {"file": str(file) if file else None, **found}
    if as_format == "json":
        options.print_json(found)
    else:
        click.echo(sentence(found))
    ctx.exit(0 if found["standing"] == "genuine" else 1)


def of_package(content: bytes, key: Path | None) -> dict[str, Any]:
    """A package needs no register: with this state's own keys, or with the given one."""
    if key is None:
        cli.enter("application")
        keys = importlib.import_module("ratusha.documents.keys").trusted_keys()
    else:
        keys = Keys.from_pem([key.read_bytes()])
    bag = bags.check(content, keys)
    return {"standing": bag.standing.value, "wrong": bag.wrong, "info": bag.info}


def with_key(file: Path | None, qr: str, key: Path) -> dict[str, Any]:
    keys = Keys.from_pem([key.read_bytes()])
    if not keys.by_id:
        raise click.UsageError(f"{key} holds no public key of the kind we use.")
    today = datetime.now().astimezone().date()  # noqa: TID251 - no settings here, so the clock of this computer
    found = (
        offline.check_content(file.read_bytes(), keys, on=today)
        if file
        else offline.check_square(qr, keys, on=today)
    )
    said = found.token
    return {
        "standing": found.standing.value,
        "number": said.number if said else "",
        "title": said.title if said else "",
        "holder": said.holder if said else "",
        "issued_on": said.issued_on if said else None,
        "valid_until": said.valid_until if said else None,
        "sample": said.sample if said else None,
        "register_asked": False,
    }


def with_register(file: Path | None) -> dict[str, Any]:
    cli.enter("application")
    documents = importlib.import_module("ratusha.documents.public")
    timezone = importlib.import_module("django.utils.timezone")
    with State(folder()).running_server():
        found = documents.verify_file(file.read_bytes() if file else b"", on=timezone.localdate())
        paper = found.document
    return {
        "standing": found.standing.value,
        "number": found.number,
        "title": paper.title if paper else "",
        "holder": paper.holder_name if paper else "",
        "issued_on": timezone.localdate(paper.issued_at) if paper else None,
        "valid_until": paper.valid_until if paper else None,
        "sample": paper.sample if paper else None,
        "register_asked": True,
    }


def sentence(found: dict[str, Any]) -> str:
    lines = [str(found["standing"]).capitalize()]
    if "info" in found:
        about = [f"{name}: {value}" for name, value in found["info"].items()]
        return "\n".join([*lines, *about, *(f"Not as it was packed: {p}" for p in found["wrong"])])
    if found["number"]:
        lines += [
            f"{found['title']}, No. {found['number']} of {found['issued_on']}",
            f"Holder: {found['holder']}",
            f"In force until: {found['valid_until'] or 'no end date'}",
        ]
    if found["sample"]:
        lines.append("A sample: it has no legal force.")
    if not found["register_asked"]:
        lines.append("The register was not asked: a later revocation cannot be seen.")
    return "\n".join(lines)
