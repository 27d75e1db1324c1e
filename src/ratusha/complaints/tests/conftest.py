"""A small state for tests of complaints alone: a body and the one above it, errands that can be complained about."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

import pytest
import time_machine
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.cases.models import Case, StepTaken
from ratusha.cases.tests.factories import CaseFactory
from ratusha.complaints import contested
from ratusha.complaints.contested import Decided
from ratusha.complaints.rules import Subject
from ratusha.complaints.services.examine import accept
from ratusha.complaints.services.lodge import Words, complain, complain_as_third_party
from ratusha.parties.models import Organisation

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
WORDS = Words(demand="Рашэнне няправільнае.", language="be")
TOUCHED = Words(demand="Адмяніце рашэнне.", language="be", touches="Дом пабудаваны на маёй зямлі.")
WORKS = ("cases.see", "cases.accept", "cases.decide")


@dataclass
class Dispute:
    """An errand that was decided on 9 March 2026 by an official of the first body, and the people around it."""

    applicant: User = field(default_factory=UserFactory)
    neighbour: User = field(default_factory=UserFactory)

    @cached_property
    def above(self) -> Organisation:
        return Organisation.objects.create(
            kind="executive_committee", is_body=True, name={"be": "Выканкам"}
        )

    @cached_property
    def body(self) -> Organisation:
        return Organisation.objects.create(
            kind="housing_utility", is_body=True, name={"be": "ЖКГ"}, parent=self.above
        )

    @cached_property
    def decider(self) -> User:
        return official(*WORKS, body_id=self.body.pk)

    @cached_property
    def judge(self) -> User:
        return official(*WORKS, body_id=self.above.pk, display_name="Віктар Суддзя")

    @cached_property
    def case(self) -> Case:
        decided = self.errand(granted=True, handler=self.decider)
        StepTaken.objects.create(
            case=decided, step="grant", status="granted", at=NOW, by=self.decider
        )
        return decided

    def errand(self, **more: object) -> Case:
        return CaseFactory(applicant_id=self.applicant.party_id, body_id=self.body.pk, **more)

    def complained(self, now: datetime = NOW, **other: object) -> Case:
        return complain(self.case.pk, **{"words": WORDS, "by": self.applicant, "now": now, **other})

    def complained_by_neighbour(self, now: datetime = NOW, **other: object) -> Case:
        given = {
            "number": self.case.reference,
            "first_body_id": self.body.pk,
            "subject": Subject.DECISION,
            "applicant_id": self.neighbour.party_id,
            "words": TOUCHED,
            "by": self.neighbour,
            "now": now,
        }
        return complain_as_third_party(**{**given, **other})

    def in_work(self) -> Case:
        return accept(self.complained().pk, by=self.judge, now=NOW)


def read_errand(case: Case) -> Decided:
    return Decided(
        outcome="Выканана",
        at=datetime.combine(case.closed_on or date.max, datetime.min.time(), tzinfo=UTC),
        reasons="Так вырашана.",
        ground={"be": "Падстава"},
        legal_source="Закон, арт. 25",
    )


@pytest.fixture(autouse=True)
def _small_state(monkeypatch, settings, tmp_path):
    monkeypatch.setitem(contested._readers, "errand", read_errand)
    settings.DATA = tmp_path
    with time_machine.travel(NOW, tick=False), translation.override("be"):
        yield


@pytest.fixture
def dispute(db) -> Dispute:  # noqa: ARG001 - each test in its own transaction
    return Dispute()
