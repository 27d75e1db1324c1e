"""A small register: two bodies that own systems, the approvers and the registrar of the pack, and their officials."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from ratusha.accounts.public import AccessMode, User
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.parties.models import Organisation
from ratusha.systems import permissions as may
from ratusha.systems.card import Card, DataObject, StatusDate, Users
from ratusha.systems.law import law
from ratusha.systems.models import Filing, System
from ratusha.systems.services import filing
from ratusha.systems.services.entering import register_system

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
WORKS = [StatusDate("trial", date(2025, 1, 1)), StatusDate("in_operation", date(2025, 6, 1))]


def _body(code: str, name: str) -> Organisation:
    return Organisation.objects.create(kind="ministry", is_body=True, name={"be": name}, code=code)


@dataclass
class Government:
    now: datetime = NOW

    @cached_property
    def owner(self) -> Organisation:
        return _body("state:331", "Міністэрства аховы здароўя")

    @cached_property
    def other(self) -> Organisation:
        return _body("state:324", "Міністэрства ўнутраных спраў")

    @cached_property
    def registrar_body(self) -> Organisation:
        return _body(law().registrar, "Міністэрства сувязі")

    @cached_property
    def approvers(self) -> dict[str, Organisation]:
        assert self.registrar_body
        return {one.code: _body(one.body, one.code) for one in law().approvers}

    @cached_property
    def keeper(self) -> User:
        return official(may.KEEP, body_id=self.owner.pk, display_name="Уладальнік")

    @cached_property
    def registrar(self) -> User:
        return official(may.REGISTER, body_id=self.registrar_body.pk, display_name="Рэгістратар")

    def approver(self, code: str) -> User:
        return official(may.APPROVE, body_id=self.approvers[code].pk, display_name=code)

    def later(self, days: int = 1) -> datetime:
        self.now += timedelta(days=days)
        return self.now

    def card(self, name: str = "Рэестр лекаў", owner: str = "state:331", **changed: Any) -> Card:
        told = {
            "name": {"be": name}, "kind": "system", "owner": owner, "statuses": WORKS,
            "commissioned_by": "Загад № 1", "users": [Users("лекары", 10)],
        }  # fmt: skip
        return Card(**{**told, **changed})

    def entered(self, name: str = "Рэестр лекаў", **changed: Any) -> System:
        owner = self.owner
        return register_system(
            self.card(name, **changed), owner_id=owner.pk, by=None, now=self.now, reason="тэст"
        )

    def asked(self, **changed: Any) -> Filing:
        """A filing that is with the approvers."""
        assert self.approvers
        begun = filing.begin(
            self.owner.pk, name={"be": "Рэестр лекаў"}, kind="system", by=self.keeper, now=self.now
        )
        from_card = {"statuses": [{"status": "planned", "on": "2026-09-01"}], **changed}
        filing.write(begun.pk, lambda told: {**told, **from_card}, by=self.keeper, now=self.now)
        return filing.ask(begun.pk, by=self.keeper, now=self.now)

    def answered(self, found: Filing, answer: str = "positive", but: str = "") -> Filing:
        for one in found.asked.filter(round=found.round, answer="").exclude(approver=but):
            filing.answer(
                one.pk, answer=answer, reasons="Чаму.", by=self.approver(one.approver), now=self.now
            )
        found.refresh_from_db()
        return found

    def at_desk(self, user: User, body: Organisation) -> Client:
        return sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture
def state(db):  # noqa: ARG001 - its tables
    with time_machine.travel(NOW, tick=False), translation.override("be"):
        yield Government()


PERSON = DataObject("person", "Асоба", master=True)
