"""An invented person, official and body in a transaction that is undone: nothing remains and no letter goes out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace
from uuid_utils.compat import uuid7

from ratusha.accounts.public import Appointment, User, appoint, open_cabinet, prepare_cabinet
from ratusha.exchange.public import answered_by, services
from ratusha.kernel.identifiers import make_payer_number, make_personal_number
from ratusha.kernel.pack import pack
from ratusha.parties.public import (
    NewMandate,
    NewOrganisation,
    NewPerson,
    Organisation,
    Role,
    add_mandates,
    add_organisations,
    add_people,
    body_kinds,
    describe_party,
)
from ratusha.procedures.public import (
    Chapter,
    Definition,
    Edition,
    Procedure,
    ProcedureList,
    edition_of,
)
from ratusha.territory.public import Address, Unit

from .samples import Invented

SINCE = date(2000, 1, 1)
NAMES = {
    "be": {"surname": "Узорная", "given": "Узора", "patronymic": "Узораўна"},
    "ru": {"surname": "Образцова", "given": "Образа", "patronymic": "Образцовна"},
    "lat": {"surname": "Sample", "given": "Sample"},
}
NAME = {"be": "Узор", "ru": "Образец", "en": "Sample"}
LIST = "SANDBOX"
OFFICIAL = "Узор У. У."
POWERS = ["cases.accept", "cases.assign", "cases.decide", "cases.see", "exchange.answer"]


@dataclass(frozen=True)
class Variant:
    """One kind of applicant; of a person also the age and the sex, because conditions may look at them."""

    kind: str
    years: int = 36
    sex: str = "F"


def variants(kind: str) -> list[Variant]:
    if kind in {"organisation", "sole_trader"}:
        return [Variant(kind)]
    return [Variant(kind), Variant(kind, sex="M"), Variant(kind, 67), Variant(kind, 17, "M")]


@dataclass(frozen=True)
class Applicant:
    """The person who applies, the party that is applied for, and what conditions may know of it."""

    user: User
    party: UUID
    described: dict[str, Any]


@dataclass
class Sandbox:
    """What lives in it, made when it is first needed."""

    edition: Edition
    invented: Invented
    now: datetime
    facts: dict[str, Any] = field(default_factory=dict)  # what the registers say now
    people: dict[Variant, Applicant] = field(default_factory=dict)

    def official_of(self, body_id: UUID) -> User:
        """Somebody who may do everything at this body."""
        here = Appointment.objects.filter(body_id=body_id, user__display_name=OFFICIAL)
        held = here.select_related("user").first()
        if held is not None:
            return held.user
        user = prepare_cabinet(None, display_name=OFFICIAL, language="be")
        appoint(user, body_id, POWERS, NAME, SINCE, by=None)
        return user

    def settle(self, kinds: Iterable[str]) -> None:
        """Everybody who may apply, before the first scenario: each of them begins with the same people."""
        for variant in (one for kind in kinds for one in variants(kind)):
            user, party = self._settle(variant)
            self.people[variant] = Applicant(user, party, describe_party(party))

    def _settle(self, variant: Variant) -> tuple[User, UUID]:
        rng, at_home = SystemRandom(), variant.kind != "foreigner"
        born = self.invented.today.replace(
            year=self.invented.today.year - variant.years, month=1, day=2
        )
        person = NewPerson(
            id=uuid7(),
            personal_number=make_personal_number(rng),
            names=NAMES,
            sex=variant.sex,
            birth_date=born,
            citizenship=pack().about["country"] if at_home else "",
            address=self.invented.address,
        )
        add_people([person])
        user = open_cabinet(person.id, display_name="Узора У.", language="be", now=self.now)
        if variant.kind in {"citizen", "foreigner"}:
            return user, person.id
        alone = variant.kind == "sole_trader"
        firm = NewOrganisation(
            id=uuid7(),
            payer_number=make_payer_number(rng, self.invented.address["code"], person=alone),
            kind="sole_trader" if alone else "limited_company",
            name=NAME,
            address=self.invented.address,
            since=SINCE,
        )
        add_organisations([firm])
        role = Role.SELF if alone else Role.HEAD
        add_mandates([NewMandate(uuid7(), person.id, firm.id, role, "sandbox", SINCE)])
        return user, firm.id


@contextmanager
def sandbox(promise: Definition, *, now: datetime) -> Iterator[Sandbox]:
    """Everything inside is undone at the end, whatever happens."""
    today = timezone.localdate(now)
    if promise.body:  # no real body takes part, not even one that is named
        promise = replace(promise, body=replace(promise.body, named=""))
    with transaction.atomic():
        address = _address()
        box = Sandbox(_edition(promise, today), Invented(today, address), now)
        box.facts = box.invented.facts(promise)
        box.settle(promise.applicants)
        _bodies(promise, address["code"])
        try:
            registers = [code for code, about in services().items() if not about.answered_by]
            with answered_by({code: _telling(box, code) for code in registers}):
                yield box
        finally:
            transaction.set_rollback(True)


def _telling(box: Sandbox, code: str) -> Any:
    def tell(_subject: UUID, **_arguments: Any) -> tuple[dict[str, Any], tuple[UUID, ...]]:
        return box.facts.get(code, {}).get("facts", {}), ()

    return tell


def _address() -> dict[str, Any]:
    """In a unit of the country; where none is loaded, in an invented one."""
    unit = Unit.objects.order_by("-level", "code").first()
    if unit is None:
        code = "5000000000"
        unit = Unit.objects.create(code=code, level="capital", name=NAME, lineage=[code], folded="")
    place = Address(code=unit.code, settlement=NAME, street=NAME, house="1", postcode="000000")
    return place.to_dict()


def _bodies(promise: Definition, code: str) -> None:
    """One for each kind that the definition names; its code sorts before those of real ones."""
    named = [promise.body.kind] if promise.body else []
    named += [request.to_kind for request in promise.requests]
    fixed = promise.body is not None and promise.body.by == "fixed"
    above = Organisation.objects.create(code="!above", kind="sandbox", name=NAME, is_body=True)
    for number, kind in enumerate(dict.fromkeys(named)):
        member = body_kinds().get(kind, {}).get("any_of", [kind])[0]
        Organisation.objects.create(
            code=f"!{number}",
            kind=kind if fixed and number == 0 else member,
            name=NAME,
            is_body=True,
            parent=above,
            serves=[code],
            since=SINCE,
            sample=True,
        )


def _edition(promise: Definition, today: date) -> Edition:
    """The definition as if it were in force today, under a row of its own."""
    listed = ProcedureList.objects.create(code=LIST, audience="citizens", title=NAME, act={})
    chapter = Chapter.objects.create(list=listed, number=1, name=NAME)
    row = Procedure.objects.create(
        code=f"{LIST}/{promise.code}"[:40],
        list=listed,
        chapter=chapter,
        number=promise.code[:30],
        printed=promise.code[:30],
        name=promise.title,
        position=0,
    )
    edition = edition_of(promise)
    edition.procedure, edition.valid_from, edition.valid_until = row, today, None
    edition.save(force_insert=True)
    return edition
