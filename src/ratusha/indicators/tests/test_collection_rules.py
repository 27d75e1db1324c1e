"""V01 to V12, each with an answer that passes and one that does not; states; whom a verifier opens."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ratusha.indicators.collecting import Question, law
from ratusha.indicators.collection_rules import (
    MOVES,
    SEVERITY,
    WORDS,
    Beside,
    Candidate,
    Given,
    Severity,
    State,
    Step,
    chosen,
    examine,
    next_state,
    require_another,
    value_of,
)
from ratusha.kernel.errors import RuleBroken

SHARE = Question(code="s", kind="share", name={})
NUMBER = Question(code="n", kind="number", name={}, most=Decimal(1000))
PROVED = Question(code="p", kind="number", name={}, most=Decimal(1000), evidence=True)
LIVE = Question(code="l", kind="share", name={}, live="in-term", tolerance=Decimal("0.1"))
USUAL = Beside(today=date(2027, 2, 1), last_day=date(2027, 2, 28))


def rules(question, given, beside=USUAL):
    return [one.rule for one in examine(question, given, beside)]


def past(*values):
    return replace(USUAL, past=tuple(Decimal(one) for one in values))


def number(value):
    return Given(Decimal(value))


CASES = [  # rule, question, passes, beside it, fails, beside it
    ("V01", NUMBER, number(1000), USUAL, number(1001), USUAL),
    ("V02", SHARE, Given(Decimal(5), Decimal(5)), USUAL, Given(Decimal(6), Decimal(5)), USUAL),
    ("V03", NUMBER, number(0), past("0"), number(0), past("7")),
    ("V04", NUMBER, number(7), past("7", "7"), number(7), past("7", "7", "7")),
    (
        "V05",
        NUMBER,
        number(13),
        past("8", "9", "10", "11", "12"),
        number(14),
        past("8", "9", "10", "11", "12"),
    ),
    (
        "V06",
        LIVE,
        Given(Decimal(8), Decimal(10)),
        replace(USUAL, truth=Decimal("0.7")),
        Given(Decimal(8), Decimal(10)),
        replace(USUAL, truth=Decimal("0.69")),
    ),
    (
        "V07",
        NUMBER,
        number(9),
        replace(USUAL, districts=(Decimal(4), Decimal(5))),
        number(9),
        replace(USUAL, districts=(Decimal(4), Decimal(4))),
    ),
    ("V08", PROVED, Given(Decimal(3), proofs=(date(2027, 1, 9),)), USUAL, number(3), USUAL),
    (
        "V09",
        PROVED,
        Given(Decimal(3), proofs=(date(2027, 2, 1),)),
        USUAL,
        Given(Decimal(3), proofs=(date(2027, 2, 2),)),
        USUAL,
    ),
    ("V10", NUMBER, number(80), past("10"), number(100), past("10")),
    (
        "V12",
        NUMBER,
        number(3),
        replace(USUAL, today=date(2027, 2, 28)),
        number(3),
        replace(USUAL, today=date(2027, 3, 1)),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_each_rule_passes_what_is_right_and_tells_what_is_not(case):
    rule, question, right, when_right, wrong, when_wrong = case
    assert rule not in rules(question, right, when_right)
    assert rule in rules(question, wrong, when_wrong)


def test_v11_nobody_verifies_their_own_answer():
    require_another(1, 2)
    require_another(None, 2)
    with pytest.raises(RuleBroken, match=r"collection\.V11"):
        require_another(2, 2)


@pytest.mark.parametrize("factor", [10, 100, 1000])
def test_v10_knows_thousands_for_units_both_ways(factor):
    assert "V10" in rules(NUMBER, number(1 * factor), past("1"))
    assert "V10" in rules(NUMBER, number("0.5"), past(Decimal("0.5") * factor))
    assert "V10" in rules(NUMBER, number(Decimal("1.05") * factor), past("1"))
    assert "V10" not in rules(NUMBER, number(Decimal("1.06") * factor), past("1"))


def test_v05_says_nothing_of_short_series_nor_of_one_that_never_moved():
    assert "V05" not in rules(NUMBER, number(900), past("1", "2"))
    assert "V05" not in rules(NUMBER, number(900), past("5", "5", "5"))


def test_an_empty_answer_is_not_judged():
    assert rules(PROVED, Given(), replace(past("7"), today=date(2028, 1, 1))) == []


def test_twelve_rules_have_words_and_severities():
    assert list(WORDS) == [f"V{number:02}" for number in range(1, 13)] == list(SEVERITY)
    assert {rule for rule, how in SEVERITY.items() if how == Severity.ERROR} == {
        "V01", "V02", "V07", "V08", "V09", "V11",
    }  # fmt: skip


def test_a_finding_says_its_figures():
    said = examine(NUMBER, number(0), past("7"))[0].sentence()
    assert "7" in said


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (Given(), None),
        (Given(Decimal(1)), None),
        (Given(Decimal(1), Decimal(0)), None),
        (Given(Decimal(1), Decimal(3)), Decimal("0.3333")),
    ],
)
def test_a_share_needs_its_whole(given, value):
    assert value_of(SHARE, given) == value


LIFE = {
    (State.NOT_STARTED, Step.SAVE): State.DRAFT,
    (State.DRAFT, Step.SAVE): State.DRAFT,
    (State.RETURNED, Step.SAVE): State.DRAFT,
    (State.DRAFT, Step.SUBMIT): State.SUBMITTED,
    (State.DRAFT, Step.FLAG): State.AUTO_FLAGGED,
    (State.SUBMITTED, Step.CHOOSE): State.VERIFYING,
    (State.AUTO_FLAGGED, Step.CHOOSE): State.VERIFYING,
    (State.SUBMITTED, Step.ACCEPT): State.ACCEPTED,
    (State.AUTO_FLAGGED, Step.ACCEPT): State.ACCEPTED,
    (State.VERIFYING, Step.ACCEPT): State.ACCEPTED,
    (State.SUBMITTED, Step.GIVE_BACK): State.RETURNED,
    (State.AUTO_FLAGGED, Step.GIVE_BACK): State.RETURNED,
    (State.VERIFYING, Step.GIVE_BACK): State.RETURNED,
    (State.RETURNED, Step.DISPUTE): State.DISPUTED,
    (State.DISPUTED, Step.UPHOLD): State.ACCEPTED,
    (State.DISPUTED, Step.OVERRULE): State.RETURNED,
    (State.ACCEPTED, Step.APPROVE): State.APPROVED,
}


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("state", list(State))
def test_an_answer_goes_only_where_the_table_says(state, step):
    if (state, step) in LIFE:
        assert next_state(state, step) == LIFE[state, step]
    else:
        with pytest.raises(RuleBroken, match=r"collection\.moved"):
            next_state(state, step)
    assert set(MOVES) == set(Step)


def candidates(number):
    return [Candidate(key, Decimal(0), far=False) for key in range(number)]


def test_a_tenth_is_drawn_by_lot_and_the_lot_can_be_drawn_again():
    drawn = chosen(candidates(70), share=Decimal("0.1"), change=Decimal("0.2"), seed=4)
    assert len(drawn) == 7
    assert set(drawn.values()) == {"lot"}
    assert drawn == chosen(candidates(70), share=Decimal("0.1"), change=Decimal("0.2"), seed=4)
    assert drawn != chosen(candidates(70), share=Decimal("0.1"), change=Decimal("0.2"), seed=5)


def test_what_is_far_off_and_what_changed_by_more_than_a_fifth_is_always_opened():
    some = [
        Candidate(1, Decimal("0.2"), far=False),
        Candidate(2, Decimal("-0.21"), far=False),
        Candidate(3, Decimal("0.9"), far=True),
        Candidate(4, None, far=False),
    ]
    drawn = chosen(some, share=Decimal(0), change=Decimal("0.2"), seed=1)
    assert drawn == {2: "change", 3: "far"}


def test_by_1_march_read_strictly_ends_with_february():
    first, second = law().rounds
    assert first.last_day(2026) == date(2027, 2, 28)
    assert first.last_day(2027) == date(2028, 2, 29)
    assert second.last_day(2026) == date(2027, 8, 31)
