"""Finding appeals, without writing anything."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from ratusha.cases.public import Case
from ratusha.parties.public import Organisation, bodies
from ratusha.ui.text import clean

from .alike import Likeness, groups
from .models import Appeal, Signature
from .rules import KIND, OPEN

MOST_BODIES = 20
FEWEST_ALIKE = 3  # two people may well write the same by chance


def bodies_named(words: str, on: date) -> list[Organisation]:
    """State bodies whose name in any language holds these words, at most twenty."""
    found = bodies().existing(on)  # type: ignore[attr-defined]  # the manager's own queryset
    for word in clean(words).split()[:6]:
        named = Q()
        for language in ("be", "ru", "en"):
            named |= Q(**{f"name__{language}__icontains": word})
        found = found.filter(named)
    return list(found[:MOST_BODIES])


def signed_by(party_id: UUID) -> QuerySet[Signature]:
    """Collective appeals that this person has joined, the newest first."""
    signed = Signature.objects.filter(party_id=party_id).select_related("appeal__case")
    return signed.order_by("-at")


def open_at(body_id: UUID) -> QuerySet[Appeal]:
    there = Appeal.objects.filter(case__kind=KIND, case__body_id=body_id, case__status__in=OPEN)
    return there.select_related("case").order_by("case__lodged_at")


def alike_at(body_id: UUID) -> list[Likeness]:
    """Groups of open appeals of this body that say nearly the same, the largest first."""
    waiting = open_at(body_id).values_list("pk", "text")
    return [one for one in groups(waiting) if len(one.members) >= FEWEST_ALIKE]


def cases_of(ids: Iterable[UUID]) -> QuerySet[Case]:
    return Case.objects.filter(pk__in=list(ids)).order_by("lodged_at")
