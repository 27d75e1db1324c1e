"""Questions about the population, dwellings and organisations, answered for a named day."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q

from ratusha.territory.public import Address

from .models import (
    Dwelling,
    DwellingShare,
    FamilyTie,
    HouseholdMember,
    Residence,
    TradeObject,
)
from .rules import Register, Stay, Tie, in_force


def residence_history(person_id: UUID) -> list[Residence]:
    """All that was recorded, oldest first."""
    found = Residence.objects.filter(person_id=person_id, kind=Stay.RESIDENCE)
    return sorted(found, key=lambda entry: (entry.since, entry.recorded_at))


def residence_on(person_id: UUID, on: date) -> Residence | None:
    """Where the person was registered that day; None for nowhere."""
    entry = in_force(residence_history(person_id), on)
    return entry if entry and entry.address else None


def relatives(person_id: UUID, on: date, *kinds: Tie) -> list[UUID]:
    """Ids of relatives whose tie was in force that day."""
    ties = FamilyTie.objects.in_force(on).of(person_id, *kinds)
    return list(ties.order_by("since", "id").values_list("relative_id", flat=True))


def children_of(person_id: UUID, on: date) -> list[UUID]:
    return relatives(person_id, on, Tie.CHILD)


def parents_of(person_id: UUID, on: date) -> list[UUID]:
    return relatives(person_id, on, Tie.PARENT)


def spouse_of(person_id: UUID, on: date) -> UUID | None:
    return next(iter(relatives(person_id, on, Tie.SPOUSE)), None)


def are_close_relatives(one: UUID, other: UUID, on: date) -> bool:
    """Spouse, parents and children, grandparents and grandchildren, brothers and sisters: yes or no."""
    ties = FamilyTie.objects.in_force(on).filter(person_id__in=(one, other))
    of: dict[tuple[UUID, str], set[UUID]] = defaultdict(set)
    for person_id, kind, relative_id in ties.values_list("person_id", "kind", "relative_id"):
        of[person_id, kind].add(relative_id)
    if any(other in of[one, kind] for kind in (Tie.SPOUSE, Tie.PARENT, Tie.CHILD)):
        return True
    up, down = of[one, Tie.PARENT], of[one, Tie.CHILD]
    their_up, their_down = of[other, Tie.PARENT], of[other, Tie.CHILD]
    return bool(up & their_up or up & their_down or down & their_up)


def household_of(dwelling_id: UUID, on: date) -> list[HouseholdMember]:
    """Who lives there that day, the longest first."""
    members = HouseholdMember.objects.filter(
        Q(until=None) | Q(until__gt=on), dwelling_id=dwelling_id, since__lte=on
    )
    return list(members.order_by("since", "id"))


def dwelling_at(address: Address) -> Dwelling | None:
    """However the address is written; nothing where the words fit several."""
    found = Dwelling.objects.filter(spellings__overlap=address.spellings)[:2]
    return found[0] if len(found) == 1 else None


def owners_of(dwelling_id: UUID, on: date) -> list[DwellingShare]:
    shares = DwellingShare.objects.filter(
        Q(until=None) | Q(until__gt=on), dwelling_id=dwelling_id, since__lte=on
    )
    return list(shares.order_by("-numerator", "id"))


def trade_objects_of(organisation_ids: Sequence[UUID], on: date) -> list[TradeObject]:
    found = TradeObject.objects.filter(
        Q(until=None) | Q(until__gt=on), organisation_id__in=organisation_ids, since__lte=on
    )
    return list(found.order_by("number"))


def is_down(register: Register) -> bool:
    """Asked before every answer of the register, so in plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM registers_outage WHERE register = %s AND ended_at IS NULL)",
            [register.value],
        )
        return bool(cursor.fetchone()[0])
