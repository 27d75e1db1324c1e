"""The acts on a breach: entered, with everybody touched told at once; the notice to the authority noted as sent."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.references import new_reference
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify
from ratusha.parties.public import party_name
from ratusha.records.asking.law import law
from ratusha.records.asking.rules import require_words
from ratusha.records.breaches.permissions import BREACH
from ratusha.records.breaches.rules import (
    notify_by,
    references_in,
    require_known,
    require_not_told,
)
from ratusha.records.models import Breach


def _require(user: User, body_id: UUID, on: date) -> None:
    if not user.may(BREACH, body_id, on=on):
        raise NotPermitted("breach.not_yours", _("You may not keep this register."))


@transaction.atomic
def enter_breach(
    *,
    body_id: UUID,
    known_on: date,
    happened: str,
    measures: str,
    cases: str,
    by: User,
    now: datetime,
) -> Breach:
    """`cases`: whose applicants are touched, one number a line; each person is told once."""
    today = timezone.localdate(now)
    _require(by, body_id, today)
    require_known(known_on, today=today)
    happened = require_words(happened, field="happened", missing=_("Write what happened."))
    measures = require_words(measures, field="measures", missing=_("Write what has been done."))
    people = _applicants(references_in(cases), body_id)
    breach = Breach.objects.create(
        reference=new_reference(today),
        body_id=body_id,
        known_on=known_on,
        notify_by=notify_by(known_on, Term.parse(law().breach.term), national_calendar()),
        happened=happened,
        measures=measures,
        people_told=len(people),
        entered_at=now,
        entered_by=by,
    )
    for party in people:
        _tell(party, breach, now)
    record("records.breach", "breach", breach.reference, by=by.pk, body=body_id, people=len(people))
    return breach


def _applicants(references: list[str], body_id: UUID) -> list[UUID]:
    found = dict(
        Case.objects.filter(reference__in=references, body_id=body_id).values_list(
            "reference", "applicant_id"
        )
    )
    missing = [one for one in references if one not in found]
    if missing:
        message = _("This body has no such case: %(number)s.") % {"number": missing[0]}
        raise RuleBroken("breach.case_unknown", message, field="cases")
    return sorted(set(found.values()))


def _tell(party: UUID, breach: Breach, now: datetime) -> None:
    notify(
        party_id=party,
        kind="data_breach",
        subject=in_all_languages(lambda: _("Your personal data were not kept safe")),
        body=in_all_languages(
            lambda: (
                _(
                    "%(body)s writes to you. What happened: %(happened)s What has been done: %(measures)s"
                )
                % {
                    "body": party_name(breach.body_id, ""),
                    "happened": breach.happened,
                    "measures": breach.measures,
                }
            )
        ),
        once=f"breach:{breach.reference}",
        now=now,
    )


@transaction.atomic
def note_told(breach_id: int, *, by: User, now: datetime) -> Breach:
    """The notice has gone to the authority: once, by name."""
    breach = Breach.objects.select_for_update().get(pk=breach_id)
    _require(by, breach.body_id, timezone.localdate(now))
    require_not_told(told=breach.told_at is not None)
    breach.told_at, breach.told_by = now, by
    breach.save(update_fields=["told_at", "told_by"])
    record("records.breach_told", "breach", breach.reference, by=by.pk, body=breach.body_id)
    return breach
