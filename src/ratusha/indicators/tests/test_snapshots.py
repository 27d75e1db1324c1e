"""Values are taken once a day, stay as they were, and can be computed again from their own rows."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from ratusha.indicators.models import Snapshot
from ratusha.indicators.models.snapshot import digest_of
from ratusha.indicators.passports import passports
from ratusha.indicators.rules import Cell, Unit, value_of
from ratusha.indicators.services.snapshots import take_last_night, take_snapshots

from .conftest import NOW, TODAY


@pytest.fixture
def busy(country):
    for at, body in enumerate((country.near, country.far, country.ministry)):
        for case in country.cases(6, body, closed_on=date(2026, 8, 12 + at)):
            country.rate(case, 5, 4, 5, 3)
        country.cases(2, body, due_on=date(2026, 8, 11))
    return country


def test_a_night_takes_every_indicator_of_the_day_that_ended(busy):
    assert busy
    made = take_last_night(NOW)
    assert {one.code for one in made} == {one.code for one in passports()}
    assert {one.on for one in made} == {TODAY - timedelta(days=1)}
    assert not any(one.back for one in made)


def test_a_second_run_of_a_night_changes_nothing(busy):
    assert busy
    take_last_night(NOW)
    assert take_last_night(NOW) == []
    assert Snapshot.objects.count() == len(passports())


def test_what_is_counted_for_a_day_long_past_says_so(busy):
    assert busy
    assert all(one.back for one in take_snapshots(date(2026, 8, 20), now=NOW))


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_value(busy, change):
    assert busy
    take_last_night(NOW)
    act = {"update": lambda rows: rows.update(value=1), "delete": lambda rows: rows.delete()}[
        change
    ]
    with transaction.atomic(), pytest.raises(DatabaseError, match="only added to"):
        act(Snapshot.objects.all())


def test_every_value_computes_again_from_the_rows_of_each_dimension(busy):
    assert busy
    take_last_night(NOW)
    looked = 0
    for one in Snapshot.objects.exclude(value=None):
        assert one.digest == digest_of(one.rows)
        for rows in one.rows.values() if one.unit != Unit.DAYS else []:
            parts = sum((Decimal(row[1]) for row in rows), Decimal(0))
            all_ = sum(row[2] for row in rows)
            assert value_of(Unit(one.unit), Cell("", parts, all_)) == one.value, one
            looked += 1
    assert looked > 10


def test_a_median_is_found_again_in_the_ranges_of_days(busy):
    assert busy
    take_last_night(NOW)
    one = Snapshot.objects.get(code="median-days")
    so_far = 0
    for _key, _part, count, last in one.rows["days"]:
        so_far += count
        if 2 * so_far >= one.of:
            assert one.value == Decimal(last)
            break


def test_no_row_about_cases_tells_of_fewer_than_five(busy):
    busy.cases(3, busy.body("small", "2200000000"))
    take_last_night(NOW)
    for one in Snapshot.objects.filter(code__in=("in-term", "online", "refused", "median-days")):
        assert all(row[2] >= 5 for name, rows in one.rows.items() if name != "days" for row in rows)
