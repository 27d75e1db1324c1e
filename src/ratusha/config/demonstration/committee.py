"""Tasks of the executive committee in the demonstration state: one in each part of its way, invented (sample)."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone

from ratusha.committee import public as committee
from ratusha.issues import public as issues
from ratusha.issues.public import Issue
from ratusha.obligations.public import tonight
from ratusha.parties.public import find_body

from .officials import LANGUAGE, Account

HALL, UTILITY = "executive_committee:5000000000", "housing_utility:5268000000"

COLUMNS = (
    "id", "category", "address", "lat", "lon", "status", "opened", "planned", "organisation_id",
)  # fmt: skip
WEEKS = {  # of the week that is over and the four before it, by place: five people at least, so that nothing is hidden
    "5000000000": {
        "yard.cleaning": (8, 7, 6, 8, 7), "road.lights": (7, 6, 5, 7, 6), "road.signs": (5, 6, 5, 6, 5),
        "road.hole": (6, 7, 5, 6, 6), "yard.rubbish": (7, 5, 6, 6, 7), "yard.playground": (5, 5, 6, 5, 6),
        "green.grass": (5, 6, 5, 5, 6), "yard.snow": (19, 5, 6, 5, 5),
    },
    "5264000000": {"yard.cleaning": (24, 7, 6, 8, 7), "road.hole": (5, 14, 15, 12, 16)},
}  # fmt: skip
MIDDLES = {
    "5264000000": (53.850, 27.650),
    "5000000000": (53.890, 27.530),
}


@dataclass(frozen=True)
class Wanted:
    """`days_ago` it was given, to be done within `days`; `goal` is how far it comes."""

    goal: str
    days_ago: int
    days: int
    text: str
    resolution: str = ""
    category: str = ""  # of the issue that it follows from


TASKS = (
    Wanted("accepted", 40, 20, "Ачысціць ліўневую каналізацыю на вул. Плеханава (узор).",
           "Рашэнне гарвыканкама № 118-У, п. 2 (узор)"),
    Wanted("late", 34, 30, "Абследаваць дзіцячыя пляцоўкі раёна і прыбраць небяспечныя арэлі (узор).",
           category="yard.playground"),
    Wanted("moved", 30, 25, "Замяніць асвятленне ў пад’ездах дамоў 26—32 па вул. Плеханава (узор).",
           "Пратакол нарады № 14-У, п. 3 (узор)"),
    Wanted("returned", 12, 14, "Прадставіць графік уборкі двароў на зіму (узор).",
           "Пратакол нарады № 15-У, п. 1 (узор)"),
    Wanted("reported", 8, 16, "Адрамантаваць праезную частку каля дома 5 па вул. Якубоўскага (узор).",
           category="road.hole"),
    Wanted("taken", 5, 30, "Падрыхтаваць запас пясчана-салявой сумесі (узор).",
           "Рашэнне гарвыканкама № 121-У, п. 4 (узор)"),
    Wanted("given", 1, 21, "Праверыць кантэйнерныя пляцоўкі мікрараёна Серабранка (узор).",
           category="yard.rubbish"),
)  # fmt: skip


def live_committee(officials: dict[str, Account], *, now: datetime) -> int:
    """How many tasks were given; each act at its moment by the person whose it is."""
    for one in TASKS:
        _live(one, officials, now)
    tonight(now)  # whose control date passed
    _bring_weeks(now)
    _mend_in_last_week(officials, now)
    committee.make_digests(now)
    return len(TASKS)


def _live(one: Wanted, officials: dict[str, Account], now: datetime) -> None:
    deputy, master = officials["committee"].user, officials["master"].user
    hall, utility = find_body(HALL), find_body(UTILITY)
    assert hall is not None and utility is not None  # noqa: S101, PT018 - these officials work there
    given = now - timedelta(days=one.days_ago)
    due_on = timezone.localdate(given) + timedelta(days=one.days)
    task = committee.give(
        committee_id=hall.pk, organisation_id=utility.pk, text=one.text, due_on=due_on,
        resolution=one.resolution, case_reference=_issue_of(one.category), by=deputy, now=given,
    )  # fmt: skip
    if one.goal == "given":
        return
    committee.take(task.pk, by=master, now=given + timedelta(hours=4))
    reported = given + timedelta(days=min(one.days_ago - 2, one.days - 2), hours=2)
    if one.goal == "moved":
        committee.move_date(
            task.pk, due_on=timezone.localdate(now) + timedelta(days=20),
            reason="Пастаўка свяцільнікаў перанесена: ліст пастаўшчыка № 77-У (узор).",
            by=deputy, now=now - timedelta(days=2),
        )  # fmt: skip
    if one.goal in {"accepted", "returned", "reported"}:
        text = "Выканана: акт № 31-У (узор)."
        committee.report(task.pk, text=text, by=master, now=reported)
    later = reported + timedelta(hours=5)
    if one.goal == "accepted":
        committee.accept(task.pk, by=deputy, now=later)
    if one.goal == "returned":
        reason = "Дадайце ў графік двары па вул. Уборэвіча (узор)."
        committee.give_back(task.pk, reason=reason, by=deputy, now=later)


def _bring_weeks(now: datetime) -> None:
    """Five weeks of issues from an invented file, as open data of a town are brought in: numbers to compare."""
    monday = committee.monday_of(timezone.localdate(now)) - timedelta(weeks=1)
    with TemporaryDirectory() as folder:
        for place, counts in WEEKS.items():
            file = Path(folder) / f"{place}.csv"
            with file.open("w", newline="") as opened:
                table = csv.writer(opened)
                table.writerow(COLUMNS)
                table.writerows(_rows(place, counts, monday))
            issues.import_file(
                file, source="sample", place=place, names={}, language=LANGUAGE, now=now
            )


def _mend_in_last_week(officials: dict[str, Account], now: datetime) -> None:
    """Six that were reported, given and done in it, so that it is known how long they took."""
    monday = committee.monday_of(timezone.localdate(now)) - timedelta(weeks=1)
    begun = timezone.make_aware(datetime.combine(monday, time(10)))
    utility = find_body(UTILITY)
    assert utility is not None  # noqa: S101 - the master works there
    executor = issues.name_executor(UTILITY, name=utility.name, body_id=utility.pk)
    for nth in range(6):
        trouble = issues.Trouble(
            category="yard.rubbish", language=LANGUAGE, words="Смецце не вывезлі (узор).", unit_code="5000000000",
            address=f"Мінск, вул. Узорная, {300 + nth}", lat=53.91 + nth * 0.004, lon=27.66,
        )  # fmt: skip
        case = issues.report(trouble, by=None, now=begun + timedelta(hours=nth)).case
        given = begun + timedelta(hours=5 + nth)
        issues.assign(case.pk, executor=executor.pk, by=officials["dispatcher"].user, now=given)
        done = begun + timedelta(days=1 + nth // 2, hours=2)
        text = "Смецце вывезена (узор)."
        issues.finish(case.pk, text=text, by=officials["master"].user, now=done)
    issues.draw_anew()


def _rows(
    place: str, counts: Mapping[str, Sequence[int]], monday: date
) -> Iterator[tuple[object, ...]]:
    """Each of another house and another hour of the day: nothing of it is a duplicate."""
    number, (north, east) = 0, MIDDLES[place]
    for category, weeks in counts.items():
        for back, many in enumerate(weeks):
            for nth in range(many):
                number += 1
                opened = monday - timedelta(weeks=back) + timedelta(days=nth % 7)
                lat, lon = north + number % 23 * 0.0021, east + number % 29 * 0.0033
                yield (
                    f"{place}-{number}", category, f"Мінск, вул. Узорная, {number}", f"{lat:.5f}", f"{lon:.5f}",
                    "5", opened.isoformat(), (opened + timedelta(days=3)).isoformat(), "",
                )  # fmt: skip


def _issue_of(category: str) -> str:
    if not category:
        return ""
    first = Issue.objects.select_related("case").filter(category=category).earliest("reported_at")
    return first.case.reference
