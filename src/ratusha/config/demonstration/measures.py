"""Measures of the demonstration state: one in each part of the way, a session of the Council today."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.kernel.pack import pack
from ratusha.measures import public as measures
from ratusha.measures.public import ContractTerms, Idea, Paper, PlannedStage, Shown
from ratusha.systems.public import enter_specialist, load_offices, offices_listed

from .cases import at_work
from .officials import Account

LANGUAGE = "be"
DAYS_OF_AGENDA = 14
HEARD = "Даклад ініцыятара і заключэнне экспертаў."
HEARD_INDEED = "Даклад ініцыятара, заключэнне экспертаў і ліст уладальніка дарог."
POSITIVE = "Пашпарт адпавядае напрамкам праграмы, выдаткі абгрунтаваныя."
NAMES = {
    "idea": "Аднолькавыя прыпынкі на картах усіх абласцей",
    "passport": "Электронны білет для сельскіх маршрутаў",
    "experts": "Рэестр дазволаў на цяжкавагавыя перавозкі",
    "today": "Адзіная дыспетчарская пасажырскіх перавозак",
    "condition": "Вымярэнне стану мясцовых дарог",
    "running": "Электронны рэестр школьных маршрутаў",
}
ABOUT = {  # what each is about: problem, functions, users, its own data, data of others
    "passport": (
        "У вёсках квіток купляюць у вадзіцеля за наяўныя.", "Продаж квітка, праверка ў салоне, вяртанне грошай.",
        "300 тысяч пасажыраў прыгарадных аўтобусаў.", "Квіток", "Льгота",
    ),
    "experts": (
        "Дазвол на цяжкавагавы рэйс афармляюць на паперы пяць дзён.", "Заяўка, разлік нагрузкі на вось, дазвол.",
        "4 тысячы перавозчыкаў грузаў.", "Дазвол", "Грузавы аўтамабіль",
    ),
    "today": (
        "Дыспетчары шасці абласцей не бачаць суседніх рэйсаў.", "Сачэнне за рухам, замена машыны, весткі пра збоі.",
        "220 дыспетчараў, кругласутачна.", "Рэйс", "Транспартны сродак",
    ),
    "condition": (
        "Пра ямы даведваюцца са скаргаў.", "Здымка пакрыцця, ацэнка роўнасці, план рамонту.",
        "Раённыя дарожныя службы, 118 раёнаў.", "Участак дарогі", "Адрасная мяжа",
    ),
    "pilot": (
        "Аўтобус стаіць на кожным скрыжаванні.", "Прыярытэт на скрыжаванні, улік чакання пешаходаў.",
        "40 тысяч пасажыраў у дзень.", "Фаза святлафора", "Становішча аўтобуса",
    ),
    "school_bus": (
        "Дзеці чакаюць аўтобус, не ведаючы, калі ён прыйдзе.", "Становішча аўтобуса, час прыходу, вестка бацькам.",
        "2,5 тысячы бацькоў раёна.", "Рэйс школьнага аўтобуса", "Прыпынак",
    ),
}  # fmt: skip

STAGES = (  # in years whose money is included
    PlannedStage("Праект і макет", date(2027, 3, 1), Decimal(120_000)),
    PlannedStage("Першая чарга", date(2027, 10, 29), Decimal(140_000), with_code=True),
)


@cache
def _told() -> dict[str, Any]:
    told: dict[str, Any] = pack().yaml("demonstration/measures.yaml")
    return told


CRITERIA = "Усе функцыі этапу паказаны камісіі, крытычных заўваг няма."
TERMS = ContractTerms(
    contractor="Офіс лічбавізацыі транспарту", contractor_number="", vat=Decimal(20),
    penalties="За дзень спазнення 0,1 % кошту этапу, усяго не больш за 10 %.", rights="state", rights_terms="",
    warranty_months=24, availability=Decimal("99.5"),
    service="На збой адказваюць за дзве гадзіны, выпраўляюць за суткі; у астатнім за пяць працоўных дзён.",
    exit_terms="За месяц да заканчэння перадаюцца ўсе даныя ў адкрытых фарматах, код і апісанні.",
    secrecy="official", confidential="Схема абароны сістэмы, да вываду яе з эксплуатацыі.",
)  # fmt: skip


def about(code: str, passport: dict[str, Any]) -> dict[str, Any]:
    """The demonstration passport, about this measure."""
    if code in ABOUT:
        problem, functions, users, own, used = ABOUT[code]
        passport["goal"]["problem"] = problem
        passport["solution"] |= {"functions": functions, "users": users}
        for row, name in zip(passport["data"]["objects"], (own, used), strict=True):
            row["name"] = name
        passport["integrations"]["integrations"][0]["object"] = used
    return passport


class Life:
    """One measure on its way, each act at its moment by the person whose it is."""

    def __init__(
        self, officials: dict[str, Account], begun: datetime, name: str, code: str
    ) -> None:
        self.officials, self.moment, self.name, self.code = officials, begun, name, code
        told = _told()
        self.passport: dict[str, Any] = deepcopy(told["passport"])
        self.body = officials["initiator"].user.bodies_with(
            "measures.prepare", on=timezone.localdate(begun)
        )[0]
        self.idea = Idea(
            name=name, goal=told["idea"]["goal"], sphere=told["idea"]["sphere"], sources=["republican"],
            language=LANGUAGE,
        )  # fmt: skip
        self.case: Case

    def user(self, code: str) -> User:
        return self.officials[code].user

    def by(self, code: str) -> dict[str, Any]:
        """Who acts, and when: a little after the act before."""
        self.moment += timedelta(minutes=7)
        return {"by": self.user(code), "now": self.moment}

    def propose(self) -> None:
        self.case = measures.propose(
            self.idea, purpose="measure", body_id=self.body, **self.by("initiator")
        )

    def route(self) -> None:
        self.propose()
        self.take_route()

    def take_route(self) -> None:
        measures.classify(
            self.case.pk, kind="system", reasons="Ствараецца новая сістэма.", **self.by("initiator")
        )
        measures.confirm_route(
            self.case.pk, programme="2026-2030", subprogramme="2", **self.by("programme")
        )

    def write(self) -> None:
        written = about(self.code, deepcopy(self.passport))
        written["identity"]["name"] = self.name
        for block in measures.blocks_of(self.case):
            measures.save_block(
                self.case.pk, block=block, answers=written[block], **self.by("initiator")
            )

    def submit(self) -> None:
        self.write()
        measures.submit(self.case.pk, **self.by("initiator"))
        expert = self.user("expert").bodies_with(
            "measures.examine", on=timezone.localdate(self.moment)
        )[0]
        measures.assign(self.case.pk, expert=expert, **self.by("programme"))

    def opine(self) -> None:
        self.submit()
        measures.opine(
            self.case.pk, result="positive", ground="", text=POSITIVE, **self.by("expert")
        )

    def enter_in_agenda(self, number: str, proposal: str) -> Any:
        body = self.case.body_id
        on = timezone.localdate(self.moment) + timedelta(days=DAYS_OF_AGENDA)
        session = measures.convene(
            number=number, on=on, manner="in_person", place="Зала 205", body_id=body,
            **self.by("council_secretary"),
        )  # fmt: skip
        return measures.put_on_agenda(
            session.pk,
            case_id=self.case.pk,
            proposal=proposal,
            order="",
            **self.by("council_secretary"),
        )

    def decide(self, number: str, proposal: str, condition: str = "") -> UUID:
        """The session that has sealed its protocol."""
        item = self.enter_in_agenda(number, proposal)
        session = measures.publish_agenda(item.session_id, **self.by("council_secretary"))
        self.moment += timedelta(days=DAYS_OF_AGENDA)
        everybody = {seat.pk for seat in session.seats.all()}
        measures.note_presence(session.pk, present=everybody, **self.by("council_secretary"))
        if condition:
            due = timezone.localdate(self.moment) + timedelta(days=5)
            measures.add_condition(
                item.pk, text=condition, due_on=due, **self.by("council_secretary")
            )
        measures.open_session(session.pk, **self.by("council_chair"))
        for member in ("council_chair", "council_member"):
            measures.vote(item.pk, choice="for", **self.by(member))
        measures.settle(
            item.pk,
            heard=HEARD,
            ground="",
            **self.by("council_chair"),
        )
        measures.close_session(session.pk, **self.by("council_chair"))
        measures.seal_protocol(session.pk, **self.by("council_chair"))
        return session.pk

    def correct(self, session: UUID) -> None:
        """Two days after its protocol was sealed somebody sees that a paper was not named."""
        self.moment += timedelta(days=2)
        measures.correct_protocol(
            session, item=None, stood=HEARD, reads=HEARD_INDEED, reasons="Ліст уладальніка дарог не быў названы.",
            **self.by("council_chair"),
        )  # fmt: skip

    def carry_out(
        self,
        *,
        act: str = "Пастанова Савета Міністраў № 12 (узор)",
        contract: str = "14/2",
        stages: Sequence[PlannedStage] = STAGES,
    ) -> None:
        """By the office of its body; its first stage is handed over and accepted."""
        case = self.case.pk
        measures.include(case, act=act, **self.by("apparatus"))
        if not offices_listed():
            load_offices(pack())
        office = next(code for code, body in offices_listed() if body == self.body)
        for role in ("architect", "analyst"):
            enter_specialist(
                office, role=role, level=3, since=timezone.localdate(self.moment), by=None
            )
        shown = Shown(office=office, roles=["architect", "analyst"], level=3, price_by_method=True)
        measures.choose(
            case, mechanism="office", implementer="",
            why_not_competition="Офіс ужо вядзе рэестр перавозчыкаў.", shown=shown, **self.by("initiator"),
        )  # fmt: skip
        today = timezone.localdate(self.moment)
        measures.sign_contract(
            case, number=contract, signed_on=today, ends_on=max(today, date(2028, 6, 30)), stages=stages,
            **self.by("initiator"),
        )  # fmt: skip
        criteria = dict.fromkeys(range(1, len(stages) + 1), CRITERIA)
        measures.write_terms(case, terms=TERMS, criteria=criteria, **self.by("initiator"))
        measures.hand_over(
            case, stage=1, text="Праект і макет, справаздача на 40 старонак", paper=a_paper("spravazdaca.pdf"),
            commit="", **self.by("initiator"),
        )  # fmt: skip
        measures.conclude(
            case, stage=1, conclusion="accept", text="Пратакол выпрабаванняў № 3", paper=a_paper("pratakol.pdf"),
            mend_by=None, **self.by("transport_head"),
        )  # fmt: skip


def a_paper(name: str) -> Paper:
    """An empty sheet in place of a real report."""
    sheet = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(sheet)
    return Paper(name, sheet.getvalue())


def live_measures(officials: dict[str, Account], *, now: datetime) -> int:
    """The number of measures."""

    def begun(code: str, days_ago: int) -> Life:
        return Life(officials, at_work(now, days_ago, hour=9), NAMES[code], code)

    begun("idea", 3).propose()
    writing = begun("passport", 20)
    writing.route()
    writing.write()
    examined = begun("experts", 12)
    examined.route()
    examined.submit()
    today = begun("today", DAYS_OF_AGENDA)
    fortnight_ago = timezone.localtime(now) - timedelta(days=DAYS_OF_AGENDA)
    # writing a passport takes hours, and must not pass midnight: the session would be tomorrow's
    today.moment = fortnight_ago.replace(hour=6)
    today.route()
    today.opine()
    item = today.enter_in_agenda("7", "recommend")
    measures.publish_agenda(item.session_id, **today.by("council_secretary"))
    late = begun("condition", 40)
    late.route()
    late.opine()
    fifth = late.decide("5", "on_conditions", "Узгадніць перадачу даных з уладальнікамі дарог.")
    late.correct(fifth)
    running = begun("running", 80)
    running.route()
    running.opine()
    running.decide("3", "recommend")
    running.carry_out()
    return len(NAMES)
