"""The official is reminded before the term, once for a due date, and only when it is their move."""

from datetime import UTC, datetime, time, timedelta

from ratusha.applications.public import remind_of_terms, suspend
from ratusha.notifications.models import Notice

from .state import LATER, NOW


def days_before(case, days):
    return datetime.combine(case.due_on - timedelta(days=days), time(3, 20), tzinfo=UTC)


def told(case):
    return Notice.objects.filter(party_id=case.handler.party_id, kind="term_near")


def test_the_official_is_reminded_once_and_not_too_early(applying):
    case = applying().accepted(now=NOW)
    assert remind_of_terms(days_before(case, 4)) == 0
    remind_of_terms(days_before(case, 3))
    remind_of_terms(days_before(case, 2))
    (notice,) = told(case)
    assert case.reference in notice.subject["be"]


def test_a_case_that_waits_for_others_or_is_finished_reminds_nobody(applying):
    case = applying().granted(now=NOW)
    waiting = applying(who="dzmitry").accepted(now=NOW)
    near = days_before(waiting, 1)
    suspend(waiting.pk, note="Польшча", by=waiting.handler, now=LATER)
    assert remind_of_terms(near) == 0
    assert not told(case).exists()


def test_a_case_that_nobody_holds_reminds_nobody(applying):
    assert remind_of_terms(days_before(applying().lodged(), 1)) == 0
