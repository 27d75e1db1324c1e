"""Persons, their documents, organisations."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.identifiers import check_payer_number, check_personal_number
from ratusha.kernel.protection import fingerprint, fingerprints, seal
from ratusha.kernel.texts import Text
from ratusha.parties.models import DOCUMENT, PERSON, Mandate, Organisation, Person, PersonDocument
from ratusha.parties.rules import Names, Status
from ratusha.territory.public import Address


@transaction.atomic
def register_person(
    *,
    personal_number: str,
    names: Names,
    sex: str,
    birth_date: date,
    citizenship: str = "",
    address: Address | None = None,
    by: UUID | None,
) -> Person:
    """Enter a person once: a number that is known already is a conflict, not a second person."""
    number = check_personal_number(personal_number).value
    if Person.objects.filter(personal_number_fingerprint__in=fingerprints(number)).exists():
        message = _("A person with this personal number is registered already.")
        raise Conflict("person.number_taken", message, field="personal_number")
    person = Person.objects.create(
        personal_number_sealed=seal(number, context=PERSON),
        personal_number_fingerprint=fingerprint(number),
        names=names,
        sex=sex,
        birth_date=birth_date,
        citizenship=citizenship,
        address=address.to_dict() if address else {},
    )
    record("person.register", "person", str(person.pk), by=by)
    return person


@transaction.atomic
def change_address(person_id: UUID, address: Address | None, *, by: UUID | None) -> None:
    """Called by the population register, which keeps the history; here is only where the person lives now."""
    person = Person.objects.select_for_update().get(pk=person_id)
    person.address = address.to_dict() if address else {}
    person.save(update_fields=["address"])
    record("person.change_address", "person", str(person_id), by=by)


@transaction.atomic
def record_death(person_id: UUID, died_on: date, *, by: UUID | None) -> None:
    person = Person.objects.select_for_update().get(pk=person_id)
    if person.died_on:
        raise Conflict("person.died_already", _("The death of this person is recorded already."))
    if died_on < person.birth_date:
        raise RuleBroken("person.died_before_birth", _("The death cannot be before the birth."))
    person.died_on = died_on
    person.save(update_fields=["died_on"])
    record("person.record_death", "person", str(person_id), by=by)


@transaction.atomic
def add_document(
    person_id: UUID,
    *,
    kind: str,
    number: str,
    issued_on: date,
    valid_until: date | None,
    issued_by: Text,
    by: UUID | None,
) -> PersonDocument:
    document = PersonDocument.objects.create(
        person_id=person_id,
        kind=kind,
        number_sealed=seal(number, context=DOCUMENT),
        number_fingerprint=fingerprint(number),
        issued_on=issued_on,
        valid_until=valid_until,
        issued_by=issued_by,
    )
    record("person.add_document", "person", str(person_id), by=by, kind=kind)
    return document


@transaction.atomic
def register_organisation(
    *,
    payer_number: str,
    kind: str,
    name: Text,
    address: Address | None = None,
    since: date | None = None,
    contacts: dict[str, str] | None = None,
    by: UUID | None,
) -> Organisation:
    number = check_payer_number(payer_number).value
    if Organisation.objects.filter(unp=number).exists():
        message = _("An organisation with this payer number is registered already.")
        raise Conflict("organisation.number_taken", message, field="payer_number")
    organisation = Organisation.objects.create(
        unp=number,
        kind=kind,
        name=name,
        address=address.to_dict() if address else {},
        since=since,
        contacts=contacts or {},
    )
    record("organisation.register", "organisation", str(organisation.pk), by=by)
    return organisation


@transaction.atomic
def close_organisation(organisation_id: UUID, closed_on: date, *, by: UUID | None) -> None:
    """Its mandates end with it."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
    if organisation.status == Status.CLOSED:
        raise Conflict("organisation.closed_already", _("This organisation is closed already."))
    organisation.status, organisation.closed_on = Status.CLOSED, closed_on
    organisation.save(update_fields=["status", "closed_on"])
    Mandate.objects.in_force(closed_on).filter(organisation_id=organisation_id).update(
        until=closed_on
    )
    record("organisation.close", "organisation", str(organisation_id), by=by)
