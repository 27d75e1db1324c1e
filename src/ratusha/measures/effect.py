"""What a pilot has changed: the effect, its interval, and how far the evidence reaches. Pure.

The kinds of comparison and their order are rule Q02; no official text of it is stored, so grades carry the sample mark.
An effect is counted towards the target: what should fall and falls is above zero.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

from .pilot_checks import LEAST_POINTS, Design
from .student import quantile, standard_error, two_sided, welch_df

CONFIDENCE = 0.90
LEAST_PERIODS = 2  # before and after, at each side of a comparison
LEAST_PLACES = 2  # of each side, where places were drawn by lot
TREND = 0.05  # a slope that chance alone would make less often than this is a trend
TREND_POINTS = 3


class Grade(TextChoices):
    """How far the evidence reaches, from the surest."""

    A = "A", gettext_lazy("A: places were drawn by lot")
    B = "B", gettext_lazy("B: compared with places without the pilot")
    C = "C", gettext_lazy("C: before and after")
    D = "D", gettext_lazy("D: an opinion, or too weak a comparison")


class Warned(TextChoices):
    TREND_BEFORE = (
        "trend_before",
        gettext_lazy(
            "The figure was already changing before the pilot: the effect may not be the pilot’s."
        ),
    )
    APART_BEFORE = (
        "apart_before",
        gettext_lazy("The places already drifted apart before the pilot: the comparison is weak."),
    )
    ONE_PLACE = "one_place", gettext_lazy("There is one place to compare with: chance weighs more.")


@dataclass(frozen=True)
class Point:
    """One measurement: where, on which day, how much; `with_pilot` says on which side the place is."""

    place: str
    with_pilot: bool
    on: date
    value: float


@dataclass(frozen=True)
class Compared:
    """One figure of a side of the comparison: what a place gained, a mean, or by how much a day was ahead."""

    of: date | str
    value: float


@dataclass(frozen=True)
class Effect:
    effect: float
    low: float
    high: float
    p: float
    grade: Grade
    points: int
    warned: tuple[Warned, ...] = ()
    before: tuple[Compared, ...] = ()  # or the places without the pilot
    after: tuple[Compared, ...] = ()  # or the places with it
    df: float = 0  # degrees of freedom; 0 where nothing varies


def effect_of(design: str, points: Sequence[Point], *, begun: date, towards: int) -> Effect:
    """By the comparison that the application has chosen. `towards` is 1 where more is better, -1 where less is."""
    aimed = [Point(one.place, one.with_pilot, one.on, one.value * towards) for one in points]
    if design not in WAYS:
        message = _("An opinion is not computed: write the effect and its interval.")
        raise RuleBroken("pilot.not_computed", message)
    return WAYS[Design(design)](aimed, begun)


def difference_in_differences(points: Sequence[Point], begun: date) -> Effect:
    """How much more the places with the pilot moved than those without, day by day compared."""
    gaps_before, gaps_after = (
        _gaps(points, lambda on: on < begun),
        _gaps(points, lambda on: on >= begun),
    )
    _require(
        min(len(gaps_before), len(gaps_after)),
        LEAST_PERIODS,
        _(
            "At least %(least)s days before and after are needed, on which both sides were measured."
        ),
    )
    others = {one.place for one in points if not one.with_pilot}
    warned = []
    if _has_trend(gaps_before):
        warned.append(Warned.APART_BEFORE)
    if len(others) < LEAST_PLACES:
        warned.append(Warned.ONE_PLACE)
    grade = Grade.C if Warned.APART_BEFORE in warned else Grade.B
    return _difference(_compared(gaps_before), _compared(gaps_after), grade, len(points), warned)


def before_and_after(points: Sequence[Point], begun: date) -> Effect:
    """The places with the pilot alone; a trend that was there before is said, and lowers the grade."""
    days = sorted({one.on for one in points if one.with_pilot})
    _require(len(days), LEAST_POINTS, _("At least %(least)s measurements are needed."))
    means = [
        (on, fmean(one.value for one in points if one.with_pilot and one.on == on)) for on in days
    ]
    before, after = [m for m in means if m[0] < begun], [m for m in means if m[0] >= begun]
    _require(
        min(len(before), len(after)),
        LEAST_PERIODS,
        _("At least %(least)s measurements before and after are needed."),
    )
    warned = [Warned.TREND_BEFORE] if _has_trend(before) else []
    grade = Grade.D if warned else Grade.C
    return _difference(_compared(before), _compared(after), grade, len(points), warned)


def drawn_by_lot(points: Sequence[Point], begun: date) -> Effect:
    """Places with the pilot against places without, by what each gained since before."""
    sides: dict[bool, list[Compared]] = {True: [], False: []}
    for place, with_pilot in sorted({(one.place, one.with_pilot) for one in points}):
        before = [one.value for one in points if one.place == place and one.on < begun]
        after = [one.value for one in points if one.place == place and one.on >= begun]
        if after:
            gain = fmean(after) - (fmean(before) if before else 0)
            sides[with_pilot].append(Compared(place, gain))
    _require(
        min(map(len, sides.values())),
        LEAST_PLACES,
        _("At least %(least)s places with the pilot and without it are needed."),
    )
    return _difference(sides[False], sides[True], Grade.A, len(points), [])


WAYS: dict[Design, Callable[[Sequence[Point], date], Effect]] = {
    Design.RANDOMISED: drawn_by_lot,
    Design.COMPARISON: difference_in_differences,
    Design.BEFORE_AFTER: before_and_after,
}


def _gaps(points: Iterable[Point], within: Callable[[date], bool]) -> list[tuple[date, float]]:
    """On each day that both sides were measured, by how much the places with the pilot are ahead."""
    sides: dict[date, dict[bool, list[float]]] = {}
    for one in points:
        if within(one.on):
            sides.setdefault(one.on, {True: [], False: []})[one.with_pilot].append(one.value)
    return [
        (on, fmean(here[True]) - fmean(here[False]))
        for on, here in sorted(sides.items())
        if here[True] and here[False]
    ]


def _compared(days: Iterable[tuple[date, float]]) -> list[Compared]:
    return [Compared(on, value) for on, value in days]


def _difference(
    before: list[Compared], after: list[Compared], grade: Grade, points: int, warned: list[Warned]
) -> Effect:
    """Two means compared as Welch does, without believing that both vary alike."""
    sides = [[one.value for one in side] for side in (before, after)]
    effect = fmean(sides[1]) - fmean(sides[0])
    parts = [(standard_error(side) ** 2, len(side)) for side in sides]
    spread = sum(one for one, _count in parts) ** 0.5
    df = welch_df(parts) if spread else 0
    reach = quantile(CONFIDENCE, df) * spread if spread else 0
    p = two_sided(effect / spread, df) if spread else float(effect == 0)
    return Effect(effect, effect - reach, effect + reach, p, grade, points, tuple(warned), tuple(before),
                  tuple(after), df)  # fmt: skip


def _has_trend(points: Sequence[tuple[date, float]]) -> bool:
    """Whether a straight line through them rises or falls more than chance would make it."""
    if len(points) <= TREND_POINTS:
        return False
    x = [float(on.toordinal()) for on, _value in points]
    y = [value for _on, value in points]
    mean_x, mean_y = fmean(x), fmean(y)
    width = sum((one - mean_x) ** 2 for one in x)
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / width
    left = sum((b - mean_y - slope * (a - mean_x)) ** 2 for a, b in zip(x, y, strict=True))
    df = len(points) - 2
    spread = (left / df / width) ** 0.5
    if spread < 1e-12 * max(1.0, abs(slope)):
        return abs(slope) * (x[-1] - x[0]) > 1e-9 * max(1.0, abs(mean_y))
    return two_sided(slope / spread, df) < TREND


def _require(given: int, least: int, message: str) -> None:
    if given < least:
        raise RuleBroken("pilot.too_few_measurements", message % {"least": least})
