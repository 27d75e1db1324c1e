"""What holds for money, as sentences. No database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.payments import rules
from ratusha.payments.rules import Status

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
SUMS = st.decimals("0.01", "99999.99", places=2)
BALANCES = st.decimals("0", "99999.99", places=2)


@pytest.mark.parametrize(
    ("status", "balance", "then", "rest", "surplus"),
    [
        ("pending", "0", "pending", "22.50", "0"),
        ("pending", "20.00", "part_paid", "2.50", "0"),
        ("part_paid", "22.50", "paid", "0", "0"),
        ("pending", "25.00", "paid", "0", "2.50"),
        ("paid", "0", "pending", "22.50", "0"),  # the bank took it back
        ("lapsed", "22.50", "lapsed", "0", "22.50"),  # came too late: kept apart
        ("cancelled", "0", "cancelled", "0", "0"),
    ],
)
def test_the_standing_follows_from_the_ledger(status, balance, then, rest, surplus):
    amount, balance = Decimal("22.50"), Decimal(balance)
    assert rules.standing(status, amount, balance) == then
    assert rules.rest(then, amount, balance) == Decimal(rest)
    assert rules.surplus(then, amount, balance) == Decimal(surplus)


@given(st.sampled_from(Status), SUMS, BALANCES)
def test_every_kopeck_is_owed_counted_or_free(status, amount, balance):
    """Nothing is negative, and what is neither counted nor asked is free to be given back."""
    then = rules.standing(status, amount, balance)
    rest, surplus = rules.rest(then, amount, balance), rules.surplus(then, amount, balance)
    assert rest >= 0
    assert surplus >= 0
    if then in rules.CLOSED:
        assert (rest, surplus) == (0, balance)
    else:
        assert balance + rest == amount + surplus


def test_a_lock_lasts_half_an_hour_and_no_longer():
    assert rules.holds_lock(NOW, NOW + timedelta(minutes=29, seconds=59))
    assert not rules.holds_lock(NOW, NOW + timedelta(minutes=30))


@pytest.mark.parametrize(("amount", "second"), [("100.00", False), ("100.01", True)])
def test_above_the_limit_two_officials_look(amount, second):
    assert rules.needs_second(Decimal(amount), Decimal("100.00")) is second


@pytest.mark.parametrize(
    ("amount", "reason", "code"),
    [
        ("1", " ", "refund.reason_missing"),
        ("1", "x" * 1001, "refund.reason_long"),
        ("2.51", "Лішняе", "refund.too_much"),
        ("0", "Лішняе", "refund.too_much"),
    ],
)
def test_a_refund_has_words_and_is_covered(amount, reason, code):
    with pytest.raises(RuleBroken) as broken:
        rules.require_refund(Decimal(amount), Decimal("2.50"), reason)
    assert broken.value.code == code


@pytest.mark.parametrize("amount", ["0", "-1", "1000000", "0.001"])
def test_what_is_no_sum_is_not_taken(amount):
    with pytest.raises(RuleBroken):
        rules.require_sum(Decimal(amount))


def test_an_account_number_notices_a_slip():
    number = rules.new_account()
    assert rules.is_account(number)
    slipped = str((int(number[0]) + 1) % 10) + number[1:]
    assert not rules.is_account(slipped)
    assert not rules.is_account(f"{number}0")
