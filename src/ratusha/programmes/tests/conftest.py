"""Two programmes with the invented measures of the demonstration, and the officials who have a part in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
import time_machine
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.config.demonstration.officials import Account
from ratusha.config.demonstration.programmes import live_programmes
from ratusha.measures.law import law
from ratusha.parties.models import Organisation

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def body_of(code: str, name: str) -> Organisation:
    return Organisation.objects.create(kind="ministry", is_body=True, name={"be": name}, code=code)


@dataclass
class State:
    """Who keeps programmes, who proposes, who assesses, who reads; and their bodies."""

    bodies: dict[str, Organisation]
    keeper: User
    initiator: User
    assessor: User
    reader: User

    def body(self, code: str) -> UUID:
        return self.bodies[code].pk


def make_state() -> State:
    bodies = {
        code: body_of(code, name)
        for code, name in (
            (law().responsible_body, "Міністэрства сувязі"),
            ("state:358", "Міністэрства транспарту"),
            ("state:331", "Міністэрства аховы здароўя"),
            ("state:341", "Эксперты"),
        )
    }
    ministry = bodies[law().responsible_body].pk
    return State(
        bodies=bodies,
        keeper=official("measures.manage", "programmes.keep", body_id=ministry),
        initiator=official("measures.prepare", "programmes.see", body_id=bodies["state:358"].pk),
        assessor=official("programmes.rate", body_id=bodies["state:341"].pk),
        reader=official("programmes.see", body_id=bodies["state:331"].pk),
    )


def live(state: State, now: datetime = NOW) -> int:
    def account(code: str, user: User) -> Account:
        return Account(code, "", "", None, user, user.pk)  # type: ignore[arg-type]  # no card is used

    officials = {
        "programme": account("programme", state.keeper),
        "initiator": account("initiator", state.initiator),
        "expert": account("expert", state.assessor),
    }
    return live_programmes(officials, now=now)


@pytest.fixture
def state(db):  # noqa: ARG001 - its tables
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        yield make_state()


@pytest.fixture
def living(state):
    assert live(state) > 80
    return state
