"""Opening an edition, naming owners of its sections, handing it in, publishing it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.pack import pack
from ratusha.self_assessment.models import Answer, Contact, Edition, SectionOwner
from ratusha.self_assessment.offers import leads
from ratusha.self_assessment.permissions import COORDINATE, may_coordinate
from ratusha.self_assessment.queries import answers_with_contacts, form_of
from ratusha.self_assessment.questionnaire import FOLDER, questionnaire
from ratusha.self_assessment.rules import (
    Origin,
    State,
    require_complete,
    require_consent,
    require_filling,
)

CONTACT_YEARS = 3  # as RETENTION of the models says


def locked(edition: Edition) -> Edition:
    return Edition.objects.select_for_update().get(pk=edition.pk)


def require_coordinator(edition: Edition, by: User, now: datetime) -> None:
    if not may_coordinate(by, edition.body_id, timezone.localdate(now)):
        raise NotPermitted(
            "self_assessment.not_yours", _("Only who coordinates the self-assessment does this.")
        )


@transaction.atomic
def open_edition(name: str, form: str, *, by: User, body_id: UUID, now: datetime) -> Edition:
    """A new edition; the one before it stands beside each question."""
    if not by.may(COORDINATE, body_id, on=timezone.localdate(now)):
        raise NotPermitted("self_assessment.not_yours", _("You may not do this for this body."))
    if Edition.objects.filter(name=name).exists():
        message = _("There is an edition with this name already.")
        raise RuleBroken("self_assessment.name_taken", message, field="name")
    if Edition.objects.filter(questionnaire=form, state=State.FILLING).exists():
        message = _("The edition before this one is still being filled in. Hand it in first.")
        raise Conflict("self_assessment.still_open", message)
    made = Edition.objects.create(
        name=name,
        questionnaire=questionnaire(form).code,
        body_id=body_id,
        before=Edition.objects.filter(questionnaire=form).first(),
        opened_at=now,
        opened_by=by,
    )
    record("self_assessment.open", "edition", made.pk, by=by.pk, body=body_id, edition=name)
    return made


@transaction.atomic
def take_over(file: str, *, now: datetime) -> Edition:
    """An older edition from a file of the pack: only what was written; nothing is inferred for closed questions."""
    told: dict[str, Any] = pack().yaml(f"{FOLDER}/{file}.yaml")
    existing = Edition.objects.filter(name=told["edition"]).first()
    if existing is not None:
        return existing
    form = questionnaire(told["questionnaire"])
    made = Edition.objects.create(
        name=told["edition"],
        questionnaire=form.code,
        source=told["source"],
        state=State.HANDED_IN,
        opened_at=now,
        handed_in_at=now,
    )
    Answer.objects.bulk_create(
        Answer(
            edition=made,
            question=one["number"],
            text=one["text"],
            links=one.get("links", []),
            origin=Origin.IMPORTED,
            at=now,
        )
        for one in told["answers"]
        if not form.by_number[one["number"]].personal
    )
    record("self_assessment.take_over", "edition", made.pk, by=None, edition=made.name)
    return made


@transaction.atomic
def name_owner(
    edition: Edition, section: str, owner: User, *, by: User, now: datetime
) -> SectionOwner:
    edition = locked(edition)
    require_coordinator(edition, by, now)
    require_filling(edition.state)
    named = SectionOwner.objects.create(
        edition=edition, section=section, owner=owner, by=by, at=now
    )
    record(
        "self_assessment.name_owner", "edition", edition.pk, by=by.pk, body=edition.body_id,
        section=section, owner=str(owner.pk),
    )  # fmt: skip
    return named


@transaction.atomic
def hand_in(edition: Edition, *, by: User, now: datetime) -> Edition:
    """Every starred question is answered, every detail has its evidence; then nothing is changed any more."""
    edition = locked(edition)
    require_coordinator(edition, by, now)
    require_filling(edition.state)
    require_complete(form_of(edition), answers_with_contacts(edition), leads)
    edition.state, edition.handed_in_at, edition.handed_in_by = State.HANDED_IN, now, by
    edition.save(update_fields=["state", "handed_in_at", "handed_in_by"])
    record("self_assessment.hand_in", "edition", edition.pk, by=by.pk, body=edition.body_id)
    return edition


@transaction.atomic
def publish(edition: Edition, *, by: User, now: datetime) -> Edition:
    """For everybody to read, without the answers that name persons, and only with consent."""
    edition = locked(edition)
    require_coordinator(edition, by, now)
    if edition.state != State.HANDED_IN:
        message = _("Only what was handed in, and not published yet, can be published.")
        raise Conflict("self_assessment.not_handed_in", message)
    require_consent(form_of(edition), answers_with_contacts(edition))
    edition.state, edition.published_at, edition.published_by = State.PUBLISHED, now, by
    edition.save(update_fields=["state", "published_at", "published_by"])
    record("self_assessment.publish", "edition", edition.pk, by=by.pk, body=edition.body_id)
    return edition


def forget_contacts(now: datetime) -> int:
    """Who was named as a contact is forgotten some years after the form was handed in."""
    kept_from = now - relativedelta(years=CONTACT_YEARS)
    gone, _rows = Contact.objects.filter(edition__handed_in_at__lt=kept_from).delete()
    return gone
