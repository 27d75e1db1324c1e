"""Requests between bodies: term, answer, trace."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError

from ratusha.accounts.tests.factories import official
from ratusha.audit.models import Entry
from ratusha.exchange import public
from ratusha.exchange.models import InteragencyRequest
from ratusha.exchange.public import Purpose, RequestAnswered, RequestSent
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.parties.tests.factories import BodyFactory, PersonFactory

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
CASE = "2026-7HKM-4XQ3-9"
pytestmark = pytest.mark.django_db


def send(**change):
    facts = {
        "to_body": BodyFactory(kind="social_protection").pk,
        "from_body": BodyFactory().pk,
        "subject": PersonFactory().pk,
        "purpose": Purpose("interagency", case_reference=CASE),
        "question": {"be": "Ці прызначалася дапамога?"},
        "by": None,
        "now": NOW,
    }
    return public.request_other_body("benefits.paid", **facts | change)


def answer(request, facts=None, by=None):
    return public.answer_request(
        request.pk,
        facts={"granted": True} if facts is None else facts,
        by=by or official("exchange.answer", body_id=request.to_body_id),
        now=NOW,
    )


def test_a_body_has_seven_days_and_the_count_is_kept():
    request = send()
    assert request.due_on == date(2026, 12, 8)
    assert request.due["steps"]


def test_sending_is_traced_and_announced(published):
    request = send()
    assert [e.reference for e in published(RequestSent)] == [request.reference]
    assert Entry.objects.get(action="request.send").object_id == request.reference


def test_an_answer_is_announced_and_written_into_the_journal_of_the_person(published):
    request = send()
    answer(request)
    assert published(RequestAnswered)[0].case_reference == CASE
    row = public.journal_of(request.subject_id).get()
    assert (row.fields, row.body_id, row.case_reference) == (
        ["granted"],
        request.from_body_id,
        CASE,
    )


def test_no_data_held_is_an_answer(published):
    answered = answer(send(), facts={})
    assert answered.nothing_held
    assert published(RequestAnswered)[0].nothing_held
    assert public.journal_of(answered.subject_id).get().fields == []


def test_more_than_was_asked_is_not_taken():
    assert answer(send(), facts={"granted": True, "illness": "flu"}).facts == {"granted": True}


def test_an_official_of_another_body_may_not_answer():
    with pytest.raises(NotPermitted):
        answer(send(), by=official("exchange.answer", body_id=uuid4()))


def test_nobody_answers_twice():
    request = send()
    answer(request)
    with pytest.raises(Conflict, match="answered_already"):
        answer(request)


def test_a_request_without_a_case_is_refused():
    with pytest.raises(RuleBroken, match="case_missing"):
        send(purpose=Purpose("interagency"))


def test_a_body_does_not_ask_itself():
    body = BodyFactory().pk
    with pytest.raises(IntegrityError, match="body_does_not_ask_itself"):
        send(to_body=body, from_body=body)


def test_the_most_urgent_comes_first_and_the_answered_go():
    body = BodyFactory(kind="social_protection").pk
    later, urgent = send(to_body=body), send(to_body=body, due_on=date(2026, 12, 2))
    answer(send(to_body=body))
    assert list(public.requests_for([body])) == [urgent, later]


def test_a_request_is_overdue_from_the_day_after_its_term():
    send()
    assert InteragencyRequest.objects.overdue(date(2026, 12, 8)).count() == 0
    assert InteragencyRequest.objects.overdue(date(2026, 12, 9)).count() == 1
