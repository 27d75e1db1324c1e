"""One procedure of the list, the body that draws cards, and the bodies that are asked. Days are named."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any
from uuid import uuid4

import msgspec
import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation

from ratusha.accounts.public import AccessMode, User
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.cases.models import Rating
from ratusha.cases.tests.factories import CaseFactory
from ratusha.conversion import permissions as may
from ratusha.conversion.law import law
from ratusha.conversion.models import Card, Side, WorkKind
from ratusha.conversion.services import cards, work
from ratusha.parties.models import Organisation
from ratusha.procedures.models import Chapter, Edition, Procedure, ProcedureList
from ratusha.procedures.public import Definition

from .test_depth import definition

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
CODE, CHAPTER = "U200/7.2.1", 7
NAME = {"be": "Заключэнне", "ru": "Заключение", "en": "Conclusion"}
AS_IS = "Збірае паперы | 2 | 3 | 1 | carry\nЧакае | 9 | 0 | 1 | wait"
TO_BE = "Чакае | 3 | 0 | 0"


def _body(code: str, name: str) -> Organisation:
    return Organisation.objects.create(kind="ministry", is_body=True, name={"be": name}, code=code)


@dataclass
class Ministry:
    """Who draws and who is asked about the procedure of the seventh chapter."""

    now: datetime = NOW

    @cached_property
    def drawing(self) -> Organisation:
        return _body("state:351", "Міністэрства сувязі")

    @cached_property
    def regulator(self) -> Organisation:
        return _body(law().regulator("U200", CHAPTER), "Міністэрства аховы здароўя")

    @cached_property
    def concerned(self) -> Organisation:
        return _body(law().concerned["citizens"], "Міністэрства юстыцыі")

    @cached_property
    def drawer(self) -> User:
        return official(
            may.DRAW, body_id=self.drawing.pk, party_id=uuid4(), display_name="Аналітык"
        )

    @cached_property
    def of_regulator(self) -> User:
        return official(may.AGREE, body_id=self.regulator.pk, display_name="Рэгулятар")

    @cached_property
    def of_concerned(self) -> User:
        return official(may.AGREE, body_id=self.concerned.pk, display_name="Юстыцыя")

    def is_promised(self, **changed: object) -> Edition:
        """The edition in force; electronic from beginning to end unless said otherwise."""
        made: Definition = definition(code=CODE, title=NAME, **changed)
        Edition.objects.filter(procedure_id=CODE, valid_until=None).update(
            valid_until=timezone.localdate(self.now)
        )
        listed, _new = ProcedureList.objects.get_or_create(
            code="U200", defaults={"audience": "citizens", "title": NAME, "act": {}}
        )
        chapter, _new = Chapter.objects.get_or_create(
            list=listed, number=CHAPTER, defaults={"name": NAME}
        )
        row, _new = Procedure.objects.get_or_create(
            code=CODE,
            defaults={
                "list": listed, "chapter": chapter, "number": "7.2.1", "printed": "7.2.1", "name": NAME,
                "position": 1,
            },
        )  # fmt: skip
        number = Edition.objects.filter(procedure=row).count() + 1
        return Edition.objects.create(
            procedure=row, number=number, title=NAME, definition=msgspec.to_builtins(made),
            valid_from=date(2026, 1, 1) if number == 1 else timezone.localdate(self.now),
            digest=str(number) * 64, electronic_level=made.level, access_mode=made.access_mode,
            decision_electronic=made.decision_electronic,
        )  # fmt: skip

    def drawn(self, variant: str = "shorten") -> Card:
        if not Edition.objects.filter(procedure_id=CODE).exists():
            self.is_promised()
        return cards.draw(
            CODE, variant=variant, as_is=AS_IS, to_be=TO_BE, acts="", body_id=self.drawing.pk,
            by=self.drawer, now=self.now,
        )  # fmt: skip

    def sent(self) -> Card:
        assert self.regulator
        assert self.concerned
        return cards.send(self.drawn(), by=self.drawer, now=self.now)

    def agreed(self, card: Card) -> Card:
        for side, who in ((Side.REGULATOR, self.of_regulator), (Side.CONCERNED, self.of_concerned)):
            cards.speak(card, side, agrees=True, words="", by=who, now=self.now)
        card.refresh_from_db()
        return card

    def done(self, card: Card, kind: WorkKind, *, goes_on: bool = True, **changed: Any) -> Card:
        given = {
            "on": timezone.localdate(self.now),
            "who": "Міністэрства",
            "result": "Зроблена.",
            **changed,
        }
        work.work_done(card, kind, goes_on=goes_on, by=self.drawer, now=self.now, **given)
        card.refresh_from_db()
        return card

    def tested(self) -> Card:
        card = self.agreed(self.sent())
        for kind in WorkKind:
            self.done(card, kind)
        return card

    def switched_on(self) -> Card:
        return cards.switch_on(
            self.tested(), act="Указ № 1 ад 01.09.2026", by=self.drawer, now=self.now
        )

    def rated(self, day: date, number: int, mark: int) -> None:
        """So many people have given all four criteria this mark on that day."""
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        for _one in range(number):
            case = CaseFactory(kind="application", subject_code=CODE, granted=True)
            Rating.objects.create(
                case=case, body_id=case.body_id, simplicity=mark, information=mark, term=mark,
                politeness=mark, at=at,
            )  # fmt: skip

    def at_desk(self, user: User, body: Organisation) -> Client:
        return sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture
def ministry(db):  # noqa: ARG001 - its tables
    cache.clear()
    with time_machine.travel(NOW, tick=False), translation.override("be"):
        yield Ministry()
    cache.clear()
