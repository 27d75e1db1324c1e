"""Officials of the demonstration state: invented persons with an appointment and a software card."""

from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.utils import timezone

from ratusha.accounts.public import IssuedCard, User, appoint, issue_demo_card, open_cabinet
from ratusha.kernel.identifiers import make_personal_number
from ratusha.kernel.pack import pack
from ratusha.parties.public import (
    Organisation,
    Person,
    address_of,
    body_serving,
    find_body,
    organisation,
    register_person,
    short_name,
)

from .people import Protagonists

PIN = "246810"
SINCE = date(2020, 1, 1)
LANGUAGE = "be"


@dataclass(frozen=True)
class Account:
    """One person to sign in as: what the start of the state prints."""

    code: str
    name: str
    role: str
    card: IssuedCard
    user: User
    party_id: UUID


def give_card(code: str, person: Person, role: str, *, now: datetime) -> Account:
    """A cabinet, opened, and a card whose attributes are what the person's papers say."""
    name = short_name(person.names, LANGUAGE)
    user = open_cabinet(person.pk, display_name=name, language=LANGUAGE, now=now)
    address = address_of(person.pk)
    attributes = {
        "names": person.name(LANGUAGE),
        "birth_date": person.birth_date.isoformat(),
        "document_validity": "yes",
        **({"residence": address.text(LANGUAGE)} if address else {}),
    }
    card = issue_demo_card(person.pk, person.personal_number, attributes, PIN)
    return Account(code, name, role, card, user, person.pk)


def appoint_officials(
    protagonists: Protagonists, *, seed: int, now: datetime
) -> tuple[dict[str, Account], dict[str, Organisation]]:
    """Accounts of officials and the bodies they act for, by their codes in the pack."""
    rng = Random(seed)  # noqa: S311 - a demonstration
    accounts: dict[str, Account] = {}
    bodies: dict[str, Organisation] = {}
    for one in pack().yaml("demonstration/officials.yaml")["officials"]:
        rule = one["body"]
        body = (
            _above(bodies[rule["above"]])
            if "above" in rule
            else _body(rule, protagonists, timezone.localdate(now))
        )
        person = register_person(
            personal_number=make_personal_number(rng),
            names=one["names"],
            sex=one["sex"],
            birth_date=one["birth_date"],
            citizenship=pack().about["country"],
            by=None,
        )
        role = f"{one['position'][LANGUAGE]}, {body.title(LANGUAGE)}"
        account = give_card(one["code"], person, role, now=now)
        appoint(account.user, body.pk, one["permissions"], one["position"], SINCE, by=None)
        accounts[one["code"]], bodies[one["code"]] = account, body
    return accounts, bodies


def _body(rule: dict[str, Any], protagonists: Protagonists, today: date) -> Organisation:
    if "named" in rule:
        named = find_body(rule["named"])
        assert named is not None, f"no body {rule['named']}"  # noqa: S101 - our own data
        return named
    code = rule.get("code")
    if code is None:
        address = address_of(protagonists.people[rule["serves"]].pk)
        assert address is not None, "a protagonist lives somewhere"  # noqa: S101 - our own data
        code = address.code
    body = body_serving(rule["kind"], code, today)
    assert body is not None, f"no {rule['kind']} at {code}"  # noqa: S101 - our own data
    return body


def _above(body: Organisation) -> Organisation:
    assert body.parent_id is not None, f"nothing stands above {body}"  # noqa: S101 - our own data
    return organisation(body.parent_id)
