"""Pilots of the demonstration state: the calls of two years, one pilot that runs, one that was scaled."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.measures import public as measures
from ratusha.measures.public import CallDraft, Problem, Trial
from ratusha.parties.public import find_body

from .cases import at_work
from .officials import Account
from .pilot_life import Measured, PilotLife
from .rolled_out import roll_out_school_buses

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
MEASURED: Measured = (  # minutes at the busiest hour, week by week
    ("Праспект у Гродне", True, (41, 40, 42, 41, 40, 41, 42, 37, 35, 34, 35, 34)),
    ("Праспект у Лідзе", False, (38, 39, 38, 37, 39, 38, 38, 38, 37, 39, 38, 38)),
    ("Вуліца ў Слоніме", False, (33, 32, 33, 34, 33, 32, 33, 33, 34, 32, 33, 33)),
)


def _calls(officials: dict[str, Account], now: datetime) -> list[UUID]:
    """The directions of two years, one open still; the first direction of each."""
    told = pack().yaml("demonstration/measures.yaml")
    firsts = []
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
        firsts.append(call.directions.earliest("position").pk)
    return firsts


def live_pilots(officials: dict[str, Account], *, now: datetime) -> int:
    """The number of pilots and of measures that scale one."""
    last_year, open_still = _calls(officials, now)
    _at_traffic_lights(officials, open_still, now)
    roll_out_school_buses(officials, last_year, now)
    return 3


def _at_traffic_lights(officials: dict[str, Account], direction: UUID, now: datetime) -> None:
    life = PilotLife(
        officials, at_work(now, 60, hour=9), "Святлафоры, якія ведаюць пра аўтобус", "pilot"
    )
    begun = life.agree(Trial(direction=direction, **TRIAL), session="4")
    life.moment = now
    life.measure(begun, MEASURED)
    _happened(life, begun)


def _happened(life: PilotLife, begun: date) -> None:
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
