"""The three decisions of Law 433-Z, each with its document, and their delivery."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications import filling
from ratusha.applications.composition import compose
from ratusha.applications.models import Application, Decision
from ratusha.applications.rules import DECIDED, Step, require_ground, require_paid
from ratusha.cases.public import Case, Outcome, lock, take_step
from ratusha.documents.public import issue
from ratusha.procedures.public import Definition, Ground

from .effects import put_into_effect
from .silent import hear_silent_registers


def _conclude(
    case: Case, outcome: Outcome, *, by: User, now: datetime, ground: Ground | None, reasons: str
) -> Decision:
    """Write the decision and its document in the applicant's language."""
    application = Application.objects.with_edition().get(pk=case.pk)
    before = Decision.objects.of(case)
    decision = Decision(
        case=case,
        round=before.round + 1 if before else 1,
        outcome=outcome,
        ground_code=ground.code if ground else "",
        ground=ground.text if ground else {},
        legal_source=ground.source.said() if ground else "",
        reasons=reasons,
        decided_at=now,
        by=by,
    )
    filled = filling.of_application(case, application, timezone.localdate(now))
    paper = compose(case, filled, decision)
    document = issue(
        kind=paper.kind,
        holder_id=case.applicant_id,
        body_id=case.body_id,
        case_reference=case.reference,
        language=case.language,
        title=paper.title,
        paragraphs=paper.paragraphs,
        facts=paper.facts,
        number=case.reference if decision.round == 1 else f"{case.reference}/{decision.round}",
        signed_by=by.display_name,
        legal_basis=paper.legal_basis,
        issued_at=now,
        valid_until=paper.valid_until,
        sample=paper.sample,
        appeal=paper.appeal,
        holder_details=paper.holder_details,
        by=by,
    )
    decision.document_id = document.pk
    decision.save(force_insert=True)
    return decision


@transaction.atomic
def grant(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    """Decide for the applicant: the registers change, the document is issued, the clock ends."""
    case = take_step(case_id, Step.GRANT, by=by, now=now, note=note)
    application = Application.objects.with_edition().get(pk=case_id)
    require_paid(owed=application.owed_since is not None)
    hear_silent_registers(case, application, by=by, now=now)
    filled = filling.of_application(case, application, timezone.localdate(now))
    put_into_effect(case, filled, by=by, now=now)
    _conclude(case, Outcome.GRANTED, by=by, now=now, ground=None, reasons=note)
    return case


def _ground(grounds: list[Ground], code: str, reasons: str) -> Ground | None:
    ground = next((g for g in grounds if g.code == code), None)
    require_ground(code if ground else "", ground.source.said() if ground else "", reasons)
    return ground


@transaction.atomic
def refuse(case_id: UUID, *, ground: str, reasons: str, by: User, now: datetime) -> Case:
    promise = _promise(case_id)
    chosen = _ground(promise.refuse, ground, reasons)
    case = take_step(case_id, Step.REFUSE, by=by, now=now)
    _conclude(case, Outcome.REFUSED, by=by, now=now, ground=chosen, reasons=reasons.strip())
    return case


@transaction.atomic
def refuse_to_accept(case_id: UUID, *, ground: str, reasons: str, by: User, now: datetime) -> Case:
    promise = _promise(case_id)
    chosen = _ground(promise.refuse_to_accept, ground, reasons)
    case = take_step(case_id, Step.REFUSE_TO_ACCEPT, by=by, now=now)
    _conclude(case, Outcome.NOT_ACCEPTED, by=by, now=now, ground=chosen, reasons=reasons.strip())
    return case


def _promise(case_id: UUID) -> Definition:
    return Application.objects.with_edition().get(pk=case_id).edition.promise


@transaction.atomic
def deliver(case_id: UUID, *, by: User | None, now: datetime) -> Case:
    """The applicant has opened the decision, or was handed it. Doing it twice changes nothing."""
    case = lock(case_id)
    if case.status not in DECIDED:
        return case
    case = take_step(case_id, Step.DELIVER, by=by, now=now)
    Decision.objects.filter(case=case, cancelled_at=None).update(delivered_at=now)
    return case
