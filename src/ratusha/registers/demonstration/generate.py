"""The act: draw people household by household and write them by the thousand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.audit.public import record
from ratusha.kernel.identifiers import find_region, make_personal_number
from ratusha.kernel.pack import pack
from ratusha.kernel.protection import fingerprint
from ratusha.parties.public import (
    NewDocument,
    NewMandate,
    NewOrganisation,
    NewPerson,
    Organisation,
    Person,
    PersonDocument,
    Role,
    add_mandates,
    add_organisations,
    add_people,
)
from ratusha.territory.public import Address

from .business import Business, draw_company, draw_trader
from .families import Household, Somebody, draw_household
from .naming import names_of
from .places import Place, Places
from .writing import Batch

HOUSEHOLDS_AT_ONCE = 2_000
PEOPLE_PER_COMPANY, PEOPLE_PER_TRADER = 45, 40
YEAR = timedelta(days=365.25)
OF_AGE = YEAR * 18


@cache
def _documents() -> dict[str, Any]:
    about: dict[str, Any] = pack().yaml("names/documents.yaml")
    return about


@dataclass(frozen=True)
class Generated:
    people: int
    households: int
    organisations: int
    documents: int


class Ids:
    """Ids in the order of time (UUID version 7) that the seed alone decides."""

    def __init__(self, rng: Random, now: datetime) -> None:
        self._rng = rng
        self._count = 0
        self._start = int(now.timestamp() * 1000)

    def __call__(self) -> UUID:
        self._count += 1
        milliseconds, order = self._start + (self._count >> 12), self._count & 0xFFF
        tail = self._rng.getrandbits(62)
        return UUID(int=milliseconds << 80 | 7 << 76 | order << 64 | 2 << 62 | tail)


class Fresh:
    """Numbers nobody has yet: neither drawn now nor, by fingerprint, in the database."""

    def __init__(self, fingerprints: Iterable[str]) -> None:
        self._known = set(fingerprints)
        self._taken: set[str] = set()

    def take(self, number: str) -> bool:
        if number in self._taken or (self._known and fingerprint(number) in self._known):
            return False
        self._taken.add(number)
        return True

    def draw(self, draw: Callable[[], str]) -> str:
        number = draw()
        while not self.take(number):
            number = draw()
        return number


def _payers() -> Iterable[str]:
    return Organisation.objects.exclude(unp="").values_list("unp", flat=True)


@transaction.atomic
def generate_population(n: int, seed: int, now: datetime, *, by: UUID | None = None) -> Generated:
    """At least `n` people (a household is never cut), the same for the same seed and day. Load the territory first."""
    return Population(seed, now, by).settle(n)


class Population:
    def __init__(self, seed: int, now: datetime, by: UUID | None) -> None:
        self.rng = Random(seed)  # noqa: S311 - demonstration data
        self.now, self.today, self.by = now, timezone.localdate(now), by
        self.new_id = Ids(self.rng, now)
        self.places = Places()
        people, papers = Person.objects.all(), PersonDocument.objects.all()
        self.numbers = Fresh(people.values_list("personal_number_fingerprint", flat=True))
        self.papers = Fresh(papers.values_list("number_fingerprint", flat=True))
        self.payers = Fresh(fingerprint(unp) for unp in _payers())
        self.parents: list[NewMandate] = []
        self.counted = {"people": 0, "households": 0, "organisations": 0, "documents": 0}

    def settle(self, n: int) -> Generated:
        while self.counted["people"] < n:
            self._write(list(self._households(n - self.counted["people"])))
        made = Generated(**self.counted)
        record("population.generate", "register", "population", by=self.by, people=made.people)
        return made

    def _households(self, wanted: int) -> Iterator[tuple[Household, Place]]:
        drawn = 0
        for _one in range(HOUSEHOLDS_AT_ONCE):
            household = draw_household(self.rng, self.today)
            drawn += len(household.members)
            yield household, self.places.draw(self.rng)
            if drawn >= wanted:
                return

    def _write(self, households: list[tuple[Household, Place]]) -> None:
        batch = Batch(self.now)
        people: list[NewPerson] = []
        for household, place in households:
            people += self._move_in(household, place, batch)
        self.counted["people"] += add_people(people, by=self.by)
        self.counted["households"] += len(households)
        self.counted["documents"] += sum(len(person.documents) for person in people)
        businesses = list(self._businesses(people))
        add_organisations([new for new, _one, _head in businesses], by=self.by)
        heads = [self._mandate(*one) for one in businesses]
        add_mandates(heads + self.parents, by=self.by)
        self.parents = []
        for new, one, _head in businesses:
            batch.enter(new.id, one, self.new_id)
        self.counted["organisations"] += len(businesses)
        batch.write()

    def _move_in(self, household: Household, place: Place, batch: Batch) -> list[NewPerson]:
        address = self.places.draw_home(self.rng, place)
        plain = address.to_dict()
        dwelling = batch.build(self.rng, address, plain, len(household.members), self.new_id)
        ids = {id(member): self.new_id() for member in household.members}
        built = self.today - timedelta(days=self.rng.randint(200, 9000))
        people = []
        for member in household.members:
            person_id = ids[id(member)]
            since = max(member.born_on, built)
            if built > member.born_on and self.rng.random() < 0.35:  # noqa: PLR2004 - who moved here from elsewhere
                before = self.places.draw_home(self.rng, self.places.draw(self.rng)).to_dict()
                batch.reside(person_id, self.new_id, before, None, member.born_on)
            batch.reside(person_id, self.new_id, plain, dwelling, since)
            for parent in member.parents:
                batch.tie_parent(person_id, ids[id(parent)], member.born_on, self.new_id)
                if member.born_on > self.today - OF_AGE:
                    self.parents.append(self._parent(person_id, ids[id(parent)], member.born_on))
            people.append(self._person(member, person_id, plain, place))
        for one, other, since in household.couples:
            batch.marry(ids[id(one)], ids[id(other)], since, self.new_id)
        owners = [ids[id(m)] for m in household.members if m.born_on < self.today - OF_AGE][:2]
        batch.own(self.rng, dwelling, owners, built, self.new_id)
        return people

    def _person(
        self, member: Somebody, person_id: UUID, address: dict[str, Any], place: Place
    ) -> NewPerson:
        return NewPerson(
            id=person_id,
            personal_number=self.numbers.draw(lambda: make_personal_number(self.rng)),
            names=names_of(member.surname, member.given, member.father, member.sex),
            sex=member.sex,
            birth_date=member.born_on,
            citizenship=pack().about["country"],
            address=address,
            documents=self._documents(member, place),
        )

    def _documents(self, member: Somebody, place: Place) -> list[NewDocument]:
        """A passport, or a card for some; children have none yet."""
        about = _documents()
        first = member.born_on + YEAR * about["from_age"]
        if first > self.today:
            return []
        issued = max(first, self.today - timedelta(days=self.rng.randint(20, 3600)))
        card = self.rng.random() < about["card"]["share"]
        form = about["card"] if card else about["passport"]
        series = form.get("series") or find_region(place.code).passport
        highest = 10 ** form["digits"]
        number = self.papers.draw(
            lambda: f"{series}{self.rng.randrange(highest):0{form['digits']}}"
        )
        until = issued + YEAR * about["valid_years"]
        return [NewDocument(form["kind"], number, issued, until, about["issued_by"])]

    def _businesses(
        self, people: list[NewPerson]
    ) -> Iterator[tuple[NewOrganisation, Business, NewPerson]]:
        grown = [one for one in people if one.birth_date < self.today - OF_AGE]
        for head in self.rng.sample(grown, min(len(grown), len(people) // PEOPLE_PER_COMPANY)):
            yield self._organisation(head, trader=False)
        for head in self.rng.sample(grown, min(len(grown), len(people) // PEOPLE_PER_TRADER)):
            yield self._organisation(head, trader=True)

    def _organisation(
        self, head: NewPerson, *, trader: bool
    ) -> tuple[NewOrganisation, Business, NewPerson]:
        """At the head's address; younger than the head's coming of age."""
        address = Address.from_dict(head.address)

        def draw() -> Business:
            if trader:
                return draw_trader(self.rng, head.names, address, self.today)
            return draw_company(self.rng, address, self.today)

        one = draw()
        while not self.payers.take(one.payer_number):
            one = draw()
        since = max(one.since, head.birth_date + OF_AGE)
        new = NewOrganisation(
            self.new_id(), one.payer_number, one.kind, one.name, head.address, since
        )
        return new, one, head

    def _parent(self, child: UUID, parent: UUID, born_on: date) -> NewMandate:
        return NewMandate(
            self.new_id(), parent, None, Role.PARENT.value, "population", born_on, child
        )

    def _mandate(self, new: NewOrganisation, one: Business, head: NewPerson) -> NewMandate:
        role = Role.SELF if one.kind == "sole_trader" else Role.HEAD
        return NewMandate(
            self.new_id(), head.id, new.id, role.value, "register of organisations", new.since
        )
