"""Working days: against the facts of the country, and against a loop that anybody can check by eye."""

import csv
import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.calendar import Calendar, CalendarFile, Years, build, national_calendar
from ratusha.kernel.errors import RuleBroken

YEARS = range(2015, 2026)
DAYS = st.dates(date(2021, 1, 1), date(2024, 12, 31))
SATURDAY, SUNDAY = 5, 6


@st.composite
def calendars(draw):
    off = draw(st.frozensets(DAYS, max_size=40))
    saturdays = draw(st.frozensets(DAYS.filter(lambda d: d.weekday() == SATURDAY), max_size=10))
    return Calendar(off, saturdays, frozenset({SATURDAY, SUNDAY}), YEARS)


def shared_data() -> Path | None:
    if named := os.environ.get("RATUSHA_SHARED_DATA"):
        return Path(named)
    here = Path(__file__).resolve()
    found = (p / "shared" / "data" for p in here.parents)
    return next((p for p in found if p.exists()), None)


def naive(calendar: Calendar, day: date, n: int) -> date:
    step = timedelta(days=1 if n > 0 else -1)
    while n:
        day += step
        if calendar.is_working_day(day):
            n += -1 if n > 0 else 1
    return day


@given(calendars(), DAYS, st.integers(-60, 60))
def test_adding_working_days_equals_walking_day_by_day(calendar, day, n):
    assert calendar.add_working_days(day, n) == naive(calendar, day, n)


@given(calendars(), DAYS, st.integers(1, 60))
def test_working_days_between_undoes_adding(calendar, day, n):
    assert calendar.working_days_between(day, calendar.add_working_days(day, n)) == n
    assert calendar.working_days_between(day, calendar.add_working_days(day, -n)) == -n


@given(calendars(), DAYS)
def test_the_next_and_the_previous_working_day_are_the_nearest(calendar, day):
    following, previous = calendar.next_working_day(day), calendar.previous_working_day(day)
    assert previous <= day <= following
    assert calendar.is_working_day(previous)
    assert calendar.is_working_day(following)
    between = (previous + timedelta(days=i) for i in range(1, (following - previous).days))
    assert not any(calendar.is_working_day(d) for d in between)


@given(calendars())
def test_equal_calendars_have_equal_hashes(calendar):
    twin = Calendar(
        calendar.days_off, calendar.working_saturdays, calendar.weekend, calendar.covers
    )
    assert (calendar, hash(calendar)) == (twin, hash(twin))


@pytest.mark.parametrize("year", [2014, 2029])
@pytest.mark.parametrize(
    "ask",
    [
        lambda c, d: c.is_working_day(d),
        lambda c, d: c.next_working_day(d),
        lambda c, d: c.previous_working_day(d),
        lambda c, d: c.add_working_days(d, 0),
        lambda c, d: c.working_days_between(d, date(2026, 1, 5)),
        lambda c, d: c.working_days_between(date(2026, 1, 5), d),
    ],
)
def test_a_year_outside_the_calendar_is_named_and_not_guessed(year, ask):
    with pytest.raises(RuleBroken, match=r"calendar\.gap") as caught:
        ask(national_calendar(), date(year, 6, 1))
    assert str(year) in caught.value.message
    assert "calendar.yaml" in caught.value.message


def test_walking_out_of_the_calendar_is_refused_on_both_sides():
    calendar = national_calendar()
    with pytest.raises(RuleBroken, match=r"calendar\.gap") as late:
        calendar.add_working_days(date(2028, 12, 28), 5)
    with pytest.raises(RuleBroken, match=r"calendar\.gap") as early:
        calendar.previous_working_day(date(2015, 1, 2))
    assert "2029" in late.value.message
    assert "2014" in early.value.message


def test_a_calendar_of_no_years_knows_nothing():
    calendar = Calendar(frozenset(), frozenset(), frozenset(), range(0))
    with pytest.raises(RuleBroken, match=r"calendar\.gap"):
        calendar.next_working_day(date(2026, 1, 1))


@pytest.mark.parametrize(
    "radunitsa", [date(2024, 5, 14), date(2025, 4, 29), date(2026, 4, 21), date(2027, 5, 11)]
)
def test_radunitsa_is_a_day_off_with_a_name(radunitsa):
    assert not national_calendar().is_working_day(radunitsa)
    assert national_calendar().details[radunitsa].name["be"] == "Радаўніца"


def test_a_moved_working_day_is_off_where_it_was_and_worked_where_it_went():
    calendar = national_calendar()
    assert not calendar.is_working_day(date(2026, 4, 20))
    assert calendar.is_working_day(date(2026, 4, 25))
    assert calendar.details[date(2026, 4, 20)].moved_from == date(2026, 4, 25)
    assert calendar.details[date(2026, 4, 20)].source


def test_every_moved_day_is_named_with_its_counterpart():
    calendar = national_calendar()
    moved = {d.moved_from for d in calendar.details.values() if d.moved_from}
    assert moved == calendar.working_saturdays
    assert all(d.weekday() == SATURDAY for d in moved)


def test_moved_days_of_years_to_come_are_not_settled():
    calendar = national_calendar()
    assert calendar.is_settled(date(2026, 12, 31))
    assert not calendar.is_settled(date(2027, 1, 4))


def test_the_pack_adds_to_what_the_package_knows():
    file = CalendarFile(covers=Years(2027, 2027), settled_until=date(2027, 12, 31), transfers=[])
    assert build("BY", file).is_working_day(date(2027, 5, 10))
    assert not build("BY", file).is_working_day(date(2027, 5, 11))


def test_the_calendar_equals_the_shared_table_of_days_off():
    data = shared_data()
    if data is None:
        pytest.skip("shared data are not here: ../shared/data/registers/by_holidays_2020_2027.csv")
    with (data / "registers" / "by_holidays_2020_2027.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    calendar = national_calendar()
    years = range(2020, 2028)
    for kind, ours in (
        ("day_off", calendar.days_off),
        ("working_saturday", calendar.working_saturdays),
    ):
        theirs = {date.fromisoformat(r["date"]) for r in rows if r["kind"] == kind}
        assert theirs == {d for d in ours if d.year in years}


@pytest.mark.parametrize(
    ("since", "days", "until"),
    [
        ("2025-12-31", 10, "2026-01-19"),
        ("2026-04-20", 5, "2026-04-27"),  # 20 and 21 April are off, Saturday 25 April is worked
        ("2025-01-03", 5, "2025-01-13"),  # Saturday 11 January is worked
        ("2026-04-30", 1, "2026-05-04"),  # 1 May is a holiday, then Saturday and Sunday
        ("2026-07-01", 3, "2026-07-07"),
    ],
)
def test_working_days_are_counted_over_moved_days_and_worked_saturdays(since, days, until):
    counted = national_calendar().add_working_days(date.fromisoformat(since), days)
    assert counted == date.fromisoformat(until)
