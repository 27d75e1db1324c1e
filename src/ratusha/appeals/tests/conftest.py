"""A small state for tests of appeals alone: a body, the one above it, another one, and people who write."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

import pytest
import time_machine
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.appeals.services.consider import take_up
from ratusha.appeals.services.lodge import Words, appeal_to
from ratusha.cases.models import Case
from ratusha.parties.models import Organisation

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)  # a Friday
TEXT = "У двары дома 5 трэці тыдзень не гараць ліхтары. Прашу адрамантаваць асвятленне двара."
GOOD = (
    "Ваш зварот разгледжаны. Майстры знайшлі пашкоджаны кабель паміж дамамі 5 і 7. Кабель заменяць да 1 красавіка "
    "2026 года (артыкул 17 Закона № 300-З). Па заканчэнні работ вам патэлефануе майстар участка."
)
WORKS = ("cases.see", "cases.accept", "cases.decide")


@dataclass
class Town:
    writer: User = field(default_factory=lambda: UserFactory(display_name="Ганна Першая"))
    neighbour: User = field(default_factory=UserFactory)

    @cached_property
    def above(self) -> Organisation:
        return Organisation.objects.create(
            kind="executive_committee", is_body=True, name={"be": "Гарвыканкам"}
        )

    @cached_property
    def body(self) -> Organisation:
        return Organisation.objects.create(
            kind="housing_utility", is_body=True, name={"be": "ЖКГ Цэнтральнага раёна"}, parent=self.above
        )  # fmt: skip

    @cached_property
    def other(self) -> Organisation:
        return Organisation.objects.create(
            kind="housing_utility", is_body=True, name={"be": "Гарсвятло"}, parent=self.above
        )

    @cached_property
    def clerk(self) -> User:
        return official(*WORKS, body_id=self.body.pk, display_name="Алег Канцылярскі")

    @cached_property
    def head(self) -> User:
        return official(*WORKS, body_id=self.above.pk)

    def written(self, now: datetime = NOW, **other: object) -> Case:
        words = {"sort": "statement", "text": TEXT, "language": "be"}
        given = {name: other.pop(name) for name in list(other) if name in {*words, "collective"}}
        writer: User = other.pop("by", self.writer)  # type: ignore[assignment]
        return appeal_to(
            self.body.pk,
            applicant_id=writer.party_id,
            words=Words(**{**words, **given}),
            by=writer,
            now=now,
            **other,
        )

    def in_work(self, **other: object) -> Case:
        return take_up(self.written(**other).pk, by=self.clerk, now=NOW)


@pytest.fixture(autouse=True)
def _small_state(settings, tmp_path):
    settings.DATA = tmp_path
    with time_machine.travel(NOW, tick=False), translation.override("be"):
        yield


@pytest.fixture
def time_machine_at(_small_state):
    """To another moment within the test."""
    with ExitStack() as stack:
        yield lambda moment: stack.enter_context(time_machine.travel(moment, tick=False))


@pytest.fixture
def town(db) -> Town:  # noqa: ARG001 - each test in its own transaction
    return Town()
