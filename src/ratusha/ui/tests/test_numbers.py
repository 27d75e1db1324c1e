"""A number that opens names days by the clock of the state."""

from datetime import UTC, date, datetime

import pytest

from ratusha.ui.numbers import Input, Number, as_plain

# half past ten in the evening by UTC: here the next day has begun
MOMENT = datetime(2026, 11, 27, 22, 30, tzinfo=UTC)
HERE = date(2026, 11, 28)


def number(as_of, inputs=()):
    return Number("Всяго", 1, "count", "count(row)", "1", as_of, "all", inputs)


@pytest.mark.parametrize("given", [MOMENT, HERE])
def test_a_moment_is_told_as_the_day_of_the_state_and_a_day_stays(given):
    told = number(given, [Input("row", "Радок", 1, on=given)])
    assert (type(told.as_of), told.as_of) == (date, HERE)
    assert (type(told.inputs[0].on), told.inputs[0].on) == (date, HERE)
    assert (as_plain(told)["as_of"], as_plain(told)["inputs"][0]["on"]) == (HERE, HERE)


def test_a_value_that_is_a_moment_is_a_day_too():
    assert Input("row", "Радок", MOMENT).value == HERE
    assert number(HERE).value == 1


def test_what_has_no_day_stays_without():
    assert Input("row", "Радок", 1).on is None
