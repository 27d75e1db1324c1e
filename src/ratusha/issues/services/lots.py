"""Every night: lots are drawn about what was reported done, what is over ends, numbers that have served are erased."""

import secrets
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.issues.holds import held_cases
from ratusha.issues.law import law
from ratusha.issues.models import Draw, Lot, Reporter, Telephone
from ratusha.issues.rules import ENDED, OPEN, Status
from ratusha.issues.survey.rules import fingerprint_of_seed, is_hit, last_day_to_answer
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify

from .numbers import forget_numbers

LONGEST = timedelta(days=30)  # as RETENTION says: whatever has become of the survey
LOCK = "SELECT pg_advisory_xact_lock(hashtext('issues.survey'))"
Outcome = Lot.Outcome
SERVED = (Outcome.NOT_DRAWN, Outcome.ANSWERED, Outcome.DECLINED, Outcome.NOT_REACHED)


def tend_survey(now: datetime) -> int:
    """How many are asked anew. The second time in a night nothing happens."""
    _end_what_is_over(now)
    asked = _draw(now)
    _erase_telephones(now)
    return asked


@transaction.atomic
def _draw(now: datetime) -> int:
    """The days since the last draw; with it the next seed is made, and its fingerprint can be read from now on."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    today = timezone.localdate(now)
    draw = Draw.objects.filter(drawn_at=None).first()
    if draw is None:
        _announce(today, now)
        return 0
    if draw.since >= today:
        return 0
    draw.until, draw.drawn_at = today - timedelta(days=1), now
    lots = [_lot(draw, one, draw.seed) for one in _who_can_be_reached(draw.since, draw.until)]
    hit = [one for one in lots if one.outcome == Outcome.WAITING]
    draw.entered, draw.hit = len(lots), len(hit)
    draw.save()
    Lot.objects.bulk_create(lots, batch_size=1000)
    forget_numbers([one.reporter_id for one in lots if one.outcome == Outcome.NOT_DRAWN])
    record("issues.draw_lots", "draw", str(draw.pk), by=None, entered=len(lots), hit=len(hit))
    _announce(today, now)
    for one in hit:
        _ask(one, now)
    return len(hit)


def _announce(since: date, now: datetime) -> None:
    seed = secrets.token_hex(32)
    Draw.objects.create(
        since=since, seed=seed, fingerprint=fingerprint_of_seed(seed), announced_at=now
    )


def _who_can_be_reached(since: date, until: date) -> QuerySet[Reporter]:
    """Everybody with an account or a telephone whose issue was done in these days and is not open again."""
    return (
        Reporter.objects.filter(
            Q(party_id__isnull=False) | Q(telephone__isnull=False) & ~Q(pk__in=_served()),
            issue__case__status__in=ENDED,
            issue__case__closed_on__range=(since, until),
        )
        .select_related("issue__case")
        .order_by("pk")
    )


def _lot(draw: Draw, reporter: Reporter, seed: str) -> Lot:
    issue, said = reporter.issue, law().survey
    percent, closed = said.percent(issue.category), issue.case.closed_on
    assert closed is not None  # noqa: S101 - it was asked for by this day
    return Lot(
        draw=draw,
        reporter=reporter,
        issue=issue,
        category=issue.category,
        executor_id=issue.executor_id,
        percent=percent,
        outcome=Outcome.WAITING if is_hit(seed, reporter.pk, percent) else Outcome.NOT_DRAWN,
        until=last_day_to_answer(closed, said.days),
    )


def _ask(lot: Lot, now: datetime) -> None:
    """Who has an account reads it; who left a telephone is called."""
    reporter, case = lot.reporter, lot.issue.case
    if reporter.party_id is None:
        return

    def words() -> str:
        message = _(
            "Issue %(number)s was reported done, and the lot has chosen you: please say on its page whether it is so. "
            "It takes a minute, and nobody has to answer."
        )
        return message % {"number": case.reference}

    notify(
        party_id=reporter.party_id,
        kind="issue_survey",
        case_reference=case.reference,
        once=f"{case.reference}:survey:{lot.draw_id}",
        subject=in_all_languages(lambda: _("Is it done?")),
        body=in_all_languages(words),
        now=now,
    )


@transaction.atomic
def _end_what_is_over(now: datetime) -> None:
    """The days have passed; or the issue is open again, and whoever reported it is asked when it is done anew."""
    today = timezone.localdate(now)
    waiting = Lot.objects.filter(outcome=Outcome.WAITING)
    ended = {"outcome": Outcome.OVER, "ended_at": now, "taken_by": None, "taken_at": None}
    waiting.filter(issue__case__status__in=OPEN).update(**ended)
    over = list(waiting.filter(until__lt=today).values_list("reporter", flat=True))
    waiting.filter(until__lt=today).update(**ended)
    forget_numbers(over)


def _served() -> QuerySet[Reporter]:
    """Whose number was for one lot, and that lot is over."""
    return Reporter.objects.filter(lots__outcome__in=SERVED)


@transaction.atomic
def _erase_telephones(now: datetime) -> int:
    """Where nothing will be asked: refused, taken back, done long ago; and what a hold that is over has kept."""
    until = timezone.localdate(now) - LONGEST
    over = Telephone.objects.filter(
        Q(reporter__issue__case__status__in=(Status.NOT_OURS, Status.WITHDRAWN))
        | Q(reporter__issue__case__closed_on__lt=until)
        | Q(reporter__in=_served())
    )
    count, _tables = over.exclude(reporter__issue__in=held_cases()).delete()
    if count:
        record("issues.erase_telephones", "issues", "", by=None, count=count)
    return count
