"""The table an index is computed from: earlier periods as they were published, and the one that is collected. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal

from ratusha.kernel.texts import Text

NAMED = ("be", "ru", "en")
HEAD = ("code", "name_be", "name_ru", "name_en", "year")


def read(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table)))


def series(table: str, column: str, *, before: int) -> dict[str, list[tuple[str, Decimal]]]:
    """(year, figure) of each unit in the order of years, of those that have one."""
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for row in sorted(read(table), key=lambda one: one["year"]):
        if row.get(column) and int(row["year"]) < before:
            found.setdefault(row["code"], []).append((row["year"], Decimal(row[column])))
    return found


def with_year(
    earlier: str,
    year: int,
    names: Mapping[str, Text],
    columns: list[str],
    figures: Mapping[str, Mapping[str, Decimal | None]],
) -> str:
    """Earlier periods stay as they were published; this year replaces its earlier round. No figure stays empty."""
    kept = [row for row in read(earlier) if row["year"] != str(year)] if earlier else []
    ours = [
        {
            "code": code,
            **{f"name_{language}": names[code].get(language, "") for language in NAMED},
            "year": str(year),
            **{column: _plain(figures[code].get(column)) for column in columns},
        }
        for code in sorted(figures)
    ]
    return _written([*HEAD, *columns], [*kept, *ours])


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _written(head: list[str], rows: Iterable[Mapping[str, str]]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, head, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
