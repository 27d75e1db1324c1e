"""What the applicant is asked to add: until when, who may answer, what silence does."""

from datetime import date, timedelta

import pytest

from ratusha.applications.models import Supplement
from ratusha.applications.public import (
    Status,
    ask_correction,
    correct,
    go_on,
    grant,
    receive_answers,
    refuse,
    withdraw,
)
from ratusha.cases.public import Holder, statute_of
from ratusha.documents.public import keep_file
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .state import BENEFIT, LATER, NEXT_DAY, NOW, REASONS, a_page
from .test_services_accept import answer_all, traces

WANTED = "Не хапае старонкі пасведчання аб нараджэнні."
UNTIL = date(2026, 12, 8)
ANSWER = "Дадаю другую старонку."


@pytest.fixture
def asked(applying):
    case = applying().accepted()
    ask_correction(case.pk, wanted=WANTED, until=UNTIL, by=applying().official, now=LATER)
    case.refresh_from_db()
    return case


def test_the_move_is_the_applicants_and_the_term_keeps_running(applying, asked):
    assert asked.status == Status.CORRECTION
    assert statute_of(asked.kind).holder[Status.CORRECTION] == Holder.APPLICANT
    assert asked.due_on == applying().accepted(now=NOW).due_on
    assert [entry.tick for entry in asked.clock.all()] == ["start"]
    supplement = Supplement.objects.get(case=asked)
    assert (supplement.wanted, supplement.until, supplement.ended_at) == (WANTED, UNTIL, None)
    assert "case.ask_correction" in traces(asked)


def test_the_answer_brings_the_case_back_with_words_and_files(applying, asked):
    alena = applying().user
    file = keep_file(content=a_page(), name="page2.pdf", by=alena, now=LATER)
    back = correct(asked.pk, text=ANSWER, files=[(file.pk, "Старонка 2")], by=alena, now=NEXT_DAY)
    assert (back.status, back.handler) == (Status.IN_WORK, applying().official)
    supplement = Supplement.objects.get(case=asked)
    assert (supplement.answer, supplement.answered_by) == (ANSWER, alena)
    assert asked.attachments.get().title == "Старонка 2"


def test_an_answer_after_the_day_is_still_an_answer(applying, asked):
    late = NOW + timedelta(days=20)
    assert correct(asked.pk, text=ANSWER, by=applying().user, now=late).status == Status.IN_WORK


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_answer_says_or_brings_something(applying, asked, text):
    with pytest.raises(RuleBroken, match="answer_empty"):
        correct(asked.pk, text=text, by=applying().user, now=LATER)
    asked.refresh_from_db()
    assert asked.status == Status.CORRECTION


@pytest.mark.parametrize(
    "until", [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 12), date(2027, 1, 1)]
)
def test_the_day_is_after_today_and_not_later_than_the_rule_allows(applying, until):
    case = applying().accepted()
    with pytest.raises(RuleBroken, match="supplement_day") as refusal:
        ask_correction(case.pk, wanted=WANTED, until=until, by=applying().official, now=LATER)
    assert refusal.value.field == "until"


def test_what_is_asked_is_said(applying):
    case = applying().accepted()
    with pytest.raises(RuleBroken, match="supplement_empty"):
        ask_correction(case.pk, wanted=" ", until=UNTIL, by=applying().official, now=LATER)


def test_silence_decides_nothing_but_the_official_may_go_on_after_the_day(applying, asked):
    clerk = applying().official
    with pytest.raises(RuleBroken, match="still_time"):
        go_on(asked.pk, by=clerk, now=NOW + timedelta(days=7))  # the last day itself
    gone_on = go_on(asked.pk, by=clerk, now=NOW + timedelta(days=8))
    assert (gone_on.status, gone_on.outcome) == (Status.IN_WORK, "")
    assert Supplement.objects.get(case=asked).answered_by is None
    refuse(asked.pk, ground="no_grounds", reasons=REASONS, by=clerk, now=NOW + timedelta(days=8))


def test_nothing_is_decided_while_the_applicant_is_asked(applying, asked):
    with pytest.raises(RuleBroken, match="step_closed"):
        grant(asked.pk, by=applying().official, now=LATER)


def test_only_the_applicant_answers_and_only_the_handler_goes_on(applying, asked):
    with pytest.raises(NotPermitted):
        correct(asked.pk, text=ANSWER, by=applying().official, now=LATER)
    with pytest.raises(NotPermitted):
        correct(asked.pk, text=ANSWER, by=applying(who="dzmitry").user, now=LATER)
    with pytest.raises(NotPermitted):
        go_on(asked.pk, by=applying().user, now=NOW + timedelta(days=8))


def test_asked_while_another_body_is_awaited_the_case_waits_on_afterwards(applying, state):
    benefits = applying(BENEFIT)
    case = benefits.accepted()
    ask_correction(case.pk, wanted=WANTED, until=UNTIL, by=benefits.official, now=LATER)
    assert receive_answers(case.pk, now=LATER) is None
    assert correct(case.pk, text=ANSWER, by=benefits.user, now=LATER).status == Status.WAITING
    answer_all(case, state)
    assert receive_answers(case.pk, now=NEXT_DAY).status == Status.IN_WORK


def test_withdrawing_ends_what_was_asked(applying, asked):
    withdraw(asked.pk, by=applying().user, now=NEXT_DAY)
    assert Supplement.objects.get(case=asked).ended_at == NEXT_DAY
