"""A small state for tests of measures alone: the bodies that have a part in them, and their officials."""

import base64
import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Any

import pytest
import time_machine
from django.utils import translation
from uuid_utils.compat import uuid7

from ratusha.accounts.public import User
from ratusha.accounts.tests.factories import official
from ratusha.cases.models import Case
from ratusha.kernel.pack import pack
from ratusha.measures import permissions as may
from ratusha.measures.implementer_rules import Shown
from ratusha.measures.law import law
from ratusha.measures.models import AgendaItem, Call, Direction, PassportDraft, Profile, Session
from ratusha.measures.rules import CHECKS
from ratusha.measures.services import (
    agenda,
    begin,
    call,
    carry_out,
    contract,
    examine,
    passport,
    protocol,
    proving,
    room,
    stages,
    terms,
)
from ratusha.measures.services.begin import Idea, Trial
from ratusha.measures.services.call import CallDraft, Problem
from ratusha.measures.services.contract import PlannedStage
from ratusha.measures.services.stages import Paper
from ratusha.measures.terms_rules import Terms
from ratusha.parties.models import Organisation

NOW = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
IDEA = Idea(
    name="Рэестр",
    goal="Бацькі бачаць аўтобус.",
    sphere="transport",
    sources=["republican"],
    language="be",
)
TRIAL = Trial(
    hypothesis="Калі паставіць датчыкі, чаканне скароціцца.", indicator="Чаканне, хвілін",
    baseline=Decimal(18), target=Decimal(7), site="Парк № 1", site_agreed="Ліст № 5 ад 01.08.2026",
    design="comparison", months=6, readiness=7, stop_criteria="Аварыя.", direction=uuid7(),
    compared_with=["Парк № 2", "Парк № 3", "Парк № 4"],
)  # fmt: skip
TENDER = Shown(tender="auc-1", criteria="Цана і тэрмін", unfair_checked_on=NOW.date())
TERMS: dict[str, Any] = {
    "contractor": "ТАА «Код»", "contractor_number": "190000000", "vat": Decimal(20), "penalties": "0,1 % за дзень.",
    "rights": "state", "rights_terms": "", "warranty_months": 24, "availability": Decimal("99.5"),
    "service": "Адказ за дзве гадзіны.", "exit_terms": "Даныя за месяц.", "secrecy": "open", "confidential": "",
}  # fmt: skip
SAID = {"be": "Так", "ru": "Да", "en": "Yes"}
PROBLEM = dict.fromkeys(("name", "problem", "data", "site", "success"), SAID)
CALL = dict.fromkeys(("name", "terms", "how_to_apply", "sought"), SAID)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAPER = Paper("pratakol.png", PIXEL)
POSITIVE = {"result": "positive", "ground": "", "text": "Адпавядае."}


def whole_passport() -> dict[str, Any]:
    """Money of this year too: contracts are signed here today."""
    made = copy.deepcopy(pack().yaml("demonstration/measures.yaml")["passport"])
    made["budget"]["lines"][0]["year"] = "2026"
    return made


def another_passport(seed: int) -> dict[str, Any]:
    """Without mistakes too, and about something else: nothing of what is compared is the same."""
    made, chance = whole_passport(), Random(seed)  # noqa: S311 - the same words every time
    says = lambda count: " ".join(  # noqa: E731
        "".join(chance.choices("абвгдежзіклмнопрстухцчшыэюя", k=7)) for _word in range(count)
    )
    made["identity"]["name"] = says(3)
    for block, asked in (
        ("goal", "problem"),
        ("goal", "goal"),
        ("solution", "functions"),
        ("solution", "users"),
    ):
        made[block][asked] = says(9)
    used = says(1)
    for row, name in zip(made["data"]["objects"], (says(1), used), strict=True):
        row["name"] = name
    made["integrations"]["integrations"][0]["object"] = used
    return made


def _body(code: str, name: str) -> Organisation:
    return Organisation.objects.create(kind="ministry", is_body=True, name={"be": name}, code=code)


