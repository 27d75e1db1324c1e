"""The higher body asks the one whose decision is complained about; that one answers, or time passes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, take_step
from ratusha.complaints.law import law
from ratusha.complaints.models import Complaint, Explanation
from ratusha.complaints.permissions import may_explain
from ratusha.complaints.rules import Status, Step, require_words, time_limit
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, NotPermitted
from ratusha.kernel.terms import Term


@transaction.atomic
def ask_to_explain(case_id: UUID, *, question: str, by: User, now: datetime) -> Case:
    """The term of the complaint runs on."""
    question = require_words(
        question, field="question", missing=_("Write what is to be explained.")
    )
    case = take_step(case_id, Step.ASK, by=by, now=now)
    rule = law().explanation
    today = timezone.localdate(now)
    Explanation.objects.create(
        complaint=Complaint.objects.get(pk=case_id),
        question=question,
        asked_at=now,
        asked_by=by,
        answer_by=time_limit(today, Term.parse(rule.term), national_calendar()),
    )
    return case


@transaction.atomic
def explain(explanation_id: int, *, answer: str, by: User, now: datetime) -> Explanation:
    """An official of the first body answers; the consideration goes on if it was waiting."""
    asked = Explanation.objects.select_for_update(of=("self",)).select_related("complaint__case")
    explanation = asked.get(pk=explanation_id)
    case, body_id = explanation.complaint.case, explanation.complaint.first_body_id
    if not may_explain(by, body_id, timezone.localdate(now)):
        raise NotPermitted("complaint.not_your_body", _("You may not answer for this body."))
    if explanation.answered_at or case.closed_on:
        raise Conflict("complaint.explained", _("This has been answered, or is no longer needed."))
    explanation.answer = require_words(answer, field="answer", missing=_("Write the explanation."))
    explanation.answered_at, explanation.answered_by = now, by
    explanation.save(update_fields=["answer", "answered_at", "answered_by"])
    record("complaint.explain", "case", case.reference, by=by.pk, body=body_id)
    if case.status == Status.EXPLAINING:
        take_step(case.pk, Step.RECEIVE, by=None, now=now)
    return explanation


@transaction.atomic
def go_on(case_id: UUID, *, by: User, now: datetime) -> Case:
    """The explanation did not come in time, or is no longer needed."""
    return take_step(case_id, Step.GO_ON, by=by, now=now)
