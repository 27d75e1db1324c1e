"""The formulas, as sentences."""

from decimal import Decimal

from ratusha.statistics.rules import in_term, satisfaction


def test_an_overdue_open_case_counts_against_the_share():
    assert in_term(closed_in_term=9, closed=9, overdue=1).value == Decimal("0.900")


def test_a_share_of_nothing_is_not_a_share():
    assert in_term(closed_in_term=0, closed=0, overdue=0).value is None


def test_satisfaction_is_the_mean_of_the_four_marks():
    assert satisfaction(marks_sum=5 + 5 + 4 + 4 + 5 + 5 + 5 + 4, ratings=2).value == Decimal("4.6")


def test_no_ratings_give_no_mean():
    assert satisfaction(marks_sum=0, ratings=0).value is None
