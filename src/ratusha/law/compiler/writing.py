"""A definition as the file a lawyer reads: YAML in blocks, with the phrase of the law behind each rule above it."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from .compiled import Fact
from .definitions import Drafted
from .spelling import normal

_WIDTH = 110
_SCHEMA = "# yaml-language-server: $schema=../../../procedure.schema.json"


def as_yaml(drafted: Drafted) -> str:
    """The text of the file: first the schema, then what it was compiled from, then the definition."""
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    plain = msgspec.to_builtins(drafted.definition, builtin_types=(date,))
    source = _ordered(plain["source"])
    source.yaml_set_anchor("row", always_dump=True)
    out = io.StringIO()
    yaml.dump(_ordered(plain, source), out)
    return "\n".join([_SCHEMA, *_origin(drafted), out.getvalue()])


def _origin(drafted: Drafted) -> list[str]:
    row = drafted.row
    lines = [
        f"# Compiled from row {row.row} of an official table. Check it, mend it, then take this comment away."
    ]
    facts: list[tuple[str, Fact | None]] = [
        ("term", row.term),
        ("fee", row.fee),
        ("validity", row.validity),
        *(("documents", document) for document in row.documents),
    ]
    for column, fact in facts:
        if fact:
            sure = f"{fact.confidence:.2f}" if fact.parsed else "not understood"
            lines.append(
                f"#   {column} {fact.place.start}-{fact.place.end} ({sure}): {normal(fact.phrase)}"
            )
    lines += [f"#   to do: {normal(what)}" for what in drafted.to_do]
    return lines


def _ordered(value: Any, source: CommentedMap | None = None) -> Any:
    """The same source is written once, and named where it comes again."""
    if isinstance(value, dict):
        if source is not None and value == source:
            return source
        return CommentedMap((key, _ordered(inner, source)) for key, inner in value.items())
    if isinstance(value, list):
        return [_ordered(inner, source) for inner in value]
    return value


def write(drafted: Drafted, folder: Path) -> Path:
    """U200/2.6 into U200/2.6.yaml below the folder."""
    code, _slash, number = drafted.definition.code.partition("/")
    file = folder / code / f"{number}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_yaml(drafted), encoding="utf-8")
    return file
