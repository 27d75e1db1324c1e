"""An edition being filled in: who coordinates it, who owns a section, and an official who has no part in it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.applications.tests.conftest import in_belarusian, own_data, state
from ratusha.self_assessment import permissions as may
from ratusha.self_assessment.models import Edition
from ratusha.self_assessment.services import edition as editions

__all__ = ["in_belarusian", "own_data", "state"]
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FORM = "un-2022"


@dataclass
class Room:
    edition: Edition
    body: UUID
    coordinator: User
    owner: User
    owner_body: UUID
    stranger: User
    stranger_body: UUID


@pytest.fixture
def room(db) -> Room:  # noqa: ARG001 - wanted, not its value
    body, owner_body, stranger_body = uuid4(), uuid4(), uuid4()
    coordinator = official(may.COORDINATE, body_id=body, display_name="Каардынатар")
    owner = official(may.FILL, body_id=owner_body, display_name="Уладальнік раздзела")
    stranger = official("cases.see", body_id=stranger_body, display_name="Чужы")
    editions.take_over("answers-2021", now=datetime(2021, 7, 1, tzinfo=UTC))
    edition = editions.open_edition("2026", FORM, by=coordinator, body_id=body, now=NOW)
    editions.name_owner(edition, "C", owner, by=coordinator, now=NOW)
    return Room(edition, body, coordinator, owner, owner_body, stranger, stranger_body)
