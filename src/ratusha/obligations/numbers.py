"""The numbers of duties, each with the duties it counts. Read inside the government."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from uuid import UUID

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from ratusha.kernel.texts import in_my_language
from ratusha.ui.numbers import Input, Number, Unit, Words

from .models import Obligation
from .presentation import Line, line_of, lines_of, mark_of, source_of
from .queries import of_body
from .rules import Standing, State, first_day_late

VERSION = "obligations-1"
THERE = (State.SUBMITTED, State.ACCEPTED, State.WAIVED)
KEPT: dict[str, Callable[[Line], bool]] = {
    "owed": lambda _line: True,
    "there": lambda line: line.state in THERE,
    "late": lambda line: line.state is State.LATE,
    "came-late": lambda line: line.was_late,
}


def find_number(code: str, key: str, *, body: UUID | None, today: date) -> Number | None:
    """A key that names nothing gives none. `mine` is of the body one acts for."""
    if code == "late-today" and not key:
        found = Obligation.objects.passed(today).select_related("subject", "to")
        said = _("duties whose last day is over and whose thing is not there")
        return _count(
            _("late today"), said, lines_of(found, today), Obligation.objects.count(), today
        )
    if code == "mine" and not key and body is not None:
        owed = of_body(body)
        said = _("duties of the body that have been opened or given back, or will be")
        lines = lines_of(owed.to_do(), today)
        return _count(_("to be done by my body"), said, lines, owed.count(), today)
    if code == "waiting" and not key and body is not None:
        handed_in = Obligation.objects.filter(to_id=body, standing=Standing.SUBMITTED)
        lines = lines_of(handed_in.select_related("subject", "to"), today)
        said = _("handed in by others to the body one acts for, which has not said its word")
        label = _("Handed in by others, waits for our word")
        return _count(label, said, lines, Obligation.objects.filter(to_id=body).count(), today)
    if code == "days-late":
        wanted = _uuid(key)
        duty = wanted and Obligation.objects.select_related("subject").filter(pk=wanted).first()
        return _days_late(line_of(duty, today), today) if duty else None
    if code in KEPT:
        return _of_group(code, key, today)
    return None


def _of_group(code: str, key: str, today: date) -> Number | None:
    day, _slash, mark = key.partition("/")
    if (due := _day(day)) is None:
        return None
    duties = Obligation.objects.filter(due_on=due).select_related("subject", "to", "handed_in_by")
    group = [one for one in lines_of(duties, today) if mark_of(one.duty) == mark]
    if not group:
        return None
    label, said = {
        "owed": (_("Owed"), _("bodies that owe it")),
        "there": (_("There"), _("handed in, accepted, or waived by an act")),
        "late": (_("Late"), _("its last day is over and it is not there")),
        "came-late": (_("came late"), _("it is there, and came after its last day")),
    }[code]
    return _count(label, said, [one for one in group if KEPT[code](one)], len(group), today,
                  of=_said(group[0].duty), source=source_of(group[0].duty).said())  # fmt: skip


def _count(
    label: str, said: str, lines: Iterable[Line], of_all: int, today: date, *, of: Words = "", source: str = ""
) -> Number:  # fmt: skip
    rows = [_row(one) for one in lines]
    covers = _("all %(number)s duties that are meant") % {"number": of_all}
    return Number(
        label, len(rows), said, "count(duty)", VERSION, today, covers, rows, of=of, source=source
    )


def _row(line: Line) -> Input:
    duty = line.duty
    name = in_my_language(duty.subject.name)
    note = f"{_said(duty)}: {line.state.label}"
    by = duty.handed_in_by.display_name if line.state in THERE and duty.handed_in_by else ""
    return Input("duty", name, 1, note=note, on=duty.handed_in_on if by else duty.due_on, by=by,
                 address=duty.get_absolute_url())  # fmt: skip


def _days_late(line: Line, today: date) -> Number | None:
    if not line.late:
        return None
    duty = line.duty
    since = duty.late_since or first_day_late(duty.deadline)
    there = duty.handed_in_on if line.was_late and duty.handed_in_on else None
    label = _("The day it was handed in") if there else _("Today")
    inputs = [
        Input("until", label, there or today, Unit.DAY, address=duty.get_absolute_url()),
        Input("since", _("The first day late"), since, Unit.DAY,
              note=f"{source_of(duty).said()}: {since - timedelta(days=1):%d.%m.%Y}", address=duty.get_absolute_url()),
    ]  # fmt: skip
    said = _("days from the first day late to the day it was there, or today; both count")
    return Number(_("Days late"), line.late, said, "max(1, days(until - since) + 1)", VERSION, today,
                  _("this duty"), inputs, Unit.DAYS, of=_said(duty))  # fmt: skip


def _said(duty: Obligation) -> str:
    return f"{duty.said()}, {duty.period}"


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
