"""Issues of the demonstration state: one in each part of its way, around one street, with invented words (sample)."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.issues import public as issues
from ratusha.issues.public import Trouble
from ratusha.kernel.texts import Text
from ratusha.parties.public import find_body

from .officials import LANGUAGE, Account

UTILITY = "housing_utility:5268000000"
HALL = "executive_committee:5000000000"
LAMPS: Text = {"be": "Гарадское асвятленне (узор)", "ru": "Городское освещение (образец)"}
BORDER = (27.585, 53.845, 27.64, 53.88)  # of an invented territory: west, south, east, north
LINE = 27.6125  # to its west the lamps are of the city, to its east of the utility
TROUBLES = {  # by where the issue comes to: category, place, words, latitude, longitude
    "reported": ("road.manhole", "вул. Плеханава, 40", "Люк без вечка каля прыпынку.", 53.8668, 27.6145),
    "asked_twice": ("yard.cleaning", "вул. Плеханава, 28", "Пад вокнамі смецце.", 53.8659, 27.6121),
    "assigned": ("house.light", "вул. Плеханава, 28", "У другім пад’ездзе цёмна.", 53.8660, 27.6122),
    "planned": ("road.hole", "вул. Якубоўскага, 5", "Яма на павароце.", 53.8689, 27.6031),
    "done": ("yard.rubbish", "вул. Плеханава, 26", "Кантэйнер перапоўнены.", 53.8655, 27.6118),
    "reopened": ("yard.playground", "вул. Плеханава, 32", "Зламаныя арэлі.", 53.8663, 27.6130),
    "closed": ("green.grass", "вул. Уборэвіча, 12", "Трава вышэйшая за лаўку.", 53.8571, 27.6212),
    "lamps": ("road.lights", "вул. Уборэвіча, 20", "Тры ліхтары запар не гараць.", 53.8563, 27.6230),
    "late": ("house.lift", "вул. Якубоўскага, 33", "Ліфт стаіць другі тыдзень.", 53.8702, 27.6049),
    "not_ours": ("road.signs", "Лошыца, прыватны двор", "Зняты шлагбаўм.", 53.8391, 27.5714),
}  # fmt: skip
ANSWERS = (  # of who joined the report of the rubbish: mark and words
    (5, "Вывезлі ў той жа дзень."),
    (4, ""),
    (4, "Чыста, але доўга чакалі."),
    (5, ""),
    (3, "Каля кантэйнера засталося шкло."),
    (5, ""),
)
CALLERS_NUMBER = "+375 29 000-00-00"
DAYS = {
    "closed": 30,
    "reopened": 12,
    "late": 9,
    "done": 6,
    "planned": 4,
    "lamps": 3,
    "not_ours": 3,
    "asked_twice": 2,
}


def live_issues(
    citizens: dict[str, Account], officials: dict[str, Account], *, now: datetime
) -> int:
    """How many were reported; each act at its moment by the person whose it is."""
    dispatcher, master = officials["dispatcher"].user, officials["master"].user
    body = find_body(UTILITY)
    assert body is not None  # noqa: S101 - the master works there
    utility = issues.name_executor(UTILITY, name=body.name, body_id=body.pk)
    lamps = issues.name_executor("sample:lamps", name=LAMPS, body_id=None)
    _assign_territory(lamps.code, utility.code, dispatcher, now=now)
    count = 0
    issues.tend_survey(now - timedelta(days=5))  # the first seed is announced
    for goal in TROUBLES:
        moment = now - timedelta(days=DAYS.get(goal, 0), hours=2)
        case = _report(goal, citizens["alena"].user, moment)
        _go_on(
            goal,
            case,
            executor=lamps if goal == "lamps" else utility,
            dispatcher=dispatcher,
            master=master,
            citizens=citizens,
            moment=moment,
            operator=officials["operator"],
        )
        count += 1
    again = _report("asked_twice", citizens["dzmitry"].user, now - timedelta(hours=1))
    first = (
        issues.Issue.objects.select_related("case")
        .filter(category="yard.cleaning")
        .earliest("reported_at")
    )
    issues.merge(again.pk, into=first.case.reference, by=dispatcher, now=now)
    for days in (6, 1):  # nobody has come: the organisation was told, then the body above
        issues.escalate(now - timedelta(days=days))
    _ask_by_lot(now)
    issues.draw_anew()
    return count + 1


def _ask_by_lot(now: datetime) -> None:
    """The night after the rubbish was taken away: most answer on their page, the caller is still to be called."""
    issues.tend_survey(now - timedelta(days=3))
    asked = issues.lots_that_wait().exclude(reporter__party_id=None)
    for lot, (mark, words) in zip(asked, ANSWERS, strict=False):
        given = issues.Answer(done=True, mark=mark, words=words)
        issues.answer_on_page(
            lot.pk, given, reporter=lot.reporter, by=None, now=now - timedelta(days=2)
        )


def _assign_territory(west: str, east: str, by: User, *, now: datetime) -> None:
    """Who answers for street lamps and signs in a part of the town: an act that nobody has signed (sample)."""
    left, bottom, right, top = BORDER
    hall = find_body(HALL)
    assert hall is not None  # noqa: S101 - the dispatcher works there
    border = issues.bring_border(
        _outlines(("", "", BORDER)), unit_code="5000000000", source="Прыдуманая мяжа (узор)",
        body_id=hall.pk, by=by, now=now,
    )  # fmt: skip
    edition = issues.draft_assignment(
        _outlines(
            (west, "Захад (узор)", (left, bottom, LINE, top)),
            (east, "Усход (узор)", (LINE, bottom, right, top)),
        ),
        border=border, duty="road.lights", act="Рашэнне гарвыканкама № 115-У (узор)",
        act_on=timezone.localdate(now), sample=True, by=by, now=now,
    )  # fmt: skip
    issues.publish_assignment(edition.pk, since=timezone.localdate(now), by=by, now=now)


def _outlines(*parts: tuple[str, str, tuple[float, float, float, float]]) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"organisation": code, "name": name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]],
            },
        }
        for code, name, (w, s, e, n) in parts
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _report(goal: str, by: User, moment: datetime) -> Case:
    category, address, words, lat, lon = TROUBLES[goal]
    trouble = Trouble(
        category=category, language=LANGUAGE, words=words, address=f"Мінск, {address}", lat=lat, lon=lon,
        unit_code="5000000000",
    )  # fmt: skip
    return issues.report(trouble, by=by, now=moment).case


def _others_report_it(
    case: Case, citizens: dict[str, Account], operator: Account, moment: datetime
) -> None:
    """Neighbours who see the same, and one who has no account and calls."""
    for one in citizens.values():
        if one.code != "alena":
            issues.join(case.pk, by=one.user, language=LANGUAGE, now=moment)
    caller = issues.Caller(telephone=CALLERS_NUMBER, agreed=True, language=LANGUAGE)
    hall = find_body(HALL)
    assert hall is not None  # noqa: S101 - the operator works there
    issues.join_for_caller(case.pk, caller, body_id=hall.pk, by=operator.user, now=moment)


def _go_on(
    goal: str,
    case: Case,
    *,
    executor: issues.Executor,
    dispatcher: User,
    master: User,
    citizens: dict[str, Account],
    moment: datetime,
    operator: Account,
) -> None:
    """Up to where this one comes."""
    later = moment + timedelta(hours=1)
    words = TROUBLES[goal][2]
    issues.publish_words(case.pk, text=words, by=dispatcher, now=later)
    if goal in {"reported", "asked_twice"}:
        return
    if goal == "not_ours":
        reasons = "Двор прыватны: звярніцеся да яго ўладальніка (узор)."
        issues.refuse(case.pk, reasons=reasons, by=dispatcher, now=later)
        return
    issues.assign(case.pk, executor=executor.pk, by=dispatcher, now=later)
    if goal == "planned":
        on = timezone.localdate(later) + timedelta(days=6)
        issues.plan(case.pk, on=on, by=master, now=later + timedelta(hours=1))
    if goal not in {"done", "reopened", "closed"}:
        return
    if goal == "done":
        _others_report_it(case, citizens, operator, later)
    done = later + timedelta(days=2)
    issues.finish(case.pk, text="Работы выкананы (узор).", by=master, now=done)
    alena = citizens["alena"].user
    reporter = issues.reporter_of(alena, case.pk)
    after: dict[str, Callable[[], Case]] = {
        "reopened": lambda: issues.reopen(
            case.pk, reporter=reporter, reasons="Адна арэля так і вісіць.", by=alena,
            now=done + timedelta(days=1),
        ),
        "closed": lambda: issues.confirm(
            case.pk, reporter=reporter, by=alena, now=done + timedelta(days=1)
        ),
    }  # fmt: skip
    if goal in after:
        after[goal]()
