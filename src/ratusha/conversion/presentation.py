"""The burn-up as a drawing and a card as a page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import Text
from ratusha.territory.public import region_of

from .models import Card
from .rules import Cone, Month
from .ways import Burden, Step, burden

CHANNELS = {"portal": _("online"), "counter": _("at the counter, with help")}


def channel_said(code: str) -> str:
    """A way that has no word of its own is told by its code."""
    return str(CHANNELS.get(code, code))


def region_said(code: str) -> Text | str:
    """The name of a region; bodies that work in several are told as such."""
    region = region_of(code) if code else None
    return region.name if region else str(_("bodies of the whole country"))


SIGNALS = {
    "marks": _("rated badly"), "left": _("many begin and leave"), "silence": _("registers were silent"),
}  # fmt: skip


def reasons_said(quarter: Mapping[str, Any]) -> str:
    """Why a quarter that a card keeps was red. What was kept before there were other signals was rated badly."""
    return ", ".join(str(SIGNALS[one]) for one in quarter.get("red", ["marks"]))


WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 260, 4, 12, 8


@dataclass(frozen=True)
class BurnUp:
    """Points of lines: what is in force, what is done, what was planned; the cone ahead; where today is."""

    scope: str
    done: str
    plan: str
    cone: str
    today: float
    goal: float
    top: int
    first: date
    last: date
    needed: int


def burn_up(months: list[Month], *, by: date, needed: int, ahead: Cone | None) -> BurnUp:
    first, today = months[0].on, months[-1].on
    span = max((by - first).days, 1)
    top = max(*(one.scope for one in months), needed, 1)

    def x(day: date) -> float:
        return round(LEFT + (day - first).days / span * (WIDTH - 2 * LEFT), 1)

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP), 1)

    def line(pairs: list[tuple[date, float]]) -> str:
        return " ".join(f"{x(day)},{y(value)}" for day, value in pairs)

    scope = [(one.on, float(one.scope)) for one in months]
    fan = ""
    if ahead is not None:
        start = (today, float(months[-1].done))
        fan = line([start, (by, ahead.high), (by, ahead.low)])
    return BurnUp(
        scope=line([*scope, (by, scope[-1][1])]),
        done=line([(one.on, one.done) for one in months]),
        plan=line([(first, months[0].done), (by, needed)]),
        cone=fan,
        today=x(today),
        goal=y(needed),
        top=top,
        first=first,
        last=by,
        needed=needed,
    )


def steps_of(told: list[dict[str, Any]]) -> list[Step]:
    return [Step(**one) for one in told]


@dataclass(frozen=True)
class Drawn:
    """A card with what it saves."""

    card: Card
    as_is: list[Step]
    to_be: list[Step]
    before: Burden
    after: Burden


def drawn(card: Card) -> Drawn:
    before, after = steps_of(card.as_is), steps_of(card.to_be)
    return Drawn(card, before, after, burden(before), burden(after))


LANE_WIDTH, LEAST_WIDTH, GAP = 640, 26, 4


@dataclass(frozen=True)
class Box:
    """One step on a lane: as wide as it takes days, never too narrow for its number."""

    number: int
    x: float
    width: float
    step: Step


def lanes(card: Drawn) -> tuple[list[Box], list[Box]]:
    """Before and after on one scale of days."""
    ways = (card.as_is, card.to_be)
    most = max(len(way) for way in ways)
    days = max(card.before.days, card.after.days, 1)
    a_day = (LANE_WIDTH - most * (LEAST_WIDTH + GAP)) / days
    return _lane(card.as_is, a_day), _lane(card.to_be, a_day)


def _lane(way: list[Step], a_day: float) -> list[Box]:
    found, x = [], 0.0
    for number, step in enumerate(way, 1):
        width = LEAST_WIDTH + max(a_day, 0) * step.days
        found.append(Box(number, round(x, 1), round(width, 1), step))
        x += width + GAP
    return found
