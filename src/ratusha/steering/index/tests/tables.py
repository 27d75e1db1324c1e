"""Small worked examples: a specification and a table as text, and the result of one unit."""

from ratusha.steering.index import data, reading
from ratusha.steering.index.compute import Result, compute, named


def computed(spec: str, table: str, code: str = "", version: str = "") -> Result:
    specs = reading.read(spec)
    return compute(named(specs, code, version), data.read(table), specs)


def values(result: Result) -> dict[str, float]:
    return dict(zip(result.rows.keys, result.value.tolist(), strict=True))


def ranks(result: Result) -> dict[str, float]:
    return dict(zip(result.rows.keys, result.rank.tolist(), strict=True))


def bands(result: Result) -> dict[str, str]:
    return dict(zip(result.rows.keys, result.bands, strict=True))
