"""The due date is a function of the ledger and of nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ratusha.cases.clock import Tick, due_of
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.terms import Due

LAW = "Law 433-З, art. 20"


@dataclass
class Line:
    tick: str
    on: date
    term: str = ""
    reason: str = "foreign_request"
    source: str = LAW


def due(*lines: Line) -> Due:
    return due_of(lines, national_calendar())


def test_a_request_to_another_body_makes_fifteen_days_a_month_and_shows_why():
    start = Line(Tick.START, date(2026, 11, 2), "15 days")
    assert due(start).on == date(2026, 11, 17)
    longer = due(start, Line(Tick.EXTEND, date(2026, 11, 4), "1 month", "request_to_body"))
    assert longer.on == date(2026, 12, 2)
    with translation.override("en"):
        assert any("another body" in sentence for sentence, _source in longer.explanation())


def test_a_month_from_the_last_of_january_ends_in_february_or_on_the_next_working_day():
    assert due(Line(Tick.START, date(2025, 1, 31), "1 month")).on == date(2025, 2, 28)


def test_a_foreign_request_stops_the_clock():
    start = Line(Tick.START, date(2026, 11, 2), "15 days")
    assert due(start, Line(Tick.STOP, date(2026, 11, 5))).on is None


def test_the_days_left_are_counted_on_when_the_clock_resumes():
    start = Line(Tick.START, date(2026, 11, 2), "15 days")
    stopped = Line(Tick.STOP, date(2026, 11, 5))
    again = due(start, stopped, Line(Tick.RESUME, date(2026, 11, 25)))
    assert again.on is not None
    assert again.on >= date(2026, 12, 7)


@given(st.dates(date(2026, 1, 1), date(2026, 10, 1)), st.integers(1, 40), st.integers(1, 30))
def test_a_stop_never_makes_a_case_due_earlier(day, term, stood):
    start = Line(Tick.START, day, f"{term} days")
    plain = due(start).on
    with_stop = due(start, Line(Tick.STOP, day), Line(Tick.RESUME, day + timedelta(days=stood))).on
    assert plain is not None
    assert with_stop is not None
    assert with_stop >= plain


def test_the_same_ledger_gives_the_same_date():
    lines = [
        Line(Tick.START, date(2026, 3, 2), "15 days"),
        Line(Tick.EXTEND, date(2026, 3, 4), "1 month", "request_to_body"),
        Line(Tick.STOP, date(2026, 3, 10)),
        Line(Tick.RESUME, date(2026, 3, 20)),
    ]
    assert due(*lines).to_json() == due(*lines).to_json()
