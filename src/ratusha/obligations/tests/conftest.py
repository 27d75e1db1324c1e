"""The bodies that owe and wait, and their officials. Days are named: nothing here asks the clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from uuid import uuid4

import pytest
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.obligations import permissions as may
from ratusha.obligations.law import law
from ratusha.obligations.models import Obligation
from ratusha.obligations.queries import find
from ratusha.obligations.services import arise
from ratusha.parties.models import Organisation


def on(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), UTC)


def body(code: str, name: str, kind: str = "ministry") -> Organisation:
    return Organisation.objects.create(
        kind=kind, is_body=True, name={"be": name, "ru": name, "en": name}, code=code
    )


@dataclass
class Government:
    @cached_property
    def ministry(self) -> Organisation:
        """To which plans and reports are owed; it owes some things itself."""
        return body("state:351", "Ministry of communications")

    @cached_property
    def transport(self) -> Organisation:
        return body("state:358", "Ministry of transport")

    @cached_property
    def health(self) -> Organisation:
        return body("state:331", "Ministry of health")

    @cached_property
    def apparatus(self) -> Organisation:
        return body(law().government, "Apparatus", "state_body")

    def _person(self, where: Organisation, *permissions: str, name: str) -> User:
        return official(*permissions, body_id=where.pk, party_id=uuid4(), display_name=name)

    @cached_property
    def specialist(self) -> User:
        return self._person(self.transport, may.FULFIL, name="Specialist")

    @cached_property
    def head(self) -> User:
        return self._person(self.transport, may.HEAD, name="Head")

    @cached_property
    def overseer(self) -> User:
        return self._person(self.ministry, may.OVERSEE, name="Overseer")

    @cached_property
    def cabinet(self) -> User:
        return self._person(self.apparatus, may.OVERSEE, name="Cabinet")

    def everybody(self) -> None:
        for one in (self.specialist, self.head, self.overseer, self.cabinet):
            assert one.party_id

    def opened(self, year: int = 2026) -> None:
        """The duties of a year as they arise on its first day, and everybody at work."""
        self.everybody()
        arise.generate(year, now=on(f"{year}-01-01"))

    def owed(self, rule: str, period: str, subject: Organisation | None = None) -> Obligation:
        found = find(rule, (subject or self.transport).pk, period)
        assert found
        return found


@pytest.fixture
def state(db):  # noqa: ARG001 - its tables
    with translation.override("en"):
        yield Government()
