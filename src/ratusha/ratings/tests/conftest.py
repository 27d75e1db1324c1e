"""A small state for tests of ratings: an issue that is mended, the organisation, and who looks after ratings."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

import pytest
import time_machine
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.issues.tests.conftest import NOW, Town
from ratusha.parties.models import Organisation as Party
from ratusha.ratings import permissions as may
from ratusha.ratings.law import law
from ratusha.ratings.models import Given
from ratusha.ratings.services.analyse import make_analyses
from ratusha.ratings.services.give import Marks, give

GOOD = {"simplicity": 5, "information": 5, "term": 4, "politeness": 5}
BAD = {"simplicity": 1, "information": 2, "term": 1, "politeness": 1}


@dataclass
class Opinions:
    town: Town = field(default_factory=Town)

    @cached_property
    def overseer_body(self) -> Party:
        return Party.objects.create(
            kind="ministry", is_body=True, name={"be": "Міністэрства"}, code=law().overseer
        )

    @cached_property
    def overseer(self) -> User:
        return official(may.OVERSEE, body_id=self.overseer_body.pk, display_name="Назіральнік")

    @cached_property
    def clerk(self) -> User:
        return official(may.REPLY, body_id=self.town.utility.pk, display_name="ЖКГ")

    def finished(self, user: User, **changed):
        """An issue of this person, mended at once, so that it may be rated."""
        self.town.neighbour = user
        return self.town.done(**changed)

    def rated(self, scores=GOOD, *, user: User | None = None, words="", network="") -> Given:
        user = user or UserFactory()
        return self._given(self.finished(user), user, scores, words, network)

    def many(self, scores, count: int, *, words="", network="") -> list[Given]:
        """By so many different people, on one day."""
        people = [UserFactory() for _one in range(count)]
        cases = [(self.finished(user), user) for user in people]
        return [self._given(case, user, scores, words, network) for case, user in cases]

    def quarter_over(self) -> None:
        """The marks of this quarter stand: documents are made, and its ratings are told."""
        now = self.town.now = max(self.town.now, NOW) + timedelta(days=45)
        with time_machine.travel(now, tick=False):
            make_analyses(now)

    def _given(self, case, user, scores, words, network) -> Given:
        said = Marks(scores=dict(scores), words=words, network=network)
        return give(case.pk, said, by=user, now=self.town.later(minutes=1))


@pytest.fixture(autouse=True)
def _day(settings, tmp_path):
    settings.DATA = tmp_path
    with time_machine.travel(NOW + timedelta(days=1), tick=False), translation.override("be"):
        yield


@pytest.fixture
def opinions(db) -> Opinions:  # noqa: ARG001 - each test in its own transaction
    return Opinions()
