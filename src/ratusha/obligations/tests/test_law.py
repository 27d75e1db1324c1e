"""What the pack says: which duties there are, by which act, and which of them are samples."""

import pytest

from ratusha.obligations.law import law
from ratusha.obligations.rules import Boundary, Shift

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "day", "period"),
    [
        ("plan", (1, 5), 1),
        ("report", (1, 3), -1),
        ("indicators_spring", (1, 3), -1),
        ("indicators_autumn", (1, 9), -1),
    ],
)
def test_the_days_are_those_of_the_acts(code, day, period):
    rule = law().rule(code)
    assert ((rule.due.day, rule.due.month), rule.period) == (day, period)


def test_by_a_day_is_read_strictly_and_not_moved_unless_a_rule_says_otherwise():
    assert {(one.boundary, one.shift) for one in law().rules} == {(Boundary.EXCLUSIVE, Shift.NONE)}


def test_what_has_no_act_is_marked_as_a_sample():
    samples = {one.code for one in law().rules if one.source.confidence == "sample"}
    assert samples == {"consolidated_plan", "consolidated_report"}
    assert all(one.subjects.source.confidence == "sample" for one in law().rules)
    assert law().judging.source.confidence == "sample"


def test_every_rule_is_named_in_three_languages():
    for rule in law().rules:
        assert set(rule.name) == set(rule.about) == {"be", "ru", "en"}
