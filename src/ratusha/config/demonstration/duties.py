"""Duties, plans and reports of the demonstration state: most bodies in time, some late, one on its way.

Earlier years are brought over as from paper; this year's plan of two ministries goes through the acts of its people.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from ratusha.obligations import public as obligations
from ratusha.parties.public import Organisation, find_body
from ratusha.plans import public as plans
from ratusha.plans.public import PastRow, PastYear

from .officials import Account

WRITES, SENDS = (
    "state:358",
    "state:351",
)  # whose plan of this year is not there; whose is at the ministry
TRAINING = "Курсы па лічбавай трансфармацыі, стажыроўка ў галіновым офісе лічбавізацыі (узор)."
OWNER = "Аддзел лічбавага развіцця"
REMINDED = (
    -60,
    -30,
    -14,
    -7,
    -3,
    -1,
    0,
    1,
    8,
    15,
)  # days from the last one, when the nights had something to tell
LATE_BODIES, FORGETFUL = 3, 4


def live_duties(officials: dict[str, Account], *, seed: int, now: datetime) -> tuple[int, int]:
    """How many duties arose, and how many papers there are."""
    rng = Random(seed)  # noqa: S311 - a demonstration
    year = timezone.localdate(now).year
    rule = obligations.law().rule("plan")
    bodies = obligations.subjects_of(rule, date(year, 1, 1)) if rule else []
    past = [one for body in bodies for one in _past(body, year, rng)]
    papers = plans.bring_over(
        past + _this_year(bodies, year, rng), by=None, now=_at(date(year, 1, 1))
    )
    obligations.bring_over(_of_the_ministry(year), now=_at(date(year, 1, 1)))
    duties = obligations.open_years(_at(date(year, 1, 1)))
    papers += _on_its_way(officials, year)
    deadline = date(year, 4, 30)
    for days in REMINDED:
        on = deadline + timedelta(days=days)
        if on < timezone.localdate(now):
            obligations.tonight(_at(on, hour=6))
    obligations.tonight(now)
    return duties, papers


def _at(day: date, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, 20)))


def _past(body: Organisation, year: int, rng: Random) -> list[PastYear]:
    """The plan and the report of last year, and the plan of this one."""
    share = rng.randrange(30, 55)
    before = _rows(body, share, rng, reported=True)
    return [
        PastYear(
            body_id=body.pk, year=year - 1, plan_on=date(year - 2, 4, rng.randrange(1, 30)),
            plan_letter=_letter(rng), rows=before, training=TRAINING, trained=rng.randrange(2, 20),
            report_on=date(year, 2, rng.randrange(3, 28)), report_letter=_letter(rng),
        ),
        PastYear(
            body_id=body.pk, year=year, plan_on=date(year - 1, 4, rng.randrange(1, 30)),
            plan_letter=_letter(rng), rows=_rows(body, share + 8, rng), training=TRAINING,
            trained=rng.randrange(2, 20),
        ),
    ]  # fmt: skip


def _this_year(bodies: Sequence[Organisation], year: int, rng: Random) -> list[PastYear]:
    """The plan of the coming year: of most, some of them late; a few have forgotten it."""
    others = [body for body in bodies if body.code not in {WRITES, SENDS}]
    rng.shuffle(others)
    found = []
    for place, body in enumerate(others[FORGETFUL:]):
        on = (
            date(year, 5, rng.randrange(4, 25))
            if place < LATE_BODIES
            else date(year, 4, rng.randrange(6, 30))
        )
        found.append(
            PastYear(
                body_id=body.pk, year=year + 1, plan_on=on, plan_letter=_letter(rng),
                rows=_rows(body, rng.randrange(50, 72), rng), training=TRAINING, trained=rng.randrange(2, 20),
            )
        )  # fmt: skip
    return found


def _of_the_ministry(year: int) -> list[obligations.Past]:
    """What the ministry itself owed and has handed in; one thing it still owes."""
    ministry = find_body(SENDS)
    told = {
        "indicators_spring": (year - 1, date(year, 2, 20)),
        "consolidated_report": (year - 1, date(year, 3, 25)),
        "consolidated_plan": (year + 1, date(year, 6, 22)),
    }
    return [
        obligations.Past(rule, ministry.pk, str(period), on, "№ 03-4/118 (узор)")
        for rule, (period, on) in told.items()
        if ministry
    ]


def _letter(rng: Random) -> str:
    return f"№ 07-12/{rng.randrange(100, 999)} (узор)"


def _rows(body: Organisation, share: int, rng: Random, *, reported: bool = False) -> list[PastRow]:
    told = [
        (
            "electronic_share",
            "Доля адміністрацыйных працэдур у электроннай форме",
            "e_government",
            share,
        ),
        (
            "domestic_software",
            "Доля айчыннага праграмнага забеспячэння",
            "import_substitution",
            share - 9,
        ),
    ]
    if body.kind == "ministry":
        name = (
            "Доля інфармацыйных сістэм, інтэграваных з агульнадзяржаўнай аўтаматызаванай сістэмай"
        )
        told.append(("own_systems_integrated", name, "data_exchange", share + 6))
    local = "executive_committee" in body.code
    return [
        PastRow(
            values={
                "about": "indicator", "code": code, "title": title, "task": task, "owner": OWNER, "quarter": 4,
                "unit": "%", "base": Decimal(target - 5), "target": Decimal(target),
                "money": Decimal(rng.randrange(20, 400) * 1000), "source": "local" if local else "republican",
            },
            result=_result(target, rng) if reported else {},
        )
        for code, title, task, target in told
    ]  # fmt: skip


def _result(target: int, rng: Random) -> dict[str, Any]:
    short = rng.random() < 0.25  # noqa: PLR2004 - every fourth row
    told: dict[str, Any] = {
        "fact": Decimal(target + (-4 if short else rng.randrange(4))),
        "evidence": _letter(rng),
    }
    told["money"] = Decimal(rng.randrange(20, 400) * 900)
    if short:
        told |= {
            "reason": "procurement",
            "words": "Закупкі скончыліся ў снежні.",
            "next_steps": "Завяршыць у першым квартале.",
        }
    return told


def _on_its_way(officials: dict[str, Account], year: int) -> int:
    """One plan is begun and not finished; another was returned once and is at the ministry again."""
    writer, secretary = officials["initiator"].user, officials["council_secretary"].user
    chair, checker = officials["council_chair"].user, officials["programme"].user
    _begin(WRITES, year, writer, _at(date(year, 4, 2)))
    paper = _begin(SENDS, year, secretary, _at(date(year, 4, 3)))
    for row in paper.rows.all():  # whatever it began with, measures of the ministry too
        _write(paper, row.number, secretary, _at(date(year, 4, 3), hour=12))
    plans.save_training(
        paper.pk, training=TRAINING, trained=9, by=secretary, now=_at(date(year, 4, 6))
    )
    plans.prepare(paper.pk, by=secretary, now=_at(date(year, 4, 6), hour=12))
    plans.sign(paper.pk, by=chair, now=_at(date(year, 4, 7)))
    words = "Удакладніце рызыкі па інтэграцыі сістэм."
    plans.give_back(paper.pk, reason=words, by=checker, now=_at(date(year, 4, 14)))
    plans.prepare(paper.pk, by=secretary, now=_at(date(year, 4, 16)))
    plans.sign(paper.pk, by=chair, now=_at(date(year, 4, 17)))
    return 2


def _begin(code: str, year: int, by: Any, now: datetime) -> plans.Paper:
    body = find_body(code)
    duty = obligations.find("plan", body.pk, str(year + 1)) if body else None
    if duty is None:
        raise LookupError(f"no plan is owed by {code}")
    return plans.begin(duty.pk, by=by, now=now)


def _write(paper: plans.Paper, number: int, by: Any, now: datetime) -> None:
    row = paper.rows.get(number=number)
    more = 0 if row.about == "measure" else 3
    plans.save_row(
        paper.pk, row=number, subject=f"{row.about}:{row.code}", title=row.title, task=row.task or "data_exchange",
        owner=row.owner or OWNER, quarter=4, target=row.target + more,
        money=Decimal(250_000), source="republican", risk="Затрымка закупак.", by=by, now=now,
    )  # fmt: skip
