"""What is published counts on when a case is erased."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache

from ratusha.accounts.tests.factories import official
from ratusha.applications.tests.state import HOUSEHOLD, LATER, Applying, living_state
from ratusha.cases.public import Case, rate
from ratusha.records.public import carry_out
from ratusha.records.services.disposal import confirm, prepare, propose
from ratusha.statistics.public import front_line

LONG_AFTER = datetime(2032, 1, 5, 9, 0, tzinfo=UTC)
MARKS = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}


@pytest.fixture(scope="module")
def state(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    with django_db_blocker.unblock(), living_state() as made:
        yield made


@pytest.mark.django_db
def test_an_erased_case_stays_in_the_share_in_term_and_moves_no_figure(state, settings, tmp_path):
    settings.DATA = tmp_path
    one = Applying(state, HOUSEHOLD)
    case = one.granted()
    rate(case.pk, scores=MARKS, comment="", by=one.user, now=LATER)
    two = [official("records.dispose", body_id=case.body_id) for _one in range(2)]
    act = propose(prepare(case.body_id, now=LONG_AFTER).pk, by=two[0], now=LONG_AFTER)
    confirm(act.pk, by=two[1], now=LONG_AFTER)
    cache.clear()
    before = front_line(LONG_AFTER.date())
    assert carry_out(LONG_AFTER) == 1
    assert not Case.objects.exists()
    cache.clear()
    assert front_line(LONG_AFTER.date()) == before
    assert before.in_term.numerator == 1
