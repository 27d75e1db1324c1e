"""The same figures for programs: rows of a table, and one figure with its inputs."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from .figures.combining import Value
from .figures.compute import Figure, Figures


def plain(value: Value) -> Any:
    """Money as text, so that nothing is rounded; days in ISO 8601."""
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def as_csv(lines: Sequence[Figures], codes: Sequence[str]) -> str:
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(
        ["key", "level", "name", *(name for code in codes for name in (code, f"{code}_known_of"))]
    )
    for one in lines:
        found = [one.figure(code) for code in codes]
        cells = [
            cell
            for figure in found
            for cell in (_cell(figure.value), f"{figure.known}/{figure.of}")
        ]
        write.writerow([one.key, one.level.value, _safe(one.said().text), *cells])
    return out.getvalue()


def _cell(value: Value) -> Any:
    return "" if value is None else plain(value)


def _safe(text: str) -> str:
    """A name must not become a formula of a spreadsheet."""
    return f"'{text}" if text[:1] in "=+-@" else text


def as_plain(lines: Sequence[Figures], codes: Sequence[str], today: date) -> dict[str, Any]:
    return {
        "as_of": today.isoformat(),
        "rows": [
            {
                "key": one.key,
                "level": one.level.value,
                "name": one.said().text,
                "figures": {code: _figure(one.figure(code)) for code in codes},
            }
            for one in lines
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": plain(figure.value),
        "unit": figure.formula.unit.value,
        "formula": figure.formula.version,
        "known": figure.known,
        "of": figure.of,
    }


def opened_as_plain(figures: Figures, opened: Figure) -> dict[str, Any]:
    return {
        "key": figures.key,
        "name": figures.said().text,
        "code": opened.formula.code,
        "as_of": opened.as_of.isoformat(),
        "said": str(opened.formula.said),
        **_figure(opened),
        "inputs": [
            {
                "label": str(one.label),
                "value": plain(one.value),
                "unit": one.unit.value,
                "node": one.node,
                "code": one.code,
                "note": one.note,
            }
            for one in opened.inputs
        ],
    }
