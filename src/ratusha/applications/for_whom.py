"""For whom a person may apply, and why not for another. Reads only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import translation

from ratusha.accounts.public import User
from ratusha.parties.public import (
    BY_BIRTH,
    Act,
    Mandate,
    allows,
    describe_party,
    heads_of,
    mandates_held,
    party_name,
)
from ratusha.procedures.public import Edition

from .models import Draft


@dataclass(frozen=True)
class Applicant:
    id: UUID
    name: str
    kind: str


def applicants_for(user: User, edition: Edition, on: date) -> list[Applicant]:
    """For whom this person may apply under this procedure: oneself, and those of whom one has a mandate."""
    if user.party_id is None:
        return []
    minors = edition.promise.for_minors
    held = [
        one
        for one in mandates_held(user.party_id, on)
        if allows(one, procedure=edition.procedure_id, act=Act.PREPARE)
        and (minors or one.role not in BY_BIRTH)
    ]
    found = dict.fromkeys([user.party_id, *(one.party_id for one in held)])
    parties = [_applicant(party) for party in found]
    return [p for p in parties if p.kind in edition.applicants]


def _applicant(party_id: UUID) -> Applicant:
    language = translation.get_language() or ""
    return Applicant(party_id, party_name(party_id, language), describe_party(party_id)["kind"])


@dataclass(frozen=True)
class Beyond:
    """A party whose mandate does not reach this procedure: for what it does, and who can act instead."""

    name: str
    procedures: list[str]
    who_can: list[str]


def beyond_mandate(user: User, edition: Edition, on: date) -> list[Beyond]:
    """Those for whom this person may act, but not in this; so that a refusal says why and who can."""
    if user.party_id is None:
        return []
    held = [one for one in mandates_held(user.party_id, on) if one.role not in BY_BIRTH]
    reached = {
        one.party_id for one in held if allows(one, procedure=edition.procedure_id, act=Act.PREPARE)
    }
    others: dict[UUID, list[Mandate]] = {}
    for one in held:
        if one.party_id not in reached:
            others.setdefault(one.party_id, []).append(one)
    language = translation.get_language() or ""
    return [
        Beyond(
            name=party.name,
            procedures=[code for one in mandates for code in one.procedures],
            who_can=[head.name(language) for head in heads_of(party.id, on)] or [party.name],
        )
        for party, mandates in ((_applicant(p), m) for p, m in others.items())
        if party.kind in edition.applicants
    ]


def acted_for(user: User, draft: Draft) -> str:
    """The name of whom this person applies for; empty for oneself."""
    if draft.applicant_id == user.party_id:
        return ""
    return party_name(draft.applicant_id, translation.get_language() or "")
