"""The grid of the map: squares within squares, each with one number. Pure.

Level L cuts the world (Web Mercator, as every web map) into 2^L by 2^L squares. The bits of column and row alternate in
the number of a square (Morton order): so the square around it one level up is the number without its last two bits,
and the squares inside any tile are one unbroken range of numbers, which an index finds at once.
"""

import math

FINEST = 24  # 1.4 metres in the middle latitudes
NORTHMOST = 85.0511287798066  # where the square world of the web maps ends


def position(lat: float, lon: float) -> tuple[int, int]:
    """Column and row on the finest grid."""
    lat = max(-NORTHMOST, min(NORTHMOST, lat))
    side = 1 << FINEST
    east = (lon + 180) / 360
    south = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2
    return min(side - 1, max(0, int(east * side))), min(side - 1, max(0, int(south * side)))


def degrees(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of a place on the finest grid."""
    side = 1 << FINEST
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / side))))
    return lat, x / side * 360 - 180


def number(x: int, y: int) -> int:
    return _spread(x) | _spread(y) << 1


def column_and_row(square: int) -> tuple[int, int]:
    return _gather(square), _gather(square >> 1)


def inside(square: int, level: int, finer: int) -> tuple[int, int]:
    """The range of squares of a finer level within this one: the first, and the first behind it."""
    shift = 2 * (finer - level)
    return square << shift, (square + 1) << shift


def _spread(n: int) -> int:
    """Room for another number's bits between the bits of this one."""
    n = (n | n << 16) & 0x0000FFFF0000FFFF
    n = (n | n << 8) & 0x00FF00FF00FF00FF
    n = (n | n << 4) & 0x0F0F0F0F0F0F0F0F
    n = (n | n << 2) & 0x3333333333333333
    return (n | n << 1) & 0x5555555555555555


def _gather(n: int) -> int:
    n &= 0x5555555555555555
    n = (n | n >> 1) & 0x3333333333333333
    n = (n | n >> 2) & 0x0F0F0F0F0F0F0F0F
    n = (n | n >> 4) & 0x00FF00FF00FF00FF
    n = (n | n >> 8) & 0x0000FFFF0000FFFF
    return (n | n >> 16) & 0xFFFFFFFF
