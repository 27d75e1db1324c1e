"""The few people whom everybody meets who reads about this state. Who they are: demonstration.yaml of the pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from ratusha.kernel.identifiers import make_payer_number, personal_check_digit
from ratusha.kernel.pack import pack
from ratusha.parties import public as parties
from ratusha.parties.public import Act, Organisation, Person, Powers, Role
from ratusha.registers import public as registers
from ratusha.territory.public import Address

BASIS = "demonstration"
PASSPORT_YEARS = 10
FORMS = ("surname", "given", "patronymic")


@dataclass(frozen=True)
class Protagonists:
    """Persons and organisations by the names the pack gives them (alena, dzmitry, company, trader)."""

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]


@transaction.atomic
def settle_protagonists(*, now: datetime, by: UUID | None = None) -> Protagonists:
    """Enter them through the acts of the registers; a second call finds them there."""
    about: dict[str, Any] = pack().yaml("demonstration.yaml")
    today = timezone.localdate(now)
    known = {
        name: parties.find_person_by_number(_number(one)) for name, one in about["people"].items()
    }
    if any(known.values()):
        there = {name: person for name, person in known.items() if person}
        return Protagonists(there, _known_organisations(about))
    people: dict[str, Person] = {}
    for name, one in about["people"].items():
        newborn = "days_old" in one
        people[name] = _bear(one, people, now, by) if newborn else _enter(one, today, by)
    for home in about["homes"].values():
        _build(home, people, by)
    for name, one in about["people"].items():
        _move_in(people[name], one, about["homes"], now, by)
        _tie(people[name], one, people, by)
    organisations = {
        name: _found(one, people[one["head"]], about["homes"], now, by)
        for name, one in about["organisations"].items()
    }
    for name, one in about["organisations"].items():
        for employee in one.get("employees", ()):
            _employ(organisations[name], people[one["head"]], people, employee, now=now)
    registers.tell_pension_ages(now)
    for person in people.values():
        person.refresh_from_db()
    return Protagonists(people, organisations)


def _number(one: dict[str, Any]) -> str:
    body: str = one["number"]
    return body + personal_check_digit(body)


def _payer_number(one: dict[str, Any], homes: dict[str, Any]) -> str:
    code = homes[one["home"]]["address"]["code"]
    return make_payer_number(Random(one["seed"]), code)  # noqa: S311 - a demonstration


def _known_organisations(about: dict[str, Any]) -> dict[str, Organisation]:
    found = {
        name: parties.find_organisation(_payer_number(one, about["homes"]))
        for name, one in about["organisations"].items()
    }
    return {name: organisation for name, organisation in found.items() if organisation}


def _names(one: dict[str, Any]) -> dict[str, dict[str, str]]:
    names = {
        language: dict(zip(FORMS, form, strict=True)) for language, form in one["names"].items()
    }
    first = next(iter(names.values()))
    return names | {
        "lat": {form: parties.in_latin_letters(first[form]) for form in ("surname", "given")}
    }


def _born_on(one: dict[str, Any], today: date) -> date:
    """A birth date of its own, or counted back from today."""
    if "born_on" in one:
        born: date = one["born_on"]
        return born
    days = one.get("days_old", one.get("days_since_birthday", 40))
    return today - relativedelta(years=one.get("age", 0), days=days)


def _enter(one: dict[str, Any], today: date, by: UUID | None) -> Person:
    person = parties.register_person(
        personal_number=_number(one),
        names=_names(one),
        sex=one["sex"],
        birth_date=_born_on(one, today),
        citizenship=pack().about["country"],
        by=by,
    )
    if paper := one.get("document"):
        until = paper["issued_on"] + relativedelta(years=PASSPORT_YEARS)
        parties.add_document(
            person.pk,
            kind=paper["kind"],
            number=paper["number"],
            issued_on=paper["issued_on"],
            valid_until=None if paper.get("unlimited") else until,
            issued_by=pack().yaml("names/documents.yaml")["issued_by"],
            by=by,
        )
    return person


def _bear(one: dict[str, Any], people: dict[str, Person], now: datetime, by: UUID | None) -> Person:
    """Recorded as the registry office does it: the parents hear of what they have a right to."""
    return registers.record_birth(
        personal_number=_number(one),
        names=_names(one),
        sex=one["sex"],
        born_on=_born_on(one, timezone.localdate(now)),
        citizenship=pack().about["country"],
        parents=[people[parent].pk for parent in one["parents"]],
        basis=BASIS,
        by=by,
        now=now,
    )


def _build(home: dict[str, Any], people: dict[str, Person], by: UUID | None) -> None:
    dwelling = registers.enter_dwelling(
        Address.from_dict(home["address"]),
        kind=home["kind"],
        rooms=home["rooms"],
        total_area=Decimal(home["total_area"]),
        living_area=Decimal(home["living_area"]),
        by=by,
    )
    shares = [(people[owner].pk, 1, len(home["owners"])) for owner in home["owners"]]
    registers.record_owners(dwelling.pk, shares, since=home["since"], basis=BASIS, by=by)


def _move_in(
    person: Person, one: dict[str, Any], homes: dict[str, Any], now: datetime, by: UUID | None
) -> None:
    if "home" not in one:
        return
    home = homes[one["home"]]
    registers.record_residence(
        person.pk,
        Address.from_dict(home["address"]),
        since=max(home["since"], person.birth_date + timedelta(days=20)),
        basis=BASIS,
        by=by,
        now=now,
    )


def _tie(person: Person, one: dict[str, Any], people: dict[str, Person], by: UUID | None) -> None:
    for parent in () if "days_old" in one else one.get("parents", ()):
        registers.tie_parent(
            person.pk, people[parent].pk, since=person.birth_date, basis=BASIS, by=by
        )
    if wedding := one.get("married_to"):
        spouse = people[wedding["person"]]
        registers.record_marriage(person.pk, spouse.pk, since=wedding["on"], basis=BASIS, by=by)


def _employ(
    organisation: Organisation,
    head: Person,
    people: dict[str, Person],
    employee: dict[str, Any],
    *,
    now: datetime,
) -> None:
    """The head offers, the employee accepts: the way everybody goes."""
    agent = people[employee["person"]]
    made = parties.offer_mandate(
        head,
        organisation_id=organisation.pk,
        agent_number=agent.personal_number,
        agent_named=agent.name("be"),
        wanted=Powers(
            acts=[Act.PREPARE, Act.LODGE, Act.RECEIVE],
            procedures=employee["procedures"],
            since=timezone.localdate(now),
            until=None,
        ),
        by=None,
        now=now,
    )
    parties.accept_offer(made.offer.pk, made.code, person=agent, by=None, now=now)


def _found(
    one: dict[str, Any], head: Person, homes: dict[str, Any], now: datetime, by: UUID | None
) -> Organisation:
    organisation = parties.register_organisation(
        payer_number=_payer_number(one, homes),
        kind=one["kind"],
        name=one["name"],
        address=Address.from_dict(homes[one["home"]]["address"]),
        since=one["since"],
        by=by,
    )
    registers.enter_organisation(
        organisation.pk,
        registered_on=one["since"],
        authority=pack().yaml("names/companies.yaml")["authority"],
        activity_code=one["activity"]["code"],
        activity=one["activity"]["name"],
        by=by,
        now=now,
    )
    parties.give_mandate(
        head.pk, organisation.pk, role=Role(one["role"]), source=BASIS, since=one["since"], by=by
    )
    return organisation
