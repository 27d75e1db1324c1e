"""Measures of the demonstration state: one in each part of the way, a session of the Council today, a running pilot."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID

import pikepdf
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.kernel.pack import pack
from ratusha.measures import public as measures
from ratusha.measures.public import CallDraft, Idea, Paper, PlannedStage, Problem, Shown, Trial
from ratusha.parties.public import find_body
from ratusha.systems.public import enter_specialist, load_offices, offices_listed

from .cases import at_work
from .officials import Account

LANGUAGE = "be"
DAYS_OF_AGENDA = 14
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
}  # fmt: skip
TRIAL: dict[str, Any] = {
    "hypothesis": "Калі святлафоры будуць ведаць пра аўтобус, паездка скароціцца.",
    "indicator": "Паездка ў гадзіну пік, хвілін",
    "baseline": Decimal(41),
    "target": Decimal(34),
    "site": "Праспект у Гродне, 14 скрыжаванняў",
    "site_agreed": "Ліст гарвыканкама № 118",
    "design": "comparison",
    "months": 6,
    "readiness": 7,
    "stop_criteria": "Чаканне пешаходаў вырасла больш чым на чвэрць.",
    "means": "14 святлафорных аб’ектаў",
    "compared_with": ("Праспект у Лідзе", "Вуліца ў Слоніме"),
}
WEEKS_BEFORE = 7
MEASURED = (  # minutes at the busiest hour, week by week
    ("Праспект у Гродне", True, (41, 40, 42, 41, 40, 41, 42, 37, 35, 34, 35, 34)),
    ("Праспект у Лідзе", False, (38, 39, 38, 37, 39, 38, 38, 38, 37, 39, 38, 38)),
    ("Вуліца ў Слоніме", False, (33, 32, 33, 34, 33, 32, 33, 33, 34, 32, 33, 33)),
)


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
        told = pack().yaml("demonstration/measures.yaml")
        self.passport: dict[str, Any] = told["passport"]
        self.body = officials["initiator"].user.bodies_with("measures.prepare", on=begun.date())[0]
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
        expert = self.user("expert").bodies_with("measures.examine", on=self.moment.date())[0]
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

    def decide(self, number: str, proposal: str, condition: str = "") -> None:
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
            heard="Даклад ініцыятара і заключэнне экспертаў.",
            ground="",
            **self.by("council_chair"),
        )
        measures.close_session(session.pk, **self.by("council_chair"))
        measures.seal_protocol(session.pk, **self.by("council_chair"))

    def carry_out(self) -> None:
        case = self.case.pk
        measures.include(case, act="Пастанова Савета Міністраў № 12 (узор)", **self.by("apparatus"))
        load_offices(pack())
        office = next(code for code, body in offices_listed() if body == self.body)
        for role in ("architect", "analyst"):
            enter_specialist(office, role=role, level=3, since=self.moment.date(), by=None)
        shown = Shown(office=office, roles=["architect", "analyst"], level=3, price_by_method=True)
        measures.choose(
            case, mechanism="office", implementer="",
            why_not_competition="Офіс ужо вядзе рэестр перавозчыкаў.", shown=shown, **self.by("initiator"),
        )  # fmt: skip
        today = timezone.localdate(self.moment)
        stages = [  # in years whose money is included
            PlannedStage("Праект і макет", date(2027, 3, 1), Decimal(120_000)),
            PlannedStage("Першая чарга", date(2027, 10, 29), Decimal(140_000), with_code=True),
        ]
        measures.sign_contract(
            case, number="14/2", signed_on=today, ends_on=max(today, date(2028, 6, 30)), stages=stages,
            **self.by("initiator"),
        )  # fmt: skip
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


def _calls(officials: dict[str, Account], now: datetime) -> UUID:
    """The directions of two years, one open still; the first direction of the last."""
    told = pack().yaml("demonstration/measures.yaml")
    for one in told["calls"]:
        at = at_work(now, one["began"], hour=9)
        opens_on = timezone.localdate(at)
        draft = CallDraft(
            name=one["name"], opens_on=opens_on, closes_on=opens_on + timedelta(days=one["open_for"]),
            **told["terms_of_calls"],
        )  # fmt: skip
        writer = officials["programme"].user
        call = measures.write_call(draft, by=writer, now=at)
        for problem in one["directions"]:
            owner = find_body(problem["owner"])
            assert owner, problem["owner"]  # noqa: S101 - the pack names it
            said = {**problem, "owner_id": owner.pk}
            del said["owner"]
            measures.add_direction(call.code, Problem(**said), by=writer, now=at)
        measures.publish_call(call.code, act=one["act"], by=officials["apparatus"].user, now=at)
    return call.directions.earliest("position").pk


def live_measures(officials: dict[str, Account], *, now: datetime) -> int:
    """The number of measures and pilots."""

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
    late.decide("5", "on_conditions", "Узгадніць перадачу даных з уладальнікамі дарог.")
    running = begun("running", 80)
    running.route()
    running.opine()
    running.decide("3", "recommend")
    running.carry_out()
    _pilot(officials, now)
    return len(NAMES) + 1


def _pilot(officials: dict[str, Account], now: datetime) -> None:
    life = Life(
        officials, at_work(now, 60, hour=9), "Святлафоры, якія ведаюць пра аўтобус", "pilot"
    )
    life.idea = replace(life.idea, sources=["own", "other"])
    budget = life.passport["budget"]
    budget["lines"] = [{**line, "source": "own"} for line in budget["lines"]]
    trial = Trial(direction=_calls(officials, now), **TRIAL)
    life.case = measures.propose_pilot(life.idea, trial, body_id=life.body, **life.by("initiator"))
    life.opine()
    life.decide("4", "recommend")
    measures.include(life.case.pk, act="Пералік пілотных праектаў (узор)", **life.by("apparatus"))
    begun = timezone.localdate(life.moment)
    measures.agree(
        life.case.pk, agreement="№ 4, доступ бясплатны", starts_on=begun, **life.by("initiator")
    )
    life.moment = now
    for place, with_pilot, figures in MEASURED:
        days = [
            begun + timedelta(weeks=week)
            for week in range(-WEEKS_BEFORE, len(figures) - WEEKS_BEFORE)
        ]
        measures.measure(
            life.case.pk, place=place, with_pilot=with_pilot,
            figures=list(zip(days, map(Decimal, figures), strict=True)), **life.by("initiator"),
        )  # fmt: skip
    _happened(life, begun)


def _happened(life: Life, begun: date) -> None:
    """A slight incident that was mended, and two days of the diary."""
    said = "На адным скрыжаванні святлафор на сем хвілін перайшоў на звычайны рэжым."
    incident = measures.report_incident(
        life.case.pk, on=begun + timedelta(days=9), severity="slight", text=said + " Датчык № 6.",
        summary=said, **life.by("initiator"),
    )  # fmt: skip
    measures.answer_incident(
        life.case.pk, incident=incident.pk, done="Заменены датчык № 6, правераны астатнія.",
        summary="Датчык заменены, астатнія правераны.", **life.by("initiator"),
    )  # fmt: skip
    for days, summary in (
        (0, "Прыярытэт уключаны на 14 скрыжаваннях."),
        (20, "Пешаходы чакаюць столькі ж, колькі раней."),
    ):
        measures.write_diary(
            life.case.pk,
            on=begun + timedelta(days=days),
            text=summary,
            summary=summary,
            **life.by("initiator"),
        )
