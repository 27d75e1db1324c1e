"""A polygon as cells of one fine grid, so that a database without geometry can hold "no gap, no overlap". Pure.

A cell belongs to a polygon if its middle lies inside, the left and the lower edge counted in: polygons that share a
border share no cell and leave none between them. The grid is the same everywhere and for ever: 2^22 columns and rows
over the globe, numbered along Morton's curve. 512 x 512 cells are a tile, one run of numbers.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ratusha.issues.geometry import METRES

Ring = Sequence[tuple[float, float]]  # longitude, latitude; closed
Runs = np.ndarray[tuple[int, ...], np.dtype[np.int64]]  # rows of [first, behind the last]
Bits = np.ndarray[tuple[int, ...], np.dtype[np.int8]]
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Cells = dict[int, Runs]  # by tile

BITS = 22
SIDE = 1 << BITS
TILE_BITS = 9
TILE = 1 << TILE_BITS
IN_TILE = TILE * TILE
EAST, NORTH = 360 / SIDE, 180 / SIDE  # degrees in a cell


def _spread(number: Numbers) -> Numbers:
    """The bits with a free place between each two."""
    for shift, mask in (
        (16, 0x0000FFFF0000FFFF),
        (8, 0x00FF00FF00FF00FF),
        (4, 0x0F0F0F0F0F0F0F0F),
        (2, 0x3333333333333333),
        (1, 0x5555555555555555),
    ):
        number = (number | (number << shift)) & mask
    return number


def _gathered(number: int) -> int:
    found = 0
    for place in range(BITS):
        found |= ((number >> (2 * place)) & 1) << place
    return found


_PLACES = _spread(np.arange(TILE, dtype=np.int64))
_ORDER = (_PLACES[None, :] | (_PLACES[:, None] << 1)).ravel()  # of the cells of a tile, row by row


def number_of(column: int, row: int) -> int:
    both = _spread(np.array([column, row], dtype=np.int64))
    return int(both[0] | (both[1] << 1))


def cell_at(lat: float, lon: float) -> int:
    """The cell that a point is in."""
    column = min(max(int((lon + 180) / EAST), 0), SIDE - 1)
    row = min(max(int((lat + 90) / NORTH), 0), SIDE - 1)
    return number_of(column, row)


def middle_of(cell: int) -> tuple[float, float]:
    """Latitude and longitude of the middle of a cell."""
    return (
        (_gathered(cell >> 1) + 0.5) * NORTH - 90,
        (_gathered(cell) + 0.5) * EAST - 180,
    )


def sizes_at(lat: float) -> tuple[float, float]:
    """Width and height of a cell in metres."""
    return EAST * METRES * math.cos(math.radians(lat)), NORTH * METRES


def border_costs(lat: float) -> float:
    """How far from the drawn border, in metres, a point may be given to the neighbour: half a diagonal."""
    return math.hypot(*sizes_at(lat)) / 2


def cells_of(rings: Iterable[Ring]) -> Cells:
    """The cells whose middle is inside an odd number of these rings: a polygon with its holes, or several."""
    rows, columns = _crossings(rings)
    if not len(rows):
        return {}
    bands = rows // TILE
    order = np.lexsort((columns, bands))
    bands, rows, columns = bands[order], rows[order], columns[order]
    found: Cells = {}
    for band in np.unique(bands):
        inside = slice(*np.searchsorted(bands, [band, band + 1]))
        found |= _in_band(int(band), rows[inside] - band * TILE, columns[inside])
    return found


def _crossings(rings: Iterable[Ring]) -> tuple[Numbers, Numbers]:
    """Where borders pass the middles of the rows: the row, and the first column whose middle is not before it."""
    edges = [_edges(ring) for ring in rings]
    if not edges:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    x0, y0, x1, y1 = np.concatenate(edges, axis=1)
    down = y0 > y1  # always upwards: both neighbours compute a shared border from the same numbers
    x0, x1, y0, y1 = (
        np.where(down, x1, x0),
        np.where(down, x0, x1),
        np.where(down, y1, y0),
        np.where(down, y0, y1),
    )
    first, behind = (np.ceil(one - 0.5).astype(np.int64) for one in (y0, y1))
    counts = behind - first
    whose = np.repeat(np.arange(len(counts)), counts)
    rows = np.arange(len(whose)) - np.repeat(np.cumsum(counts) - counts, counts) + first[whose]
    climb = (rows + 0.5 - y0[whose]) / (y1 - y0)[whose]
    at = x0[whose] + climb * (x1 - x0)[whose]
    return rows, np.ceil(at - 0.5).astype(np.int64)


def _edges(ring: Ring) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    points = np.asarray(ring, float)
    x, y = (points[:, 0] + 180) / EAST, (points[:, 1] + 90) / NORTH
    return np.stack([x[:-1], y[:-1], x[1:], y[1:]])


def _in_band(band: int, rows: Numbers, columns: Numbers) -> Cells:
    """A row of tiles from left to right: which of its cells are inside, and which rows go on inside."""
    tiles = columns // TILE
    inside = np.zeros(
        TILE, np.int8
    )  # for each row of cells: whether the left edge of the tile is inside
    found: Cells = {}
    last = None
    for tile in np.unique(tiles):
        if last is not None and inside.any():
            found |= _unbroken(band, range(last + 1, int(tile)), inside)
        here = slice(*np.searchsorted(tiles, [tile, tile + 1]))
        turns = np.zeros((TILE, TILE), np.int8)
        np.add.at(turns, (rows[here], columns[here] - tile * TILE), 1)
        turns[:, 0] += inside
        raster = np.cumsum(turns, axis=1, dtype=np.int8) & 1  # an overflow keeps it odd or even
        _keep(found, int(tile), band, raster)
        inside = raster[:, -1]
        last = int(tile)
    return found


def _unbroken(band: int, tiles: range, inside: Bits) -> Cells:
    found: Cells = {}
    if inside.all():  # far from the border: whole tiles
        for column in tiles:
            tile = number_of(column, band)
            found[tile] = np.array([[tile * IN_TILE, (tile + 1) * IN_TILE]])
        return found
    raster = np.broadcast_to(inside[:, None], (TILE, TILE))
    for tile in tiles:
        _keep(found, tile, band, raster)
    return found


def _keep(found: Cells, column: int, row: int, raster: Bits) -> None:
    tile = number_of(column, row)
    flat = np.empty(IN_TILE, np.int8)
    flat[_ORDER] = raster.ravel()
    runs = _runs_where(flat) + tile * IN_TILE
    if len(runs):
        found[tile] = runs


def _runs_where(flat: Bits) -> Runs:
    edges = np.flatnonzero(np.diff(flat, prepend=np.int8(0), append=np.int8(0)))
    return edges.reshape(-1, 2).astype(np.int64)


def count(cells: Cells) -> int:
    return sum(int((runs[:, 1] - runs[:, 0]).sum()) for runs in cells.values())


def square_metres(cells: Cells) -> float:
    found = 0.0
    for tile, runs in cells.items():
        width, height = sizes_at(middle_of(tile * IN_TILE)[0])
        found += int((runs[:, 1] - runs[:, 0]).sum()) * width * height
    return found


def how_often(parts: Iterable[Runs], tile: int) -> Numbers:
    """For each cell of a tile, in how many of the parts it is."""
    turns = np.zeros(IN_TILE + 1, np.int32)
    for runs in parts:
        np.add.at(turns, runs[:, 0] - tile * IN_TILE, 1)
        np.add.at(turns, runs[:, 1] - tile * IN_TILE, -1)
    return np.cumsum(turns[:-1], dtype=np.int64)


def where(truths: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], tile: int) -> Runs:
    return _runs_where(truths.astype(np.int8)) + tile * IN_TILE


def twice(parts: Sequence[Cells]) -> Cells:
    """Cells that are in more than one of the parts."""
    found: Cells = {}
    for tile in {one for part in parts for one in part}:
        runs = [part[tile] for part in parts if tile in part]
        if len(runs) > 1:
            both = where(how_often(runs, tile) > 1, tile)
            if len(both):
                found[tile] = both
    return found


def minus(one: Cells, *others: Cells) -> Cells:
    """What is in `one` and in none of the others."""
    found: Cells = {}
    for tile, runs in one.items():
        taken = [other[tile] for other in others if tile in other]
        if not taken:
            found[tile] = runs
            continue
        left = (how_often([runs], tile) > 0) & (how_often(taken, tile) == 0)
        kept = where(left, tile)
        if len(kept):
            found[tile] = kept
    return found


@dataclass(frozen=True)
class Spot:
    """Cells that hang together, roughly: where they are and how much of the ground."""

    lat: float
    lon: float
    square_metres: float
    box: tuple[float, float, float, float]  # west, south, east, north


BLOCK_BITS = 4  # cells 16 x 16, ninety metres: so roughly are spots told apart


def blocks_of(cells: Cells) -> dict[tuple[int, int], int]:
    """Coarse squares by column and row, with how many of the cells are in each."""
    found: dict[tuple[int, int], int] = {}
    size = 1 << (2 * BLOCK_BITS)
    for runs in cells.values():
        for first, behind in runs.tolist():
            for block in range(first // size, (behind - 1) // size + 1):
                inside = min(behind, (block + 1) * size) - max(first, block * size)
                place = _gathered(block), _gathered(block >> 1)
                found[place] = found.get(place, 0) + inside
    return found


def spots(cells: Cells) -> list[Spot]:
    """The largest first."""
    left = blocks_of(cells)
    found = [_spot(group) for group in _together(left)]
    return sorted(found, key=lambda one: -one.square_metres)


def _together(left: dict[tuple[int, int], int]) -> Iterator[Mapping[tuple[int, int], int]]:
    left = dict(left)
    while left:
        start, how_many = left.popitem()
        group, waiting = {start: how_many}, [start]
        while waiting:
            column, row = waiting.pop()
            for near in (
                (column + east, row + north) for east in (-1, 0, 1) for north in (-1, 0, 1)
            ):
                if near in left:
                    group[near] = left.pop(near)
                    waiting.append(near)
        yield group


def _spot(group: Mapping[tuple[int, int], int]) -> Spot:
    wide, high = EAST * (1 << BLOCK_BITS), NORTH * (1 << BLOCK_BITS)
    columns, rows = zip(*group, strict=True)
    box = (
        min(columns) * wide - 180,
        min(rows) * high - 90,
        (max(columns) + 1) * wide - 180,
        (max(rows) + 1) * high - 90,
    )
    counted = sum(group.values())
    lat = sum((row + 0.5) * how_many for (_column, row), how_many in group.items()) / counted
    lon = sum((column + 0.5) * how_many for (column, _row), how_many in group.items()) / counted
    lat, lon = lat * high - 90, lon * wide - 180
    width, height = sizes_at(lat)
    return Spot(lat, lon, counted * width * height, box)
