"""The loader: the only code that writes the territory."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Model

from ratusha.kernel.pack import Pack
from ratusha.kernel.texts import Text

from .models import Settlement, Unit
from .rules import fold, lineages

_BATCH = 2000


@dataclass(frozen=True)
class Loaded:
    units: int
    settlements: int


def _rows(pack: Pack, name: str) -> list[dict[str, str]]:
    with pack.file(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _name(row: dict[str, str]) -> Text:
    return {column[5:]: row[column] for column in row if column.startswith("name_") and row[column]}


def _folded(name: Text) -> str:
    return "|" + "".join(f"{word}|" for word in dict.fromkeys(fold(said) for said in name.values()))


def _common(row: dict[str, str]) -> dict[str, Any]:
    name = _name(row)
    return {
        "kind": row["kind"],
        "name": name,
        "basis": row["basis"],
        "folded": _folded(name),
        "population": int(row["population"]) if row["population"] else None,
        "lat": Decimal(row["lat"]) if row["lat"] else None,
        "lon": Decimal(row["lon"]) if row["lon"] else None,
    }


@transaction.atomic
def load_territory(pack: Pack) -> Loaded:
    """Bring the tables in line with the pack; a second run changes nothing. What the pack drops stays, as history."""
    year = pack.yaml("territory/about.yaml")["population_year"]
    rows = _rows(pack, "territory/units.csv")
    lines = lineages((row["code"], row["parent"]) for row in rows)
    units = [
        Unit(
            code=row["code"],
            level=row["level"],
            parent_id=row["parent"] or None,
            lineage=lines[row["code"]],
            population_year=year if row["population"] else None,
            **_common(row),
        )
        for row in sorted(rows, key=lambda row: len(lines[row["code"]]))
    ]
    settlements = [
        Settlement(
            unit_id=row["unit"],
            key=f"{row['unit']}/{row['kind']}/{list(_name(row).values())[-1]}",
            postcode=row["postcode"],
            **_common(row),
        )
        for row in _rows(pack, "territory/settlements.csv")
    ]
    _write(Unit, units, "code")
    _write(Settlement, settlements, "key")
    return Loaded(len(units), len(settlements))


def _write(model: type[Model], rows: list[Any], key: str) -> None:
    changing = [f.name for f in model._meta.concrete_fields if f.name not in (key, "id")]
    model._default_manager.bulk_create(  # noqa: SLF001
        rows, batch_size=_BATCH, update_conflicts=True, unique_fields=[key], update_fields=changing
    )
