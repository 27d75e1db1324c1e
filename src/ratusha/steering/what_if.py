"""What if: other weights, other figures of one unit. The same computation over a changed table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ratusha.kernel.texts import Said

from . import presentation
from .changed import changed_table
from .index import output
from .index.compute import compute, with_weights
from .index.spec import Spec
from .models import PublishedIndex
from .ranking import Change, change


@dataclass(frozen=True)
class Question:
    """Weights of the parts in any unit; `figures` of one unit by input. What is not asked stays as published."""

    weights: Mapping[str, float] = field(default_factory=dict)
    unit: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    key: str
    name: Said
    was: float | None
    was_rank: int | None
    value: float | None
    rank: int | None


@dataclass(frozen=True)
class Answered:
    lines: list[Line]  # in the new order
    change: Change | None  # of the unit that was asked about


def inputs_to_change(spec: Spec) -> list[str]:
    """Those that are read from the table; one with a column for each period is not changed here."""
    if spec.wide or not spec.key:
        return []
    return [
        name
        for name, one in spec.inputs.items()
        if not one.expression and not one.sub_index and not one.words
    ]


def answered(index: PublishedIndex, asked: Question) -> Answered:
    spec = presentation.spec_of(index)
    changed = with_weights(spec, dict(asked.weights)) if asked.weights else spec
    figures = asked.figures if asked.unit else {}
    table = changed_table(index, spec, asked.unit, figures)
    result = compute(changed, table, presentation.specs_of(index))
    told = {
        row["unit"]: row for row in output.lines(result) if row.get("period", "") == index.period
    }
    lines = [
        Line(one.key, one.name, one.value, one.rank, told[one.key]["value"], told[one.key]["rank"])
        for one in presentation.rows(index)
    ]
    lines.sort(key=lambda line: (line.rank is None, line.rank or 0, line.key))
    return Answered(lines, _change(index, asked, output.as_json(result)))


def _change(index: PublishedIndex, asked: Question, told: dict[str, Any]) -> Change | None:
    """Part by part: only where the weights stay, for else a part would change without its figure."""
    if not asked.unit or asked.weights:
        return None

    def mine(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
        return next(
            (
                row
                for row in rows
                if row["unit"] == asked.unit and row.get("period", "") == index.period
            ),
            None,
        )

    before, after = mine(index.result["rows"]), mine(told["rows"])
    return change(index, before, after) if before and after else None
