"""Indicators of what the state has promised: procedures in force and what they ask. No case of anybody is in them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ratusha.indicators.rules import Cell, Counted, Coverage, Unit, added
from ratusha.kernel.pack import pack
from ratusha.procedures.public import held_and_fetched, in_force, most_demanded, read_registers

from .electronic import ELECTRONIC_FROM

KNOWN_FROM = "e2"  # below it we do not know what is asked, so nothing is claimed
Row = tuple[str, str, int, str]  # code, list, chapter, level


def _in_force(on: date) -> list[Row]:
    asked = ("procedure_id", "procedure__list_id", "procedure__chapter__number", "electronic_level")
    return list(in_force(on).select_related(None).order_by("procedure_id").values_list(*asked))


def electronic_all(on: date) -> Counted:
    rows = _in_force(on)
    return _electronic(rows, Coverage("procedures", len(rows), len(rows)), by_name=False)


def electronic_demanded(on: date) -> Counted:
    wanted = set(most_demanded().procedures)
    rows = [row for row in _in_force(on) if row[0] in wanted]
    return _electronic(rows, Coverage("procedures", len(rows), len(wanted)), by_name=True)


def _electronic(rows: list[Row], coverage: Coverage, *, by_name: bool) -> Counted:
    def by(keys: Iterable[str]) -> list[Cell]:
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for key, row in zip(keys, rows, strict=True):
            sums[key][0] += row[3] >= ELECTRONIC_FROM
            sums[key][1] += 1
        return [Cell(key, Decimal(part), of) for key, (part, of) in sorted(sums.items())]

    found = {
        "level": by(row[3] for row in rows),
        "chapter": by(f"{row[1]}/{row[2]}" for row in rows),
    }
    if by_name:
        found["procedure"] = by(row[0] for row in rows)
    return Counted(Unit.SHARE, added(found["level"], ""), found, coverage)


def once_only(on: date) -> Counted:
    registers = read_registers(pack().folder)
    known = in_force(on).filter(electronic_level__gte=KNOWN_FROM).defer(None)
    cells = []
    for edition in known:
        held, fetched = held_and_fetched(edition.promise, registers)
        if held:
            cells.append(Cell(edition.procedure_id, Decimal(fetched), held))
    cells.sort(key=lambda cell: cell.key)
    coverage = Coverage("described", known.count(), in_force(on).count())
    return Counted(Unit.SHARE, added(cells, ""), {"procedure": cells}, coverage)
