"""The picture of the systems: bands by sphere, boxes in them, curves between. Pure: numbers in, coordinates out."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from .graph import Landscape, Link

WIDTH, LEFT = 1120, 8
BOX_WIDTH, BOX_HEIGHT = 148, 46
GAP_X, GAP_Y, BAND_TOP, BAND_GAP = 36, 34, 30, 26
IN_A_ROW = (WIDTH - LEFT) // (BOX_WIDTH + GAP_X)
LONGEST_LABEL = 19
THICKEST = 6


@dataclass(frozen=True)
class Box:
    number: str
    label: str
    x: float
    y: float
    wave: int | None = None  # stops with the one that is stopped: 0 is that one itself

    @property
    def middle(self) -> float:
        return self.x + BOX_WIDTH / 2


@dataclass(frozen=True)
class Curve:
    link: Link
    path: str
    width: float
    broken: bool = False


@dataclass(frozen=True)
class Band:
    sphere: str
    y: float
    height: float


@dataclass(frozen=True)
class Picture:
    width: int
    height: float
    bands: list[Band]
    boxes: list[Box]
    curves: list[Curve]
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def chosen(whole: Landscape, wanted: Iterable[str], most: int) -> set[str]:
    """What fits into one picture: those wanted first. All where all fit."""
    if len(whole.nodes) <= most:
        return set(whole.nodes)
    there = (number for number in dict.fromkeys(wanted) if number in whole.nodes)
    return set(islice(there, most))


def draw(
    whole: Landscape,
    labels: Mapping[str, str],
    spheres: Sequence[str],
    waves: Sequence[Sequence[str]] = (),
) -> Picture:
    """`spheres` in the order of the bands; `waves`: what is stopped, then what stops with it."""
    stopped = {number: place for place, wave in enumerate(waves) for number in wave}
    by_sphere: dict[str, list[str]] = defaultdict(list)
    for number, node in sorted(whole.nodes.items()):
        by_sphere[node.sphere if node.sphere in spheres else ""].append(number)
    bands, boxes, y = [], {}, 0.0
    for sphere in [*spheres, ""]:
        numbers = by_sphere.get(sphere, [])
        if not numbers:
            continue
        rows = math.ceil(len(numbers) / IN_A_ROW)
        height = BAND_TOP + rows * (BOX_HEIGHT + GAP_Y)
        for place, number in enumerate(numbers):
            row, column = divmod(place, IN_A_ROW)
            x = LEFT + column * (BOX_WIDTH + GAP_X) + (row % 2) * GAP_X / 2
            top = y + BAND_TOP + row * (BOX_HEIGHT + GAP_Y)
            label = shortened(labels.get(number, number))
            boxes[number] = Box(number, label, x, top, stopped.get(number))
        bands.append(Band(sphere, y, height))
        y += height + BAND_GAP
    curves = [_curve(link, boxes, stopped) for link in whole.links]
    return Picture(WIDTH, max(y, 1), bands, list(boxes.values()), curves)


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def _curve(link: Link, boxes: Mapping[str, Box], stopped: Mapping[str, int]) -> Curve:
    one, other = boxes[link.giver], boxes[link.taker]
    if abs(one.y - other.y) < BOX_HEIGHT:  # in one row: an arc above
        top = min(one.y, other.y)
        start, end = (one.middle, one.y), (other.middle, other.y)
        bend = 16 + abs(one.x - other.x) / 30
        first, second = (start[0], top - bend), (end[0], top - bend)
    else:
        down = one.y < other.y
        start = (one.middle, one.y + (BOX_HEIGHT if down else 0))
        end = (other.middle, other.y + (0 if down else BOX_HEIGHT))
        bend = (end[1] - start[1]) / 2
        first, second = (start[0], start[1] + bend), (end[0], end[1] - bend)
    path = " ".join(
        f"{mark}{x:.0f},{y:.0f}"
        for mark, (x, y) in zip("MC  ", (start, first, second, end), strict=True)
    )
    broken = link.needed and link.giver in stopped and link.taker in stopped
    return Curve(link, path, min(THICKEST, 1 + math.log10(1 + link.calls) / 1.5), broken)
