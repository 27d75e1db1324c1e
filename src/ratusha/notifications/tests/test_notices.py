"""Told once, read when read."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from ratusha.notifications.models import Letter, Notice
from ratusha.notifications.public import notify, unread_count

PARTY = UUID("0197f000-0000-7000-8000-000000000001")
NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def tell(**other):
    words = {"be": "Рашэнне прынятае", "ru": "Решение принято", "en": "The decision is made"}
    facts = {"party_id": PARTY, "kind": "case.closed", "subject": words, "body": words, "now": NOW}
    return notify(**{**facts, **other})


def test_a_notice_told_twice_is_one_notice_and_one_letter():
    first = tell(once="case:1:closed")
    assert tell(once="case:1:closed").pk == first.pk
    assert (Notice.objects.count(), Letter.objects.count(), unread_count(PARTY)) == (1, 1, 1)


def test_without_a_key_each_telling_is_its_own():
    tell()
    tell()
    assert unread_count(PARTY) == 2
