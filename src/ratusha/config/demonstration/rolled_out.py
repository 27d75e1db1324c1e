"""A pilot of last year that was suspended once, was scaled, and now comes to one region after another."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from ratusha.measures import public as measures
from ratusha.measures.public import PlannedStage, Trial

from .cases import at_work
from .measures import Life
from .officials import Account
from .pilot_life import PilotLife

NAME = "Школьны аўтобус на тэлефоне бацькоў"
TRIAL: dict[str, Any] = {
    "hypothesis": "Калі бацькі бачаць аўтобус, дзеці чакаюць на прыпынку карацей.",
    "indicator": "Чаканне на прыпынку, хвілін",
    "baseline": Decimal(17),
    "target": Decimal(5),
    "site": "Лідскі раён, 31 школьны аўтобус",
    "site_agreed": "Ліст райвыканкама № 64",
    "design": "comparison",
    "months": 6,
    "readiness": 8,
    "stop_criteria": "Аўтобусы спазняюцца часцей, чым да пілота.",
    "means": "31 школьны аўтобус",
    "compared_with": ("Слонімскі раён", "Навагрудскі раён"),
}
MEASURED = (  # minutes at the stop, week by week
    ("Лідскі раён", True, (17, 16, 18, 17, 17, 16, 17, 11, 8, 6, 6, 5, 5, 4, 5, 5)),
    ("Слонімскі раён", False, (16, 17, 17, 16, 18, 17, 16, 17, 17, 16, 17, 16, 17, 18, 17, 16)),
    ("Навагрудскі раён", False, (18, 19, 18, 18, 17, 19, 18, 18, 19, 18, 17, 18, 18, 19, 18, 18)),
)
INCIDENT = (
    "На слізкай дарозе вадзіцель глядзеў на экран, аўтобус з’ехаў на абочыну. Ніхто не пацярпеў."
)
DONE = "Экран вадзіцеля ў руху выключаны, вадзіцелі праінструктаваныя."
DIARY = (
    (0, "Прылады стаяць на 31 аўтобусе, бацькам разасланыя запрашэнні."),
    (21, "Дзве трэці бацькоў глядзяць аўтобус кожную раніцу."),
    (60, "Вадзіцелі просяць паказваць ім і адмененыя прыпынкі."),
)
REGIONS = (  # code, school buses there, first and last day in days from today, and how many by which day
    ("4000000000", 290, -90, -5, ((-60, 96), (-30, 205), (-7, 281))),
    ("1000000000", 340, -60, 60, ((-40, 60), (-14, 150))),
    ("6000000000", 410, -30, 120, ((-10, 44),)),
    ("3000000000", 330, 30, 200, ()),
)


def roll_out_school_buses(officials: dict[str, Account], direction: UUID, now: datetime) -> None:
    pilot = PilotLife(officials, at_work(now, 285, hour=9), NAME, "school_bus")
    begun = pilot.agree(Trial(direction=direction, **TRIAL), session="1")
    _suspended_once(pilot, begun)
    pilot.moment = at_work(now, 150, hour=9)
    pilot.measure(begun, MEASURED)
    measures.evaluate(
        pilot.case.pk, answers=412, cost=Decimal(93_000), text="Параўнанне з двума раёнамі, тыдзень за тыднем.",
        sites=[("Лідскі раён", Decimal(93_000))], **pilot.by("initiator"),
    )  # fmt: skip
    measures.scale(pilot.case.pk, council_reason="", **pilot.by("programme"))
    scaling = _carried_out(officials, pilot, now)
    _from_region_to_region(scaling, now)


def _suspended_once(pilot: PilotLife, begun: date) -> None:
    case = pilot.case.pk
    pilot.moment += timedelta(days=30)
    incident = measures.report_incident(
        case, on=begun + timedelta(days=30), severity="grave", text=INCIDENT, summary=INCIDENT,
        **pilot.by("initiator"),
    )  # fmt: skip
    pilot.moment += timedelta(days=3)
    measures.answer_incident(
        case, incident=incident.pk, done=DONE, summary=DONE, **pilot.by("initiator")
    )
    measures.go_on(case, act="Рашэнне № 31 (узор)", **pilot.by("programme"))
    pilot.moment += timedelta(days=40)
    for days, summary in DIARY:
        measures.write_diary(
            case, on=begun + timedelta(days=days), text=summary, summary=summary, **pilot.by("initiator")
        )  # fmt: skip


def _carried_out(officials: dict[str, Account], pilot: PilotLife, now: datetime) -> Life:
    """The measure that scales it, paid from a local innovation fund (RUL-11)."""
    life = Life(officials, at_work(now, 145, hour=9), f"{NAME} ва ўсіх абласцях", "school_bus")
    life.idea = replace(life.idea, sources=["local_innovation"])
    today = timezone.localdate(now)
    stages = [
        PlannedStage("Прылады і сервер", today - timedelta(days=80), Decimal(120_000)),
        PlannedStage("Усе вобласці", today + timedelta(days=210), Decimal(130_000), with_code=True),
    ]
    lines = life.passport["budget"]["lines"]
    for line, stage in zip(lines, stages, strict=False):  # the money of a stage is of its year
        line["year"] = str(stage.due_on.year)
    life.passport["budget"]["lines"] = [{**line, "source": "local_innovation"} for line in lines]
    life.case = measures.propose_scaling(
        pilot.case.pk, name=life.name, regions=["BY-HR", "BY-BR", "BY-MI", "BY-HO"], sources=life.idea.sources,
        **life.by("initiator"),
    )  # fmt: skip
    life.take_route()
    life.opine()
    life.decide("2", "recommend")
    life.carry_out(act="Рашэнне аб фондзе № 8 (узор)", contract="9/1", stages=stages)
    return life


def _from_region_to_region(life: Life, now: datetime) -> None:
    today = timezone.localdate(now)
    for place, whole, first, last, _covered in REGIONS:
        measures.plan_place(
            life.case.pk, place=place, counted="школьныя аўтобусы", whole=whole,
            starts_on=today + timedelta(days=first), ends_on=today + timedelta(days=last),
            **life.by("initiator"),
        )  # fmt: skip
    covered = sorted(
        (days, place, number) for place, *_plan, known in REGIONS for days, number in known
    )
    for days, place, number in covered:
        life.moment = at_work(now, -days, hour=9)
        measures.enter_covered(
            life.case.pk, place=place, on=timezone.localdate(life.moment), covered=number,
            evidence=f"Справаздача за {timezone.localdate(life.moment):%d.%m.%Y}", **life.by("initiator"),
        )  # fmt: skip
