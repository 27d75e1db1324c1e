"""What pages and files show of duties, in the reader's language. Reads only."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import msgspec
from babel.dates import get_month_names
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.sources import Source
from ratusha.kernel.terms import Due

from .law import Rule, law
from .models import Obligation, Step
from .rules import (
    Act,
    Boundary,
    Pause,
    Reading,
    Shift,
    Standing,
    State,
    days_late,
    first_day_late,
    judged_by,
    last_day,
    readings,
)

KINDS = {  # the mark of a state
    State.FUTURE: "quiet",
    State.OPEN: "soon",
    State.SUBMITTED: "plain",
    State.RETURNED: "soon",
    State.ACCEPTED: "ok",
    State.LATE: "late",
    State.WAIVED: "quiet",
}


@dataclass(frozen=True)
class Line:
    """One duty as a row: its state today, and how late it is or was."""

    duty: Obligation
    state: State
    kind: str
    late: int  # days; 0: in time

    @property
    def was_late(self) -> bool:
        """It is there, but it came late: told for ever."""
        return bool(self.late) and self.state is not State.LATE


def line_of(duty: Obligation, today: date) -> Line:
    state = duty.state(today)
    since = duty.late_since or (first_day_late(duty.deadline) if state is State.LATE else None)
    handed_in = (
        duty.handed_in_on if duty.standing in {Standing.SUBMITTED, Standing.ACCEPTED} else None
    )
    late = days_late(since, handed_in, today) if since else 0
    return Line(duty, state, KINDS[state], late)


def lines_of(duties: Iterable[Obligation], today: date) -> list[Line]:
    return [line_of(one, today) for one in duties]


def source_of(duty: Obligation) -> Source:
    return msgspec.convert(duty.source, Source)


# ---- the calendar of the state ----
@dataclass
class Group:
    """One rule on one day: of how many it is owed, and how many of them are where."""

    title: str
    rule: str
    period: str
    mark: str  # by which its numbers are asked for
    owed: int = 0
    there: int = 0
    late: int = 0
    came_late: int = 0

    @property
    def kind(self) -> str:
        if self.late:
            return "late"
        return "ok" if self.there == self.owed else "plain"


@dataclass
class DueDay:
    on: date
    groups: list[Group] = field(default_factory=list)

    @property
    def kind(self) -> str:
        kinds = {one.kind for one in self.groups}
        return next((kind for kind in ("late", "plain") if kind in kinds), "ok")

    @property
    def owed(self) -> int:
        return sum(one.owed for one in self.groups)


@dataclass
class Month:
    number: int
    name: str
    days: list[DueDay] = field(default_factory=list)


def mark_of(duty: Obligation) -> str:
    """What the duties of one group have in common, in every language the same."""
    told = json.dumps([duty.rule, duty.period, duty.title], sort_keys=True)
    return sha256(told.encode()).hexdigest()[:12]


def months_of(duties: Iterable[Obligation], today: date) -> list[Month]:
    """Twelve, each with its days and what is due on them."""
    found: dict[date, dict[tuple[str, str, str], Group]] = defaultdict(dict)
    for duty in duties:
        line = line_of(duty, today)
        key = (duty.rule, duty.period, duty.said())
        group = found[duty.due_on].setdefault(
            key, Group(duty.said(), duty.rule, duty.period, mark_of(duty))
        )
        group.owed += 1
        group.there += line.state in {State.SUBMITTED, State.ACCEPTED, State.WAIVED}
        group.late += line.state is State.LATE
        group.came_late += line.was_late
    names = get_month_names("wide", context="stand-alone", locale=(get_language() or "en"))
    months = [Month(number, names[number]) for number in range(1, 13)]
    for on in sorted(found):
        months[on.month - 1].days.append(DueDay(on, list(found[on].values())))
    return months


# ---- the wheel of the year, drawn on the server ----
SIZE, RING, NAMES = 320, 118, 144
TICK, INNER, OUTER, MIDDLE = 8, 44, 16, 15
DAYS_OF_YEAR = 366


@dataclass(frozen=True)
class Spot:
    """A day on the ring."""

    x: float
    y: float
    text: str
    kind: str


@dataclass(frozen=True)
class Hand:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class MonthMark:
    """Where a month begins, and its name."""

    tick: Hand
    x: float
    y: float
    name: str


@dataclass(frozen=True)
class Wheel:
    size: int
    ring: int
    months: list[MonthMark]
    days: list[Spot]
    today: Hand | None


def wheel_of(months: Sequence[Month], year: int, today: date) -> Wheel:
    """January begins at the top. Days stand on the ring with how many duties are due; a line shows today."""
    marks = []
    for month in months:
        first = date(year, month.number, 1)
        tick = Hand(*_at(first, RING - TICK), *_at(first, RING + TICK))
        name = _at(first.replace(day=MIDDLE), NAMES)
        marks.append(MonthMark(tick, *name, _short(month.name)))
    days = [
        Spot(*_at(day.on, RING), text=str(day.owed), kind=day.kind)
        for month in months
        for day in month.days
    ]
    hand = Hand(*_at(today, INNER), *_at(today, RING - OUTER)) if today.year == year else None
    return Wheel(SIZE, RING, marks, days, hand)


def _short(name: str) -> str:
    return name[:3].lower()


def _at(day: date, radius: float) -> tuple[float, float]:
    turn = 2 * math.pi * (day.timetuple().tm_yday - 1) / DAYS_OF_YEAR
    x, y = SIZE / 2 + radius * math.sin(turn), SIZE / 2 - radius * math.cos(turn)
    return round(x, 1), round(y, 1)


# ---- both readings ----
def readings_of(duty: Obligation) -> list[Reading]:
    return readings(
        duty.named_on,
        Boundary(duty.boundary),
        Shift(duty.shift),
        calendar=national_calendar(),
        source=source_of(duty).cited(get_language() or ""),
    )


def words_of(reading: Reading) -> str:
    """How the day is read, in a sentence."""
    if reading.boundary is Boundary.EXCLUSIVE:
        said = _("The named day itself is too late.")
    else:
        said = _("The named day itself is still in time.")
    match reading.shift:
        case Shift.NEXT_WORKDAY:
            moved = _("A day off moves on to the next working day.")
        case Shift.PREVIOUS_WORKDAY:
            moved = _("A day off moves back to the working day before.")
        case _:
            moved = _("A day off moves nothing.")
    return f"{said} {moved}"


@dataclass(frozen=True)
class RuleLine:
    rule: Rule
    readings: list[Reading]


def rules_due_in(year: int) -> list[RuleLine]:
    found = []
    for rule in law().rules:
        source = rule.source.cited(get_language() or "")
        said = readings(
            rule.named_day(year),
            rule.boundary,
            rule.shift,
            calendar=national_calendar(),
            source=source,
        )
        found.append(RuleLine(rule, said))
    return sorted(found, key=lambda one: (one.readings[0].on, one.rule.code))


def last_day_of(rule: Rule, year: int) -> date:
    source = rule.source.cited(get_language() or "")
    named = rule.named_day(year)
    return last_day(
        named, rule.boundary, rule.shift, calendar=national_calendar(), source=source
    ).on


# ---- the clock of who judges ----
def judging_of(history: Sequence[Step]) -> Due | None:
    """Until when what was handed in is accepted or given back; None while nothing was handed in."""
    handed_in = [step.on for step in history if step.act == Act.SUBMIT]
    if not handed_in:
        return None
    given_back = [step.on for step in history if step.act == Act.RETURN]
    again = [*handed_in[1:], None]
    pauses = [Pause(since, until) for since, until in zip(given_back, again, strict=False)]
    rule = law().judging
    source = rule.source.cited(get_language() or "")
    return judged_by(handed_in[0], rule.term, pauses, calendar=national_calendar(), source=source)
