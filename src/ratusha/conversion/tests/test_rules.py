"""Priority, rate, cone, falling back, cards: without a database."""

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.conversion.depth import Depth
from ratusha.conversion.rules import (
    FACTORS,
    Factors,
    Month,
    Quality,
    cone,
    demand,
    falls_back,
    in_order,
    month_ends,
    percentiles,
    priority,
    quarters_before,
    rate,
)
from ratusha.conversion.ways import (
    Burden,
    agree_by,
    burden,
    read_steps,
    require_converted,
    require_lighter,
    spared,
    way_as_it_is,
    written,
)
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.public import TermRule

from .test_depth import PAPER, SOURCE, definition

WEIGHTS = {"demand": 0.35, "held": 0.20, "trouble": 0.15, "feasible": 0.20, "social": 0.10}
share = st.floats(0, 1) | st.none()
factors = st.builds(Factors, share, share, share, share, share)


# ---- priority ----
def test_the_priority_is_the_weighted_sum_of_the_requirements():
    found = priority(Factors(1.0, 0.5, 0.2, 0.8, 1.0), WEIGHTS)
    assert found == pytest.approx(0.35 + 0.10 + 0.03 + 0.16 + 0.10)


@given(factors)
def test_the_priority_is_between_nothing_and_one(one):
    assert 0 <= priority(one, WEIGHTS) <= 1 + 1e-9


@given(factors, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 10**6))
def test_more_demand_never_lowers_the_priority(one, fewer, more, most):
    fewer, more = sorted((fewer, more))
    most = max(most, more)

    def at(cases):
        given_ = {name: getattr(one, name) for name in FACTORS} | {"demand": demand(cases, most)}
        return priority(Factors(**given_), WEIGHTS)

    assert at(fewer) <= at(more) + 1e-12


@given(factors, st.floats(0.01, 1000))
def test_the_scale_of_the_weights_means_nothing(one, scale):
    scaled = {name: weight * scale for name, weight in WEIGHTS.items()}
    assert priority(one, scaled) == pytest.approx(priority(one, WEIGHTS))


@given(st.dictionaries(st.text("AB12/.", min_size=1), st.sampled_from([0.1, 0.5, 0.9])))
def test_equals_stand_by_their_code(scores):
    order = in_order(scores)
    assert sorted(order) == sorted(scores)
    for before, after in itertools.pairwise(order):
        assert (-scores[before], before) < (-scores[after], after)


def test_what_is_not_known_adds_nothing_and_is_counted_as_unknown():
    one = Factors(demand=1.0, social=0.0)
    assert one.known == 2
    assert priority(one, WEIGHTS) == pytest.approx(0.35)


def test_demand_grows_as_the_logarithm():
    assert demand(0, 100) == 0
    assert demand(100, 100) == 1
    assert demand(9, 99) == pytest.approx(0.5)
    assert demand(0, 0) is None


def test_a_percentile_is_the_share_of_the_others_that_are_lower():
    assert percentiles({"a": 0.0, "b": 0.2, "c": 0.2, "d": 0.9}) == {
        "a": 0.0, "b": pytest.approx(1 / 3), "c": pytest.approx(1 / 3), "d": 1.0,
    }  # fmt: skip


# ---- the goal ----
def test_the_needed_rate_is_that_of_the_requirements():
    found = rate(75, 1200, 420, on=date(2026, 11, 22), by=date(2030, 12, 31))
    assert found.needed == 900
    assert found.months_left == pytest.approx(49.3, abs=0.05)
    assert found.a_month == pytest.approx(9.74, abs=0.01)


def test_a_reached_goal_needs_nothing_and_a_past_one_has_no_rate():
    assert rate(75, 100, 80, on=date(2026, 1, 1), by=date(2030, 1, 1)).a_month == 0
    assert rate(75, 100, 10, on=date(2030, 1, 2), by=date(2030, 1, 1)).a_month is None


def test_month_ends_are_the_last_days_and_the_day_itself():
    assert month_ends(date(2026, 3, 10), 2) == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 10),
    ]  # fmt: skip


def pace(*steps, scope=1000):
    done, found = 100, [Month(date(2026, 1, 31), scope, 100)]
    for number, step in enumerate(steps):
        done += step
        found.append(Month(date(2026, 2 + number, 28), scope, done))
    return found


def test_an_even_pace_has_a_cone_without_width():
    found = cone(pace(*[10] * 8), 10)
    assert (found.low, found.middle, found.high) == (280, 280, 280)


