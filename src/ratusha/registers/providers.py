"""What the registers answer to the exchange. Each service gives plain facts and whom else they concern.

A fact is text, number, yes or no, a list or a mapping of these; dates are written YYYY-MM-DD.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RegisterUnavailable
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.parties.public import (
    Mandate,
    Organisation,
    Person,
    Role,
    documents_of,
    find_organisation,
    full_name,
    organisations_of,
)
from ratusha.territory.public import Address

from . import queries
from .models import Dwelling, FamilyTie, RegisteredOrganisation, Residence
from .rules import FULL_AGE, State, Tie, in_force, register_of

Facts = dict[str, Any]
Provided = tuple[Facts, Sequence[UUID]]
Provider = Callable[..., Provided]


def _languages() -> Iterable[str]:
    languages: dict[str, str] = pack().about["languages"]
    return languages


def _in_all(say: Callable[[str], str]) -> Text:
    return {language: said for language in _languages() if (said := say(language))}


def _said(label: Any) -> Text:
    """A translatable word in every language of the country."""
    texts: Text = {}
    for language in _languages():
        with translation.override(language):
            texts[language] = str(label)
    return texts


def _name(names: dict[str, Any]) -> Text:
    return _in_all(lambda language: full_name(names, language))


def _address(plain: dict[str, Any]) -> Facts:
    address = Address.from_dict(plain)
    return {"address": plain, "address_text": _in_all(address.text)}


def _people(ids: Iterable[UUID]) -> dict[UUID, Person]:
    return Person.objects.in_bulk(list(ids))


def the_person(subject: UUID, *, on: date) -> Provided:
    """Nothing for a subject that is no person: an organisation may be asked about by mistake."""
    someone = Person.objects.filter(pk=subject).first()
    if someone is None:
        return {}, ()
    documents = [
        {
            "kind": document.kind,
            "number": document.number,
            "issued_on": document.issued_on.isoformat(),
            "valid_until": document.valid_until.isoformat() if document.valid_until else "",
            "issued_by": document.issued_by,
        }
        for document in documents_of(subject, on)
    ]
    return {
        "personal_number": someone.personal_number,
        "names": someone.names,
        "name": _name(someone.names),
        "sex": someone.sex,
        "birth_date": someone.birth_date.isoformat(),
        "age": someone.age(on),
        "citizenship": someone.citizenship,
        "alive": someone.died_on is None or someone.died_on > on,
        "documents": documents,
    }, ()


def residence(subject: UUID, *, on: date) -> Provided:
    history = queries.residence_history(subject)
    now = in_force(history, on)
    ends = [*(entry.since for entry in history), None][1:]
    facts: Facts = {
        "history": [
            _address(entry.address)
            | {
                "since": entry.since.isoformat(),
                "until": end.isoformat() if end else "",
                "basis": entry.basis,
            }
            for entry, end in zip(history, ends, strict=True)
            if entry.address
        ]
    }
    if now and now.address:
        facts |= _address(now.address) | {
            "code": now.code,
            "since": now.since.isoformat(),
            "basis": now.basis,
        }
    return facts, ()


def _household(now: Residence | None, on: date) -> list[tuple[UUID, date]]:
    """Members with the day they came; whoever lives outside the address register lives alone in it."""
    if now is None:
        return []
    if now.dwelling_id is None:
        return [(now.person_id, now.since)]
    return [(m.person_id, m.since) for m in queries.household_of(now.dwelling_id, on)]


def household(subject: UUID, *, on: date) -> Provided:
    now = queries.residence_on(subject, on)
    listed = _household(now, on)
    people = _people(member for member, _since in listed)
    ties = {t.relative_id: Tie(t.kind) for t in FamilyTie.objects.of(subject).filter(until=None)}
    members = [
        {
            "person": str(member),
            "name": _name(people[member].names),
            "birth_date": people[member].birth_date.isoformat(),
            "relation": _relation(member, subject, ties),
            "since": since.isoformat(),
        }
        for member, since in listed
    ]
    facts: Facts = {"members": members, "count": len(members)}
    if now:
        facts |= _address(now.address) | {"since": now.since.isoformat()}
    return facts, [member for member, _since in listed if member != subject]


def _relation(member: UUID, subject: UUID, ties: dict[UUID, Tie]) -> Text:
    if member == subject:
        return _said(gettext_lazy("the person asked about"))
    return _said(ties[member].label) if member in ties else _said(gettext_lazy("not a relative"))


def children(subject: UUID, *, on: date) -> Provided:
    found = _people(queries.children_of(subject, on))
    eldest_first = sorted(found.values(), key=lambda child: child.birth_date)
    home = queries.residence_on(subject, on)
    together = {member for member, _since in _household(home, on)}
    living = [c for c in eldest_first if c.died_on is None or c.died_on > on]
    listed = [
        {
            "person": str(child.pk),
            "name": _name(child.names),
            "personal_number": child.personal_number,
            "birth_date": child.birth_date.isoformat(),
            "age": child.age(on),
            "sex": child.sex,
            "lives_together": child.pk in together,
        }
        for child in living
    ]
    minors = sum(1 for child in living if child.age(on) < FULL_AGE)
    return {"children": listed, "count": len(listed), "minors": minors}, [c.pk for c in living]


def deaths(subject: UUID, *, on: date) -> Provided:
    """Recorded deaths of those who were spouse, parent or child of the subject on that day."""
    ties = FamilyTie.objects.of(subject, Tie.SPOUSE, Tie.PARENT, Tie.CHILD)
    until = dict(ties.order_by("since").values_list("relative_id", "until"))
    dead = [
        person
        for person in _people(until).values()
        if person.died_on and person.died_on <= on
        if (end := until[person.pk]) is None or end >= person.died_on
    ]
    listed = [
        {
            "person": str(person.pk),
            "name": _name(person.names),
            "died_on": str(person.died_on),
            "age": person.age(person.died_on or on),
        }
        for person in sorted(dead, key=lambda person: (person.died_on or on, person.pk))
    ]
    return {"deaths": listed, "count": len(listed)}, [person.pk for person in dead]


def dwelling(subject: UUID, *, on: date, address: dict[str, Any] | None = None) -> Provided:
    """The dwelling at the address given, else the one the subject is registered in."""
    now = None if address else queries.residence_on(subject, on)
    plain = address or (now.address if now else None)
    found: Dwelling | None = queries.dwelling_at(Address.from_dict(plain)) if plain else None
    if found is None:
        return {}, ()
    shares = queries.owners_of(found.pk, on)
    people = _people(share.owner_id for share in shares)
    owners = [
        {
            "name": _name(people[share.owner_id].names) if share.owner_id in people else {},
            "share": f"{share.numerator}/{share.denominator}",
            "is_subject": share.owner_id == subject,
        }
        for share in shares
    ]
    return _address(found.address) | {
        "dwelling": str(found.pk),
        "code": found.code,
        "kind": found.kind,
        "rooms": found.rooms,
        "total_area": str(found.total_area),
        "living_area": str(found.living_area),
        "owners": owners,
        "owned_by_subject": any(owner["is_subject"] for owner in owners),
        "residents": len(queries.household_of(found.pk, on)),
    }, [owner for owner in people if owner != subject]


def _organisation(one: Organisation, on: date) -> Facts:
    entry = RegisteredOrganisation.objects.filter(organisation_id=one.pk).first()
    head = (
        Mandate.objects.in_force(on)
        .filter(organisation_id=one.pk, role__in=(Role.HEAD, Role.SELF))
        .select_related("person")
        .first()
    )
    facts: Facts = {
        "organisation": str(one.pk),
        "payer_number": one.unp,
        "name": one.name,
        "kind": one.kind,
        "active": one.status == "active",
        "head": _name(head.person.names) if head else {},
        "trade_objects": [
            {
                "number": shop.number,
                "name": shop.name,
                "address_text": _address(shop.address)["address_text"],
            }
            for shop in queries.trade_objects_of([one.pk], on)
        ],
    }
    if one.address:
        facts |= _address(one.address)
    if entry:
        facts |= {
            "state": _said(State(entry.state).label),
            "registered_on": entry.registered_on.isoformat(),
            "activity": entry.activity,
            "activity_code": entry.activity_code,
        }
    return facts


def organisation_by_number(subject: UUID, *, on: date, payer_number: str = "") -> Provided:
    """The organisation of this number; without a number the subject itself, or the first it acts for."""
    if payer_number:
        found = find_organisation(payer_number)
    else:
        itself = Organisation.objects.filter(pk=subject).first()
        found = itself or next(iter(organisations_of(subject, on)), None)
    return (_organisation(found, on) if found else {}), ()


def organisations_of_person(subject: UUID, *, on: date) -> Provided:
    found = organisations_of(subject, on)
    listed = [_organisation(one, on) for one in found]
    return {"organisations": listed, "count": len(listed)}, ()


def _answering(service: str, provide: Provider) -> Provider:
    """A register that is down answers nobody."""

    @wraps(provide)
    def answer(subject: UUID, **arguments: Any) -> Provided:
        if queries.is_down(register_of(service)):
            message = _("%(register)s does not answer now.") % {
                "register": register_of(service).label
            }
            raise RegisterUnavailable("register.unavailable", message)
        return provide(subject, **arguments)

    return answer


def providers() -> dict[str, Provider]:
    """Service codes and who answers them; plugged into the exchange by config/wiring.py."""
    services: dict[str, Provider] = {
        "population.person": the_person,
        "population.residence": residence,
        "population.household": household,
        "population.children": children,
        "population.deaths": deaths,
        "dwellings.by_address": dwelling,
        "organisations.by_unp": organisation_by_number,
        "organisations.mine": organisations_of_person,
    }
    return {service: _answering(service, provide) for service, provide in services.items()}
