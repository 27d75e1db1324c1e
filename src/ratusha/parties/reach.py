"""Whom a person reaches by a mandate, and how far. Every function answers for a named day."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from ratusha.kernel.protection import fingerprints

from .models import Mandate, MandateOffer, MinorConsent, Organisation, Person
from .powers import BY_BIRTH, HEADS, Role, allows, needs_consent


def mandates_held(person_id: UUID, on: date) -> list[Mandate]:
    """In force that day, whole or limited: whoever opens things by them looks at their limits."""
    return list(Mandate.objects.of(person_id).in_force(on).order_by("since", "id"))


def mandates_between(person_id: UUID, party_id: UUID, on: date) -> list[Mandate]:
    """Of this person for that party, in force that day."""
    return list(Mandate.objects.of(person_id).for_party(party_id).in_force(on).order_by("id"))


def may_act_for(
    person_id: UUID,
    party_id: UUID,
    on: date,
    *,
    procedure: str = "",
    case_reference: str = "",
    act: str = "",
    amount: Decimal | None = None,
) -> bool:
    """Everybody may act for oneself; for another one needs a mandate in force that reaches so far.

    Without a procedure only a mandate that is not limited to some counts.
    """
    if person_id == party_id:
        return True
    wanted = {"procedure": procedure, "case_reference": case_reference, "act": act}
    return any(
        allows(one, amount=amount, **wanted) for one in mandates_between(person_id, party_id, on)
    )


def parties_of(person_id: UUID, on: date) -> list[UUID]:
    """Oneself and those for whom one's mandate is not limited to some procedures or one case."""
    mandates = Mandate.objects.of(person_id).in_force(on).unlimited()
    found = mandates.values_list("principal_id", "organisation_id")
    return [person_id, *(principal or organisation for principal, organisation in found)]


def organisations_of(person_id: UUID, on: date) -> list[Organisation]:
    """Those the person may act for in everything, by payer number."""
    mandates = Mandate.objects.of(person_id).in_force(on).unlimited().values("organisation_id")
    return list(Organisation.objects.existing(on).filter(pk__in=mandates).order_by("unp"))


def heads_of(organisation_id: UUID, on: date) -> list[Person]:
    """Who acts for the organisation by the register."""
    mandates = Mandate.objects.in_force(on).filter(organisation_id=organisation_id, role__in=HEADS)
    return [one.person for one in mandates.select_related("person").order_by("since", "id")]


def givers_for(person_id: UUID, on: date) -> list[Organisation]:
    """Organisations in whose name this person may give a mandate: as their head."""
    mandates = Mandate.objects.of(person_id).in_force(on).filter(role__in=HEADS)
    found = Organisation.objects.existing(on).filter(pk__in=mandates.values("organisation_id"))
    return list(found.order_by("unp"))


def mandates_given(person_id: UUID, on: date) -> list[Mandate]:
    """All, in force or ended, that others have for this person or for organisations it heads. The newest first."""
    headed = [one.pk for one in givers_for(person_id, on)]
    found = Mandate.objects.filter(Q(principal_id=person_id) | Q(organisation_id__in=headed))
    return list(
        found.exclude(person_id=person_id)
        .select_related("person", "principal", "organisation")
        .order_by("-since", "-id")
    )


def mandates_ever_held(person_id: UUID) -> list[Mandate]:
    found = Mandate.objects.of(person_id).select_related("person", "principal", "organisation")
    return list(found.order_by("-since", "-id"))


def offers_made(person_id: UUID) -> list[MandateOffer]:
    """Still waiting for the other, the newest first."""
    found = MandateOffer.objects.filter(offered_by_id=person_id, mandate=None, declined_at=None)
    return list(
        found.select_related("principal", "organisation", "offered_by").order_by("-offered_at")
    )


def offers_to(person: Person) -> list[MandateOffer]:
    """Meant for this person and not answered yet."""
    mine = fingerprints(person.personal_number)
    found = MandateOffer.objects.filter(agent_fingerprint__in=mine, mandate=None, declined_at=None)
    return list(
        found.select_related("principal", "organisation", "offered_by").order_by("-offered_at")
    )


def children_who_act(person_id: UUID, on: date) -> list[Person]:
    """Children of 14 to 18, who act themselves with the consent of this parent."""
    ties = Mandate.objects.of(person_id).filter(
        Q(until=None) | Q(until__gte=on), role__in=(*BY_BIRTH, Role.GUARDIAN), revoked_at=None
    )
    found = Person.objects.filter(pk__in=ties.values("principal_id"), died_on=None)
    return [child for child in found.order_by("birth_date") if needs_consent(child.birth_date, on)]


def consents_to(child_id: UUID) -> list[MinorConsent]:
    found = MinorConsent.objects.filter(child_id=child_id, withdrawn_at=None)
    return list(found.select_related("given_by").order_by("given_at"))


def has_consent(child_id: UUID, procedure: str) -> bool:
    return MinorConsent.objects.filter(
        child_id=child_id, procedure=procedure, withdrawn_at=None
    ).exists()
