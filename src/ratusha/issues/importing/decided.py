"""The rows of a file as decisions to learn from and to judge by."""

from pathlib import Path

from ratusha.issues.geometry import flat
from ratusha.issues.places import house_key
from ratusha.issues.routing.memory import Decided

from .reading import Row, read


def decided_in(path: Path) -> list[Decided]:
    """Only what is known when an issue comes, and to whom it was given: no status, no planned day."""
    return [
        Decided(
            reference=row.key,
            category=row.category,
            executor=row.organisation,
            on=row.opened.toordinal(),
            place=None if row.lat is None or row.lon is None else flat(row.lat, row.lon),
            house=house_key(row.address),
        )
        for row in read(path)
        if isinstance(row, Row) and row.organisation
    ]
