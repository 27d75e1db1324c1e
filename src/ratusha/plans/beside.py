"""What other rooms know of a body and plans need: named here, plugged by the composition root."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True)
class Known:
    """A value of an indicator of a body in a year, and where it comes from."""

    value: Decimal
    source: str


MeasuresOf = Callable[[UUID], Mapping[str, str]]  # reference: name
ValueOf = Callable[[UUID, str, int], Known | None]  # body, code of the indicator, year

_measures: list[MeasuresOf] = []
_values: list[ValueOf] = []


def plug_measures(measures_of: MeasuresOf) -> None:
    _measures[:] = [measures_of]


def plug_values(value_of: ValueOf) -> None:
    _values[:] = [value_of]


def measures_of(body_id: UUID) -> Mapping[str, str]:
    """Running measures of the body; none while nobody is plugged."""
    return _measures[0](body_id) if _measures else {}


def value_of(body_id: UUID, code: str, year: int) -> Known | None:
    """None: no campaign has a value, and nothing is compared."""
    return _values[0](body_id, code, year) if _values else None
