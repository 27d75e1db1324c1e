from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.money import (
    Money,
    Rounding,
    base_value,
    in_base_values,
    multiple_of_base_value,
    national_rounding,
)


@pytest.mark.parametrize(
    ("on", "amount", "since", "confidence"),
    [
        ("2023-01-01", "37.00", "2023-01-01", "verified"),
        ("2023-12-31", "37.00", "2023-01-01", "verified"),
        ("2024-01-01", "40.00", "2024-01-01", "verified"),
        ("2025-06-30", "42.00", "2025-01-01", "verified"),
        ("2026-03-02", "45.00", "2026-01-01", "recalled"),
    ],
)
def test_the_base_value_is_the_one_in_force_on_the_day(on, amount, since, confidence):
    value = base_value(date.fromisoformat(on))
    assert value.amount == Money(Decimal(amount), "BYN")
    assert value.since == date.fromisoformat(since)
    assert value.source["be"]
    assert value.confidence == confidence


def test_a_day_before_the_first_base_value_is_named():
    with translation.override("en"), pytest.raises(RuleBroken, match="base_value_gap") as caught:
        base_value(date(2022, 12, 31))
    assert "31 December 2022" in caught.value.message


@pytest.mark.parametrize(
    ("multiple", "fee"),
    [("1", "45.00"), ("0.1", "4.50"), ("0.005", "0.23"), ("0.0049", "0.22"), ("0", "0.00")],
)
def test_a_fee_is_rounded_half_up_to_a_kopeck(multiple, fee):
    assert multiple_of_base_value(Decimal(multiple), date(2026, 3, 2)).amount == Decimal(fee)


def test_a_rounded_amount_shows_its_kopecks():
    assert str(multiple_of_base_value(Decimal(2), date(2026, 3, 2))) == "90.00 BYN"


@pytest.mark.parametrize(
    ("mode", "rounded"),
    [("half_up", "0.15"), ("half_even", "0.10"), ("down", "0.10"), ("up", "0.15")],
)
def test_the_rule_of_rounding_is_an_argument(mode, rounded):
    assert Rounding(Decimal("0.05"), mode).apply(Decimal("0.125")) == Decimal(rounded)


AMOUNTS = st.decimals(-1_000_000, 1_000_000, places=6)


@given(AMOUNTS)
def test_rounding_moves_by_half_a_kopeck_at_most(amount):
    assert abs(national_rounding().apply(amount) - amount) <= Decimal("0.005")


@given(AMOUNTS, AMOUNTS)
def test_rounding_keeps_the_order(one, other):
    rule = national_rounding()
    assert (one <= other) <= (rule.apply(one) <= rule.apply(other))


@given(AMOUNTS)
def test_rounding_twice_is_rounding_once(amount):
    money = Money(amount, "BYN").rounded(national_rounding())
    assert money.rounded(national_rounding()) == money


def test_money_adds_up_in_one_currency_only():
    three, two = Money(Decimal(3), "BYN"), Money(Decimal(2), "BYN")
    assert three + two == Money(Decimal(5), "BYN")
    assert three - two == Money(Decimal(1), "BYN")
    assert three * 2 == Money(Decimal(6), "BYN")
    assert two < three
    with pytest.raises(ValueError, match="EUR"):
        three + Money(Decimal(1), "EUR")


@pytest.mark.parametrize(
    ("language", "words"),
    [("be", "1 234,50 руб."), ("ru", "1 234,50 руб."), ("en", "1,234.50 BYN")],
)
def test_money_is_written_as_the_language_writes_it(language, words):
    money = Money(Decimal("1234.5"), "BYN")
    assert money.text(language).replace("\N{NO-BREAK SPACE}", " ") == words
    with translation.override(language):
        assert money.text() == money.text(language)


def test_a_currency_without_a_sign_is_written_by_its_code():
    assert Money(Decimal(1), "EUR").text("be") == "1,00\N{NO-BREAK SPACE}EUR"


@pytest.mark.parametrize(
    ("multiple", "be", "ru", "en"),
    [
        ("1", "1 базавая велічыня", "1 базовая величина", "1 base value"),
        ("2", "2 базавыя велічыні", "2 базовые величины", "2 base values"),
        ("5.0", "5 базавых велічынь", "5 базовых величин", "5 base values"),
        ("0.5", "0,5 базавай велічыні", "0,5 базовой величины", "0.5 of a base value"),
        ("1.5", "1,5 базавай велічыні", "1,5 базовой величины", "1.5 base values"),
    ],
)
def test_base_values_are_counted_as_people_say_it(multiple, be, ru, en):
    for language, words in (("be", be), ("ru", ru), ("en", en)):
        with translation.override(language):
            assert in_base_values(Decimal(multiple)) == words
