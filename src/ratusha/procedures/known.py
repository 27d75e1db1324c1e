"""What the rest of the pack says, to compare a definition with."""

from collections.abc import Mapping
from dataclasses import dataclass

from .held import Registers


@dataclass(frozen=True)
class Known:
    """What the rest of the pack says, to compare a definition with."""

    rows: Mapping[str, bool]
    registers: Registers
    body_kinds: frozenset[str]
    services: Mapping[str, frozenset[str]]
    purposes: Mapping[str, frozenset[str]]
    bodies: Mapping[str, str]  # the kind of each, by its code
    offered: frozenset[str]  # procedures that an offer of life_events.yaml lodges
