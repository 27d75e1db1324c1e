"""Groups of opinion, found as Polis does (Small et al. 2021): two directions of the answers (PCA), then k-means. Pure.

The same answers give the same groups whatever the order of people: rows are sorted first, and chance has a fixed seed.
What comes out tells of groups alone: of persons there is only how many. Whoever knows their own answers finds their
own group with `own_group`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .rules import Says

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
MOST_GROUPS, TRIES, ROUNDS = 5, 8, 100
LEAST_APART = 0.3  # silhouette: below it the groups are a guess, and none are shown
SEED = 2718
COMPARED = 2_000  # people among whom the silhouette is measured; of more, every n-th
CLEARLY = 1.28  # standard deviations: nine in ten that a group differs from the others by more than chance
CONSENSUS = 0.6  # of every group agree, or disagree


@dataclass(frozen=True)
class Group:
    """`x`, `y`: the middle of at least so many people as a group must have; of nobody alone."""

    number: int
    size: int
    x: float
    y: float


@dataclass(frozen=True)
class Map:
    """`answers[statement][group]`: how many agree, disagree, pass. `axes` and `means` serve to find one's own group."""

    placed: int
    asked: list[int]
    groups: list[Group]
    answers: list[list[dict[str, int]]]
    silhouette: float | None
    explained: float
    axes: list[list[float]]
    means: list[float]


def draw(
    people: Sequence[Mapping[int, int]], asked: Sequence[int], *, least_group: int
) -> Map | None:
    """`people`: the answers of each by the number of the statement. None: too few for a single group."""
    asked = sorted(asked)
    if len(people) < least_group or not asked:
        return None
    given = _sorted(np.array([[one.get(n, np.nan) for n in asked] for one in people], dtype=float))
    means = np.array([0.0 if np.isnan(c).all() else float(np.nanmean(c)) for c in given.T])
    axes, explained = _directions(given, means)
    points = _points(given, means, axes)
    labels, apart = _groups(points, least_group)
    order = sorted(set(labels.tolist()), key=lambda g: (-int((labels == g).sum()), int(g)))
    groups, told = [], []
    for number, group in enumerate(order, start=1):
        own = points[labels == group]
        x, y = own.mean(axis=0)
        groups.append(Group(number, len(own), round(float(x), 4), round(float(y), 4)))
        told.append(given[labels == group])
    return Map(
        placed=len(people),
        asked=list(asked),
        groups=groups,
        answers=[[_counted(rows[:, place]) for rows in told] for place in range(len(asked))],
        silhouette=None if apart is None else round(apart, 3),
        explained=round(explained, 3),
        axes=axes.tolist(),
        means=means.tolist(),
    )


def own_group(answers: Mapping[int, int], drawn: Map) -> int | None:
    """The group that is nearest to these answers, which stay with who gave them."""
    if len(drawn.groups) < 2 or not any(n in answers for n in drawn.asked):  # noqa: PLR2004 - one group is no choice
        return None
    row = np.array([[answers.get(n, np.nan) for n in drawn.asked]], dtype=float)
    point = _points(row, np.array(drawn.means), np.array(drawn.axes))[0]
    return min(drawn.groups, key=lambda g: (g.x - point[0]) ** 2 + (g.y - point[1]) ** 2).number


def _sorted(given: Floats) -> Floats:
    keys = np.nan_to_num(given, nan=2.0)
    return given[np.lexsort(keys.T[::-1])]


def _counted(column: Floats) -> dict[str, int]:
    return {one.name.lower(): int((column == one.value).sum()) for one in Says}


# ---- two directions ----
def _directions(given: Floats, means: Floats) -> tuple[Floats, float]:
    """The two directions in which answers differ most, and how much of the difference they tell."""
    centred = np.where(np.isnan(given), 0.0, given - means)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1][:, :2].T
    if len(axes) == 1:
        axes = np.vstack([axes, np.zeros_like(axes)])
    strongest = np.take_along_axis(axes, np.abs(axes).round(9).argmax(axis=1)[:, None], axis=1)
    axes = axes * np.where(strongest < 0, -1.0, 1.0)  # the sign is free: it points to the right
    whole = float(values.sum())
    return axes.round(9), float(values[::-1][:2].sum()) / whole if whole > 0 else 0.0


def _points(given: Floats, means: Floats, axes: Floats) -> Floats:
    """Who has answered little is moved out as far as who has answered all: silence is no middle opinion."""
    centred = np.where(np.isnan(given), 0.0, given - means)
    answered = np.maximum((~np.isnan(given)).sum(axis=1), 1)
    scaled: Floats = (centred @ axes.T) * np.sqrt(given.shape[1] / answered)[:, None]
    return scaled.round(9)


