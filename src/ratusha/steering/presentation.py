"""A published index as a page tells it: words of the reader, bars, and the tree down to the rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language

from ratusha.kernel.texts import Said, in_language

from .index import reading
from .index.compute import named
from .index.spec import Node, Spec
from .models import PublishedIndex


@lru_cache(maxsize=64)
def _specs(text: str) -> tuple[Spec, ...]:
    return tuple(reading.read(text))


def specs_of(index: PublishedIndex) -> tuple[Spec, ...]:
    return _specs(index.specification)


def spec_of(index: PublishedIndex) -> Spec:
    return named(specs_of(index), index.result["index"], index.result["version"])


def said(texts: dict[str, str], otherwise: str) -> Said:
    return in_language(texts or {"en": otherwise}, get_language() or "en")


@dataclass(frozen=True)
class Row:
    key: str
    name: Said
    value: float | None
    rank: int | None
    low: int | None  # of the range of ranks under other weights
    high: int | None
    tie: tuple[int, int] | None
    band: Said
    bar: float  # 0 to 100
    change: float | None  # since the period before
    missing: list[Said]

    @property
    def uncertain(self) -> bool:
        return self.tie is not None and self.tie[0] != self.tie[1]


def rows(index: PublishedIndex) -> list[Row]:
    spec, result, found = spec_of(index), index.result, index.rows()
    values = [row["value_full"] for row in found if row["value_full"] is not None]
    bottom, top = min([0.0, *values]), max([*values, 0.0])
    before = _before(index)
    return [
        Row(
            key=row["unit"],
            name=name_of(row),
            value=row["value"],
            rank=row["rank"],
            low=result["ranges"].get(row["unit"], {}).get("low"),
            high=result["ranges"].get(row["unit"], {}).get("high"),
            tie=tuple(result["ties"][row["unit"]]) if row["unit"] in result["ties"] else None,
            band=band(spec, row["band"]),
            bar=0.0
            if row["value"] is None
            else round((row["value_full"] - bottom) / (top - bottom or 1) * 100, 1),
            change=_change(row, before.get(row["unit"])),
            missing=[label(spec, name) for name in row["missing"]],
        )
        for row in found
    ]


def name_of(row: dict[str, Any]) -> Said:
    return said(row.get("names") or {}, row.get("name") or row["unit"])


def band(spec: Spec, name: str) -> Said:
    labels = {one.name: one.label for one in spec.bands.bands}
    return said(labels.get(name, {}), name.replace("_", " "))


def label(spec: Spec, name: str) -> Said:
    one = spec.inputs.get(name)
    return said(one.label if one else {}, name.replace("_", " "))


def _before(index: PublishedIndex) -> dict[str, Any]:
    periods = sorted({row.get("period", "") for row in index.result["rows"]})
    at = periods.index(index.period)
    if at == 0:
        return {}
    return {
        row["unit"]: row for row in index.result["rows"] if row.get("period") == periods[at - 1]
    }


def _change(row: dict[str, Any], before: dict[str, Any] | None) -> float | None:
    if before is None or row["value_full"] is None or before["value_full"] is None:
        return None
    return float(row["value_full"] - before["value_full"])


@dataclass(frozen=True)
class Part:
    """A branch of the tree of one unit; `own` is the figure as it was read, of a leaf."""

    label: Said
    value: float | None
    weight: float | None
    contribution: float | None
    own: float | None = None
    unit: str = ""
    method: str = ""
    formula: str = ""
    parts: list["Part"] = field(default_factory=list)


def tree(index: PublishedIndex, row: dict[str, Any]) -> Part:
    spec = spec_of(index)
    return _part(spec, spec.root, row["tree"], row)


def _part(spec: Spec, node: Node, told: dict[str, Any], row: dict[str, Any]) -> Part:
    leaf = node.name in spec.inputs and node.is_leaf
    return Part(
        label=label(spec, node.name) if leaf else said(node.label, node.name.replace("_", " ")),
        value=told["value"],
        weight=told.get("weight"),
        contribution=told.get("contribution"),
        own=row.get(f"input_{node.name}", row.get(node.name)) if leaf else None,
        unit=spec.inputs[node.name].unit if leaf else "",
        method=told.get("method", ""),
        formula=told.get("formula", ""),
        parts=[
            _part(spec, child, one, row)
            for child, one in zip(node.children, told.get("parts", []), strict=False)
        ],
    )


def flat(part: Part, level: int = 0) -> Iterator[tuple[int, Part]]:
    """The tree as lines of a table, each with its depth."""
    for one in part.parts:
        yield level, one
        yield from flat(one, level + 1)


def weights(index: PublishedIndex) -> list[tuple[str, Said, Decimal]]:
    """Of the parts of the whole, in percent."""
    spec = spec_of(index)
    count = len(spec.root.children)
    return [
        (
            child.name,
            label(spec, child.name)
            if child.is_leaf
            else said(child.label, child.name.replace("_", " ")),
            Decimal(str(round((child.weight if child.weight is not None else 1 / count) * 100, 2))),
        )
        for child in spec.root.children
    ]
