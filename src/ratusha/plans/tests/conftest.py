"""A body that plans, its two people, the ministry, and the clock set by name of the day."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import uuid4

import pytest
from django.utils import translation

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.obligations import public as obligations
from ratusha.obligations.tests.conftest import body, on
from ratusha.parties.models import Organisation
from ratusha.plans import beside
from ratusha.plans.models import Paper
from ratusha.plans.services import begin, sign, write

ROW = {
    "subject": "indicator:electronic_share", "title": "", "task": "e_government", "owner": "Digital unit",
    "quarter": 4, "target": Decimal(60), "money": Decimal(1000), "source": "republican", "risk": "",
}  # fmt: skip
RESULT = {
    "fact": Decimal(60), "reason": "", "words": "", "evidence": "Letter No. 4", "money": Decimal(900),
    "next_steps": "", "difference": "",
}  # fmt: skip


@dataclass
class Planning:
    @cached_property
    def ministry(self) -> Organisation:
        return body("state:351", "Ministry of communications")

    @cached_property
    def transport(self) -> Organisation:
        return body("executive_committee:1000000000", "Brest region", "executive_committee")

    @cached_property
    def health(self) -> Organisation:
        return body("executive_committee:2000000000", "Vitebsk region", "executive_committee")

    def _person(self, where: Organisation, *permissions: str, name: str) -> User:
        return official(*permissions, body_id=where.pk, party_id=uuid4(), display_name=name)

    @cached_property
    def writer(self) -> User:
        return self._person(self.transport, "plans.prepare", "obligations.fulfil", name="Writer")

    @cached_property
    def head(self) -> User:
        return self._person(self.transport, "plans.sign", "obligations.head", name="Head")

    @cached_property
    def checker(self) -> User:
        return self._person(self.ministry, "plans.check", "obligations.oversee", name="Checker")

    def opened(self, year: int = 2026) -> None:
        for one in (
            self.ministry,
            self.transport,
            self.health,
            body("state:322", "Apparatus", "state_body"),
        ):
            assert one.pk
        obligations.generate(year, now=on(f"{year}-01-01"))

    def begun(self, rule: str = "plan", period: str = "2027", day: str = "2026-03-02") -> Paper:
        duty = obligations.find(rule, self.transport.pk, period)
        assert duty
        return begin.begin(duty.pk, by=self.writer, now=on(day))

    def written(self, day: str = "2026-03-03") -> Paper:
        """A plan for 2027 with one row, which its kind of body must have."""
        paper = self.begun()
        write.save_row(paper.pk, row=1, by=self.writer, now=on(day), **ROW)
        return write.save_training(
            paper.pk, training="Five people.", trained=5, by=self.writer, now=on(day)
        )

    def prepared(self, day: str = "2026-03-04") -> Paper:
        return sign.prepare(self.written().pk, by=self.writer, now=on(day))

    def sent(self, day: str = "2026-04-10") -> Paper:
        return sign.sign(self.prepared().pk, by=self.head, now=on(day))

    def accepted(self, day: str = "2026-04-15") -> Paper:
        return sign.accept(self.sent().pk, by=self.checker, now=on(day))

    def reporting(self) -> Paper:
        """The plan for 2027 is accepted; the report on it is begun when it opens."""
        self.accepted()
        obligations.generate(2028, now=on("2028-01-01"))
        paper = self.begun("report", "2027", "2028-01-10")
        return write.save_training(
            paper.pk, training="Five people.", trained=4, by=self.writer, now=on("2028-01-11")
        )

    def reported(self, **changed) -> Paper:
        paper = self.reporting()
        given = {**RESULT, **changed}
        result = paper.results.get()
        write.save_result(paper.pk, result=result.pk, by=self.writer, now=on("2028-01-12"), **given)
        return paper


@pytest.fixture
def state(db):  # noqa: ARG001 - its tables
    plugged = beside._measures[:], beside._values[:]
    beside._measures.clear()
    beside._values.clear()
    with translation.override("en"):
        yield Planning()
    beside._measures[:], beside._values[:] = plugged
