"""Letters about a case: in three languages, written once though the event is delivered twice."""

from datetime import date, timedelta

import pytest

from ratusha.applications.public import (
    Decision,
    accept,
    ask_correction,
    refuse_to_accept,
    resume,
    suspend,
    withdraw,
    write_about_lodging,
    write_about_message,
    write_about_step,
    write_about_term,
)
from ratusha.cases.public import (
    CaseMoved,
    CaseOpened,
    MessageSent,
    TermChanged,
    send_message,
    tell_overdue,
)
from ratusha.documents.public import DocumentRevoked, revoke
from ratusha.kernel.events import deliver_due, publish
from ratusha.notifications.public import Notice

from .state import BENEFIT, LATER, NOW, REASONS, TRADE


def letters_to(party) -> list[Notice]:
    """About cases: what a register gave rise to is not among them."""
    deliver_due(now=LATER)
    told = Notice.objects.filter(party_id=party).exclude(case_reference="")
    return list(told.order_by("created_at", "id"))


def test_a_letter_about_lodging_names_the_number_and_the_day_in_three_languages(applying):
    case = applying(BENEFIT).lodged()
    (letter,) = letters_to(case.applicant_id)
    assert set(letter.subject) == set(letter.body) == {"be", "ru", "en"}
    assert len(set(letter.body.values())) == 3
    assert all(case.reference in words for words in letter.subject.values())
    assert "11 December 2026" in letter.body["en"]
    assert "11 снежня 2026" in letter.body["be"]
    assert letter.case_reference == case.reference


def test_an_event_delivered_twice_writes_one_letter(applying, published):
    case = applying().lodged()
    letters_to(case.applicant_id)
    publish(published(CaseOpened)[0])
    assert len(letters_to(case.applicant_id)) == 1


@pytest.mark.parametrize("end", ["granted", "refused"])
def test_the_decision_is_told(applying, end):
    case = getattr(applying(), end)()
    letters = letters_to(case.applicant_id)
    assert [one.kind for one in letters][:2] == ["lodged", "accept"]
    last = letters[-1]
    assert (last.kind, set(last.body)) == (
        "grant" if end == "granted" else "refuse",
        {"be", "ru", "en"},
    )
    assert (REASONS in last.body["be"]) is (end == "refused")


def test_a_refusal_to_accept_is_told_with_its_reasons(applying):
    clerk = applying()
    case = refuse_to_accept(
        clerk.lodged().pk, ground="documents_missing", reasons=REASONS, by=clerk.official, now=LATER
    )
    assert REASONS in letters_to(case.applicant_id)[-1].body["be"]


def test_a_withdrawal_is_confirmed(applying):
    alena = applying()
    case = withdraw(alena.lodged().pk, by=alena.user, now=LATER)
    assert letters_to(case.applicant_id)[-1].kind == "withdraw"


def test_a_longer_term_is_told_with_the_new_day(applying):
    case = accept(applying(BENEFIT).lodged().pk, by=applying(BENEFIT).official, now=LATER)
    letter = next(one for one in letters_to(case.applicant_id) if one.kind == "term_extend")
    assert "January 2027" in letter.body["en"]


def test_a_clock_that_stands_and_goes_on_is_told(applying):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted()
    suspend(case.pk, by=trade.official, now=NOW, note="Польшча")
    resume(case.pk, by=trade.official, now=LATER)
    kinds = [one.kind for one in letters_to(case.applicant_id)]
    assert {"term_stop", "term_resume"} <= set(kinds)


def test_a_question_of_an_official_is_told_and_the_words_of_the_applicant_are_not(applying):
    clerk = applying()
    case = clerk.accepted()
    send_message(case.pk, text="Ці ёсць дзеці?", by=clerk.official, now=NOW)
    send_message(case.pk, text="Так, двое.", by=clerk.user, now=LATER)
    letters = [one for one in letters_to(case.applicant_id) if one.kind == "message"]
    assert len(letters) == 1
    assert "Ці ёсць дзеці" not in letters[0].body["be"]  # it is read in the case, not in an e-mail


def test_cases_of_another_kind_and_steps_without_a_letter_write_nothing(applying):
    case = applying().lodged()
    common = {"case_id": case.pk, "kind": "appeal", "at": NOW}
    write_about_lodging(CaseOpened(**common))
    write_about_step(CaseMoved(**common, step="grant", status="granted", outcome="granted"))
    write_about_step(
        CaseMoved(**{**common, "kind": "application"}, step="take_up", status="in_work", outcome="")
    )
    write_about_term(TermChanged(**common, tick="extend"))
    write_about_message(MessageSent(**common, message_id=1, from_applicant=False))
    assert not Notice.objects.exists()


def test_a_late_answer_is_owned_up_to_and_the_head_of_the_work_is_told(applying, state):
    case = applying().accepted()
    much_later = NOW + timedelta(days=60)
    tell_overdue(much_later)
    deliver_due(now=much_later)
    letter = Notice.objects.get(party_id=case.applicant_id, kind="overdue")
    assert case.reference in letter.subject["be"]
    head = state.officials["head"].party_id
    assert case.reference in Notice.objects.get(party_id=head).subject["be"]
    case.refresh_from_db()
    assert case.status == "in_work"


def test_what_the_applicant_is_asked_to_add_is_in_the_letter(applying):
    case = applying().accepted()
    day = date(2026, 12, 8)
    ask_correction(case.pk, wanted="Старонка 2", until=day, by=applying().official, now=LATER)
    letter = letters_to(case.applicant_id)[-1]
    assert "Старонка 2" in letter.body["be"]
    assert "8 снежня 2026" in letter.body["be"]
    assert "8 December 2026" in letter.body["en"]


def test_a_revoked_document_is_in_the_story_of_the_case_once(applying, state, published):
    case = applying().granted()
    paper = Decision.objects.of(case).document_id
    revoke(paper, reason={"be": "Памылка ў адрасе"}, by=state.officials["head"], now=LATER)
    deliver_due(now=LATER)
    publish(published(DocumentRevoked)[0])
    deliver_due(now=LATER)
    (note,) = case.history.filter(step="revoke")
    assert "Памылка ў адрасе" in note.note
    assert note.label
