"""How a complaint ends: with a result, or without consideration. Each is a sealed document."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, take_step
from ratusha.complaints.composition import Sheet, compose, compose_not_considered
from ratusha.complaints.contested import complained_about
from ratusha.complaints.events import ComplaintDecided
from ratusha.complaints.law import law
from ratusha.complaints.models import Complaint, Obligation, Ruling
from ratusha.complaints.rules import (
    BY_A_DAY,
    MOVES,
    MUST_DECIDE,
    Status,
    Step,
    require_result,
    require_words,
    time_limit,
)
from ratusha.documents.public import issue
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.kernel.terms import Term
from ratusha.procedures.public import Source


@transaction.atomic
def decide(
    case_id: UUID, *, result: str, legal_source: str, text: str, by: User, now: datetime
) -> Case:
    """Consider the complaint: the result, the norm it rests on, and why."""
    complaint = Complaint.objects.get(pk=case_id)
    require_result(complaint.subject, result)
    norm = _("Name the norm on which the result rests.")
    legal_source = require_words(legal_source, field="legal_source", missing=norm)
    text = require_words(text, field="text", missing=_("Write why."))
    case = take_step(case_id, Step(result), by=by, now=now)
    about = complained_about(case)
    assert about is not None, "a complaint is accepted only when its decision is found"  # noqa: S101
    ruling = Ruling(
        case=case,
        result=MOVES[Step(result)].target,
        legal_source=legal_source,
        text=text,
        decided_at=now,
        by=by,
    )
    _write(ruling, compose(case, complaint, about, ruling), rule=law().results, by=by)
    if ruling.result in MUST_DECIDE:
        Obligation.objects.create(
            case=case, due_on=_to_be_carried_out_by(ruling, timezone.localdate(now)), made_at=now
        )
    publish(
        ComplaintDecided(
            complaint_id=case.pk,
            case_id=about.pk,
            subject=complaint.subject,
            result=ruling.result,
            legal_source=legal_source,
            text=text,
            at=now,
        )
    )
    return case


@transaction.atomic
def leave_without_consideration(
    case_id: UUID, *, ground: str, reasons: str, by: User, now: datetime
) -> Case:
    """One ground of the list, and what it means here. A late complaint whose reason is not valid ends so too."""
    chosen = law().ground(ground)
    if chosen is None:
        raise RuleBroken("complaint.ground_missing", _("Choose the ground."), field="ground")
    missing = _("Explain to the complainant what the ground means here.")
    reasons = require_words(reasons, field="reasons", missing=missing)
    case = take_step(case_id, Step.NOT_CONSIDER, by=by, now=now)
    complaint = Complaint.objects.get(pk=case_id)
    ruling = Ruling(
        case=case,
        result=Status.NOT_CONSIDERED,
        ground_code=chosen.code,
        legal_source=chosen.source.cited(case.language),
        text=reasons,
        decided_at=now,
        by=by,
    )
    sheet = compose_not_considered(case, complaint, chosen, ruling)
    _write(ruling, sheet, rule=chosen.source, by=by)
    return case


def _to_be_carried_out_by(ruling: Ruling, today: date) -> date | None:
    term = Term.parse(law().carrying_out.term)
    return time_limit(today, term, national_calendar()) if ruling.result in BY_A_DAY else None


def _write(ruling: Ruling, sheet: Sheet, *, rule: Source, by: User) -> None:
    case = ruling.case
    document = issue(
        kind="decision",
        holder_id=case.applicant_id,
        body_id=case.body_id,
        case_reference=case.reference,
        language=case.language,
        title=sheet.title,
        paragraphs=sheet.paragraphs,
        facts=sheet.facts,
        number=case.reference,
        signed_by=by.display_name,
        legal_basis=sheet.legal_basis,
        issued_at=ruling.decided_at,
        valid_until=None,
        sample=rule.confidence == "sample",
        appeal=sheet.appeal,
        holder_details=sheet.holder_details,
        by=by,
    )
    ruling.document_id = document.pk
    ruling.save(force_insert=True)
