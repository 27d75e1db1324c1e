"""Questions about parties. Every function answers for a day that is named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ratusha.kernel.pack import pack
from ratusha.kernel.protection import fingerprints
from ratusha.kernel.texts import Text
from ratusha.territory.public import Unit, lineage_of

from .models import Organisation, Person, PersonDocument
from .rules import distance

SERVING = """
SELECT body.*, place.lineage
FROM parties_organisation body JOIN ({place}) place ON body.serves && place.lineage
WHERE body.is_body AND body.kind = ANY(%s)
  AND (body.since IS NULL OR body.since <= %s) AND (body.closed_on IS NULL OR body.closed_on > %s)
"""


@cache
def body_kinds() -> dict[str, dict[str, Any]]:
    """Kinds of bodies by code: name in each language and, for a group, the kinds it stands for."""
    kinds: dict[str, dict[str, Any]] = pack().yaml("body_kinds.yaml")["kinds"]
    return kinds


def kind_name(kind: str) -> Text:
    name: Text = body_kinds().get(kind, {}).get("name", {"en": kind})
    return name


def _members(kind: str) -> list[str]:
    members: list[str] = body_kinds().get(kind, {}).get("any_of", [kind])
    return members


def person(person_id: UUID) -> Person:
    return Person.objects.get(pk=person_id)


def organisation(organisation_id: UUID) -> Organisation:
    return Organisation.objects.get(pk=organisation_id)


def find_person_by_number(personal_number: str) -> Person | None:
    """By a number already cleaned (kernel.identifiers.check_personal_number)."""
    keys = fingerprints(personal_number)
    return Person.objects.filter(personal_number_fingerprint__in=keys).first()


def find_person_by_document(number: str, on: date) -> Person | None:
    """Whose identity document, valid that day, carries this number."""
    found = PersonDocument.objects.filter(number_fingerprint__in=fingerprints(number))
    valid = (one for one in found.select_related("person") if one.is_valid(on))
    return next((one.person for one in valid), None)


def find_organisation(payer_number: str) -> Organisation | None:
    return Organisation.objects.filter(unp=payer_number).first() if payer_number else None


def party_name(party_id: UUID, language: str) -> str:
    """Of a person or an organisation; empty for an unknown party."""
    someone = Person.objects.filter(pk=party_id).only("names").first()
    if someone:
        return someone.name(language)
    body = Organisation.objects.filter(pk=party_id).only("name").first()
    return body.title(language) if body else ""


def party_names(party_ids: Iterable[UUID], language: str) -> dict[UUID, str]:
    """Of many people and organisations at once; who is unknown is not there."""
    wanted = set(party_ids)
    people = Person.objects.filter(pk__in=wanted).only("names")
    bodies = Organisation.objects.filter(pk__in=wanted).only("name")
    names = {one.pk: one.title(language) for one in bodies}
    return names | {one.pk: one.name(language) for one in people}


def is_organisation(party_id: UUID) -> bool:
    return Organisation.objects.filter(pk=party_id).exists()


def documents_of(person_id: UUID, on: date) -> list[PersonDocument]:
    """Identity documents valid on that day, the newest first."""
    found = PersonDocument.objects.filter(person_id=person_id).order_by("-issued_on")
    return [document for document in found if document.is_valid(on)]


def body_serving(kind: str, code: str, on: date) -> Organisation | None:
    """The body of this kind whose territory holds the place most closely; None is a gap (see `check_service`).

    A kind may be a group (body_kinds.yaml, any_of): then the nearest body of any of its kinds.
    """
    place = lineage_of(code)
    values = [*place.values, _members(kind), on, on]
    found = Organisation.objects.raw(SERVING.format(place=place.sql), values)
    return min(found, key=_nearest_first, default=None)


def _nearest_first(body: Organisation) -> tuple[int | None, str]:
    return distance(vars(body)["lineage"], body.serves), body.code


@dataclass(frozen=True)
class ServiceCheck:
    """What is wrong with the territories of bodies of one kind."""

    gaps: list[str]  # codes of units without units below them that no body serves
    overlaps: list[str]  # codes that two bodies of the kind claim


def check_service(kind: str, on: date) -> ServiceCheck:
    """Every place must have one nearest body of the kind: list those with none and those with two."""
    claims: dict[str, int] = {}
    for serves in (
        Organisation.objects.bodies(*_members(kind)).existing(on).values_list("serves", flat=True)
    ):
        for code in serves:
            claims[code] = claims.get(code, 0) + 1
    lines = list(Unit.objects.order_by("code").values_list("lineage", flat=True))
    inner = {code for line in lines for code in line[1:]}
    return ServiceCheck(
        gaps=[line[0] for line in lines if line[0] not in inner and not claims.keys() & set(line)],
        overlaps=sorted(code for code, times in claims.items() if times > 1),
    )


def bodies(*kinds: str) -> QuerySet[Organisation]:
    return Organisation.objects.bodies(*kinds).order_by("code")


def find_body(code: str) -> Organisation | None:
    """A body by its code in the pack, say "state:360"."""
    return Organisation.objects.bodies().filter(code=code).first()
