"""The digest of the week that is over: made once by the timed work, and never changed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import officials_with
from ratusha.audit.public import record
from ratusha.committee.asked import kept_of
from ratusha.committee.cells import SUM, protected
from ratusha.committee.counting import Counted, week_of
from ratusha.committee.models import Digest
from ratusha.committee.permissions import SEE
from ratusha.committee.waiting import kept_times
from ratusha.committee.weeks import VERSION, WEEKS_BEFORE, monday_of
from ratusha.issues.public import Week, response_times
from ratusha.parties.public import Organisation


def make_digests(now: datetime) -> int:
    """Timed: the last week, and those before it that are missing, for each committee where somebody reads."""
    today = timezone.localdate(now)
    committees = {body for _user, body in officials_with(SEE, on=today)}
    this_monday = monday_of(today)
    weeks = [this_monday - timedelta(weeks=back) for back in range(WEEKS_BEFORE + 1, 0, -1)]
    found = Organisation.objects.filter(pk__in=committees).order_by("pk")
    times_of = cache(response_times)  # of the whole state: the same for each committee
    return sum(make_digest(one, week, times_of, now=now) for one in found for week in weeks)


@transaction.atomic
def make_digest(
    committee: Organisation, week: date, times_of: Callable[[date], Week], *, now: datetime
) -> bool:
    """Whether it is new: what was made is not made again, whatever has been found out since."""
    if Digest.objects.filter(committee=committee, week=week).exists():
        return False
    tables = [_told(one) for one in week_of(committee, week)]
    made = Digest.objects.create(
        committee=committee,
        week=week,
        tables=tables,
        ended=kept_of(committee, week),
        times=kept_times(committee, times_of(week)),
        formula=VERSION,
        made_at=now,
    )
    record("committee.digest", "digest", made.pk, by=None, body=committee.pk, week=week.isoformat())
    return True


def _told(one: Counted) -> dict[str, Any]:
    table = protected(one.cells)
    return {
        "source": one.source,
        "districts": one.districts,
        "topics": one.topics,
        "cells": [
            [table.at(row, column) for column in (*table.columns, SUM)]
            for row in (*table.rows, SUM)
        ],
        "hidden": table.hidden,
    }
