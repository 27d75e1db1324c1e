"""How each indicator is counted from the live tables. A change of meaning is a new version, in the pack and here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ratusha.indicators.rules import Cell, Counted, grouped, without_small

from . import cases, exchange, promises
from .places import Places, places_of

Count = Callable[[date], Counted]
COUNTS: dict[str, Count] = {
    "electronic-all-1": promises.electronic_all,
    "electronic-demanded-1": promises.electronic_demanded,
    "electronic-volume-1": cases.electronic_volume,
    "in-term-1": cases.in_term,
    "median-days-1": cases.median_days,
    "once-only-1": promises.once_only,
    "satisfaction-1": cases.satisfaction,
    "exchange-1": exchange.answers,
    "online-1": cases.online,
    "refused-1": cases.refused,
    "complaints-1": cases.complaints,
}
OF_PROMISES = {
    "electronic-all-1",
    "electronic-demanded-1",
    "once-only-1",
}  # nobody's case is in them


def count(version: str, on: date) -> Counted:
    """As of the end of a day, districts and regions added up, rows about fewer than five people put together."""
    counted = COUNTS[version](on)
    if "body" in counted.rows:
        places = places_of(cell.key for cell in counted.rows["body"])
        counted = replace(counted, rows={**_by_place(counted, places), **counted.rows})
        return _without_small(counted, places)
    return counted if version in OF_PROMISES else _without_small(counted, None)


def _by_place(counted: Counted, places: Places) -> dict[str, list[Cell]]:
    districts = grouped(counted.rows["body"], places.district)
    return {"region": grouped(districts, places.region), "district": districts}


def _without_small(counted: Counted, places: Places | None) -> Counted:
    above = {"body": places.district, "district": places.region} if places else {}
    rows, hidden = {}, {}
    for name, cells in counted.rows.items():
        how = (cells, above[name]) if name in above else (cells,)
        rows[name], number = without_small(*how)
        if number:
            hidden[name] = number
    return replace(counted, rows=rows, hidden=hidden)
