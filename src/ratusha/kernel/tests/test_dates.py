"""The day of a moment is that of the clock of the state, never that of the server."""

from datetime import UTC, date, datetime

from ratusha.kernel.dates import day_in_words, local_day

MOMENT = datetime(2026, 12, 21, 22, 30, tzinfo=UTC)


def test_the_evening_of_utc_is_the_next_day_here():
    assert local_day(MOMENT) == date(2026, 12, 22)
    assert local_day(datetime(2026, 12, 21, 20, 59, tzinfo=UTC)) == date(2026, 12, 21)


def test_a_day_stays_and_nothing_stays_nothing():
    assert local_day(date(2026, 12, 21)) == date(2026, 12, 21)
    assert local_day(None) is None


def test_a_moment_is_written_as_its_day_here():
    assert day_in_words(MOMENT, "be") == "22 снежня 2026"
