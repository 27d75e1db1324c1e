"""The form and what holds of answers, without a database."""

from datetime import date

import pytest

from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.self_assessment.questionnaire import newest, questionnaire
from ratusha.self_assessment.rules import (
    Given,
    Lack,
    State,
    differences,
    lacks,
    open_questions,
    progress,
    require_complete,
    require_consent,
    require_filling,
    require_open,
    require_shape,
)

FORM = questionnaire("un-2022")
YES, NO = Given(choice=("yes",)), Given(choice=("no",))
HERE = "http://here/"


def leads(link):
    return not link.endswith("/nowhere/") if link.startswith(HERE) else None


def asked(number):
    return FORM.by_number[number]


# ---- the form ----
def test_the_form_has_112_questions_in_eight_sections_of_the_uns_sizes():
    sizes = [(one.code, len(one.questions)) for one in FORM.sections]
    assert sizes == [("R", 6), ("A", 23), ("B", 6), ("C", 20), ("D", 31), ("E", 17), ("F", 6), ("G", 3)]  # fmt: skip
    assert [one.number for one in FORM.questions()] == list(range(1, 113))


def test_the_form_has_as_many_questions_of_each_kind_as_the_uns():
    kinds = [one.kind for one in FORM.questions()]
    counted = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counted == {
        "yes_no": 39, "yes_no_other": 1, "choice": 1, "choices": 1, "details": 45, "bodies": 10,
        "links": 6, "text": 6, "email": 2, "country": 1,
    }  # fmt: skip
    assert sum(one.opens_on is not None for one in FORM.questions()) == 58
    assert sum(one.starred for one in FORM.questions()) == 67


def test_every_question_is_said_in_three_languages():
    texts = [one.text for one in FORM.questions()]
    assert all(text["en"] and text["be"] and text["ru"] for text in texts)
    assert newest() is FORM


def test_contacts_name_persons_and_nothing_else_does():
    assert [one.number for one in FORM.questions() if one.personal] == [2, 3, 4, 5, 15, 16, 17, 18]


# ---- what is asked ----
def test_a_detail_is_asked_once_its_parent_is_yes():
    assert 37 not in [one.number for one in open_questions(FORM, {})]
    assert 37 not in [one.number for one in open_questions(FORM, {36: NO})]
    assert 37 in [one.number for one in open_questions(FORM, {36: YES})]


def test_the_other_answer_opens_its_detail_too():
    assert 31 in [one.number for one in open_questions(FORM, {30: Given(choice=("other",))})]


def test_a_detail_of_a_question_that_is_shut_is_shut():
    """59 hangs on 58, which hangs on 56."""
    numbers = [one.number for one in open_questions(FORM, {56: NO, 58: YES})]
    assert 58 not in numbers
    assert 59 not in numbers
    assert {58, 59} <= {one.number for one in open_questions(FORM, {56: YES, 58: YES})}


def test_a_shut_question_cannot_be_answered():
    with pytest.raises(RuleBroken, match="shut"):
        require_open(asked(37), FORM, {36: NO})
    require_open(asked(37), FORM, {36: YES})


# ---- shape ----
@pytest.mark.parametrize("link", ["pravo.by", "javascript:alert(1)", "https://", "ftp://a.by/b"])
def test_what_is_no_address_is_not_kept(link):
    with pytest.raises(RuleBroken, match="address"):
        require_shape(asked(37), Given(links=(link,)))


def test_a_choice_that_the_form_does_not_have_is_not_kept():
    require_shape(asked(36), YES)
    require_shape(asked(30), Given(choice=("other",)))
    require_shape(asked(57), Given(choice=("five_year",)))
    for number, choice in ((36, "other"), (57, "seven_year"), (36, "maybe")):
        with pytest.raises(RuleBroken, match="choice"):
            require_shape(asked(number), Given(choice=(choice,)))


# ---- evidence ----
def test_details_need_a_link_or_a_stored_copy():
    assert lacks(asked(37), Given(text="The law."), leads) == [Lack.EVIDENCE]
    assert lacks(asked(37), Given(text="The law.", has_copy=True), leads) == []
    assert lacks(asked(37), Given(links=(f"{HERE}acts/",)), leads) == []


def test_a_link_to_this_site_must_lead_to_a_page():
    assert lacks(asked(37), Given(links=(f"{HERE}nowhere/",)), leads) == [Lack.LEADS_NOWHERE]


def test_links_of_other_sites_are_opened_by_a_person():
    theirs = ("https://pravo.by/",)
    assert lacks(asked(37), Given(links=theirs), leads) == [Lack.NOT_OPENED]
    assert lacks(asked(37), Given(links=theirs, opened_on=date(2026, 11, 20)), leads) == []
    assert lacks(asked(37), Given(links=theirs, has_copy=True), leads) == []


def test_a_starred_question_must_be_answered_and_one_without_a_star_need_not():
    assert lacks(asked(36), None, leads) == [Lack.EMPTY]
    assert lacks(asked(12), None, leads) == []


def test_a_detail_without_a_star_must_be_proved_all_the_same_once_it_is_asked():
    assert not asked(37).starred
    assert lacks(asked(37), None, leads) == [Lack.EMPTY]


def test_progress_counts_only_what_is_asked():
    section = FORM.section("C")
    nothing = progress(section, FORM, {}, leads)
    assert (nothing.open, nothing.done, nothing.lacking) == (10, 0, 10)
    begun = progress(section, FORM, {36: YES, 38: NO}, leads)
    assert (begun.open, begun.done, begun.lacking) == (11, 2, 9)
    assert begun.share == pytest.approx(2 / 11)


# ---- the end ----
def complete():
    answers = {}
    for one in FORM.questions():
        if one.kind in {"yes_no", "yes_no_other"}:
            answers[one.number] = NO
        elif one.opens_on is None:
            answers[one.number] = Given(text="An answer", links=(f"{HERE}a/",))
    answers[6] = Given(choice=("authorized_full",))
    return {one.number: answers[one.number] for one in open_questions(FORM, answers)}


def test_a_form_with_every_star_answered_is_complete_and_one_without_is_told_where():
    require_complete(FORM, complete(), leads)
    with pytest.raises(RuleBroken) as refused:
        require_complete(FORM, {**complete(), 36: YES, 1: Given()}, leads)
    assert "1, 37" in refused.value.message


@pytest.mark.parametrize("consent", [{}, {112: NO}])
def test_nothing_is_published_without_consent(consent):
    with pytest.raises(RuleBroken, match="consent"):
        require_consent(FORM, consent)
    require_consent(FORM, {112: YES})


def test_what_was_handed_in_stays():
    require_filling(State.FILLING)
    for state in (State.HANDED_IN, State.PUBLISHED):
        with pytest.raises(Conflict):
            require_filling(state)


def test_differences_tell_what_is_new_gone_and_changed_and_leave_persons_out():
    before = {36: YES, 37: Given(text="Old"), 38: YES, 15: Given(text="A person")}
    after = {36: YES, 37: Given(text="New"), 40: YES}
    found = {one.question.number: one.kind for one in differences(FORM, before, after)}
    assert found == {37: "changed", 38: "gone", 40: "new"}
