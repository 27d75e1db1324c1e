"""The published table with other figures of one unit: what questions about an index are computed from."""

from collections.abc import Mapping
from dataclasses import replace

from .index import data
from .index.data import Table
from .index.spec import Spec
from .models import PublishedIndex


def changed_table(
    found: PublishedIndex,
    spec: Spec,
    unit: str,
    figures: Mapping[str, float],
    *,
    alone: bool = False,
) -> Table:
    """Figures of the published period are replaced. `alone` leaves the other periods out."""
    table = data.read(found.table)
    if not figures and not alone:
        return table
    key = table.head.index(spec.key)
    period = table.head.index(spec.period_column) if spec.period_column in table.head else None
    others = {
        table.head.index(spec.inputs[name].column or name): repr(figure)
        for name, figure in figures.items()
    }

    def published(row: list[str]) -> bool:
        return period is None or row[period] == found.period

    def told(row: list[str]) -> list[str]:
        if row[key] != unit or not published(row):
            return row
        return [others.get(at, cell) for at, cell in enumerate(row)]

    kept = [at for at, row in enumerate(table.rows) if published(row) or not alone]
    return replace(
        table, rows=[told(table.rows[at]) for at in kept], lines=[table.lines[at] for at in kept]
    )
