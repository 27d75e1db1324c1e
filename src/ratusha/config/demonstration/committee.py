"""Tasks of the executive committee in the demonstration state: one in each part of its way, invented (sample)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from ratusha.committee import public as committee
from ratusha.issues.public import Issue
from ratusha.obligations.public import tonight
from ratusha.parties.public import find_body

from .officials import Account

HALL, UTILITY = "executive_committee:5000000000", "housing_utility:5268000000"


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


def _issue_of(category: str) -> str:
    if not category:
        return ""
    first = Issue.objects.select_related("case").filter(category=category).earliest("reported_at")
    return first.case.reference
