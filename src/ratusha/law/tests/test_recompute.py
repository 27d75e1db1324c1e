"""The ledgers replayed: what is right is silent, what was changed by hand is found."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from django.db import connection

from ratusha.cases.clock import Tick
from ratusha.cases.public import Case
from ratusha.cases.tests.factories import CaseFactory
from ratusha.law.clock.recompute import ranges, replay_all

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def the_whole(**options):
    return list(replay_all(**options))[-1]


def test_a_case_that_follows_its_ledger_does_not_differ():
    CaseFactory()
    found = the_whole()
    assert (found.replayed, found.differing) == (1, 0)


def test_a_due_date_edited_by_hand_is_found():
    case = CaseFactory()
    Case.objects.filter(pk=case.pk).update(due_on=date(2026, 3, 20))
    found = the_whole()
    assert found.differing == 1
    assert found.rows == [
        {"reference": case.reference, "has": date(2026, 3, 20), "due": date(2026, 3, 17)}
    ]


def test_a_case_that_lost_its_ledger_is_found():
    case = CaseFactory()
    with connection.cursor() as cursor:
        # Triggers sleep: they keep a ledger with its case.
        cursor.execute("SET LOCAL session_replication_role = replica")
        case.clock.all().delete()
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    assert the_whole().differing == 1


def test_a_clock_that_stands_has_no_date():
    case = CaseFactory(due_on=None, stopped_on=date(2026, 3, 5))
    case.clock.create(
        tick=Tick.STOP, on=date(2026, 3, 5), reason="foreign_request", source="x", at=AT
    )
    assert the_whole().differing == 0


def test_every_case_is_in_one_range():
    for _number in range(7):
        CaseFactory()
    assert the_whole(parts_each=3).replayed == 7
    parts = ranges(3)
    assert all(end.int + 1 == start.int for (_s, end), (start, _e) in pairwise(parts))


def test_with_no_cases_there_is_nothing_to_replay():
    assert (the_whole().replayed, the_whole().differing) == (0, 0)
