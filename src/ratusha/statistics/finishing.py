"""The honest finishing date: promises made each week from survival curves, and each week what became of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Related
from ratusha.kernel.dates import day_in_words

from .models import Calibration, FinishPromise
from .survival import VERSION, Lives, ends_within, kept

LOOK_BACK = timedelta(days=365)
JUDGED_FOR = timedelta(weeks=26)  # a promise is judged anew each week for half a year
KIND = "application"
LIVED = """
WITH stood AS (
    SELECT case_id, SUM(CASE tick WHEN 'resume' THEN "on" - DATE '2000-01-01'
                                  ELSE DATE '2000-01-01' - "on" END) AS days
    FROM cases_clockentry WHERE tick IN ('stop', 'resume') GROUP BY case_id
)
SELECT c.subject_code, c.body_id, c.lodged_on,
       GREATEST(0, COALESCE(c.closed_on, %(today)s) - c.lodged_on - COALESCE(
           s.days + CASE WHEN c.stopped_on IS NULL THEN 0
                         ELSE COALESCE(c.closed_on, %(today)s) - DATE '2000-01-01' END, 0)) AS days,
       c.closed_on IS NOT NULL AND c.outcome <> 'withdrawn' AS finished,
       COUNT(*)
FROM cases_case c LEFT JOIN stood s ON s.case_id = c.id
WHERE c.kind = %(kind)s AND c.lodged_on >= %(since)s AND c.lodged_on < %(until)s
GROUP BY 1, 2, 3, 4, 5
"""
NEWEST = """
SELECT * FROM statistics_finishpromise
WHERE week = (SELECT max(week) FROM statistics_finishpromise)
  AND procedure_code = %s AND (body_id = %s OR body_id IS NULL)
ORDER BY body_id NULLS LAST LIMIT 1
"""
NEWEST_AT_BODY = """
SELECT DISTINCT ON (procedure_code) * FROM statistics_finishpromise
WHERE week = (SELECT max(week) FROM statistics_finishpromise) AND (body_id = %s OR body_id IS NULL)
ORDER BY procedure_code, body_id NULLS LAST
"""
Key = tuple[str, UUID | None]


@dataclass(frozen=True)
class Lived:
    """Cases of one procedure and body, lodged on one day, seen for as many days."""

    procedure_code: str
    body_id: UUID
    lodged_on: date
    lives: Lives


def _lived(since: date, until: date, today: date) -> list[Lived]:
    """Aggregates only: no row tells of one case where there are more of its kind."""
    given: dict[str, Any] = {"kind": KIND, "since": since, "until": until, "today": today}
    with connection.cursor() as cursor:
        cursor.execute(LIVED, given)
        return [
            Lived(code, body, lodged_on, Lives(int(days), bool(finished), int(number)))
            for code, body, lodged_on, days, finished, number in cursor.fetchall()
        ]


def week_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


@transaction.atomic
def promise_and_judge(now: datetime) -> None:
    """Once a week: new promises, and what became of the earlier ones. A second run of a week changes nothing."""
    today = timezone.localdate(now)
    week = week_of(today)
    if FinishPromise.objects.filter(week=week).exists():
        return
    FinishPromise.objects.bulk_create(_promises(week, today))
    _judge(week, today)


def _promises(week: date, today: date) -> list[FinishPromise]:
    curves: dict[Key, list[Lives]] = defaultdict(list)
    for one in _lived(today - LOOK_BACK, today + timedelta(days=1), today):
        curves[one.procedure_code, one.body_id].append(one.lives)
        curves[one.procedure_code, None].append(one.lives)
    return [
        FinishPromise(
            week=week,
            procedure_code=code,
            body_id=body_id,
            days=days,
            finished=sum(one.cases for one in lives if one.finished),
            version=VERSION,
        )
        for (code, body_id), lives in curves.items()
        if (days := ends_within(lives)) is not None
    ]


def _judge(week: date, today: date) -> None:
    """Each week of lodging by the promises of that week, once all its cases are old enough to be judged."""
    promised: dict[date, dict[Key, int]] = defaultdict(dict)
    for said in FinishPromise.objects.filter(week__gte=week - JUDGED_FOR, week__lt=week):
        promised[said.week][said.procedure_code, said.body_id] = said.days
    for when, days in promised.items():
        good = of = 0
        for one in _lived(when, when + timedelta(weeks=1), today):
            within = days.get(
                (one.procedure_code, one.body_id), days.get((one.procedure_code, None))
            )
            if within is not None and (today - one.lodged_on).days > within:
                one_good, one_of = kept(within, [one.lives])
                good, of = good + one_good, of + one_of
        if of:
            Calibration.objects.update_or_create(
                week=when,
                defaults={"judged_on": today, "kept": good, "judged": of, "version": VERSION},
            )


def promise_for(procedure_code: str, body_id: UUID | None = None) -> FinishPromise | None:
    """The newest: of the body if it has finished enough cases, else of all bodies together."""
    return next(iter(FinishPromise.objects.raw(NEWEST, [procedure_code, body_id])), None)


def usual_days(body_id: UUID | None) -> dict[str, int]:
    """Within how many days nine of ten cases end, by procedure, as `promise_for` finds it for this body."""
    newest = FinishPromise.objects.raw(NEWEST_AT_BODY, [body_id])
    return {one.procedure_code: one.days for one in newest}


def finishing_card(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:  # noqa: ARG001 - a speaker of `cases`
    """On the page of one's own running case; nothing when there are too few cases, or when the day is past."""
    if case.kind != KIND or at_desk or case.closed_on or case.stopped_on:
        return []
    promise = promise_for(case.subject_code, case.body_id)
    if promise is None:
        return []
    ends = case.lodged_on + timedelta(days=promise.days + _stood(case))
    if ends < on:
        return []
    words = _("9 of 10 cases like yours end by %(day)s. Counted from %(number)s finished cases.")
    return [
        Related(
            title=_("When it usually ends"),
            text=words % {"day": day_in_words(ends), "number": promise.finished},
        )
    ]


def _stood(case: Case) -> int:
    """Days during which the clock of this case stood and runs again."""
    days = 0
    for entry in case.clock.all():
        sign = {"stop": -1, "resume": 1}.get(entry.tick, 0)
        days += sign * entry.on.toordinal()
    return days


def calibration() -> list[Calibration]:
    return list(Calibration.objects.all()[:52])
