"""What only one kind of case has for its file: each kind plugs a function, `config/wiring.py` says which."""

from collections.abc import Callable
from typing import Any

from ratusha.cases.public import Case

Part = Callable[[Case, str], dict[str, Any]]  # of a case, in a language: plain values by a name
NOTES = (
    "notes"  # in a part: what notes of steps say, by the key of the step, where they keep a code
)
_parts: dict[str, Part] = {}


def plug(kind: str, part: Part) -> None:
    _parts[kind] = part


def part_of(case: Case, language: str) -> dict[str, Any]:
    part = _parts.get(case.kind)
    return part(case, language) if part else {}
