"""One person at the window: checked, helped, let go."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.public import Draft, begin, discard
from ratusha.audit.public import record
from ratusha.counter import rules
from ratusha.counter.models import Visit
from ratusha.exchange.public import Purpose, ask
from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import Person, find_person_by_document
from ratusha.procedures.public import edition_in_force

from .queue import own_visit, settle

IDENTITY = "counter_identity"  # a purpose of the pack
LOWEST_LEVEL = "e3"


def check_identity(
    visit_id: UUID,
    *,
    document_number: str,
    stands_here: bool,
    agrees: bool,
    by: User,
    now: datetime,
) -> Visit:
    """The number against the register. A wrong one tells nothing, is counted, and the third ends the visit."""
    rules.require_checked(stands_here=stands_here, agrees=agrees)
    visit = _recognise(visit_id, document_number, by=by, now=now)
    if visit.person_id is None:
        message = _("No valid document with this number. Look at it again.")
        if visit.ended_at:
            message = _("No valid document with this number. The visit is ended after three tries.")
        raise RuleBroken("counter.no_such_document", message, field="document_number")
    return visit


@transaction.atomic
def _recognise(visit_id: UUID, number: str, *, by: User, now: datetime) -> Visit:
    visit = own_visit(visit_id, by, now)
    if visit.person_id:
        return visit
    person = find_person_by_document(number.replace(" ", "").upper(), timezone.localdate(now))
    if person is None or person.died_on or person.pk == by.party_id:
        visit.failed_checks += 1
        visit.save(update_fields=["failed_checks"])
        record("counter.wrong_document", "visit", str(visit.pk), by=by.pk, body=visit.body_id)
        if visit.failed_checks >= rules.MOST_FAILED_CHECKS:
            settle(visit, rules.End.SERVED, by=by, now=now)
        return visit
    _note_in_journal(visit, person, by=by, now=now)
    visit.person_id, visit.checked_at, visit.consented_at = person.pk, now, now
    visit.save(update_fields=["person_id", "checked_at", "consented_at"])
    record("counter.check_identity", "visit", str(visit.pk), by=by.pk, body=visit.body_id)
    return visit


def _note_in_journal(visit: Visit, person: Person, *, by: User, now: datetime) -> None:
    """The person can read later who looked, for what."""
    ask(
        "population.person",
        subject=person.pk,
        purpose=Purpose(code=IDENTITY, legal_basis="", case_reference="", procedure_code=""),
        by=by,
        body=visit.body_id,
        now=now,
    )


@transaction.atomic
def begin_application(
    visit_id: UUID, code: str, *, by: User, language: str, now: datetime
) -> Draft:
    """The same form as everybody's, filled in by the official for the checked person."""
    visit = own_visit(visit_id, by, now)
    if visit.person_id is None:
        raise RuleBroken("counter.not_checked", _("Check first who the person is."))
    edition = edition_in_force(code.strip().upper(), timezone.localdate(now))
    if edition.electronic_level < LOWEST_LEVEL:
        message = _("This service has no form here yet.")
        raise RuleBroken("counter.no_form", message, field="service")
    return begin(
        edition,
        user=by,
        applicant_id=visit.person_id,
        language=language,
        now=now,
        channel=rules.CHANNEL,
        at_body=visit.body_id,
    )


def drafts_at(visit: Visit) -> list[Draft]:
    """What is being filled in for the person at this window."""
    if visit.person_id is None:
        return []
    mine = Draft.objects.mine(visit.official).with_edition()
    return list(
        mine.filter(applicant_id=visit.person_id, channel=rules.CHANNEL).order_by("begun_at")
    )


@transaction.atomic
def finish(visit_id: UUID, *, by: User, now: datetime) -> None:
    """The person leaves: what was not lodged is thrown away, the window opens nothing more about them."""
    visit = own_visit(visit_id, by, now)
    for draft in drafts_at(visit):
        discard(draft.pk, by=by, now=now)
    settle(visit, rules.End.SERVED, by=by, now=now)
