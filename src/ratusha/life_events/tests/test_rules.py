"""Order, sharing and offers as plain functions; no database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.kernel.pack import pack
from ratusha.life_events.reading import life_events
from ratusha.life_events.rules import (
    Reply,
    Stage,
    answered_before,
    asked_still,
    handed_on,
    in_order,
    is_open,
    stage_of,
    waits_for,
)
from ratusha.procedures.public import read_definition

CHILD = {"benefit": "child", "garden": "for_child"}
AFTER = {"certificate": ["move"], "garden": ["certificate"]}


def test_what_needs_a_result_comes_after_it_and_the_rest_stays_as_it_stands():
    assert in_order(["garden", "certificate", "tax", "move"], AFTER) == [
        "tax", "move", "certificate", "garden",
    ]  # fmt: skip


def test_what_was_not_chosen_holds_up_nothing():
    assert in_order(["garden", "tax"], AFTER) == ["garden", "tax"]


def test_procedures_that_wait_for_one_another_are_a_mistake_of_the_pack():
    with pytest.raises(ValueError, match="one another"):
        in_order(["a", "b"], {"a": ["b"], "b": ["a"]})


@st.composite
def choices(draw):
    """Some procedures in any order, with any dependencies that form no circle."""
    names = [f"p{number}" for number in range(draw(st.integers(1, 9)))]
    after = {
        name: draw(st.sets(st.sampled_from(names[:place]))) if place else set()
        for place, name in enumerate(names)
    }
    chosen = draw(st.lists(st.sampled_from(names), unique=True))
    return chosen, after


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is slow
@given(choices())
def test_every_order_keeps_what_was_chosen_and_puts_each_after_what_it_needs(drawn):
    chosen, after = drawn
    ordered = in_order(chosen, after)
    assert sorted(ordered) == sorted(chosen)
    for place, one in enumerate(ordered):
        assert all(needed in ordered[:place] for needed in after[one] if needed in chosen)
    assert in_order(ordered, after) == ordered


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # a busy machine is slow
@given(choices())
def test_something_can_always_be_lodged_until_everything_is(drawn):
    """Granting one after another never leaves a sitting stuck."""
    chosen, after = drawn
    outcomes = dict.fromkeys(chosen)
    for _one in chosen:
        lodged = [c for c in chosen if outcomes[c]]
        ready = [c for c in chosen if stage_of(c, after, outcomes, lodged) == Stage.FILL]
        assert ready
        outcomes[ready[0]] = "granted"
    assert all(outcomes.values())


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [(None, Stage.WAIT), ("granted", Stage.FILL), ("refused", Stage.STOPPED), ("withdrawn", Stage.STOPPED)],
)  # fmt: skip
def test_a_procedure_waits_for_the_result_it_needs(outcome, stage):
    outcomes = {"move": outcome, "certificate": None}
    assert stage_of("certificate", AFTER, outcomes, ["move"]) == stage
    assert waits_for("certificate", AFTER, outcomes) == ([] if stage == Stage.FILL else ["move"])


def test_what_is_lodged_ends_with_its_outcome():
    assert stage_of("move", AFTER, {"move": None}, ["move"]) == Stage.LODGED
    assert stage_of("move", AFTER, {"move": "refused"}, ["move"]) == Stage.ENDED


def test_the_first_procedure_asks_and_hands_its_answer_on_under_the_name_of_the_other():
    chosen = ["benefit", "tax", "garden"]
    answers = {"child": "hanna", "payment": "post"}
    assert handed_on("benefit", answers, chosen, [CHILD]) == {"garden": {"for_child": "hanna"}}
    assert answered_before("garden", chosen, [CHILD]) == {"for_child": "benefit"}
    assert answered_before("benefit", chosen, [CHILD]) == {}


def test_a_later_procedure_does_not_change_what_an_earlier_one_asked():
    assert handed_on("garden", {"for_child": "x"}, ["benefit", "garden"], [CHILD]) == {}


def test_alone_a_procedure_asks_its_question_itself():
    assert answered_before("garden", ["garden", "tax"], [CHILD]) == {}


def test_what_an_earlier_procedure_has_yet_to_ask_is_waited_for():
    assert asked_still("garden", {("benefit", "child")}, [CHILD]) == {"for_child"}
    assert asked_still("garden", {("benefit", "account")}, [CHILD]) == set()
    assert asked_still("tax", {("benefit", "child")}, [CHILD]) == set()


def test_a_page_without_the_shared_question_hands_nothing_on():
    assert handed_on("benefit", {"payment": "post"}, ["benefit", "garden"], [CHILD]) == {}


def test_an_offer_can_be_confirmed_on_its_last_day_and_not_after_nor_twice():
    last = date(2026, 12, 31)
    assert is_open(Reply.OPEN, last, last)
    assert not is_open(Reply.OPEN, last, date(2027, 1, 1))
    assert not is_open(Reply.DECLINED, last, last)


def test_the_events_of_the_pack_have_an_order_and_name_only_their_own_procedures():
    for event in life_events():
        codes = {need.code for need in event.procedures}
        assert set(in_order(sorted(codes), event.after)) == codes
        assert {one for need in event.procedures for one in need.after} <= codes
        assert {code for question in event.shared for code in question.fields} <= codes
        assert {one.code for rule in event.offers for one in rule.procedures} <= codes
    rules = [rule.code for event in life_events() for rule in event.offers]
    assert len(rules) == len(set(rules))


def fields_of(code: str) -> dict[str, tuple[str, list[str]]]:
    """Kind and choices of every question of a definition in the pack; none where it has no file yet."""
    file = pack().file(f"procedures/{code}.yaml")
    if not file.exists():
        return {}
    promise = read_definition(file, pack().folder)
    return {f.code: (f.kind, [c.code for c in f.choices]) for f in promise.fields}


def test_a_shared_question_is_asked_in_the_same_way_by_every_form_that_shares_it():
    """A file belongs to one case, so no file is shared."""
    shared = 0
    for event in life_events():
        for question in event.sharing:
            asked = [fields_of(code)[field] for code, field in question.items() if fields_of(code)]
            assert all(one == asked[0] for one in asked), question
            assert all(kind != "file" for kind, _choices in asked), question
            shared += len(asked) > 1
    assert shared >= 5


def test_what_an_offer_answers_is_asked_by_its_procedure():
    for event in life_events():
        for rule in event.offers:
            for one in rule.procedures:
                assert set(one.answers) <= set(fields_of(one.code))
