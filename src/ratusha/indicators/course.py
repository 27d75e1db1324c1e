"""The course of an indicator as a drawing and its twin in a table: values, what is foreseen, what acts promise."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said, in_my_language
from ratusha.ui import formats
from ratusha.ui.timeline import Timeline, timeline

from .forecasting import Outlook
from .passports import Passport
from .presentation import said_value
from .rules import Unit
from .way import DAYS_OF_MONTH, Way, months, way

POINTS = 100  # of a share, that a reader calls percent points
FURTHEST = 600  # months: beyond that a pace leads nowhere
BOUNDS: dict[str, tuple[float | None, float | None]] = {
    Unit.SHARE: (0, 1),
    Unit.DAYS: (0, None),
    Unit.MARK: (1, 5),
    Unit.TIMES: (0, None),
}


@dataclass(frozen=True)
class Aim:
    """A target with its act; of one whose day has passed, the value that had been reached by then."""

    on: date
    value: str
    act: Said
    reached: str  # empty while its day is ahead


@dataclass(frozen=True)
class Course:
    drawing: Timeline
    aims: list[Aim]
    way: Way
    first: tuple[date, str]
    last: tuple[date, str]
    a_month: str
    pace: str
    when: date | None  # with the pace of so far


def course(
    passport: Passport, series: list[tuple[date, Decimal]], outlook: Outlook | None
) -> Course | None:
    """None where no act sets a target ahead, or nothing is known yet."""
    targets = [(one.on, one.value) for one in passport.targets]
    found = way(series, targets, passport.direction)
    if found is None:
        return None
    first, last = series[0], series[-1]
    drawing = timeline(
        [(on, float(value)) for on, value in series],
        outlook.ahead if outlook else [],
        [(on, float(value)) for on, value in found.line],
        [(on, float(value), said_value(value, passport.unit)) for on, value in targets],
        said=said_tick(passport.unit),
        bounds=BOUNDS[passport.unit],
    )
    return Course(
        drawing=drawing,
        aims=[
            Aim(
                on=one.on,
                value=said_value(one.value, passport.unit),
                act=in_my_language(one.act.short),
                reached=said_value(_by(series, one.on), passport.unit) if one.on < last[0] else "",
            )
            for one in passport.targets
        ],
        way=found,
        first=(first[0], said_value(first[1], passport.unit)),
        last=(last[0], said_value(last[1], passport.unit)),
        a_month=said_change(found.a_month, passport.unit),
        pace=said_change(found.pace, passport.unit),
        when=_when(found),
    )


def drawn(outlook: Outlook, unit: str) -> Timeline:
    """The last weeks and the next ones alone."""
    return timeline(
        [(on, float(value)) for on, value in outlook.past],
        outlook.ahead,
        [],
        [],
        said=said_tick(unit),
        bounds=BOUNDS[unit],
    )


def said_tick(unit: str) -> Callable[[float], str]:
    def said(value: float) -> str:
        if unit == Unit.SHARE:
            return formats.share(value)
        return formats.number(value, None if float(value).is_integer() else 1)

    return said


def said_change(value: Decimal | None, unit: str) -> str:
    """With its sign; of a share in percent points."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    if unit == Unit.SHARE:
        return _("%(number)s percent points") % {
            "number": sign + formats.number(abs(value) * POINTS, 2)
        }
    if unit == Unit.DAYS:
        return _("%(number)s days") % {"number": sign + formats.number(abs(value), 2)}
    return sign + formats.number(abs(value), 2)


def _by(series: list[tuple[date, Decimal]], day: date) -> Decimal | None:
    return next((value for on, value in reversed(series) if on <= day), None)


def _when(found: Way) -> date | None:
    """The day on which the next target is reached at the pace of so far; None if never, or where it is reached."""
    if not found.pace or found.a_month is None or (found.pace > 0) != (found.a_month > 0):
        return None
    (on, _value), (target, _aim) = found.line[0], found.line[1]
    left = months(on, target) * found.a_month / found.pace
    return None if left > FURTHEST else date.fromordinal(on.toordinal() + int(left * DAYS_OF_MONTH))
