"""A small state for tests of issues alone: a town, its dispatcher, an organisation that mends, neighbours."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

import pytest
import time_machine
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.cases.models import Case
from ratusha.issues import holds
from ratusha.issues import permissions as may
from ratusha.issues.models import Executor
from ratusha.issues.services import dispatch
from ratusha.issues.services.report import Lodged, Trouble, report
from ratusha.parties.models import Organisation
from ratusha.territory.models import Unit

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
TOWN = "5000000000"
HERE = (53.9, 27.56)


@dataclass
class Town:
    now: datetime = NOW
    neighbour: User = field(default_factory=UserFactory)
    another: User = field(default_factory=UserFactory)

    @cached_property
    def unit(self) -> Unit:
        return Unit.objects.create(
            code=TOWN, level="capital", kind="city", name={"be": "Мінск", "ru": "Минск"}, lineage=[TOWN],
            lat=53.9, lon=27.56, population=2_000_000, folded="|мінск|минск|",
        )  # fmt: skip

    @cached_property
    def hall(self) -> Organisation:
        return Organisation.objects.create(
            kind="executive_committee", is_body=True, name={"be": "Гарвыканкам"}, code="hall", serves=[self.unit.pk]
        )  # fmt: skip

    @cached_property
    def utility(self) -> Organisation:
        return Organisation.objects.create(
            kind="housing_utility", is_body=True, name={"be": "ЖКГ № 1"}, code="utility"
        )

    @cached_property
    def dispatcher(self) -> User:
        return official(may.DISPATCH, body_id=self.hall.pk, display_name="Дыспетчар")

    @cached_property
    def operator(self) -> User:
        return official(may.TAKE_CALLS, body_id=self.hall.pk, display_name="Аператар")

    @cached_property
    def master(self) -> User:
        return official(may.CARRY_OUT, body_id=self.utility.pk, display_name="Майстар")

    @cached_property
    def executor(self) -> Executor:
        return Executor.objects.create(code="1", name={"be": "ЖКГ № 1"}, body_id=self.utility.pk)

    def later(self, **shift: float) -> datetime:
        self.now += timedelta(**(shift or {"hours": 1}))
        return self.now

    def trouble(self, **changed: Any) -> Trouble:
        given = {
            "category": "road.hole", "language": "be", "words": "Вялікая яма", "address": "вул. Леніна, 5",
            "lat": HERE[0], "lon": HERE[1],
        }  # fmt: skip
        return Trouble(**{**given, **changed})

    def lodged(self, by: User | None = None, **changed: Any) -> Lodged:
        assert self.hall
        return report(self.trouble(**changed), by=by, now=self.now)

    def reported(self, **changed: Any) -> Case:
        return self.lodged(by=self.neighbour, **changed).case

    def assigned(self, **changed: Any) -> Case:
        case = self.reported(**changed)
        return dispatch.assign(
            case.pk, executor=self.executor.pk, by=self.dispatcher, now=self.later()
        )

    def done(self, **changed: Any) -> Case:
        case = self.assigned(**changed)
        return dispatch.finish(
            case.pk, text="Яма заасфальтавана.", by=self.master, now=self.later()
        )


@pytest.fixture(autouse=True)
def _day(settings, tmp_path):
    settings.DATA = tmp_path
    with time_machine.travel(NOW, tick=False), translation.override("be"):
        yield


@pytest.fixture(autouse=True)
def _no_holds(monkeypatch):
    """Who knows of holds stands above; a test plugs in its own."""
    monkeypatch.setattr(holds, "_held", [])


@pytest.fixture
def town(db) -> Town:  # noqa: ARG001 - each test in its own transaction
    return Town()