@dataclass
class Government:
    """Who proposes, who routes, who examines, who sits in the Council; and the clock."""

    now: datetime = NOW
    sessions: int = field(default=0)

    @cached_property
    def ministry(self) -> Organisation:
        return _body(law().responsible_body, "Міністэрства сувязі")

    @cached_property
    def experts(self) -> list[Organisation]:
        return [_body(code, f"Эксперты {code}") for code in law().expert_bodies]

    @cached_property
    def transport(self) -> Organisation:
        return _body("state:358", "Міністэрства транспарту")

    @cached_property
    def health(self) -> Organisation:
        return _body("state:331", "Міністэрства аховы здароўя")

    @cached_property
    def initiator(self) -> User:
        return official(may.PREPARE, body_id=self.transport.pk, display_name="Ініцыятар")

    @cached_property
    def inspector(self) -> User:
        """Of the same body: accepts what another has handed over."""
        return official(may.PREPARE, body_id=self.transport.pk, display_name="Прыёмшчык")

    @cached_property
    def manager(self) -> User:
        return official(may.MANAGE, "cases.see", body_id=self.ministry.pk, display_name="Кіраўнік")

    @cached_property
    def expert(self) -> User:
        return official(may.EXAMINE, body_id=self.experts[0].pk, display_name="Эксперт")

    @cached_property
    def secretary(self) -> User:
        return official(may.COUNCIL, body_id=self.ministry.pk, display_name="Сакратар")

    @cached_property
    def chair(self) -> User:
        return official(may.CHAIR, may.VOTE, body_id=self.ministry.pk, display_name="Старшыня")

    @cached_property
    def member(self) -> User:
        return official(may.VOTE, body_id=self.health.pk, display_name="Член Савета")

    @cached_property
    def interested(self) -> User:
        """A member who speaks for the body that proposes."""
        return official(may.VOTE, body_id=self.transport.pk, display_name="Зацікаўлены")

    @cached_property
    def registrar(self) -> User:
        return official(may.REGISTER, body_id=self.ministry.pk, display_name="Рэгістратар")

    @cached_property
    def apparatus(self) -> User:
        return official(
            may.INCLUDE, body_id=_body("cabinet", "Апарат Урада").pk, display_name="Апарат"
        )

    def draft(self, days: int = 40, **changed: Any) -> CallDraft:
        opens_on = self.now.date()
        told = {"opens_on": opens_on, "closes_on": opens_on + timedelta(days=days), **CALL}
        return CallDraft(**{**told, **changed})

    def call_written(self, **changed: Any) -> Call:
        """With one direction, not published yet."""
        assert self.ministry
        made = call.write_call(self.draft(**changed), by=self.manager, now=self.now)
        problem = Problem(sphere="transport", owner_id=self.transport.pk, **PROBLEM)
        call.add_direction(made.code, problem, by=self.manager, now=self.now)
        return made

    @cached_property
    def direction(self) -> Direction:
        """Of a call that is open."""
        made = self.call_written()
        call.publish_call(made.code, act="Пастанова № 1", by=self.apparatus, now=self.now)
        return made.directions.get()

    def later(self, days: int = 1) -> datetime:
        self.now += timedelta(days=days)
        return self.now

    def proposed(self, **changed: Any) -> Case:
        idea = Idea(**{**vars(IDEA), **changed})
        assert self.ministry
        return begin.propose(
            idea, purpose="measure", body_id=self.transport.pk, by=self.initiator, now=self.now
        )

    def routed(self, **changed: Any) -> Case:
        case = self.proposed(**changed)
        begin.classify(
            case.pk, kind="system", reasons="Новая сістэма.", by=self.initiator, now=self.now
        )
        return begin.confirm_route(
            case.pk, programme="2026-2030", subprogramme="2", by=self.manager, now=self.now
        )

    def written(self, case: Case, **changed: Any) -> None:
        others = Profile.objects.exclude(case=case).count()
        passport = another_passport(others) if others else whole_passport()
        PassportDraft.objects.filter(pk=case.pk).update(answers={**passport, **changed})

    def submitted(self) -> Case:
        case = self.routed()
        self.written(case)
        return passport.submit(case.pk, by=self.initiator, now=self.now)

    def with_experts(self) -> Case:
        case = self.submitted()
        return examine.assign(case.pk, expert=self.experts[0].pk, by=self.manager, now=self.now)

    def before_council(self) -> Case:
        case = self.with_experts()
        return examine.opine(case.pk, **POSITIVE, by=self.expert, now=self.now)

    def on_agenda(
        self, case: Case, proposal: str = "recommend", *, secret: bool = False
    ) -> AgendaItem:
        self.sessions += 1
        session = agenda.convene(
            number=str(self.sessions), on=(self.now + timedelta(days=14)).date(), manner="in_person",
            place="", body_id=self.ministry.pk, by=self.secretary, now=self.now,
        )  # fmt: skip
        return agenda.put_on_agenda(
            session.pk,
            case_id=case.pk,
            proposal=proposal,
            order="",
            secret=secret,
            by=self.secretary,
            now=self.now,
        )

    def published(self, case: Case, proposal: str = "recommend") -> AgendaItem:
        for member in (self.chair, self.member, self.interested):
            assert member.pk
        item = self.on_agenda(case, proposal)
        agenda.publish_agenda(item.session_id, by=self.secretary, now=self.now)
        return item

    def opened(self, case: Case, proposal: str = "recommend") -> AgendaItem:
        item = self.published(case, proposal)
        self.later(14)
        self.present(item.session)
        room.open_session(item.session_id, by=self.chair, now=self.now)
        return item

    def present(self, session: Session, *members: User) -> None:
        here = members or (self.chair, self.member, self.interested)
        seats = session.seats.filter(member__in=here)
        room.note_presence(
            session.pk, present={seat.pk for seat in seats}, by=self.secretary, now=self.now
        )

    def decided(self, item: AgendaItem, votes: str = "for", ground: str = "") -> AgendaItem:
        for one in (self.chair, self.member):
            room.vote(item.pk, choice=votes, by=one, now=self.now)
        return room.settle(item.pk, heard="Даклад.", ground=ground, by=self.chair, now=self.now)

    def sealed(self, item: AgendaItem) -> Session:
        room.close_session(item.session_id, by=self.chair, now=self.now)
        return protocol.seal_protocol(item.session_id, by=self.chair, now=self.now)

    def recommended(self) -> Case:
        case = self.before_council()
        item = self.opened(case)
        self.decided(item)
        self.sealed(item)
        return Case.objects.get(pk=case.pk)

    def contracted(self) -> Case:
        case = self.recommended()
        carry_out.include(case.pk, act="Пастанова № 5", by=self.apparatus, now=self.now)
        carry_out.choose(
            case.pk, mechanism="competition", implementer="ТАА «Код»", why_not_competition="",
            shown=TENDER, by=self.initiator, now=self.now,
        )  # fmt: skip
        today = self.now.date()
        planned = [
            PlannedStage("Праект", today + timedelta(days=30), Decimal(100)),
            PlannedStage("Сістэма", today + timedelta(days=60), Decimal(200)),
        ]
        made = contract.sign_contract(
            case.pk, number="7", signed_on=today, ends_on=date(2027, 12, 31), stages=planned,
            by=self.initiator, now=self.now,
        )  # fmt: skip
        self.terms_written(made)
        return made

    def terms_written(self, case: Case, *stages: int, **given: Any) -> None:
        criteria = dict.fromkeys(stages or (1, 2), "Пратакол без крытычных заўваг.")
        told = {"terms": Terms(**{**TERMS, **given}), "criteria": criteria}
        terms.write_terms(case.pk, by=self.initiator, now=self.now, **told)

    def handed_over(self, case: Case, stage: int = 1, **given: Any) -> None:
        told = {"text": "Здадзена.", "paper": PAPER, "commit": "", "by": self.initiator, **given}
        stages.hand_over(case.pk, stage=stage, now=self.now, **told)

    def concluded(self, case: Case, stage: int = 1, **given: Any) -> None:
        told = {"conclusion": "accept", "text": "Пратакол № 3", "paper": PAPER, "mend_by": None}
        stages.conclude(
            case.pk, stage=stage, now=self.now, **{**told, "by": self.inspector, **given}
        )

    def proven(self, case: Case, **given: Any) -> None:
        told = {"checks": [code for code, _name in CHECKS], "text": "Пратакол.", "paper": PAPER}
        figures = {"load": Decimal(100), "hours": Decimal(8)}
        proving.prove(case.pk, by=self.initiator, now=self.now, **{**told, **figures, **given})

    def accepted(self, case: Case, *numbers: int) -> None:
        for number in numbers or (1,):
            self.handed_over(case, number)
            self.concluded(case, number)


@pytest.fixture
def state(db):  # noqa: ARG001 - its tables
    with time_machine.travel(NOW, tick=False), translation.override("be"):
        yield Government()
