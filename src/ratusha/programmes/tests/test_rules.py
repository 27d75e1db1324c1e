"""The rules by which programmes are followed, each with what passes and what fails; written again by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.programmes.drawing import treemap
from ratusha.programmes.law import law
from ratusha.programmes.rules import (
    Watched,
    alerts,
    is_stale,
    middle,
    must_say_coverage,
    outliers,
    require_answers,
    says_level,
)
from ratusha.programmes.services.baseline import three_points
from ratusha.programmes.workdays import after_working_days, working_days

TODAY = date(2026, 11, 20)
AFTER = law().confidence.stale_after
CALM = Watched(
    published=[4, 3],
    stale=False,
    gap=1,
    needed_index=1.15,
    late_by_forecast=False,
    dear_by_forecast=False,
    late_conditions=0,
    unspent=0.4,
    days_left=41,
    months_to_support=12,
    has_support=True,
)


def test_a_calm_measure_calls_for_nothing():
    assert alerts(CALM, law().alerts) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"published": [2, 4]}, "red"),
        ({"published": [3, 3]}, "amber_twice"),
        ({"stale": True}, "stale"),
        ({"gap": 2}, "gap"),
        ({"needed_index": 1.16}, "needed_index"),
        ({"needed_index": float("inf")}, "needed_index"),
        ({"late_by_forecast": True}, "late_by_forecast"),
        ({"dear_by_forecast": True}, "dear_by_forecast"),
        ({"unspent": 0.41}, "unspent"),
        ({"late_conditions": 1}, "condition_late"),
        ({"has_support": False}, "no_support"),
    ],
)
def test_each_alert_is_called_by_its_own_ground(change, code):
    assert alerts(replace(CALM, **change), law().alerts) == [code]


@pytest.mark.parametrize(
    "change",
    [
        {"published": [3]},
        {"published": [3, 4]},
        {"published": []},
        {"gap": None},
        {"needed_index": None},
        {"unspent": 0.41, "days_left": 90},
        {"unspent": None},
        {"has_support": False, "months_to_support": 13},
        {"stale": None},
    ],
)
def test_what_is_not_known_or_not_yet_due_calls_for_nothing(change):
    assert alerts(replace(CALM, **change), law().alerts) == []


def test_a_rating_is_stale_when_it_is_old_or_never_changes():
    assert is_stale([], TODAY, AFTER)
    assert not is_stale([(date(2026, 10, 6), 3)], TODAY, AFTER)  # 45 days
    assert is_stale([(date(2026, 10, 5), 3)], TODAY, AFTER)  # 46 days
    months = [date(2026, month, 1) for month in (11, 10, 9, 8)]
    assert is_stale([(on, 3) for on in months], TODAY, AFTER)
    assert not is_stale([(on, 3) for on in months[:3]], TODAY, AFTER)
    assert not is_stale([*((on, 3) for on in months[:3]), (months[3], 4)], TODAY, AFTER)


def test_a_total_of_less_than_all_says_its_coverage():
    """M02, with the numbers of the GMPP: 174 of 227."""
    assert must_say_coverage(174, 227)
    assert not must_say_coverage(227, 227)


def test_mean_and_median_stand_together_from_five_on():
    """M03."""
    assert middle([1, 2, 9, 4]) == (3, None)
    assert middle([1, 2, 9, 4, 4]) == (4, 4)
    assert middle([]) == (None, None)


def test_whatever_is_more_than_a_quarter_of_the_total_is_named():
    """M04."""
    even = dict.fromkeys("abcd", Decimal(25))
    assert outliers(even, 0.25) == []
    assert outliers({**even, "e": Decimal(34)}, 0.25) == ["e"]
    assert outliers({"alone": Decimal(5)}, 0.25) == []


def test_every_level_has_its_word():
    """M05."""
    words = {str(says_level(level)) for level in (None, 1, 2, 3, 4, 5)}
    assert len(words) == 6
    assert all(words)


def test_a_mark_without_evidence_is_no_mark():
    codes = [one.code for one in law().confidence.questions]
    answers = dict.fromkeys(codes, (4, "Report"))
    require_answers(answers, codes)
    for wrong, field in (((0, "x"), "owner"), ((6, "x"), "owner"), ((4, " "), "owner_evidence")):
        with pytest.raises(RuleBroken) as broken:
            require_answers({**answers, "owner": wrong}, codes)
        assert broken.value.field == field


def test_areas_of_the_treemap_are_in_proportion_and_fill_it():
    weights = [6, 6, 4, 3, 2, 2, 1, 0]
    cells = treemap(weights, 600, 400)
    areas = {cell.place: cell.width * cell.height for cell in cells}
    assert sum(areas.values()) == pytest.approx(600 * 400)
    assert 7 not in areas
    for place, area in areas.items():
        assert area == pytest.approx(weights[place] / 24 * 600 * 400)
    assert treemap([], 600, 400) == []


def test_working_days_of_plans_know_the_calendar_and_go_beyond_it():
    assert working_days(date(2026, 12, 21), date(2026, 12, 27)) == 4  # 25 December is a holiday
    assert working_days(date(2035, 1, 1), date(2035, 1, 7)) == 5
    assert after_working_days(date(2035, 1, 6), 1) == date(2035, 1, 8)
    assert after_working_days(date(2035, 1, 1), 6) == date(2035, 1, 8)


@pytest.mark.parametrize(
    ("spread", "days"),
    [
        (None, (19, 22, 31)),
        ((Decimal("0.5"), Decimal(2)), (11, 22, 44)),
        ((Decimal("0.01"), Decimal(1)), (1, 22, 22)),
    ],
)
def test_a_stage_has_three_durations_spread_as_its_passport_says(spread, days):
    """Twenty-two working days of March 2027; without a word a tenth less, two fifths more."""
    assert three_points(date(2027, 3, 1), date(2027, 3, 31), spread) == days
