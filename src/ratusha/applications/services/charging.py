"""The fee of an application: asked by the rule of its edition, counted as of the day of lodging, heard of when paid."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications import filling
from ratusha.applications.models import Application
from ratusha.applications.rules import KIND, Step
from ratusha.cases.public import Case, CaseMoved, Outcome, is_handler, lock, send_message
from ratusha.documents.public import Document, issue
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.money import Money
from ratusha.kernel.terms import Term, due
from ratusha.kernel.texts import Text
from ratusha.parties.public import is_organisation, name_with_initials, party_name, person
from ratusha.payments.public import (
    CLOSED,
    Charge,
    PaymentReceived,
    PaymentReversed,
    cancel_charge,
    make_charge,
    payments_file,
)
from ratusha.procedures.public import (
    Definition,
    Fee,
    FeeLine,
    FeeRule,
    Payer,
    fee_of,
    line_of,
    quantity_of,
    tariffs_of,
)

from .pay import await_payment, payment_received

RECEIPT = "receipt"  # the kind of the document
WHOLE, MORE = "fee", "more"  # codes of charges


def fee_of_case(case: Case, application: Application) -> Fee:
    """As of the day of lodging: what the person was shown holds, whatever the base value becomes."""
    filled = filling.of_application(case, application, case.lodged_on)
    return fee_of(filled.promise, filled.context, case.lodged_on)


def charge_fee(
    case: Case, promise: Definition, moment: str, *, by: User | None, now: datetime
) -> Case:
    """Ask for the fee if the rule asks for it at this moment (lodging, acceptance); called inside an act."""
    rule = promise.fee
    if rule is None or rule.charged != moment:
        return case
    application = Application.objects.with_edition().get(pk=case.pk)
    fee = fee_of_case(case, application)
    if not fee.known or fee.total.amount == 0:
        return case
    until = pay_by(rule, timezone.localdate(now))
    for share in fee.shares:
        if share.amount.amount == 0:
            continue
        payer = share.payer
        _ask(
            case,
            application,
            code=f"{WHOLE}:{payer.code}" if payer else WHOLE,
            amount=share.amount,
            lines=fee.lines,
            payer=payer,
            until=until,
            by=by,
            now=now,
        )
    return await_payment(case.pk, now=now, until=until)


def pay_by(rule: FeeRule, today: date) -> date:
    term = Term.parse(rule.pay_within or payments_file().pay_within)
    last = due(today, term, calendar=national_calendar(), source="").on
    assert last is not None, "no clock stands here"  # noqa: S101 - no suspension was given
    return last


def _ask(
    case: Case,
    application: Application,
    *,
    code: str,
    amount: Money,
    lines: tuple[FeeLine, ...],
    payer: Payer | None,
    until: date,
    by: User | None,
    now: datetime,
) -> Charge:
    rule = application.edition.promise.fee
    assert rule is not None, "only a rule asks for money"  # noqa: S101 - asked by the callers
    base = next((line.base for line in lines if line.base), None)
    other = payer is not None and bool(payer.named_by)
    named = str(application.answers.get(payer.named_by, "")) if payer and other else ""
    return make_charge(
        reference=case.reference,
        code=code,
        purpose=_purpose(case, payer),
        payer_id=None if other else case.applicant_id,
        payer_name=named or _short_name(case),
        body_id=case.body_id,
        amount=amount,
        lines=[_kept(line, case.title) for line in lines],
        grounds=[
            {"code": g.code, "text": g.text, "source": g.source.cited(case.language)}
            for g in rule.refunds
        ],
        base_value=base.amount.amount if base else None,
        base_value_on=case.lodged_on if base else None,
        sample=application.edition.sample,
        due_on=until,
        by=by,
        now=now,
    )


def _purpose(case: Case, payer: Payer | None) -> Text:
    if payer is None:
        return dict(case.title)
    return {lang: f"{text}: {payer.label.get(lang, '')}" for lang, text in case.title.items()}


def _short_name(case: Case) -> str:
    """What a bank shows of the payer: no more than whoever has the number needs to see."""
    if is_organisation(case.applicant_id):
        return party_name(case.applicant_id, case.language)
    return name_with_initials(person(case.applicant_id).names, case.language)


def _kept(line: FeeLine, title: Text) -> dict[str, Any]:
    """A line as the charge keeps it: enough to be counted again by hand."""
    return {
        "label": line.label or title,
        "amount": str(line.amount.amount),
        "multiple": str(line.multiple) if line.multiple is not None else "",
        "base_value": str(line.base.amount.amount) if line.base else "",
        "currency": line.amount.currency,
        "quantity": str(line.quantity),
        "source": line.source.said(),
    }


@transaction.atomic
def ask_for_more(case_id: UUID, *, tariff: str, reason: str, by: User, now: datetime) -> Charge:
    """Another tariff is right, or an exemption is not proven: what is missing is asked, and the applicant reads why."""
    case = lock(case_id)
    if not is_handler(by, case, timezone.localdate(now)):
        raise NotPermitted("case.step_not_yours", _("You may not take this step on this case."))
    application = Application.objects.with_edition().get(pk=case_id)
    rule = application.edition.promise.fee
    right = next((t for t in tariffs_of(rule) if t.code == tariff), None) if rule else None
    if rule is None or right is None or case.closed_on:
        raise RuleBroken(
            "fee.tariff_missing", _("Choose the tariff that is right."), field="tariff"
        )
    if not reason.strip():
        message = _("Explain to the applicant why more is to be paid.")
        raise RuleBroken("fee.reason_missing", message, field="reason")
    filled = filling.of_application(case, application, case.lodged_on)
    line = line_of(right, rule, case.lodged_on, quantity_of(right, filled.context))
    standing = Charge.objects.of(case.reference).exclude(status__in=CLOSED)
    asked = sum((charge.amount for charge in standing), start=Decimal(0))
    missing = Money(line.amount.amount - asked, line.amount.currency)
    if missing.amount <= 0:
        message = _("So much has been asked already.")
        raise RuleBroken("fee.asked_already", message, field="tariff")
    until = pay_by(rule, timezone.localdate(now))
    number = Charge.objects.of(case.reference).count()
    charge = _ask(
        case,
        application,
        code=f"{MORE}:{number}",
        amount=missing,
        lines=(replace(line, amount=missing),),
        payer=None,
        until=until,
        by=by,
        now=now,
    )
    send_message(case_id, text=reason, by=by, now=now)
    await_payment(case_id, now=now, until=until)
    return charge


def _case_of(reference: str) -> Case | None:
    return Case.objects.filter(reference=reference, kind=KIND).first()


def _owes(case: Case) -> bool:
    return any(charge.is_open for charge in Charge.objects.of(case.reference))


@transaction.atomic
def hear_payment(event: PaymentReceived) -> None:
    """Money is here: a receipt for the payer, and work goes on when nothing is owed. May be called twice."""
    case = _case_of(event.reference)
    if case is None:
        return
    _give_receipt(case, event)
    if not event.late and not _owes(case):
        payment_received(case.pk, now=event.at)


def _give_receipt(case: Case, event: PaymentReceived) -> None:
    number = f"{case.reference}/{event.payment_id.hex[-6:].upper()}"
    charge = Charge.objects.get(pk=event.charge_id)
    if charge.payer_id is None or Document.objects.filter(kind=RECEIPT, number=number).exists():
        return
    with translation.override(case.language):
        issue(
            kind=RECEIPT,
            holder_id=charge.payer_id,
            body_id=case.body_id,
            case_reference=case.reference,
            language=case.language,
            title=_("Receipt of payment"),
            paragraphs=[
                _("Came in for application %(reference)s: %(sum)s")
                % {
                    "sum": Money(event.amount, charge.currency).text(case.language),
                    "reference": case.reference,
                }
            ],
            facts=[
                (_("Paid for"), charge.purpose.get(case.language, "")),
                (_("Sum"), Money(event.amount, charge.currency).text(case.language)),
                (_("Account number"), charge.account),
            ],
            number=number,
            signed_by="",
            legal_basis="",
            issued_at=event.at,
            valid_until=None,
            sample=charge.sample,
            by=None,
        )


@transaction.atomic
def hear_reversal(event: PaymentReversed) -> None:
    """The bank took a payment back: it is owed again, if the charge is still asked. May be called twice."""
    case = _case_of(event.reference)
    charge = Charge.objects.get(pk=event.charge_id)
    if case and not case.closed_on and charge.is_open:
        await_payment(case.pk, now=event.at, until=charge.due_on)


@transaction.atomic
def let_charges_go(event: CaseMoved) -> None:
    """A case that ends without its result asks for nothing more; ended before acceptance, it keeps nothing."""
    ended = {Outcome.NOT_ACCEPTED, Outcome.REFUSED, Outcome.WITHDRAWN}
    if event.kind != KIND or event.outcome not in ended:
        return
    case = Case.objects.get(pk=event.case_id)
    never_accepted = not case.history.filter(step=Step.ACCEPT).exists()
    for charge in Charge.objects.of(case.reference):
        if charge.is_open or (never_accepted and charge.status not in CLOSED):
            cancel_charge(charge.pk, by=None, now=event.at)
