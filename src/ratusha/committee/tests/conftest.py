"""A town with its executive committee, the utility that works there, and a body of somebody else."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from uuid import uuid4

import pytest
import time_machine
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.committee import permissions as may
from ratusha.committee.models import Task
from ratusha.committee.services import tasks
from ratusha.issues.tests.conftest import NOW, Town
from ratusha.obligations.public import FULFIL
from ratusha.parties.models import Organisation

DECISION = "Decision No. 12"


@dataclass
class Hall:
    town: Town = field(default_factory=Town)

    @property
    def committee(self) -> Organisation:
        return self.town.hall

    @cached_property
    def utility(self) -> Organisation:
        Organisation.objects.filter(pk=self.town.utility.pk).update(parent=self.committee)
        return self.town.utility

    @cached_property
    def stranger(self) -> Organisation:
        return Organisation.objects.create(
            kind="ministry", is_body=True, name={"en": "Ministry"}, code="ministry"
        )

    @cached_property
    def deputy(self) -> User:
        return official(
            may.GIVE, body_id=self.committee.pk, party_id=uuid4(), display_name="Deputy"
        )

    @cached_property
    def foreman(self) -> User:
        return official(FULFIL, body_id=self.utility.pk, party_id=uuid4(), display_name="Foreman")

    def given(self, *, days: int = 10, **changed: object) -> Task:
        wanted = {
            "committee_id": self.committee.pk,
            "organisation_id": self.utility.pk,
            "text": "Clean the yards",
            "resolution": DECISION,
            "due_on": NOW.date() + timedelta(days=days),
            "by": self.deputy,
            "now": NOW,
        }
        return tasks.give(**{**wanted, **changed})  # type: ignore[arg-type]

    def reported(self, **changed: object) -> Task:
        task = self.given(**changed)
        return tasks.report(task.pk, text="Act No. 31", by=self.foreman, now=after(days=1))


def after(**shift: float) -> datetime:
    return NOW + timedelta(**shift)


def day(**shift: float) -> date:
    return after(**shift).date()


@pytest.fixture
def hall(db) -> Hall:  # noqa: ARG001 - its tables
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        yield Hall()
