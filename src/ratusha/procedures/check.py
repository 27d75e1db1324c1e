"""`pack check`: every mistake of a pack's files, with the file, the line and how to mend it.

Three passes: the file reads as YAML, it has the shape of its schema, it makes sense (`lints.py`). For developers and
lawyers who write definition files, so the words are English only.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
from django.utils import translation
from jsonschema_rs import ValidationErrorKind as Kind
from rapidfuzz import process

from ratusha.kernel import marked
from ratusha.kernel.marked import Finding, Marked, Place

from . import lints
from .catalogue import ChapterFile, placed_rows
from .definition import Definition
from .held import Registers
from .known import Known
from .schema import schema_of
from .shapes import Lint
from .text_lints import texts

CLOSE_ENOUGH = 70


@dataclass
class _Files:
    """What has been read so far of one pack."""

    folder: Path
    findings: list[Finding]

    def add(self, file: Path, place: Place, code: str, message: str, mend: str) -> None:
        name = str(file.relative_to(self.folder))
        self.findings.append(Finding(name, place.line, place.column, code, message, mend))

    def read(self, file: Path, schema: str, text: str | None = None) -> Marked | None:
        """A file (or `text` under its name) that has the shape of its schema; else findings and None."""
        try:
            found = marked.read(file) if text is None else marked.read_text(text)
        except marked.Unreadable as error:
            mend = "Mend the YAML: indent with spaces, quote texts that hold a colon, use every key once."
            self.add(
                file,
                error.place,
                "yaml.unreadable",
                f"The file cannot be read: {error.reason}.",
                mend,
            )
            return None
        lints_found = list(_misshapen(found, schema))
        for lint in lints_found:
            self.add(file, found.place(lint.steps), lint.code, lint.message, lint.mend)
        return None if lints_found else found

    def lint(self, file: Path, found: Marked, mistakes: Iterator[Lint]) -> None:
        for lint in mistakes:
            self.add(file, found.place(lint.steps), lint.code, lint.message, lint.mend)


def check_pack(folder: Path) -> list[Finding]:
    """All findings of a pack, in the order of files and lines. An empty list is a good pack."""
    with translation.override("en"):
        return _check(folder)


def check_text(text: str, folder: Path, rows: dict[str, bool], *, code: str) -> list[Finding]:
    """The findings of one definition that is no file of the pack yet; `rows` as the catalogue has them."""
    with translation.override("en"):
        files = _Files(folder, [])
        known = replace(_known_once(folder), rows=rows)
        file = folder / "procedures" / f"{code}.yaml"
        found = files.read(file, "procedure.schema.json", text)
        if found is not None:
            definition = msgspec.convert(found.value, Definition)
            files.lint(file, found, lints.lint(definition, found.value, known))
            if definition.code != code:
                message = f"This is the definition of {definition.code}, not of {code}."
                mend = f"Write code: {code}, or paste the other row for itself."
                files.add(file, found.place(("code",)), "code.another", message, mend)
        return sorted(files.findings)


def _check(folder: Path) -> list[Finding]:
    files = _Files(folder, [])
    rows = _check_catalogue(files)
    known = _known(files, rows)
    checked: dict[str, list[tuple[Path, Marked, Definition]]] = {}
    for file in sorted((folder / "procedures").glob("*/*.yaml")):
        found = files.read(file, "procedure.schema.json")
        if found is None:
            continue
        definition = msgspec.convert(found.value, Definition)
        files.lint(file, found, lints.lint(definition, found.value, known))
        files.lint(file, found, lints.misplaced(definition, file))
        checked.setdefault(definition.code, []).append((file, found, definition))
    for editions in checked.values():
        _check_overlaps(files, editions)
    return sorted(files.findings)


def _check_catalogue(files: _Files) -> dict[str, bool]:
    """Codes of the catalogue; True for a row that can have a definition file."""
    rows: dict[str, bool] = {}
    for file in sorted((files.folder / "catalogue").glob("*/*.yaml")):
        found = files.read(file, "catalogue.schema.json")
        if found is None:
            continue
        for placed in placed_rows([msgspec.convert(found.value, ChapterFile)]):
            if placed.code in rows:
                message = f"The number {placed.row.number} is used twice in the list."
                mend = "Give the second row its number with ~2 behind it, and a note."
                files.add(file, _place_of(found, placed.row.number), "row.duplicate", message, mend)
            rows[placed.code] = not placed.row.heading and placed.row.excluded_since is None
    return rows


def _place_of(found: Marked, number: str) -> Place:
    steps = [
        steps
        for steps in found.places
        if steps and steps[-1] == "number" and _at(found.value, steps) == number
    ]
    return found.place(max(steps, key=lambda s: found.places[s].line) if steps else ())


@cache
def _known_once(folder: Path) -> Known:
    """Of the pack in use, read once a process: its files stay as they are while it serves."""
    return _known(_Files(folder, []), {})


def _known(files: _Files, rows: dict[str, bool]) -> Known:
    registers = Registers(services={})
    file = files.folder / "procedures" / "registers.yaml"
    if file.exists() and (found := files.read(file, "registers.schema.json")):
        registers = msgspec.convert(found.value, Registers)
    general = files.folder / "procedures" / "general.yaml"
    if general.exists() and (found := files.read(general, "general.schema.json")):
        files.lint(general, found, texts(found.value))
    exchanged = _part(files, "exchange/services.yaml", "services")
    purposes = _part(files, "exchange/purposes.yaml", "purposes")
    return Known(
        rows=rows,
        registers=registers,
        body_kinds=frozenset(_part(files, "body_kinds.yaml", "kinds")),
        services={
            name: frozenset(_part_of(service, "fields")) for name, service in exchanged.items()
        },
        purposes={
            name: frozenset(_part_of(purpose, "services")) for name, purpose in purposes.items()
        },
        bodies=_bodies(files.folder / "bodies"),
        offered=_offered(files),
    )


def _offered(files: _Files) -> frozenset[str]:
    """Procedures that an offer of life_events.yaml lodges with nothing left to ask; another module checks that file."""
    file = files.folder / "life_events.yaml"
    if not file.exists():
        return frozenset()
    offers = [
        offer
        for event in marked.read(file).value
        for offer in event.get("offers", ())
        if not offer.get("questions_left")
    ]
    return frozenset(one["code"] for offer in offers for one in offer["procedures"])


def _bodies(folder: Path) -> dict[str, str]:
    """The kind of every body of the pack, by its code."""
    kinds: dict[str, str] = {}
    for name in sorted(folder.glob("*.csv")):
        with name.open(encoding="utf-8", newline="") as file:
            kinds |= {row["code"]: row["kind"] for row in csv.DictReader(file)}
    return kinds


def _part(files: _Files, name: str, key: str) -> dict[str, Any]:
    """A mapping of a file that another module checks; empty where the pack has none, and then anything passes."""
    file = files.folder / name
    if not file.exists():
        return {}
    try:
        return _part_of(marked.read(file).value, key)
    except marked.Unreadable as error:
        mend = (
            "Mend the YAML: indent with spaces, quote texts that hold a colon, use every key once."
        )
        files.add(
            file, error.place, "yaml.unreadable", f"The file cannot be read: {error.reason}.", mend
        )
        return {}


def _part_of(value: Any, key: str) -> dict[str, Any]:
    part = value.get(key) if isinstance(value, dict) else None
    return part if isinstance(part, dict) else {}


def _check_overlaps(files: _Files, editions: Sequence[tuple[Path, Marked, Definition]]) -> None:
    ordered = sorted(editions, key=lambda e: (e[2].valid_from, e[0]))
    for (first, _found, before), (file, found, after) in pairwise(ordered):
        place = found.place(("valid_from",))
        if before.valid_from == after.valid_from:
            message = f"{after.code} has another edition from the same day in {first.name}."
            mend = "Delete one of the two, or give this one a later valid_from."
            files.add(file, place, "edition.duplicate", message, mend)
        elif before.valid_until and before.valid_until > after.valid_from:
            message = f"Until {before.valid_until} the edition in {first.name} is in force."
            mend = f"Let this edition begin on {before.valid_until}, or let the other one end on {after.valid_from}."
            files.add(file, place, "edition.overlap", message, mend)


@cache
def _schema(name: str) -> tuple[dict[str, Any], jsonschema_rs.Draft202012Validator]:
    schema = schema_of(name)
    return schema, jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def _misshapen(found: Marked, name: str) -> Iterator[Lint]:
    schema, validator = _schema(name)
    for error in validator.iter_errors(found.value):
        steps = tuple(error.instance_path)
        at = ".".join(map(str, steps)) or "the file"
        where = _at(schema, error.schema_path[:-1])
        match error.kind:
            case Kind.AdditionalProperties(unexpected):
                allowed = list(where.get("properties", {}))
                for unknown in unexpected:
                    message = f"{unknown} is not a field of {at}."
                    yield Lint(
                        (*steps, unknown), "field.unknown", message, _did_you_mean(unknown, allowed)
                    )
            case Kind.Required(missing):
                is_ground = missing == "source" and steps[:1] in {
                    ("refuse",),
                    ("refuse_to_accept",),
                }
                code = "ground.without_source" if is_ground else "field.missing"
                about = where.get("properties", {}).get(missing, {}).get("description", "")
                yield Lint(
                    steps, code, f"{at} has no {missing}.", f"Add {missing}. {about}".strip()
                )
            case Kind.Enum(options):
                allowed = [str(option) for option in options]
                message = f"{_short(error.instance)} is not a value of {at}."
                yield Lint(
                    steps, "value.unknown", message, _did_you_mean(str(error.instance), allowed)
                )
            case Kind.Pattern():
                code = (
                    "term.unreadable"
                    if steps[-1] in {"base", "if_requested", "term"}
                    else "value.unreadable"
                )
                code = {
                    "period": "validity.unreadable",
                    "multiple": "fee.unreadable",
                    "amount": "fee.unreadable",
                }.get(str(steps[-1]), code)
                mend = " ".join([where.get("description", ""), *_examples(where)])
                yield Lint(
                    steps, code, f"{_short(error.instance)} cannot be read as {at}.", mend.strip()
                )
            case _:
                mend = (
                    where.get("description", "")
                    or "See the schema named in the first line of the file."
                )
                yield Lint(steps, "value.wrong", f"{at}: {_short(error.message, 200)}.", mend)


def _examples(where: dict[str, Any]) -> list[str]:
    examples = where.get("examples") or []
    return [f"For example: {', '.join(map(str, examples))}."] if examples else []


def _at(value: Any, steps: Sequence[Any]) -> Any:
    """What a path leads to; a path that leads nowhere leads to nothing, never to an error."""
    for step in steps:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return value


def _did_you_mean(word: str, allowed: list[str]) -> str:
    close = process.extractOne(word, allowed, score_cutoff=CLOSE_ENOUGH)
    if close:
        return f"Did you mean {close[0]}?"
    return f"Use one of: {', '.join(allowed)}."


def _short(value: Any, most: int = 60) -> str:
    text = str(value)
    return text if len(text) <= most else f"{text[:most]}…"
