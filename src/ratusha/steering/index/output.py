"""A result as rows for people's programs: one row a unit."""

import csv
import io
from typing import Any

import numpy as np

from .compute import Result
from .spec import Rounding
from .tree import number


def lines(result: Result) -> list[dict[str, Any]]:
    """In the order of the table: unit, value, rank, band, the inputs as they were read, what is missing."""
    leaves = [name for name in result.spec.leaves() if name in result.inputs]
    return [_line(result, at, leaves) for at in range(result.number)]


def _line(result: Result, at: int, leaves: list[str]) -> dict[str, Any]:
    rank = result.rank[at]
    found: dict[str, Any] = {"unit": result.rows.keys[at]}
    if result.spec.name_column:
        found["name"] = result.names[at]
    if result.rows.periods[at]:
        found["period"] = result.rows.periods[at]
    found |= {
        "value": number(result.shown[at]),
        "value_full": number(result.value[at]),
        "rank": None if np.isnan(rank) else int(rank) if rank.is_integer() else float(rank),
        "band": result.bands[at],
    }
    taken = {*found, "missing", "imputed", "notes"}
    for name in leaves:
        found[f"input_{name}" if name in taken else name] = number(result.inputs[name][at])
    put_in = [name for name, marks in result.imputed.items() if marks[at]]
    return found | {
        "missing": result.missing[at],
        "imputed": put_in,
        "notes": result.notes[at],
    }


def about(result: Result) -> dict[str, Any]:
    spec = result.spec
    return {
        "index": spec.code,
        "version": spec.version,
        "title": spec.title,
        "about": spec.about,
        "sample": spec.sample,
        "targets": spec.targets,
        "units": result.number,
        "rated": result.rated,
        "digests": result.digests,
    }


def in_words(value: float | None, rounding: Rounding) -> str:
    """With the decimals that the method shows, noughts included; empty for what is not rated."""
    return "" if value is None else f"{value:.{max(rounding.digits, 0)}f}"


def as_csv(rows: list[dict[str, Any]], rounding: Rounding | None = None) -> str:
    if rounding and not rounding.significant:
        rows = [{**row, "value": in_words(row["value"], rounding)} for row in rows]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else ["unit"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(one) for key, one in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    match value:
        case None:
            return ""
        case list():
            return "; ".join(map(str, value))
        case float():
            return f"{value:.12g}"
        case _:
            return value


def as_json(result: Result) -> dict[str, Any]:
    """With the tree of each unit, down to its inputs; an input that is an index itself has its own tree."""
    rows = lines(result)
    below = {
        name: (
            one,
            {pair: at for at, pair in enumerate(zip(one.rows.keys, one.rows.periods, strict=True))},
        )
        for name, one in result.sub_results.items()
    }
    for at, row in enumerate(rows):
        row["names"] = result.spoken[row["unit"]]
        row["tree"] = result.tree.to_dict(at)
        unit = (row["unit"], row.get("period", ""))
        row["indices"] = {
            name: one.tree.to_dict(places[unit])
            for name, (one, places) in below.items()
            if unit in places
        }
    return {**about(result), "rows": rows}
