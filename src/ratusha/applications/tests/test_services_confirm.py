"""Four eyes: one official writes the decision, another confirms it or gives it back."""

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import official
from ratusha.applications.models import Decision, DraftDecision
from ratusha.applications.public import (
    Status,
    ask_for_second_official,
    confirm,
    give_back,
    grant,
    refuse,
    stand_aside,
    take_up,
    withdraw,
)
from ratusha.documents.public import Document
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .state import LATER, MOVE, NEXT_DAY, NOW, REASONS
from .test_services_accept import traces

NOTE = "Назавіце пункт указа."


@pytest.fixture
def four_eyes(applying, state):
    clerk = applying()
    body = clerk.lodged().body_id
    ask_for_second_official(body, asked=True, by=state.officials["head"], now=NOW)
    return clerk


@pytest.fixture
def second(four_eyes):
    return official("cases.see", "cases.decide", body_id=four_eyes.lodged().body_id)


def test_a_decision_waits_for_a_second_official_and_nothing_is_issued(four_eyes):
    case = four_eyes.granted()
    assert (case.status, case.outcome, case.closed_on) == (Status.TO_CONFIRM, "", None)
    assert not Decision.objects.exists()
    assert not Document.objects.exists()
    assert DraftDecision.objects.get(case=case).by == four_eyes.official


def test_the_second_official_signs_what_the_first_wrote(four_eyes, second):
    case = four_eyes.accepted()
    refuse(case.pk, ground="no_grounds", reasons=REASONS, by=four_eyes.official, now=NOW)
    confirmed = confirm(case.pk, by=second, now=NEXT_DAY)
    assert (confirmed.status, confirmed.closed_on) == (Status.REFUSED, NEXT_DAY.date())
    decision = Decision.objects.of(case)
    assert (decision.by, decision.drafted_by) == (second, four_eyes.official)
    assert (decision.ground_code, decision.reasons) == ("no_grounds", REASONS)
    assert {"case.propose", "case.refuse"} <= traces(case)


def test_a_grant_is_confirmed_too(four_eyes, second):
    case = four_eyes.granted()
    assert confirm(case.pk, by=second, now=LATER).outcome == "granted"
    assert Decision.objects.of(case).document_id


def test_nobody_confirms_their_own_draft(four_eyes):
    case = four_eyes.granted()
    with pytest.raises(NotPermitted):
        confirm(case.pk, by=four_eyes.official, now=LATER)
    assert DraftDecision.objects.get(case=case).ended_at is None


def test_where_no_draft_waits_nothing_is_confirmed(four_eyes, second):
    with pytest.raises(RuleBroken, match="step_closed"):
        confirm(four_eyes.accepted().pk, by=second, now=LATER)


def test_a_waiting_draft_is_not_decided_past_it(four_eyes, second):
    case = four_eyes.granted()
    with pytest.raises(RuleBroken, match="draft_waits"):
        grant(case.pk, by=second, now=LATER)
    with pytest.raises(RuleBroken, match="draft_waits"):
        refuse(case.pk, ground="no_grounds", reasons=REASONS, by=second, now=LATER)


def test_a_draft_given_back_says_what_to_change_and_is_written_again(four_eyes, second):
    case = four_eyes.granted()
    with pytest.raises(RuleBroken, match="note_missing"):
        give_back(case.pk, note=" ", by=second, now=LATER)
    back = give_back(case.pk, note=NOTE, by=second, now=LATER)
    assert (back.status, back.handler) == (Status.IN_WORK, four_eyes.official)
    draft = DraftDecision.objects.get(case=case)
    assert (draft.note, draft.ended_by) == (NOTE, second)
    grant(case.pk, by=four_eyes.official, now=NEXT_DAY, note="п. 1.3.2")
    assert confirm(case.pk, by=second, now=NEXT_DAY).status == Status.GRANTED


def test_the_writer_may_take_a_draft_back(four_eyes):
    case = four_eyes.granted()
    back = give_back(case.pk, note="Памылка ў тэксце", by=four_eyes.official, now=LATER)
    assert back.status == Status.IN_WORK


def test_a_refusal_that_is_not_lawful_does_not_become_a_draft(four_eyes):
    case = four_eyes.accepted()
    with pytest.raises(RuleBroken, match="ground_missing"):
        refuse(case.pk, ground="", reasons=REASONS, by=four_eyes.official, now=NOW)
    assert not DraftDecision.objects.exists()


def test_the_applicant_may_still_withdraw(four_eyes):
    case = four_eyes.granted()
    assert withdraw(case.pk, by=four_eyes.user, now=LATER).status == Status.WITHDRAWN
    assert DraftDecision.objects.get(case=case).ended_at == LATER


def test_the_rule_may_be_about_one_procedure_and_be_lifted(applying, state):
    head = state.officials["head"]
    clerk = applying()
    case = clerk.accepted()
    ask_for_second_official(case.body_id, subject_code=MOVE, asked=True, by=head, now=NOW)
    ask_for_second_official(case.body_id, subject_code=MOVE, asked=True, by=head, now=NOW)
    assert grant(case.pk, by=clerk.official, now=NOW).status == Status.GRANTED
    ask_for_second_official(case.body_id, asked=True, by=head, now=NOW)
    assert clerk.granted().status == Status.TO_CONFIRM
    ask_for_second_official(case.body_id, asked=False, by=head, now=NOW)
    assert clerk.granted().status == Status.GRANTED


def test_only_the_head_of_the_work_asks_for_a_second_official(applying):
    clerk = applying()
    with pytest.raises(NotPermitted):
        ask_for_second_official(clerk.lodged().body_id, asked=True, by=clerk.official, now=NOW)


def test_the_database_refuses_a_decision_confirmed_by_its_writer(applying):
    decision = Decision.objects.of(applying().granted())
    broken = Decision.objects.filter(pk=decision.pk)
    with pytest.raises(IntegrityError, match="confirmed_by_another"), transaction.atomic():
        broken.update(drafted_by=decision.by)


def test_a_draft_of_who_stands_aside_is_confirmed_by_nobody(four_eyes, second):
    case = four_eyes.granted()
    freed = stand_aside(case.pk, reason="Сваяк майго мужа", by=four_eyes.official, now=LATER)
    assert (freed.status, freed.handler) == (Status.IN_WORK, None)
    assert DraftDecision.objects.get(case=case).ended_at == LATER
    taken = take_up(case.pk, by=second, now=LATER)
    assert taken.handler == second
