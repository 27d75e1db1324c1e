"""Response times: what they are of, of how many, and that a week is whole and a few are not told."""

import csv
import io
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from ratusha.issues import times
from ratusha.issues.map.keeping import draw_anew
from ratusha.issues.models import Issue, Shown
from ratusha.issues.public import response_times
from ratusha.issues.queries import Filter
from ratusha.issues.services import dispatch, follow

from .conftest import NOW
from .test_calls import at

LOCAL = ZoneInfo("Europe/Minsk")
MONDAY = date(2026, 9, 7)


def mended(town, given_after, done_after, *, closed=False):
    """Reported at NOW; given and done so long after it; closed two days later by who reported it."""
    town.now = NOW
    case = town.reported()
    given, done = NOW + given_after, NOW + done_after
    dispatch.assign(case.pk, executor=town.executor.pk, by=town.dispatcher, now=given)
    dispatch.finish(case.pk, text="Зроблена.", by=town.master, now=done)
    if closed:
        first = follow.reporter_of(town.neighbour, case.pk)
        follow.confirm(case.pk, reporter=first, by=town.neighbour, now=done + timedelta(days=2))
    return case


@pytest.fixture
def five(town):
    """Given after 1 to 5 hours, done after 2, 4, 8, 16, 32 days: the term is 15, so two are late."""
    for number, days in enumerate((2, 4, 8, 16, 32), 1):
        mended(town, timedelta(hours=number), timedelta(days=days), closed=number < 3)
    draw_anew()


@pytest.mark.usefixtures("five")
def test_the_middle_nine_in_ten_and_the_share_in_term_are_told_with_their_coverage(town):
    (row,) = times.by_organisation(Filter())
    assert (row.key, row.count) == (town.executor, 5)
    # by hand: the middle of 1..5 hours is 3; nine in ten lies 0.6 of the way from 4 to 5 hours
    assert row.given == times.Measure(5, 5, 0.12, 0.19)
    assert row.done == times.Measure(5, 5, 8.0, 25.6)
    assert row.in_term == 0.6
    assert row.closed == times.Measure(None, 2, None, None)  # two are too few to be told
    (place,) = times.by_district(Filter())
    assert (place.key.unit, place.done) == (town.unit, row.done)
    assert times.by_organisation(Filter(category="green.tree")) == []


@pytest.mark.usefixtures("five")
def test_issues_of_a_file_count_among_those_of_which_nothing_is_known():
    Issue.objects.filter(pk__in=Issue.objects.values("pk")[:1]).update(source_key="115:1")
    draw_anew()
    (row,) = times.by_organisation(Filter())
    assert (row.given.known, row.given.of) == (None, 5)
    assert (row.done.known, row.done.of, row.in_term) == (None, 5, None)
    assert row.is_known
    for number, one in enumerate(Issue.objects.filter(source_key=""), 2):
        Issue.objects.filter(pk=one.pk).update(source_key=f"115:{number}")
    draw_anew()
    (row,) = times.by_organisation(Filter())
    assert (row.done.known, row.done.of, row.is_known) == (0, 5, False)


def test_what_was_opened_again_counts_with_its_first_report_and_its_newest_term(town):
    case = mended(town, timedelta(hours=1), timedelta(days=20))
    first = follow.reporter_of(town.neighbour, case.pk)
    again = NOW + timedelta(days=21)
    follow.reopen(case.pk, reporter=first, reasons="Не", by=town.neighbour, now=again)
    dispatch.finish(case.pk, text="Цяпер.", by=town.master, now=again + timedelta(days=1))
    draw_anew()
    shown = Shown.objects.get()
    assert shown.done_at == NOW + timedelta(days=20)
    assert shown.in_term is True


def test_a_week_goes_from_monday_to_sunday_of_the_local_zone(town):
    last, first = (datetime(2026, 9, day, 23, 59, 59, tzinfo=LOCAL) for day in (13, 6))
    for moment in (*[last] * 5, *[first] * 3, last + timedelta(seconds=1)):
        mended(town, timedelta(hours=1), moment - NOW)
    draw_anew()
    week = response_times(MONDAY)
    assert [row.done.known for row in week.by_organisation] == [5]
    assert [row.done.known for row in week.by_district] == [5]
    assert [row.given.known for row in week.by_organisation] == [0]
    before = response_times(MONDAY - timedelta(days=7))
    assert [(row.given.known, row.done.known) for row in before.by_organisation] == [(9, None)]
    assert response_times(MONDAY + timedelta(days=14)).by_organisation == []
    with pytest.raises(ValueError, match="no Monday"):
        response_times(MONDAY + timedelta(days=1))


@pytest.mark.usefixtures("five")
def test_the_page_and_the_files_say_the_same(town):
    page = Client().get(at("statistics"))
    assert 'id="times"' in page.text
    assert at("executor", town.executor.pk) in page.text
    told = Client().get(at("times_json")).json()["rows"]
    assert [(one["by"], one["done_median_days"], one["done_of"]) for one in told] == [
        ("district", 8.0, 5),
        ("organisation", 8.0, 5),
    ]
    assert told[1]["closed_known"] is None
    answer = Client().get(at("times_csv"))
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(one["code"], one["done_p90_days"], one["in_term"]) for one in rows] == [
        (town.unit.pk, "25.6", "0.6"),
        ("1", "25.6", "0.6"),
    ]
    assert Client().get(at("times_json") + "?category=green.tree").json()["rows"] == []


@pytest.mark.usefixtures("five")
def test_two_questions_answer_for_organisations_however_many(django_assert_num_queries):
    with django_assert_num_queries(2):
        times.by_organisation(Filter())
