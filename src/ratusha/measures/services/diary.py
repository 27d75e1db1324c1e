"""The diary of a pilot and its incidents, by the body whose pilot it is. A grave incident suspends it by rule."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.call_rules import require_no_person
from ratusha.measures.incident_rules import require_day, require_live, suspends
from ratusha.measures.models import (
    Agreement,
    DiaryEntry,
    Incident,
    IncidentAnswer,
    Suspension,
)
from ratusha.measures.permissions import is_initiator
from ratusha.measures.rules import require_words

from .aside import stand_still


def _written_about(case_id: UUID, on: date | None, by: User, now: datetime) -> Case:
    """A suspended pilot has a diary too: what is done about an incident happens then."""
    case, today = lock(case_id), timezone.localdate(now)
    if not is_initiator(by, case, today):
        message = _("You may not act for the body of this measure.")
        raise NotPermitted("measure.not_your_body", message)
    require_live(case.status)
    if on:
        begun = Agreement.objects.values_list("starts_on", flat=True).get(pk=case_id)
        require_day(on, begun=begun, today=today)
    return case


def _public(summary: str) -> str:
    missing = _("Write in a sentence what everybody may read.")
    summary = require_words(summary, field="summary", missing=missing)
    require_no_person(summary, field="summary")
    return summary


@transaction.atomic
def write_diary(
    case_id: UUID, *, on: date, text: str, summary: str, by: User, now: datetime
) -> DiaryEntry:
    case = _written_about(case_id, on, by, now)
    text = require_words(text, field="text", missing=_("Write what happened."))
    summary = _public(summary) if summary.strip() else ""
    record("pilot.diary", "case", case.reference, by=by.pk)
    return DiaryEntry.objects.create(case=case, on=on, text=text, summary=summary, at=now, by=by)


@transaction.atomic
def report_incident(
    case_id: UUID, *, on: date, severity: str, text: str, summary: str, by: User, now: datetime
) -> Incident:
    """Whoever reports a grave one has stopped the pilot by that: nobody has to decide it first."""
    case = _written_about(case_id, on, by, now)
    text = require_words(text, field="text", missing=_("Write what happened."))
    incident = Incident.objects.create(
        case=case, on=on, severity=severity, text=text, summary=_public(summary), at=now, by=by
    )
    record("pilot.incident", "case", case.reference, by=by.pk, severity=severity)
    stands = Suspension.objects.filter(case=case, ended_at=None).exists()
    if suspends(severity) and not stands:
        with translation.override(case.language):
            act = _("By rule: a grave incident of %(day)s") % {"day": day_in_words(on)}
        stand_still(case, act=act, reasons=incident.summary, by=by, now=now)
    return incident


@transaction.atomic
def answer_incident(
    case_id: UUID, *, incident: UUID, done: str, summary: str, by: User, now: datetime
) -> IncidentAnswer:
    """What was done: added as often as something was done."""
    case = _written_about(case_id, None, by, now)
    found = Incident.objects.filter(case=case, pk=incident).first()
    if found is None:
        raise RuleBroken("pilot.incident_missing", _("Choose the incident."), field="incident")
    done = require_words(done, field="done", missing=_("Write what was done."))
    record("pilot.incident.answer", "case", case.reference, by=by.pk)
    return IncidentAnswer.objects.create(
        incident=found, done=done, summary=_public(summary), at=now, by=by
    )
