"""Mandates and offers in words, for the pages. Names of services are asked for once a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from ratusha.kernel.texts import Said, in_language
from ratusha.parties.public import Act, Mandate, MandateOffer, Person
from ratusha.procedures.public import named


@dataclass(frozen=True)
class Row:
    """One mandate or offer as a reader sees it."""

    id: str
    agent: str
    principal: str
    role: str
    services: list[tuple[str, Said]]
    case_reference: str
    acts: list[str]
    everything: bool
    amount_most: Decimal | None
    may_delegate: bool
    since: date
    until: date | None
    by_register: bool = False
    ended_at: datetime | None = None
    expires_at: datetime | None = None
    giver: str = ""


def rows_of(found: Sequence[Mandate | MandateOffer], language: str) -> list[Row]:
    names = named(code for one in found for code in one.procedures)
    return [_row(one, names, language) for one in found]


def _row(one: Mandate | MandateOffer, names: dict[str, dict[str, str]], language: str) -> Row:
    principal = one.principal or one.organisation
    assert principal is not None  # noqa: S101 - the database lets none be without
    row = Row(
        id=str(one.pk),
        agent="",
        principal=(
            principal.name(language) if isinstance(principal, Person) else principal.title(language)
        ),
        role=str(one.get_role_display()),
        services=[(code, in_language(names.get(code, {}), language)) for code in one.procedures],
        case_reference=one.case_reference,
        acts=[str(Act(act).label) for act in one.acts],
        everything=not one.is_limited and len(one.acts) == len(Act),
        amount_most=one.amount_most,
        may_delegate=one.may_delegate,
        since=one.since,
        until=one.until,
    )
    if isinstance(one, MandateOffer):
        giver = one.offered_by.name(language)
        return replace(row, agent=one.agent_named, expires_at=one.expires_at, giver=giver)
    return replace(
        row,
        agent=one.person.name(language),
        by_register=one.is_by_register,
        ended_at=one.revoked_at,
    )
