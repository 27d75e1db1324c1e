"""Bodies of the country pack and people by the thousand. Acts too: each is one transaction with one trace."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from psycopg.types.json import Jsonb
from uuid_utils.compat import uuid7

from ratusha.audit.public import record
from ratusha.kernel.pack import Pack
from ratusha.kernel.protection import fingerprint, seal
from ratusha.kernel.texts import Text
from ratusha.territory.public import Address

from .models import DOCUMENT, PERSON, Organisation
from .powers import ALL_ACTS
from .rules import Names, Status


@dataclass(frozen=True)
class NewDocument:
    kind: str
    number: str
    issued_on: date
    valid_until: date | None
    issued_by: Text


@dataclass(frozen=True)
class NewPerson:
    id: UUID
    personal_number: str
    names: Names
    sex: str
    birth_date: date
    citizenship: str
    address: dict[str, Any]
    died_on: date | None = None
    documents: list[NewDocument] = field(default_factory=list)


@dataclass(frozen=True)
class NewOrganisation:
    id: UUID
    payer_number: str
    kind: str
    name: Text
    address: dict[str, Any]
    since: date
    contacts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class NewMandate:
    """By a register: for everything, of a head for an organisation or of a parent for a child (`principal_id`)."""

    id: UUID
    person_id: UUID
    organisation_id: UUID | None
    role: str
    source: str
    since: date
    principal_id: UUID | None = None


def _in_languages(row: dict[str, str], column: str) -> Text:
    """The columns "name_be", "name_ru" … as one text."""
    start = f"{column}_"
    return {
        key.removeprefix(start): said for key, said in row.items() if key.startswith(start) and said
    }


@transaction.atomic
def load_bodies(pack: Pack, *, by: UUID | None = None) -> int:
    """Bring the bodies in line with the pack; a second run changes nothing. A body is known by its code."""
    about = pack.yaml("bodies/about.yaml")
    rows: list[dict[str, str]] = []
    for name in about["files"]:
        with pack.file(f"bodies/{name}").open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    known = dict(Organisation.objects.exclude(code="").values_list("code", "id"))
    bodies = [_body(row, about["since"]) for row in rows]
    for body in bodies:
        body.id = known.setdefault(str(body.code), body.id)
    changing = ["unp", "kind", "name", "is_body", "serves", "address", "since", "sample"]
    Organisation.objects.bulk_create(
        bodies, batch_size=1000, update_conflicts=True, unique_fields=["id"],
        update_fields=["code", *changing],
    )  # fmt: skip
    for body, row in zip(bodies, rows, strict=True):
        body.parent_id = known[row["parent"]] if row["parent"] else None
    Organisation.objects.bulk_update(
        [b for b in bodies if b.parent_id], ["parent"], batch_size=1000
    )
    record("bodies.load", "pack", pack.folder.name, by=by, count=len(bodies))
    return len(bodies)


def _body(row: dict[str, str], since: date) -> Organisation:
    address = Address(
        code=row["serves"].split()[0] if row["serves"] else "",
        postcode=row["postcode"],
        settlement=_in_languages(row, "settlement"),
        street=_in_languages(row, "street"),
        house=row["house"],
    )
    return Organisation(
        code=row["code"],
        unp=row["unp"],
        kind=row["kind"],
        name=_in_languages(row, "name"),
        is_body=True,
        serves=row["serves"].split(),
        address=address.to_dict() if address.street else {},
        since=since,
        sample=row["sample"] == "1",
    )


def _copy(table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> int:
    """COPY is ten times faster than INSERT, and hundreds of thousands of people are entered this way."""
    count = 0
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


@transaction.atomic
def add_people(people: Sequence[NewPerson], *, by: UUID | None = None) -> int:
    """Enter many persons and their documents at once. Numbers are taken as checked; a known one stops everything."""
    added = _copy(
        "parties_person",
        "id, personal_number_sealed, personal_number_fingerprint, names, sex, birth_date, died_on,"
        " citizenship, address",
        (
            (
                person.id,
                seal(person.personal_number, context=PERSON),
                fingerprint(person.personal_number),
                Jsonb(person.names),
                person.sex,
                person.birth_date,
                person.died_on,
                person.citizenship,
                Jsonb(person.address),
            )
            for person in people
        ),
    )
    _copy(
        "parties_persondocument",
        "id, person_id, kind, number_sealed, number_fingerprint, issued_on, valid_until, issued_by",
        (
            (
                uuid7(),
                person.id,
                paper.kind,
                seal(paper.number, context=DOCUMENT),
                fingerprint(paper.number),
                paper.issued_on,
                paper.valid_until,
                Jsonb(paper.issued_by),
            )
            for person in people
            for paper in person.documents
        ),
    )
    record("person.add_many", "person", "many", by=by, count=added)
    return added


@transaction.atomic
def add_organisations(organisations: Sequence[NewOrganisation], *, by: UUID | None = None) -> int:
    added = _copy(
        "parties_organisation",
        "id, code, unp, kind, name, is_body, serves, address, contacts, status, since, sample",
        (
            (
                one.id,
                "",
                one.payer_number,
                one.kind,
                Jsonb(one.name),
                False,
                [],
                Jsonb(one.address),
                Jsonb(one.contacts),
                Status.ACTIVE.value,
                one.since,
                False,
            )
            for one in organisations
        ),
    )
    record("organisation.add_many", "organisation", "many", by=by, count=added)
    return added


@transaction.atomic
def add_mandates(mandates: Sequence[NewMandate], *, by: UUID | None = None) -> int:
    whole: tuple[list[str], list[str], str, bool] = (list(ALL_ACTS), [], "", False)
    added = _copy(
        "parties_mandate",
        "id, person_id, organisation_id, principal_id, role, source, since,"
        " acts, procedures, case_reference, may_delegate",
        (
            (
                one.id,
                one.person_id,
                one.organisation_id,
                one.principal_id,
                one.role,
                one.source,
                one.since,
                *whole,
            )
            for one in mandates
        ),
    )
    record("mandate.give_many", "organisation", "many", by=by, count=added)
    return added
