"""The effect of a pilot: against synthetic panels whose effect is known, and published tables of Student's t."""

from datetime import date
from random import Random

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.measures.effect import Grade, Point, Warned, effect_of
from ratusha.measures.student import quantile, two_sided

BEGUN = date(2026, 1, 1)


def month(number: int) -> date:
    return date(2025 + (number + 5) // 12, (number + 5) % 12 + 1, 1)


def at(place: str, on: date, value: float) -> Point:
    return Point(place, with_pilot=True, on=on, value=value)


def panel(
    effect: float, *, drift: float = 0, noise: float = 1, places: int = 3, seed: int = 1
) -> list[Point]:
    """Seven months before and six after, from June 2025; a level of its own for each place, one trend for all."""
    chance = Random(seed)  # noqa: S311 - synthetic figures, the same every time
    made = []
    for with_pilot in (True, False):
        for place in range(places):
            level = chance.gauss(50, 10)
            for number in range(13):
                moved = effect if with_pilot and month(number) >= BEGUN else 0
                ahead = drift * number if with_pilot else 0
                value = level + 0.3 * number + moved + ahead + chance.gauss(0, noise)
                made.append(Point(f"{with_pilot}{place}", with_pilot, month(number), value))
    return made


def test_a_true_effect_of_five_is_found_within_three_standard_errors():
    """Ninety-nine times out of a hundred, as Student's t has it with eleven degrees of freedom."""
    within = 0
    for seed in range(200):
        found = effect_of("comparison", panel(5.0, seed=seed), begun=BEGUN, towards=1)
        assert found.points == 78
        within += abs(found.effect - 5) <= 3 * (found.high - found.low) / 2 / quantile(0.90, 11)
    assert within >= 195


def test_equal_trends_are_seldom_called_apart():
    found = [
        effect_of("comparison", panel(5, seed=seed), begun=BEGUN, towards=1) for seed in range(200)
    ]
    assert sum(one.grade == Grade.C for one in found) <= 20
    assert {one.grade for one in found} == {Grade.B, Grade.C}


def test_equal_trends_without_noise_give_an_effect_of_nought():
    found = effect_of("comparison", panel(0, noise=0), begun=BEGUN, towards=1)
    assert found.effect == pytest.approx(0, abs=1e-9)
    assert found.warned == ()


def test_the_interval_holds_the_true_effect_nine_times_out_of_ten():
    within = 0
    for seed in range(400):
        found = effect_of("comparison", panel(2.0, seed=seed), begun=BEGUN, towards=1)
        within += found.low <= 2.0 <= found.high
    assert 0.86 <= within / 400 <= 0.94


def test_an_effect_counts_towards_the_target():
    fallen = effect_of("comparison", panel(-5.0), begun=BEGUN, towards=-1)
    assert fallen.low > 0


def test_places_that_drifted_apart_before_are_a_weak_comparison():
    found = effect_of("comparison", panel(0, drift=2, noise=0.1), begun=BEGUN, towards=1)
    assert Warned.APART_BEFORE in found.warned
    assert found.grade == Grade.C


def test_one_place_to_compare_with_is_said():
    found = effect_of("comparison", panel(5, places=1), begun=BEGUN, towards=1)
    assert Warned.ONE_PLACE in found.warned


def test_before_and_after_warns_of_a_trend_that_was_there_before():
    rising = [at("a", month(n), 10.0 + n) for n in range(13)]
    found = effect_of("before_after", rising, begun=BEGUN, towards=1)
    assert found.warned == (Warned.TREND_BEFORE,)
    assert found.grade == Grade.D
    chance = Random(3)  # noqa: S311 - the same every time
    level = [at("a", month(n), (5 if n >= 7 else 0) + chance.gauss(0, 1)) for n in range(13)]
    found = effect_of("before_after", level, begun=BEGUN, towards=1)
    assert (found.warned, found.grade) == ((), Grade.C)
    assert found.low > 0


@pytest.mark.parametrize(
    ("design", "points"),
    [
        ("before_after", [at("a", month(n), 1.0) for n in range(11)]),
        ("before_after", [at("a", month(n - 7), 1.0) for n in range(12)]),
        ("comparison", [at("a", month(n), 1.0) for n in range(13)]),
        ("randomised", panel(5, places=1)),
        ("opinion", panel(5)),
    ],
)
def test_too_little_is_not_computed(design, points):
    with pytest.raises(RuleBroken):
        effect_of(design, points, begun=BEGUN, towards=1)


def test_a_draw_by_lot_compares_what_each_place_gained():
    found = effect_of("randomised", panel(5, places=8), begun=BEGUN, towards=1)
    assert found.grade == Grade.A
    assert found.low < 5 < found.high


@pytest.mark.parametrize(
    ("df", "five_per_cent_point"),  # of one side: Student's table
    [(1, 6.3138), (2, 2.9200), (5, 2.0150), (10, 1.8125), (30, 1.6973), (120, 1.6577)],
)
def test_quantiles_are_those_of_the_table(df, five_per_cent_point):
    assert quantile(0.90, df) == pytest.approx(five_per_cent_point, abs=5e-5)


@pytest.mark.parametrize(
    ("t", "df", "p"), [(2.0, 10, 0.0734), (12.706, 1, 0.05), (0, 5, 1), (1.96, 1e6, 0.05)]
)
def test_chance_goes_so_far_as_often_as_the_table_says(t, df, p):
    assert two_sided(t, df) == pytest.approx(p, abs=5e-5)
