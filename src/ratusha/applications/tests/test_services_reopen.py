"""A decision that is cancelled: it stays as history, its document is revoked, the case goes on or ends."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import official
from ratusha.applications.models import Decision
from ratusha.applications.public import (
    Status,
    annul,
    deliver,
    grant,
    refuse,
    refuse_to_accept,
    reopen,
    take_up,
)
from ratusha.cases.public import Tick, due_of
from ratusha.documents.public import Document, Standing, verify_code
from ratusha.exchange.public import requests_of_case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .state import BENEFIT, LATER, NEXT_DAY, NOW, REASONS, TODAY

WHY = "Скарга задаволена: сям’я налічвае трох чалавек."
CODE = "documents_missing"


def paper_of(decision):
    return Document.objects.get(pk=decision.document_id)


def test_a_cancelled_refusal_stays_as_history_and_its_paper_is_revoked(applying):
    case = applying().refused()
    reopened = reopen(case.pk, reason=WHY, by=None, now=NEXT_DAY)
    assert (reopened.status, reopened.outcome, reopened.closed_on, reopened.handler) == (
        Status.IN_WORK, "", None, None,
    )  # fmt: skip
    refusal = Decision.objects.get(case=case)
    assert (refusal.outcome, refusal.reasons) == ("refused", REASONS)
    assert (refusal.cancelled_at, refusal.cancelled_because) == (NEXT_DAY, WHY)
    assert verify_code(paper_of(refusal).code, on=TODAY).standing is Standing.REVOKED
    assert case.history.last().note == WHY


def test_who_caused_it_is_named_in_the_history(applying):
    case = applying().refused()
    higher = official("cases.decide", body_id=case.body_id)
    reopen(case.pk, reason=WHY, by=higher, now=NEXT_DAY)
    assert case.history.last().by == higher


def test_a_case_considered_anew_has_its_whole_term_from_that_day(applying):
    benefits = applying(BENEFIT)
    case = benefits.accepted(employed=False)
    refuse(case.pk, ground="no_grounds", reasons=REASONS, by=benefits.official, now=NOW)
    before = case.due_on
    reopened = reopen(case.pk, reason=WHY, by=None, now=NEXT_DAY)
    last = case.clock.last()
    assert (last.tick, last.on, last.term) == (Tick.RESTART, date(2026, 12, 2), "10 days")
    assert reopened.due_on == date(2026, 12, 14)  # the twelfth is a Saturday
    assert reopened.due_on > before
    assert due_of(case.clock.all(), national_calendar()).on == reopened.due_on


def test_the_newest_decision_counts(applying):
    clerk = applying()
    case = clerk.refused()
    reopen(case.pk, reason=WHY, by=None, now=LATER)
    take_up(case.pk, by=clerk.official, now=LATER)
    again = grant(case.pk, by=clerk.official, now=NEXT_DAY)
    assert (again.status, again.outcome) == (Status.GRANTED, "granted")
    decision = Decision.objects.of(case)
    assert (decision.round, decision.outcome, decision.cancelled_at) == (2, "granted", None)
    assert paper_of(decision).number == f"{case.reference}/2"
    assert verify_code(paper_of(decision).code, on=TODAY).standing is Standing.GENUINE
    deliver(case.pk, by=None, now=NEXT_DAY)
    assert Decision.objects.of(case).delivered_at == NEXT_DAY
    assert Decision.objects.get(case=case, round=1).delivered_at is None


def test_a_refusal_to_accept_that_is_cancelled_is_an_acceptance(applying):
    benefits = applying(BENEFIT)
    case = benefits.lodged()
    refuse_to_accept(case.pk, ground=CODE, reasons=REASONS, by=benefits.official, now=NOW)
    reopened = reopen(case.pk, reason=WHY, by=None, now=LATER)
    assert reopened.status == Status.WAITING
    assert requests_of_case(case.reference).count() == 1


def test_a_decision_cancelled_for_good_leaves_nothing_in_its_place(applying):
    case = applying().granted()
    gone = annul(case.pk, reason=WHY, by=None, now=NEXT_DAY)
    assert (gone.status, gone.outcome) == (Status.ANNULLED, "annulled")
    paper = paper_of(Decision.objects.of(case))
    assert verify_code(paper.code, on=TODAY).standing is Standing.REVOKED
    with pytest.raises(RuleBroken, match="step_closed"):
        reopen(case.pk, reason=WHY, by=None, now=NEXT_DAY)


def test_without_a_reason_no_decision_is_cancelled(applying):
    case = applying().granted()
    with pytest.raises(RuleBroken, match="reason_missing"):
        reopen(case.pk, reason=" ", by=None, now=LATER)
    assert Decision.objects.of(case).cancelled_at is None


def test_a_case_without_a_decision_is_not_reopened(applying):
    with pytest.raises(RuleBroken, match="step_closed"):
        reopen(applying().accepted().pk, reason=WHY, by=None, now=LATER)


def test_whose_decision_was_cancelled_does_not_hold_the_case_any_more(applying):
    clerk = applying()
    case = clerk.refused()
    reopen(case.pk, reason=WHY, by=None, now=LATER)
    with pytest.raises(NotPermitted):
        refuse(case.pk, ground="no_grounds", reasons=REASONS, by=clerk.official, now=LATER)


def test_two_decisions_never_stand_at_once(applying):
    case = applying().granted()
    standing = Decision.objects.of(case)
    with pytest.raises(IntegrityError, match="decision_that_stands_is_one"), transaction.atomic():
        Decision.objects.create(
            case=case, round=2, outcome="granted", decided_at=NOW, by=standing.by
        )
