"""How a decision is written, whoever wrote and confirmed it: the row, its document, what it changes in registers."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications import filling
from ratusha.applications.composition import compose
from ratusha.applications.models import Application, Decision
from ratusha.applications.rules import DecisionForm, Step, require_ground, require_paid
from ratusha.cases.public import Case, Outcome, take_step
from ratusha.documents.public import issue
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.terms import Term, due
from ratusha.procedures.public import Definition, Ground, general_term

from .effects import put_into_effect
from .silent import hear_silent_registers


def promise_of(case_id: UUID) -> Definition:
    return Application.objects.with_edition().get(pk=case_id).edition.promise


def check_paid(case_id: UUID) -> None:
    require_paid(owed=Application.objects.filter(pk=case_id, owed_since__isnull=False).exists())


def chosen(grounds: list[Ground], code: str, reasons: str) -> Ground:
    """The ground of this code out of a closed list, with what it means in this case."""
    ground = next((g for g in grounds if g.code == code), None)
    require_ground(code if ground else "", ground.source.said() if ground else "", reasons)
    assert ground is not None  # noqa: S101 - required just now
    return ground


def granted(
    case_id: UUID, *, by: User, now: datetime, note: str, drafted_by: User | None = None
) -> Case:
    """Called inside an act."""
    case = take_step(case_id, Step.GRANT, by=by, now=now, note=note)
    application = Application.objects.with_edition().get(pk=case_id)
    require_paid(owed=application.owed_since is not None)
    hear_silent_registers(case, application, by=by, now=now)
    filled = filling.of_application(case, application, timezone.localdate(now))
    put_into_effect(case, filled, by=by, now=now)
    decide(case, Outcome.GRANTED, by=by, now=now, reasons=note, drafted_by=drafted_by)
    return case


def refused(
    case_id: UUID,
    *,
    ground: str,
    reasons: str,
    by: User,
    now: datetime,
    drafted_by: User | None = None,
) -> Case:
    """Called inside an act."""
    found = chosen(promise_of(case_id).refuse, ground, reasons)
    case = take_step(case_id, Step.REFUSE, by=by, now=now)
    decide(
        case, Outcome.REFUSED, by=by, now=now, ground=found, reasons=reasons, drafted_by=drafted_by
    )
    return case


def decide(
    case: Case,
    outcome: Outcome,
    *,
    by: User,
    now: datetime,
    reasons: str,
    ground: Ground | None = None,
    form: DecisionForm = DecisionForm.WRITTEN,
    drafted_by: User | None = None,
) -> Decision:
    """Write the decision and, unless it was said, its document in the applicant's language."""
    before = Decision.objects.of(case)
    decision = Decision(
        case=case,
        round=before.round + 1 if before else 1,
        outcome=outcome,
        ground_code=ground.code if ground else "",
        ground=ground.text if ground else {},
        legal_source=ground.source.said() if ground else "",
        reasons=reasons.strip(),
        form=form,
        notify_by=_to_be_told_by(timezone.localdate(now)),
        decided_at=now,
        by=by,
        drafted_by=drafted_by,
    )
    if form == DecisionForm.WRITTEN:
        _issue_paper(case, decision, by=by, now=now)
    else:
        decision.notified_at = now
    decision.save(force_insert=True)
    return decision


def _issue_paper(case: Case, decision: Decision, *, by: User, now: datetime) -> None:
    application = Application.objects.with_edition().get(pk=case.pk)
    paper = compose(
        case, filling.of_application(case, application, timezone.localdate(now)), decision
    )
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
    decision.document_id, decision.expires_on = document.pk, paper.valid_until


def _to_be_told_by(decided_on: date) -> date | None:
    term = Term.parse(general_term("notification").term)
    return due(decided_on, term, calendar=national_calendar(), source="").on
