"""The published figures open to what they were counted from, and come out again; nothing leads to a person."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from ratusha.cases.models import Skeleton
from ratusha.cases.tests.factories import CaseFactory
from ratusha.statistics import marks
from ratusha.statistics.models import Calibration
from ratusha.statistics.numbers import MADE, OF_WEEKS
from ratusha.ui.tests.opened import numbers_on, read

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def _a_day():
    cache.clear()
    with time_machine.travel(TODAY, tick=False), translation.override("en"):
        yield
    cache.clear()


@pytest.fixture
def cases(monkeypatch):
    """Closed in two months, one late, one overdue, one erased; ratings of six that are told."""
    monkeypatch.setattr(marks, "_told", [lambda: {(5, 4, 5, 4): 3, (3, 3, 3, 3): 3}])
    one = CaseFactory(granted=True, due_on=date(2026, 3, 5), closed_on=date(2026, 3, 5))
    CaseFactory(granted=True, due_on=date(2026, 3, 5), closed_on=date(2026, 3, 6))
    CaseFactory(due_on=TODAY - timedelta(days=1))
    Skeleton.objects.create(
        kind="application", subject_code="T/1", body_id=one.body_id, channel="online", outcome="granted",
        closed_in=date(2026, 2, 1), days=9, in_term=True, marks=12,
    )  # fmt: skip
    return one


def opened(link):
    told = read(Client().get(link).text)
    assert told.comes_out(), told
    assert all(told.facts)
    return told


def test_the_share_in_term_opens_by_month_with_the_erased_cases_in_it(cases):  # noqa: ARG001
    told = opened("/en/figures/in-term/")
    assert told.value == 0.5
    assert ("in_term", 1.0) in told.inputs
    assert ("overdue", 1.0) in told.inputs


def test_satisfaction_opens_to_the_marks(cases):
    page = Client().get("/en/figures/satisfaction/").text
    assert opened("/en/figures/satisfaction/").value == 3.8  # (3 × 18 + 3 × 12) ÷ 24
    assert cases.reference not in page


def test_with_nothing_to_count_there_is_no_number():
    for figure in ("in-term", "satisfaction", "share"):
        assert Client().get(f"/en/figures/{figure}/").status_code == 404


def test_every_number_of_the_finishing_dates_opens_by_week():
    for week, kept, judged in ((date(2026, 2, 2), 9, 10), (date(2026, 2, 9), 7, 9)):
        Calibration.objects.create(
            week=week, judged_on=TODAY, kept=kept, judged=judged, version="finish-1"
        )
    links = numbers_on(Client().get("/en/finishing-dates/").text)
    values = [opened(link).value for link in links]
    assert values[:2] == [pytest.approx(16 / 19), 19]
    assert values[2:5] == [7, 9, pytest.approx(7 / 9)]


def test_a_key_that_names_nothing_is_not_there(cases):  # noqa: ARG001
    client = Client(raise_request_exception=False)
    for figure in (*MADE, *OF_WEEKS, "no-such"):
        for key in ("x", "2026-02-30", "2026-02-03", "9" * 40, "%00", "ы"):
            assert client.get(f"/en/figures/{figure}/{key}/").status_code == 404, (figure, key)
