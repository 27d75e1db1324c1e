"""The figures of the front page, counted from the live tables."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache

from ratusha.cases.public import Rating
from ratusha.cases.tests.factories import CaseFactory
from ratusha.statistics import marks
from ratusha.statistics.public import front_line

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()
    yield
    cache.clear()


def test_with_nothing_to_count_there_is_no_share():
    line = front_line(TODAY)
    assert (line.in_term.value, line.satisfaction.value) == (None, None)


def test_a_case_closed_in_term_counts_for_and_an_overdue_one_against():
    CaseFactory(granted=True)
    CaseFactory(due_on=TODAY - timedelta(days=1))
    CaseFactory()
    assert (front_line(TODAY).in_term.numerator, front_line(TODAY).in_term.denominator) == (1, 2)


def test_a_case_closed_while_its_clock_stood_was_in_its_term():
    CaseFactory(granted=True, due_on=None, stopped_on=date(2026, 3, 5))
    assert front_line(TODAY).in_term.value == Decimal("1.000")


def test_satisfaction_is_the_mean_of_all_marks_that_are_told(monkeypatch):
    monkeypatch.setattr(marks, "_told", [lambda: {(5, 4, 5, 4): 6}])
    assert (front_line(TODAY).satisfaction.value, front_line(TODAY).satisfaction.count) == (
        Decimal("4.5"),
        6,
    )


def test_a_rating_that_is_not_told_yet_moves_nothing():
    """Else whoever reads the figure before and after would know what one person said."""
    case = CaseFactory(granted=True)
    Rating.objects.create(
        case=case, body_id=case.body_id, simplicity=5, information=4, term=5, politeness=4, at=case.lodged_at
    )  # fmt: skip
    assert front_line(TODAY).satisfaction.count == 0


def test_a_figure_is_counted_once_a_minute(django_assert_num_queries):
    front_line(TODAY)
    with django_assert_num_queries(0):
        front_line(TODAY)
