"""A charge that is owed: whose move it is, what it stops and what it does not."""

from datetime import date

import pytest

from ratusha.accounts.tests.factories import official
from ratusha.applications.models import Application
from ratusha.applications.public import (
    Status,
    accept,
    await_payment,
    grant,
    payment_received,
    refuse,
    resume,
    suspend,
    take_up,
    withdraw,
)
from ratusha.cases.public import Holder, statute_of
from ratusha.kernel.errors import RuleBroken

from .state import BENEFIT, LATER, NEXT_DAY, NOW, REASONS, TRADE
from .test_services_accept import ABROAD, answer_all, traces

UNTIL = date(2026, 12, 11)


def test_a_charge_makes_it_the_applicants_move_and_the_term_keeps_running(applying):
    case = applying().accepted()
    due = case.due_on
    waits = await_payment(case.pk, now=LATER, until=UNTIL)
    assert (waits.status, waits.due_on) == (Status.AWAITING_PAYMENT, due)
    assert statute_of(case.kind).holder[Status.AWAITING_PAYMENT] == Holder.APPLICANT
    assert Application.objects.get(pk=case.pk).pay_until == UNTIL
    assert "case.await_payment" in traces(case)


def test_the_payment_brings_the_case_back_to_its_official(applying):
    clerk = applying()
    case = clerk.accepted()
    await_payment(case.pk, now=LATER)
    paid = payment_received(case.pk, now=NEXT_DAY)
    assert (paid.status, paid.handler) == (Status.IN_WORK, clerk.official)
    assert grant(case.pk, by=clerk.official, now=NEXT_DAY).status == Status.GRANTED


def test_told_twice_nothing_happens_twice(applying):
    case = applying().accepted()
    for _time in range(2):
        await_payment(case.pk, now=LATER)
    for _time in range(2):
        payment_received(case.pk, now=NEXT_DAY)
    steps = list(case.history.values_list("step", flat=True))
    assert (steps.count("await_payment"), steps.count("receive_payment")) == (1, 1)


def test_a_free_case_is_taken_up_after_it_was_paid(applying):
    clerk = applying()
    case = clerk.lodged()
    accept(case.pk, by=official("cases.accept", body_id=case.body_id), now=NOW)
    await_payment(case.pk, now=NOW)
    payment_received(case.pk, now=LATER)
    assert take_up(case.pk, by=clerk.official, now=LATER).handler == clerk.official


def test_a_charge_told_before_acceptance_is_awaited_after_it(applying):
    clerk = applying()
    case = clerk.lodged()
    assert await_payment(case.pk, now=NOW).status == Status.LODGED
    assert accept(case.pk, by=clerk.official, now=LATER).status == Status.AWAITING_PAYMENT


def test_paid_before_another_body_has_answered_the_case_waits_on(applying, state):
    case = applying(BENEFIT).accepted()
    assert await_payment(case.pk, now=LATER).status == Status.AWAITING_PAYMENT
    assert payment_received(case.pk, now=LATER).status == Status.WAITING
    answer_all(case, state)


def test_an_answer_that_comes_while_payment_is_awaited_is_not_lost(applying, state):
    case = applying(BENEFIT).accepted()
    await_payment(case.pk, now=LATER)
    answer_all(case, state)
    assert payment_received(case.pk, now=NEXT_DAY).status == Status.IN_WORK


def test_a_charge_told_while_abroad_is_asked_is_awaited_afterwards(applying):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted()
    suspend(case.pk, by=trade.official, now=LATER, note=ABROAD)
    assert await_payment(case.pk, now=LATER).status == Status.SUSPENDED
    assert resume(case.pk, by=trade.official, now=NEXT_DAY).status == Status.AWAITING_PAYMENT


def test_a_storno_after_the_payment_asks_again(applying):
    clerk = applying()
    case = clerk.accepted()
    await_payment(case.pk, now=LATER)
    payment_received(case.pk, now=LATER)
    assert await_payment(case.pk, now=NEXT_DAY).status == Status.AWAITING_PAYMENT


def test_nobody_grants_what_is_not_paid_but_a_refusal_needs_no_payment(applying):
    clerk = applying()
    case = clerk.accepted()
    Application.objects.filter(pk=case.pk).update(owed_since=NOW)
    with pytest.raises(RuleBroken, match="not_paid"):
        grant(case.pk, by=clerk.official, now=LATER)
    case.refresh_from_db()
    assert case.status == Status.IN_WORK
    refuse(case.pk, ground="no_grounds", reasons=REASONS, by=clerk.official, now=LATER)


def test_a_finished_case_owes_nothing(applying):
    alena = applying()
    case = alena.lodged()
    withdraw(case.pk, by=alena.user, now=LATER)
    assert await_payment(case.pk, now=LATER).status == Status.WITHDRAWN
    assert Application.objects.get(pk=case.pk).owed_since is None
