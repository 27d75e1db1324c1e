"""Words for a refusal: ready ones by ground, and those of decisions alike without the person's name."""

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.public import refuse
from ratusha.applications.reasons import without_names
from ratusha.procedures.public import edition_in_force, ready_words

from .state import CODES, LATER, NOW, REASONS, TODAY


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def clerk(client, applying):
    one = applying()
    return sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)


def page(case, step="refuse"):
    return reverse(f"applications:desk_{step}", args=[case.reference])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Кавалёвай Алене трэба прыйсці", "… … трэба прыйсці"),
        ("КАВАЛЁВА, прыйдзіце", "…, прыйдзіце"),
        ("Нумар 4120390A012PB0 не знойдзены", "Нумар … не знойдзены"),
        ("Пакой 12, да 2027", "Пакой 12, да 2027"),
        ("Яна і ён", "Яна і ён"),
    ],
)
def test_words_of_another_case_name_nobody(text, left):
    assert without_names(text, ["Кавалёва Алена Ян"]) == left


def test_every_ready_word_belongs_to_a_ground_and_is_said_in_three_languages(applying):
    applying()
    promises = [edition_in_force(code, TODAY).promise for code in CODES]
    grounds = {g.code for p in promises for g in (*p.refuse, *p.refuse_to_accept)}
    for words in ready_words():
        assert words.ground in grounds
        assert set(words.text) == {"be", "ru", "en"}


def test_ready_words_come_into_the_form_with_their_ground(clerk, applying):
    case = applying().accepted(now=NOW)
    assert "ready:no_grounds" in clerk.get(page(case)).text
    shown = clerk.get(page(case), {"words": "ready:no_grounds"}).text
    assert 'value="no_grounds" checked' in shown
    assert "Заканадаўства не дае падстаў" in shown.split("<textarea")[1]


def test_words_of_a_decision_alike_are_offered_without_the_name(clerk, applying):
    before = applying(who="dzmitry").accepted(now=NOW)
    reasons = f"{REASONS} Гэта запісана за прозвішчам Кавалёў."
    refuse(before.pk, ground="no_grounds", reasons=reasons, by=before.handler, now=NOW)
    case = applying().accepted(now=NOW)
    answer = clerk.get(page(case), {"words": before.reference})
    assert before.reference in answer.text
    assert REASONS in answer.text
    assert "Кавалёў" not in answer.text.split("<form")[-1]


def test_words_of_another_body_are_not_offered(clerk, applying):
    elsewhere = applying(who="jadviha")
    case = elsewhere.lodged()
    mine = applying().accepted(now=NOW)
    assert case.reference not in clerk.get(page(mine)).text


def test_other_steps_have_no_words(clerk, applying):
    assert "words=" not in clerk.get(page(applying().accepted(now=NOW), "grant")).text