# ---- groups ----
def _groups(points: Floats, least: int) -> tuple[Ints, float | None]:
    """The number of groups that stand apart most clearly, each large enough; else all are one."""
    best: tuple[Ints, float | None] = (np.zeros(len(points), dtype=np.intp), None)
    different = len(np.unique(points, axis=0))
    for number in range(2, min(MOST_GROUPS, len(points) // least, different) + 1):
        labels = _k_means(points, number)
        if len(np.unique(labels)) < number or np.bincount(labels, minlength=number).min() < least:
            continue
        apart = silhouette(points, labels)
        if apart >= LEAST_APART and (best[1] is None or apart > best[1]):
            best = labels, apart
    return best


def _k_means(points: Floats, number: int) -> Ints:
    chance = np.random.default_rng(SEED + number)
    best, least = np.zeros(len(points), dtype=np.intp), np.inf
    for _try in range(TRIES):
        middles = _begin(points, number, chance)
        labels = _nearest(points, middles)
        for _round in range(ROUNDS):
            there = [points[labels == n] for n in range(number)]
            middles = np.array([
                own.mean(axis=0) if len(own) else middle
                for own, middle in zip(there, middles, strict=True)
            ])  # fmt: skip
            again = _nearest(points, middles)
            if (again == labels).all():
                break
            labels = again
        spread = float(((points - middles[labels]) ** 2).sum())
        if spread < least - 1e-9:
            best, least = labels, spread
    return best


def _begin(points: Floats, number: int, chance: np.random.Generator) -> Floats:
    """One by chance, each next far from those there are (k-means++)."""
    middles = [points[chance.integers(len(points))]]
    while len(middles) < number:
        far = np.min([((points - one) ** 2).sum(axis=1) for one in middles], axis=0)
        middles.append(points[chance.choice(len(points), p=far / far.sum())])
    return np.array(middles)


def _nearest(points: Floats, middles: Floats) -> Ints:
    far = ((points[:, None, :] - middles[None, :, :]) ** 2).sum(axis=2)
    nearest: Ints = far.argmin(axis=1)
    return nearest


def silhouette(points: Floats, labels: Ints) -> float:
    """From -1 to 1: how much nearer people are to their own group than to the next one, on average."""
    every = max(1, -(-len(points) // COMPARED))
    points, labels = points[::every], labels[::every]
    names = np.unique(labels)
    if len(names) < 2:  # noqa: PLR2004 - one group is not apart from anything
        return 0.0
    far = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
    sizes = np.array([(labels == one).sum() for one in names])
    sums = np.array([far[:, labels == one].sum(axis=1) for one in names]).T
    place = np.searchsorted(names, labels)
    rows = np.arange(len(points))
    own = sums[rows, place] / np.maximum(sizes[place] - 1, 1)
    others = sums / sizes
    others[rows, place] = np.inf
    other = others.min(axis=1)
    score = (other - own) / np.maximum(np.maximum(own, other), 1e-12)
    score[sizes[place] == 1] = 0.0
    return float(score.mean())


# ---- what is said of groups ----
def share(cell: Mapping[str, int], what: str) -> float:
    """Of those who have answered in a group; two invented answers, one each way, keep small groups from shouting."""
    return (cell[what] + 1) / (sum(cell.values()) + 2)


def consensus(drawn: Map, what: str, least: int) -> list[int]:
    """Statements with which every group agrees (or disagrees), the clearest first; only where every group is shown."""
    found = []
    for number, cells in zip(drawn.asked, drawn.answers, strict=True):
        if min(sum(cell.values()) for cell in cells) < least:
            continue
        weakest = min(share(cell, what) for cell in cells)
        if weakest >= CONSENSUS:
            found.append((-weakest, number))
    return [number for _weakest, number in sorted(found)]


def distinctive(drawn: Map, group: int, least: int) -> list[tuple[int, str]]:
    """What a group says more often than the others, and not by chance: statement and `agree` or `disagree`."""
    found = []
    for number, cells in zip(drawn.asked, drawn.answers, strict=True):
        own, others = cells[group - 1], [c for n, c in enumerate(cells, 1) if n != group]
        if not others or min(sum(cell.values()) for cell in cells) < least:
            continue
        rest = {name: sum(cell[name] for cell in others) for name in own}
        for what in ("agree", "disagree"):
            sure = _sure(own, rest, what)
            if share(own, what) > 0.5 and sure >= CLEARLY:  # noqa: PLR2004 - more than half of them say it
                found.append((-sure, number, what))
    return [(number, what) for _sure_, number, what in sorted(found)]


def _sure(own: Mapping[str, int], rest: Mapping[str, int], what: str) -> float:
    """The difference of two shares in standard deviations."""
    n, m = sum(own.values()) + 2, sum(rest.values()) + 2
    one, other = share(own, what), share(rest, what)
    both = (one * n + other * m) / (n + m)
    return float((one - other) / np.sqrt(max(both * (1 - both) * (1 / n + 1 / m), 1e-12)))
