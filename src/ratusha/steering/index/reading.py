"""From YAML to specifications: the shape by a JSON Schema, the sense by hand, every mistake with its line."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
from jsonschema_rs import ValidationErrorKind as Kind

from ratusha.kernel import marked
from ratusha.kernel.marked import Finding, Marked, Place, Steps

from . import building, checking, notation
from .mistakes import Mistake, Mistaken, did_you_mean
from .spec import Spec

LARGEST = 1_000_000  # bytes of a specification
MEND_YAML = "Mend the YAML: indent with spaces, quote texts that hold a colon, use every key once."


def read_file(file: Path) -> list[Spec]:
    """All specifications of a file; Mistaken tells everything that is wrong with it."""
    if file.stat().st_size > LARGEST:
        message = f"The file is larger than {LARGEST} bytes."
        raise Mistaken([Finding(file.name, 1, 1, "file.large", message, "Split it.")])
    try:
        text = file.read_text(encoding="utf-8-sig")
    except ValueError as error:
        message = "The file is not text in UTF-8."
        raise Mistaken(
            [Finding(file.name, 1, 1, "file.text", message, "Save it as UTF-8.")]
        ) from error
    return read(text, file.name)


def read(text: str, name: str = "specification") -> list[Spec]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    documents = _documents(text, name)
    findings = [one for found in documents for one in misshapen(found, name)]
    specs: list[Spec] = []
    if not findings:
        for found in documents:
            spec, mistakes = building.build(found.value)
            findings += [told(name, found, mistake) for mistake in mistakes]
            if spec is not None:
                specs.append(replace(spec, digest=digest))
    if not findings:
        for found, spec in zip(documents, specs, strict=True):
            findings += [told(name, found, mistake) for mistake in checking.check(spec, specs)]
    if findings:
        raise Mistaken(findings)
    return specs


def _documents(text: str, name: str) -> list[Marked]:
    try:
        found = marked.read_documents(notation.quoted(text), number_keys=True)
    except marked.Unreadable as error:
        place = error.place
        message = f"The file cannot be read: {error.reason}."
        raise Mistaken(
            [Finding(name, place.line, place.column, "yaml.unreadable", message, MEND_YAML)]
        ) from error
    if not found:
        raise Mistaken([Finding(name, 1, 1, "file.empty", "The file is empty.", "Write an index.")])
    return found


def told(name: str, found: Marked, mistake: Mistake) -> Finding:
    place: Place = found.place(mistake.steps)
    return Finding(name, place.line, place.column, mistake.code, mistake.message, mistake.mend)


@cache
def schema() -> dict[str, Any]:
    file = Path(__file__).with_name("index.schema.json")
    found: dict[str, Any] = msgspec.json.decode(file.read_bytes())
    return found


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema())


def misshapen(found: Marked, name: str) -> Iterator[Finding]:
    """Against the schema: unknown fields with the nearest known one, what is left out, wrong kinds."""
    for error in _validator().iter_errors(found.value):
        steps: Steps = tuple(error.instance_path)
        at = ".".join(map(str, steps)) or "the index"
        where = _at(schema(), error.schema_path[:-1])
        match error.kind:
            case Kind.AdditionalProperties(unexpected):
                for unknown in unexpected:
                    message = f"{unknown} is not a field of {at}."
                    mend = did_you_mean(unknown, where.get("properties", {}))
                    yield told(
                        name, found, Mistake("field.unknown", message, mend, (*steps, unknown))
                    )
            case Kind.Required(missing):
                message = f"{at} has no {missing}."
                yield told(name, found, Mistake("field.missing", message, f"Add {missing}.", steps))
            case Kind.Enum(options):
                allowed = options if isinstance(options, list) else msgspec.json.decode(options)
                message = f"{at} cannot be {error.instance!r}."
                mend = did_you_mean(str(error.instance), [str(one) for one in allowed])
                yield told(name, found, Mistake("value.unknown", message, mend, steps))
            case _:
                message = f"{at} is wrong: {error.message}."
                mend = str(where.get("description") or "See docs/modules/steering.md.")
                yield told(name, found, Mistake("value.wrong", message, mend, steps))


def _at(value: Any, steps: Any) -> Any:
    for step in steps:
        if isinstance(value, list) or (isinstance(value, dict) and step in value):
            value = value[step]
        elif isinstance(value, dict) and "$ref" in value:
            value = _at(schema(), [*value["$ref"].split("/")[1:], step])
        else:
            return {}
    return value if isinstance(value, dict) else {}
