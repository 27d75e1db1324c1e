from datetime import UTC, datetime
from uuid import UUID

import pytest

from ratusha.accounts.tests.factories import UserFactory
from ratusha.notifications.public import notify

PARTY = UUID("0197f000-0000-7000-8000-000000000001")
NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
SUBJECT = {"be": "Рашэнне прынятае", "ru": "Решение принято", "en": "The decision is made"}
BODY = {"be": "Даведка гатовая.\nЯе можна спампаваць.", "ru": "Справка готова."}


@pytest.fixture
def tell(db):  # noqa: ARG001 - notices are in the database
    def make(**other):
        facts = {
            "party_id": PARTY,
            "kind": "case.closed",
            "subject": SUBJECT,
            "body": BODY,
            "case_reference": "2026-7NR4-9WD3-R",
            "now": NOW,
        }
        return notify(**{**facts, **other})

    return make


@pytest.fixture
def reader(db):  # noqa: ARG001 - users are in the database
    return UserFactory(party_id=PARTY, email="alena@example.org", language="be")
