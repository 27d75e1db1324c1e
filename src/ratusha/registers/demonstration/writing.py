"""The rows of the registers for many households, written at once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.types.json import Jsonb

from ratusha.registers.rules import State, Stay, Tie
from ratusha.territory.public import Address

from .business import Business, authority

NewId = Callable[[], UUID]
Row = tuple[Any, ...]
COLUMNS = {
    "registers_dwelling": "id, code, address, key, spellings, kind, rooms, total_area, living_area",
    "registers_dwellingshare": "id, dwelling_id, owner_id, numerator, denominator, since, basis",
    "registers_residence": "person_id, id, kind, address, code, dwelling_id, since, basis, recorded_at",
    "registers_householdmember": "dwelling_id, id, person_id, since",
    "registers_familytie": "person_id, id, relative_id, kind, since, basis",
    "registers_registeredorganisation": "organisation_id, state, registered_on, authority, activity_code, activity",
    "registers_tradeobject": "id, number, organisation_id, name, kind, address, area, since, basis",
}
BASIS = "demonstration"
OWNED = 0.75  # the others rent from the commune


def copy(table: str, rows: Iterable[Row]) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({COLUMNS[table]}) FROM STDIN") as out,
    ):
        for row in rows:
            out.write_row(row)


class Batch:
    """Rows by table, collected and then copied in the order of COLUMNS."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}

    def build(
        self, rng: Random, address: Address, plain: dict[str, Any], people: int, new_id: NewId
    ) -> UUID:
        """A dwelling that fits its people, more or less."""
        dwelling = new_id()
        rooms = max(1, min(5, people + rng.choice((-1, 0, 0, 1))))
        living = rooms * rng.uniform(11, 18)
        kind = "flat" if address.flat else "house"
        areas = (round(living * rng.uniform(1.45, 1.8), 2), round(living, 2))
        self.rows["registers_dwelling"].append(
            (
                dwelling,
                address.code,
                Jsonb(plain),
                address.key,
                address.spellings,
                kind,
                rooms,
                *areas,
            )
        )
        return dwelling

    def own(
        self, rng: Random, dwelling: UUID, owners: Sequence[UUID], since: date, new_id: NewId
    ) -> None:
        if rng.random() > OWNED:
            return
        self.rows["registers_dwellingshare"] += [
            (new_id(), dwelling, owner, 1, len(owners), since, BASIS) for owner in owners
        ]

    def reside(
        self, person: UUID, new_id: NewId, plain: dict[str, Any], dwelling: UUID | None, since: date
    ) -> None:
        self.rows["registers_residence"].append(
            (
                person,
                new_id(),
                Stay.RESIDENCE.value,
                Jsonb(plain),
                plain["code"],
                dwelling,
                since,
                BASIS,
                self.now,
            )
        )
        if dwelling:
            self.rows["registers_householdmember"].append((dwelling, new_id(), person, since))

    def tie_parent(self, child: UUID, parent: UUID, since: date, new_id: NewId) -> None:
        self._tie(child, parent, Tie.PARENT, since, new_id)
        self._tie(parent, child, Tie.CHILD, since, new_id)

    def marry(self, one: UUID, other: UUID, since: date, new_id: NewId) -> None:
        self._tie(one, other, Tie.SPOUSE, since, new_id)
        self._tie(other, one, Tie.SPOUSE, since, new_id)

    def _tie(self, person: UUID, relative: UUID, kind: Tie, since: date, new_id: NewId) -> None:
        self.rows["registers_familytie"].append(
            (person, new_id(), relative, kind.value, since, BASIS)
        )

    def enter(self, organisation: UUID, one: Business, new_id: NewId) -> None:
        self.rows["registers_registeredorganisation"].append(
            (
                organisation,
                State.ACTIVE.value,
                one.since,
                Jsonb(authority()),
                one.activity.code,
                Jsonb(one.activity.name),
            )
        )
        self.rows["registers_tradeobject"] += [
            (
                new_id(),
                f"D-{one.payer_number}-{n}",
                organisation,
                shop,
                "shop",
                Jsonb(one.address.to_dict()),
                None,
                one.since,
                BASIS,
            )
            for n, shop in enumerate(one.shops, 1)
        ]

    def write(self) -> None:
        for table, rows in self.rows.items():
            copy(table, rows)
