"""The fee of an application: asked, paid, free with proof, asked again, let go."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from ratusha.applications import public as applications
from ratusha.applications.models import Application
from ratusha.applications.rules import Status
from ratusha.documents.public import Document
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.events import deliver_due
from ratusha.payments.public import (
    Charge,
    finish_payment,
    finish_reversal,
    lapse_due,
    start_payment,
)
from ratusha.procedures.public import Edition, Payer, edition_in_force

from .state import CERTIFICATE, DIPLOMA, LATER, NOW, STAY

pytestmark = pytest.mark.django_db
WEEKS_LATER = NOW + timedelta(days=20)


def hear(now=LATER):
    """What the worker does: everybody hears of what has happened."""
    done = deliver_due(now=now, limit=500)
    assert done.failed == 0


def charges(case) -> list[Charge]:
    return list(Charge.objects.of(case.reference))


def pay(charge, amount=None, transaction_id="t1", now=LATER):
    start_payment(
        charge.account,
        transaction_id=transaction_id,
        amount=amount or charge.amount,
        provider="erip",
        now=now,
    )
    finish_payment(transaction_id, own_id="", error="", provider="erip", now=now)
    hear(now)


def status(case) -> str:
    case.refresh_from_db()
    return case.status


def test_after_acceptance_the_sum_is_asked_and_the_case_waits(applying):
    case = applying(STAY).accepted()
    (charge,) = charges(case)
    assert (charge.amount, charge.base_value, charge.base_value_on) == (
        Decimal("22.50"),
        Decimal("45.00"),
        case.lodged_on,
    )
    assert charge.payer_name == "Кавалёва А. В."
    assert {g["code"] for g in charge.grounds} >= {"overpaid", "withdrawn", "not_accepted"}
    assert charge.lines[0]["multiple"] == "0.5"
    assert status(case) == Status.AWAITING_PAYMENT


def test_before_acceptance_nothing_is_asked(applying):
    assert charges(applying(STAY).lodged()) == []


def test_nothing_is_granted_before_it_is_paid(applying):
    one = applying(STAY)
    case = one.accepted()
    with pytest.raises(RuleBroken):
        applications.grant(case.pk, by=one.official, now=LATER)


def test_when_it_is_paid_work_goes_on_and_the_payer_has_a_receipt(applying):
    one = applying(STAY)
    case = one.accepted()
    pay(charges(case)[0])
    assert status(case) == Status.IN_WORK
    receipt = Document.objects.get(case_reference=case.reference, kind="receipt")
    assert receipt.holder_id == case.applicant_id
    assert applications.grant(case.pk, by=one.official, now=LATER).status == Status.GRANTED


def test_a_notice_told_twice_is_heard_once(applying):
    case = applying(STAY).accepted()
    pay(charges(case)[0])
    finish_payment("t1", own_id="", error="", provider="erip", now=LATER)
    hear()
    assert Document.objects.filter(case_reference=case.reference, kind="receipt").count() == 1
    assert charges(case)[0].balance == Decimal("22.50")


def test_too_little_keeps_the_case_waiting_for_the_rest(applying):
    case = applying(STAY).accepted()
    pay(charges(case)[0], Decimal("20.00"))
    assert status(case) == Status.AWAITING_PAYMENT
    pay(charges(case)[0], Decimal("2.50"), "t2")
    assert status(case) == Status.IN_WORK


def test_in_a_hostel_it_is_free_and_work_begins_at_once(applying):
    case = applying(STAY).accepted(basis="hostel")
    assert charges(case) == []
    assert status(case) == Status.IN_WORK


def test_an_exemption_that_is_not_proven_is_asked_for_with_a_reason(applying):
    one = applying(STAY)
    case = one.accepted(basis="hostel")
    reason = "Дагавор не з інтэрнатам."
    charge = applications.ask_for_more(
        case.pk, tariff="registration", reason=reason, by=one.official, now=LATER
    )
    assert (charge.amount, status(case)) == (Decimal("22.50"), Status.AWAITING_PAYMENT)
    assert case.messages.get().text == reason
    with pytest.raises(RuleBroken, match=r"fee\.asked_already"):
        applications.ask_for_more(
            case.pk, tariff="registration", reason=reason, by=one.official, now=LATER
        )


def test_another_tariff_asks_only_for_what_is_missing(applying):
    one = applying(DIPLOMA)
    case = one.accepted()
    assert charges(case)[0].amount == Decimal("4.50")
    pay(charges(case)[0])
    more = applications.ask_for_more(
        case.pk, tariff="foreigner", reason="Іншы тарыф.", by=one.official, now=LATER
    )
    assert more.amount == Decimal("40.50")
    pay(more, transaction_id="t2")
    assert status(case) == Status.IN_WORK


def test_a_tariff_for_each_document_is_asked_as_often_as_there_are_documents(applying):
    one = applying(DIPLOMA)
    case = one.accepted(education_document=["diploma", "supplement", "certificate"])
    (asked,) = charges(case)
    assert (asked.amount, asked.lines[0]["quantity"]) == (Decimal("13.50"), "3")
    pay(asked)
    more = applications.ask_for_more(
        case.pk, tariff="foreigner", reason="Іншы тарыф.", by=one.official, now=LATER
    )
    assert more.amount == Decimal("121.50")  # three at 45.00, less what was asked


def test_only_the_handler_asks_for_more(applying):
    case = applying(STAY).accepted(basis="hostel")
    with pytest.raises(NotPermitted):
        applications.ask_for_more(
            case.pk, tariff="registration", reason="…", by=applying(DIPLOMA).official, now=LATER
        )


@pytest.mark.parametrize(("reason", "tariff"), [(" ", "registration"), ("…", "unknown")])
def test_asking_for_more_needs_a_tariff_and_a_reason(applying, reason, tariff):
    one = applying(STAY)
    case = one.accepted(basis="hostel")
    with pytest.raises(RuleBroken):
        applications.ask_for_more(case.pk, tariff=tariff, reason=reason, by=one.official, now=LATER)


def test_a_register_proves_the_age_and_nothing_is_brought(applying):
    case = applying(CERTIFICATE, "jadviha").lodged()
    application = Application.objects.get(pk=case.pk)
    assert "population.person" in application.facts
    fee = applications.fee_of_case(case, application)
    assert (fee.exemption.code, fee.total.amount, fee.full.amount) == ("aged", 0, 45)


def test_the_bank_takes_it_back_and_the_case_waits_again(applying):
    case = applying(STAY).accepted()
    pay(charges(case)[0])
    finish_reversal("t1", own_id="", error="", provider="erip", allowed=True, now=LATER)
    hear()
    assert status(case) == Status.AWAITING_PAYMENT


def test_withdrawn_while_it_waits_nothing_is_asked_any_more(applying):
    one = applying(STAY)
    case = one.accepted()
    applications.withdraw(case.pk, by=one.user, now=LATER)
    hear()
    assert charges(case)[0].status == "cancelled"


def test_withdrawn_after_it_was_paid_and_accepted_the_state_keeps_the_fee(applying):
    one = applying(STAY)
    case = one.accepted()
    pay(charges(case)[0])
    applications.withdraw(case.pk, by=one.user, now=LATER)
    hear()
    assert (charges(case)[0].status, charges(case)[0].surplus.amount) == ("paid", 0)


def test_money_that_comes_after_the_last_day_does_not_move_the_case_but_is_kept(applying):
    case = applying(STAY).accepted()
    (charge,) = charges(case)
    start_payment(
        charge.account, transaction_id="t1", amount=charge.amount, provider="erip", now=LATER
    )
    lapse_due(now=WEEKS_LATER)
    finish_payment("t1", own_id="", error="", provider="erip", now=WEEKS_LATER)
    hear(WEEKS_LATER)
    assert status(case) == Status.AWAITING_PAYMENT
    assert charges(case)[0].surplus.amount == Decimal("22.50")


def another_fee(code, **rule) -> None:
    """The edition in force with its fee rule changed: what no procedure of the pack has yet."""
    edition = edition_in_force(code, NOW.date())
    fee = msgspec.structs.replace(edition.promise.fee, **rule)
    promise = msgspec.structs.replace(edition.promise, fee=fee)
    Edition.objects.filter(pk=edition.pk).update(
        definition=msgspec.to_builtins(promise), digest=f"changed {sorted(rule)}"
    )


def test_charged_at_lodging_the_case_is_accepted_all_the_same_and_then_waits(applying):
    another_fee(STAY, charged="lodging")
    one = applying(STAY)
    case = one.lodged()
    assert (status(case), len(charges(case))) == (Status.LODGED, 1)
    applications.accept(case.pk, by=one.official, now=NOW)
    assert (status(case), len(charges(case))) == (Status.AWAITING_PAYMENT, 1)


def test_paid_before_acceptance_work_begins_at_once(applying):
    another_fee(STAY, charged="lodging")
    one = applying(STAY)
    case = one.lodged()
    pay(charges(case)[0])
    applications.accept(case.pk, by=one.official, now=LATER)
    assert status(case) == Status.IN_WORK


@pytest.mark.parametrize("end", ["withdraw", "refuse_to_accept"])
def test_never_accepted_the_state_keeps_nothing(applying, end):
    another_fee(STAY, charged="lodging")
    one = applying(STAY)
    case = one.lodged()
    pay(charges(case)[0])
    if end == "withdraw":
        applications.withdraw(case.pk, by=one.user, now=LATER)
    else:
        applications.refuse_to_accept(
            case.pk, ground="not_competent", reasons="Не той орган.", by=one.official, now=LATER
        )
    hear()
    (charge,) = charges(case)
    assert (charge.status, charge.surplus.amount) == ("cancelled", Decimal("22.50"))


def test_two_payers_have_a_charge_each_and_both_must_pay(applying):
    label = {"be": "Частка", "ru": "Доля", "en": "Share"}
    another_fee(
        CERTIFICATE,
        payers=[
            Payer(code="applicant", label=label, share="2/3"),
            Payer(code="other", label=label, share="1/3", named_by="of_whom"),
        ],
    )
    case = applying(CERTIFICATE).accepted()
    mine, other = charges(case)
    assert (mine.amount, other.amount) == (Decimal("30.00"), Decimal("15.00"))
    assert (other.payer_id, other.payer_name) == (None, "Кавалёва Алена Віктараўна")
    pay(mine)
    assert status(case) == Status.AWAITING_PAYMENT
    pay(other, transaction_id="t2")
    assert status(case) == Status.IN_WORK
    receipts = Document.objects.filter(case_reference=case.reference, kind="receipt")
    assert [one.holder_id for one in receipts] == [case.applicant_id]  # the other has the bank's
