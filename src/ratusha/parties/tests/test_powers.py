"""The law of representation, without a database: written here again by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.parties.powers import (
    Powers,
    acts_for_child,
    allows,
    is_narrower,
    is_within,
    last_day,
    needs_consent,
    require_least_power,
    require_one_side,
)

TODAY = date(2026, 12, 1)
WHOLE = Powers(acts=["prepare", "lodge", "withdraw", "receive", "pay"], since=TODAY, until=None)
TRADE = replace(WHOLE, acts=["prepare", "lodge"], procedures=["CM156/9.10"])


@pytest.mark.parametrize(
    ("born", "acts", "consents"),
    [
        (date(2012, 12, 2), True, False),  # fourteen tomorrow
        (date(2012, 12, 1), False, True),  # fourteen today
        (date(2008, 12, 2), False, True),  # eighteen tomorrow
        (date(2008, 12, 1), False, False),  # eighteen today
    ],
)
def test_a_parent_acts_until_fourteen_and_consents_until_eighteen(born, acts, consents):
    assert acts_for_child(born, TODAY) is acts
    assert needs_consent(born, TODAY) is consents


def test_a_child_of_the_29th_of_february_is_fourteen_on_the_28th():
    assert acts_for_child(date(2012, 2, 29), date(2026, 2, 27))
    assert not acts_for_child(date(2012, 2, 29), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("code", "given", "within"),
    [
        ("CM156/9.10", ["CM156/9.10"], True),
        ("CM156/9.10", ["CM156/9"], True),
        ("CM156/9.1", ["CM156/9.10"], False),
        ("CM156/91", ["CM156/9"], False),
        ("U200/9.10", ["CM156/9"], False),
        ("", ["CM156/9"], False),
    ],
)
def test_a_chapter_holds_what_is_numbered_below_it(code, given, within):
    assert is_within(code, given) is within


def test_a_limited_mandate_allows_nothing_where_nothing_is_said():
    assert allows(WHOLE)
    assert not allows(TRADE)
    assert allows(TRADE, procedure="CM156/9.10", act="lodge")
    assert not allows(TRADE, procedure="CM156/9.10", act="withdraw")
    assert not allows(TRADE, procedure="CM156/9.11", act="lodge")


def test_a_mandate_for_one_case_opens_no_other_and_begins_nothing_new():
    one = replace(WHOLE, case_reference="2026-ABCDEF12")
    assert allows(one, procedure="U200/1.3.2", case_reference="2026-ABCDEF12")
    assert not allows(one, procedure="U200/1.3.2", case_reference="2026-ABCDEF13")
    assert not allows(one, procedure="U200/1.3.2")


def test_a_sum_is_a_limit_up_to_and_including_it():
    purse = replace(WHOLE, amount_most=Decimal("100.00"))
    assert allows(purse, act="pay", amount=Decimal("100.00"))
    assert not allows(purse, act="pay", amount=Decimal("100.01"))


@pytest.mark.parametrize(
    ("until", "last"),
    [(None, date(2027, 11, 30)), (date(2029, 11, 30), date(2029, 11, 30)), (TODAY, TODAY)],
)
def test_a_power_of_attorney_lasts_a_year_or_as_named_within_three(until, last):
    assert last_day(TODAY, until) == last


@pytest.mark.parametrize("until", [date(2029, 12, 1), date(2026, 11, 30)])
def test_longer_than_three_years_or_ended_before_it_begins_is_refused(until):
    with pytest.raises(RuleBroken) as refusal:
        last_day(TODAY, until)
    assert refusal.value.field == "until"


def test_nobody_gives_an_empty_mandate():
    with pytest.raises(RuleBroken, match="no_acts"):
        require_least_power(replace(TRADE, acts=[]), for_person=False)


@pytest.mark.parametrize("procedures", [[], ["U200/1.3.2", "U200/6.6"]])
def test_a_person_authorises_for_one_thing(procedures):
    with pytest.raises(RuleBroken, match="not_one_thing"):
        require_least_power(replace(WHOLE, procedures=procedures), for_person=True)
    require_least_power(replace(WHOLE, procedures=procedures), for_person=False)


@pytest.mark.parametrize(
    "wider",
    [
        {"acts": ["prepare", "lodge", "withdraw"]},
        {"procedures": ["CM156/9"]},
        {"procedures": []},
        {"until": date(2028, 1, 1)},
        {"until": None},
        {"may_delegate": True},
    ],
)
def test_nobody_passes_on_more_than_they_have(wider):
    own = replace(TRADE, until=date(2027, 6, 1))
    assert is_narrower(own, own)
    assert is_narrower(replace(own, acts=["prepare"]), own)
    assert not is_narrower(replace(own, **wider), own)


def test_nobody_stands_on_both_sides():
    body, other = uuid4(), uuid4()
    require_one_side([body], [other])
    with pytest.raises(RuleBroken, match="both_sides"):
        require_one_side([body], [other, body])