def test_an_uneven_pace_has_a_wide_cone_that_stays_within_what_is_in_force():
    found = cone(pace(0, 20, 0, 20, 0, 20), 10)
    assert found.middle == pytest.approx(260)
    assert found.low < found.middle < found.high
    assert cone(pace(*[100] * 6, scope=720), 10).high == 720


def test_too_few_months_give_no_cone():
    assert cone(pace(1, 2, 3), 10) is None


# ---- falling back ----
@pytest.mark.parametrize(
    ("periods", "back"),
    [([], False), (["red"], False), (["red", "red"], True), (["fine", "red"], False),
     (["red", "fine"], False), (["red", "unknown"], False), (["fine", "red", "red"], True)],
)  # fmt: skip
def test_two_red_periods_in_a_row_lead_back(periods, back):
    assert falls_back(periods) is back


def test_few_ratings_have_no_colour():
    limits = Quality(least_ratings=5, red_below=2.5)
    assert limits.colour(4, 1.0) == "unknown"
    assert limits.colour(5, 2.49) == "red"
    assert limits.colour(5, 2.5) == "fine"
    assert limits.colour(5, None) == "unknown"


# ---- cards ----
WAY = "Збірае даведкі | 5 | 3 | 2 | carry\nЧакае | 10,5 | 0 | 0 | wait\nАтрымлівае | 0 | 1 | 1"


def test_a_way_is_read_line_by_line_and_written_again():
    steps = read_steps(WAY, "as_is")
    assert burden(steps) == Burden(15.5, 4, 3, 2)
    assert read_steps(written(steps), "as_is") == steps


@pytest.mark.parametrize(
    "line", ["", "Чакае", "Чакае | x | 0 | 0", "Чакае | -1 | 0 | 0", "Чакае | 1 | 0 | 0 | nap", "| 1 | 0 | 0"]
)  # fmt: skip
def test_a_mistake_of_a_way_is_told_with_its_field(line):
    with pytest.raises(RuleBroken) as refused:
        read_steps(line, "to_be")
    assert refused.value.field == "to_be"


def test_a_new_way_is_lighter_or_it_is_none():
    before = Burden(10, 3, 2, 1)
    require_lighter(before, Burden(1, 3, 2, 0))
    for worse in (before, Burden(1, 4, 0, 0), Burden(11, 0, 0, 0)):
        with pytest.raises(RuleBroken, match="not_lighter"):
            require_lighter(before, worse)


def test_bodies_agree_in_three_working_days():
    """Resolution No. 646: from Thursday over a week-end."""
    assert agree_by(date(2026, 11, 26), 3, national_calendar()) == date(2026, 12, 1)


# ---- after it was switched on ----
def test_quarters_are_whole_and_the_running_one_is_not_among_them():
    assert quarters_before(date(2026, 2, 14), 2) == [date(2025, 7, 1), date(2025, 10, 1)]


@pytest.mark.parametrize(
    ("variant", "depth", "held_back_by", "code"),
    [
        ("shorten", Depth.APPLICATION, [], None),
        ("shorten", Depth.FORM, [], "conversion.not_online"),
        ("shorten", None, [], "conversion.not_in_force"),
        ("proactive", Depth.END_TO_END, ["F03"], "conversion.held_back"),
        ("abolish", None, [], None),
        ("merge", Depth.END_TO_END, [], "conversion.still_in_force"),
    ],
)
def test_a_card_is_switched_on_when_the_procedure_in_force_is_what_it_promises(
    variant, depth, held_back_by, code
):
    if code is None:
        require_converted(variant, depth, held_back_by)
        return
    with pytest.raises(RuleBroken) as refused:
        require_converted(variant, depth, held_back_by)
    assert refused.value.code == code


def test_what_people_are_spared_grows_with_the_applications():
    prices = {"document": Decimal("12.50"), "visit": Decimal(10)}
    told = spared(Burden(11, 3, 2, 2), Burden(3, 0, 0, 0), 100, prices)
    assert (told.days, told.documents, told.visits) == (800, 300, 200)
    assert told.money == Decimal(5750)  # 300 × 12.50 + 200 × 10


def test_the_way_as_it_is_follows_from_the_promise():
    paper_only = definition(
        level="e2", decision_electronic=False, documents=[PAPER],
        term=TermRule(base="5 working days", source=SOURCE),
    )  # fmt: skip
    way = way_as_it_is(paper_only)
    assert burden(way) == Burden(
        7, 3, 2, 4
    )  # the paper, the application and the result; two visits
    assert burden(way_as_it_is(definition())).visits == 0
