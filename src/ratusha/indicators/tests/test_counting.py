"""Each formula against cases counted by hand."""

from datetime import date
from decimal import Decimal

from ratusha.cases.models import Skeleton
from ratusha.indicators.counting import count
from ratusha.indicators.counting.places import NOWHERE
from ratusha.indicators.rules import REST

from .conftest import EAST, FAR, NEAR, TODAY, WEST, by_key, whole

OPEN = {"status": "in_work", "outcome": "", "closed_on": None}


def test_a_case_in_term_counts_for_and_a_late_or_overdue_one_against(country):
    country.cases(3, country.near)
    country.cases(1, country.near, due_on=date(2026, 8, 19))
    country.cases(2, country.near, **OPEN)
    country.cases(4, country.near, **OPEN, lodged_on=date(2026, 9, 1), due_on=date(2026, 9, 16))
    assert whole(count("in-term-1", TODAY)) == (3, 6)


def test_a_case_that_ended_more_than_a_year_ago_counts_no_more(country):
    old = {"lodged_on": date(2025, 8, 1), "closed_on": date(2025, 9, 1), "due_on": date(2025, 9, 3)}
    country.cases(1, country.near, **old)
    country.cases(1, country.near, **{**old, "closed_on": date(2025, 9, 2)})
    assert whole(count("in-term-1", TODAY)) == (1, 1)


def test_a_past_day_is_counted_as_it_stood_then(country):
    """On 18 August the cases that ended on the 20th were open, and those due on the 15th late."""
    country.cases(2, country.near, due_on=date(2026, 8, 15))
    country.cases(1, country.near, closed_on=date(2026, 8, 18))
    assert whole(count("in-term-1", date(2026, 8, 18))) == (1, 3)


def test_other_kinds_of_cases_are_not_in_it(country):
    country.cases(2, country.near, kind="errand")
    assert count("in-term-1", TODAY).value is None


def test_erased_cases_count_on_by_their_skeletons(country):
    country.cases(1, country.near)
    Skeleton.objects.create(
        kind="application", subject_code="U200/1.3.2", body_id=country.near.pk, channel="portal", outcome="refused",
        closed_in=date(2026, 2, 1), days=40, in_term=False, marks=12,
    )  # fmt: skip
    assert whole(count("in-term-1", TODAY)) == (1, 2)
    assert whole(count("refused-1", TODAY)) == (1, 2)
    assert whole(count("satisfaction-1", TODAY)) == (3, 1)


def test_districts_and_regions_are_the_sums_of_their_bodies(country):
    country.cases(6, country.near)
    country.cases(5, country.far, due_on=date(2026, 8, 1))
    country.cases(7, country.ministry)
    rows = count("in-term-1", TODAY).rows
    assert by_key(rows["region"]) == {WEST: (6, 6), EAST: (0, 5), NOWHERE: (7, 7)}
    assert by_key(rows["district"]) == {NEAR: (6, 6), FAR: (0, 5), NOWHERE: (7, 7)}
    assert by_key(rows["body"])[str(country.far.pk)] == (0, 5)
    assert by_key(rows["month"]) == {"2026-08": (13, 18)}


def test_a_body_with_four_cases_is_put_together_with_another(country):
    country.cases(6, country.near)
    country.cases(4, country.far)
    counted = count("in-term-1", TODAY)
    assert by_key(counted.rows["body"]) == {REST: (10, 10)}
    assert counted.hidden["body"] == 2
    assert counted.coverage.covered == 2


def test_half_of_cases_ended_within_the_median(country):
    country.cases(5, country.near)
    country.cases(3, country.near, closed_on=date(2026, 8, 14))
    country.cases(3, country.far, closed_on=date(2026, 8, 30))
    assert count("median-days-1", TODAY).value == 10


def test_satisfaction_is_the_mean_of_marks_and_says_how_many_rated(country):
    first, second, *_others = country.cases(4, country.near)
    country.rate(first, 5, 5, 5, 5)
    country.rate(second, 4, 4, 3, 3)
    counted = count("satisfaction-1", TODAY)
    assert counted.value == Decimal("4.25")
    assert (counted.coverage.covered, counted.coverage.of) == (2, 4)


def test_a_withdrawn_application_is_not_decided(country):
    country.cases(3, country.near)
    country.cases(1, country.near, status="refused", outcome="refused")
    country.cases(1, country.near, status="not_accepted", outcome="not_accepted")
    country.cases(9, country.near, status="withdrawn", outcome="withdrawn")
    assert whole(count("refused-1", TODAY)) == (2, 5)


def test_what_was_lodged_at_a_window_is_not_online(country):
    country.cases(3, country.near)
    country.cases(1, country.near, channel="counter")
    assert whole(count("online-1", TODAY)) == (3, 4)


def test_without_procedures_in_force_there_is_no_share(country):
    assert country
    assert count("electronic-all-1", TODAY).value is None
    assert count("electronic-volume-1", TODAY).value is None
