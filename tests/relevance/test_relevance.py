"""How well the search answers what people type: floors, so that no change makes it worse unseen."""

from datetime import date
from pathlib import Path

import pytest

from ratusha.procedures.models import Procedure
from ratusha.procedures.search.spelling import fold
from ratusha.procedures.search.testing import answer, loaded_catalogue, read_questions, share_within
from ratusha.procedures.search.wordbook import wordbook

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
QUESTIONS = read_questions(Path(__file__).parent)
FLOORS = {  # percent right first, right among three
    "development": (90, 95),
    "held_out": (72, 88),
    "everyday": (78, 88),
}


@pytest.fixture(scope="module", autouse=True)
def catalogue(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    with django_db_blocker.unblock(), loaded_catalogue(TODAY):
        yield


@pytest.mark.parametrize("half", FLOORS)
def test_the_right_procedure_comes_first_often_enough(half):
    answers = [answer(question, TODAY) for question in QUESTIONS[half]]
    first, among_three = FLOORS[half]
    wrong = [f"{a.question.ask}: {a.found[:3]}" for a in answers if a.place != 1]
    assert share_within(answers, 1) >= first, wrong
    assert share_within(answers, 3) >= among_three, wrong


def test_every_expected_code_is_in_force():
    wanted = {code for half in QUESTIONS.values() for question in half for code in question.want}
    known = Procedure.objects.filter(is_heading=False, excluded_since=None)
    assert wanted <= set(known.values_list("code", flat=True))


def test_no_held_out_question_is_answered_by_the_pack_word_for_word():
    said = {fold(phrase) for saying in wordbook().sayings for phrase in saying.phrases}
    assert [q.ask for q in QUESTIONS["held_out"] if fold(q.ask) in said] == []


def test_there_are_enough_questions_in_each_language():
    asked = [question.lang for half in QUESTIONS.values() for question in half]
    assert len(asked) >= 150
    assert asked.count("be") >= 60
    assert asked.count("ru") >= 80
    assert asked.count("en") >= 12
