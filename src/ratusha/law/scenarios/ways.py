"""How each kind of scenario goes on from the answers, or from a case that is lodged or accepted."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.applications import public as applications
from ratusha.applications.public import Filled, Step
from ratusha.cases.public import Case
from ratusha.complaints import public as complaints
from ratusha.documents.public import Standing, verify_code
from ratusha.exchange.public import requests_of_case
from ratusha.kernel.errors import DomainError
from ratusha.kernel.texts import in_language
from ratusha.procedures.public import fee_of

from .derive import DECIDED_FROM, Kind
from .life import Broken, Life, Taken

REASONS = {"be": "Праверка сцэнарыя.", "ru": "Проверка сценария.", "en": "A scenario is tried."}
ABROAD_FOR = timedelta(days=20)


def _apply(life: Life, filled: Filled) -> None:
    case = life.accepted(life.lodged(filled))
    if life.promise.level < DECIDED_FROM:
        life.rehearse_result(case)
        return  # the decision is on paper
    life.granted(case)
    life.now += timedelta(hours=1)
    life.note(Step.DELIVER, applications.deliver(case.pk, by=life.user, now=life.now))


def _branch(life: Life, filled: Filled) -> None:
    life.lodged(filled)


def _check(life: Life, filled: Filled) -> None:
    """The wrong answer is found, and the application is not lodged."""
    if not any(p.field == life.told.scenario.subject for p in filled.problems()):
        raise Broken(_("The form takes an answer that the check forbids."))
    try:
        with transaction.atomic():
            life.lodged(filled)
    except DomainError:
        return
    raise Broken(_("The application was lodged in spite of the check."))


def _not_accepted(life: Life, case: Case) -> None:
    life.now += timedelta(hours=1)
    done = applications.refuse_to_accept(
        case.pk,
        ground=life.told.scenario.subject,
        reasons=in_language(REASONS, "be").text,
        by=life.at(case),
        now=life.now,
    )
    life.require_refusal(life.note(Step.REFUSE_TO_ACCEPT, done), life.told.scenario.subject)


def _refused(life: Life, case: Case) -> None:
    life.now += timedelta(days=1)
    done = applications.refuse(
        case.pk,
        ground=life.told.scenario.subject,
        reasons=in_language(REASONS, "be").text,
        by=life.at(case),
        now=life.now,
    )
    life.require_refusal(life.note(Step.REFUSE, done), life.told.scenario.subject)


def _request(life: Life, filled: Filled) -> None:
    """The body asks by itself; a longer term of the law is set when there is one."""
    case = life.lodged(filled)
    before = case.due_on
    case = life.accepted(case)
    if not requests_of_case(case.reference).exists():
        raise Broken(_("No request was sent to the other body."))
    longer = life.promise.term.if_requested if life.promise.term else ""
    if longer and before and case.due_on and case.due_on < before:
        raise Broken(_("Another body was asked, and the term became shorter."))


def _suspended(life: Life, case: Case) -> None:
    before = case.due_on
    life.now += timedelta(hours=1)
    reasons = in_language(REASONS, "be").text
    case = applications.suspend(case.pk, by=life.at(case), now=life.now, note=reasons)
    life.note(Step.SUSPEND, case)
    if case.due_on is not None:
        raise Broken(_("A foreign body was asked, and the clock does not stand."))
    life.now += ABROAD_FOR
    case = life.note(Step.RESUME, applications.resume(case.pk, by=life.at(case), now=life.now))
    if case.due_on is None or (before and case.due_on < before):
        raise Broken(_("The answer came, and the term is not counted on."))


def _fee(life: Life, filled: Filled) -> None:
    """The sum that the definition asks for is asked, and what is free is free."""
    fee = fee_of(life.promise, filled.context, filled.today)
    named = {line.code for line in fee.lines} | ({fee.exemption.code} if fee.exemption else set())
    if life.told.scenario.subject not in named:
        raise Broken(_("The condition holds, and the tariff or exemption is not taken."))
    life.accepted(life.lodged(filled))


def _complaint(life: Life, case: Case) -> None:
    """The applicant complains about a refusal: another case, at the higher body, about this one."""
    _refused(life, case)
    life.now += timedelta(days=1)
    words = complaints.Words(demand=in_language(REASONS, "be").text, language="be")
    made = complaints.complain(case.pk, words=words, by=life.user, now=life.now)
    if made.body_id == case.body_id or made.due_on is None:
        raise Broken(_("The complaint does not go to a higher body with a term of its own."))
    life.told.steps.append(Taken("complain", timezone.localdate(life.now), made.due_on))


def _withdrawn(life: Life, case: Case) -> None:
    life.now += timedelta(hours=1)
    case = life.note(Step.WITHDRAW, applications.withdraw(case.pk, by=life.user, now=life.now))
    if not case.closed_on:
        raise Broken(_("The application is withdrawn, and the case is not closed."))


def _expired(life: Life, case: Case) -> None:
    document = life.granted(case)
    last = document.valid_until
    if last is None:
        raise Broken(_("The result has a term of validity, and its document has no last day."))
    if verify_code(document.code, on=last).standing is not Standing.GENUINE:
        raise Broken(_("The document is not in force on its last day."))
    after = last + timedelta(days=1)
    if verify_code(document.code, on=after).standing is not Standing.EXPIRED:
        raise Broken(_("The document is still in force after its last day."))
    life.told.steps.append(Taken("expire", after, None))


WAYS: dict[Kind, Callable[[Life, Filled], None]] = {
    Kind.APPLY: _apply,
    Kind.BRANCH: _branch,
    Kind.CHECK: _check,
    Kind.REQUEST: _request,
    Kind.FEE: _fee,
}
FROM_ACCEPTED: dict[Kind, Callable[[Life, Case], None]] = {
    Kind.REFUSED: _refused,
    Kind.SUSPENDED: _suspended,
    Kind.COMPLAINT: _complaint,
    Kind.EXPIRED: _expired,
}
FROM_LODGED: dict[Kind, Callable[[Life, Case], None]] = {
    Kind.NOT_ACCEPTED: _not_accepted,
    Kind.WITHDRAWN: _withdrawn,
    **FROM_ACCEPTED,
}
