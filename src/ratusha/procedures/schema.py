"""The JSON Schemas of the pack's files, made from the structures that read them, so that they cannot disagree."""

from pathlib import Path
from typing import Any

import msgspec

from .catalogue import ChapterFile, ListFile
from .definition import Definition, GeneralRules
from .held import Registers

FILES: dict[str, tuple[Any, str]] = {
    "procedure.schema.json": (Definition, "One edition of one procedure"),
    "general.schema.json": (GeneralRules, "Grounds that belong to every procedure"),
    "registers.schema.json": (Registers, "What the connected registers hold"),
    "catalogue.schema.json": (ChapterFile, "One chapter of an official list"),
    "lists.schema.json": (list[ListFile], "The official lists"),
}


def schema_of(name: str) -> dict[str, Any]:
    kind, title = FILES[name]
    made: dict[str, Any] = _told_plainly(msgspec.json.schema(kind))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **made}


def _told_plainly(schema: Any) -> Any:
    """What is not known is left out, never written as null; a text has the three languages and no fourth."""
    if isinstance(schema, list):
        return [_told_plainly(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _told_plainly(part) for key, part in schema.items()}
    if {"be", "ru", "en"} == (told.get("properties") or {}).keys():
        told["additionalProperties"] = False
    if "anyOf" in told:
        kinds = [part for part in told.pop("anyOf") if part != {"type": "null"}]
        told |= kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        if told.get("default", "") is None:
            del told["default"]
    return told


def write_schemas(folder: Path) -> None:
    """Write every schema beside the packs, where the editors of the files look for them."""
    for name in FILES:
        text = msgspec.json.format(msgspec.json.encode(schema_of(name)), indent=2)
        (folder / name).write_bytes(text + b"\n")
