"""The form of the technical passport as data: blocks of fields. The official form replaces the file, not the code."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_my_language
from ratusha.procedures.public import Source

from .lists import LISTS, said_in_my_language

Code = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
Answers = dict[str, dict[str, Any]]
NUMBERS = ("number", "money")


class Entry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    code: Code
    name: Text


class Field(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question; of kind `rows`, a table with its columns and the least number of rows.

    A `retired` one is asked no more: older passports have an answer to it, and it is read there for ever.
    """

    code: Code
    kind: Literal["text", "long", "choice", "choices", "yes_no", "day", "number", "money", "rows"]
    label: Text
    required: bool = True
    most: int = 0
    least: int = 0
    smallest: int | None = None
    greatest: int | None = None
    places: int = 0
    contact: bool = False  # the only fields where a person may be named (P18)
    options: list[Entry] = []
    options_from: Literal[
        "", "tasks", "sources", "regions", "indicators", "economic_classes", "tariffs"
    ] = ""
    retired: bool = False
    columns: list["Field"] = []

    def said(self) -> str:
        return in_my_language(self.label).text

    def choices(self) -> list[tuple[str, str]]:
        if self.options_from:
            return LISTS[self.options_from]()
        return said_in_my_language((one.code, one.name) for one in self.options)


class Block(Struct, frozen=True, forbid_unknown_fields=True):
    code: Code
    title: Text
    fields: list[Field]

    @property
    def asked(self) -> list[Field]:
        return [one for one in self.fields if not one.retired]

    def shown(self, answers: Answers) -> list[Field]:
        """What is asked, and what was asked once and is answered."""
        given = answers.get(self.code, {})
        return [one for one in self.fields if not one.retired or given.get(one.code)]

    def said(self) -> str:
        return in_my_language(self.title).text

    def field(self, code: str) -> Field:
        return next(one for one in self.fields if one.code == code)


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    source: Source
    blocks: list[Block]

    def block(self, code: str) -> Block | None:
        return next((one for one in self.blocks if one.code == code), None)

    def number_of(self, code: str) -> int:
        return [one.code for one in self.blocks].index(code) + 1

    def fields(self) -> Iterator[tuple[Block, Field]]:
        for block in self.blocks:
            for field in block.fields:
                yield block, field


@cache
def form(code: str = "passport.v1") -> Form:
    return msgspec.convert(pack().yaml(f"measures/{code}.yaml"), Form)


PILOT_LEAVES_OUT = ("systems", "effects", "independence", "people", "duplicates", "attachments")


def schema_of_form() -> dict[str, Any]:
    """For the editors of the pack's file; written beside the packs."""
    made: dict[str, Any] = msgspec.json.schema(Form)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A technical passport",
        **made,
    }


def schema_of_answers(of: Form) -> dict[str, Any]:
    """JSON Schema of a passport as other systems send it: numbers and days are texts, so that nothing is rounded."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": of.code,
        "type": "object",
        "additionalProperties": False,
        "properties": {block.code: _object(block.fields) for block in of.blocks},
    }


def _object(fields: list[Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {one.code: _value(one) for one in fields},
    }


def _value(field: Field) -> dict[str, Any]:
    match field.kind:
        case "rows":
            return {"type": "array", "items": _object(field.columns)}
        case "choices":
            return {"type": "array", "items": {"enum": [code for code, _name in field.choices()]}}
        case "choice":
            return {"enum": ["", *(code for code, _name in field.choices())]}
        case "yes_no":
            return {"type": ["boolean", "null"]}
        case "number" | "money":
            return {"type": "string", "pattern": r"^(-?\d+(\.\d+)?)?$"}
        case "day":
            return {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
        case _:
            return {"type": "string", "maxLength": field.most or 4000}
