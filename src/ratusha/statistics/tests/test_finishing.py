"""Promises of a finishing date: made weekly from the cases, judged when their day is past, said where they help."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import translation

from ratusha.accounts.tests.factories import UserFactory
from ratusha.cases.clock import Tick
from ratusha.cases.tests.factories import CaseFactory
from ratusha.statistics.finishing import finishing_card, promise_and_judge, promise_for
from ratusha.statistics.models import Calibration, FinishPromise

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 25, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 25)
BODY = uuid4()


def case(days, *, lodged_on=date(2026, 3, 2), body=BODY, **more):
    ended = {} if days is None else {"closed_on": lodged_on + timedelta(days=days)}
    outcome = {"outcome": "granted", "status": "granted"} if ended else {}
    given = {"kind": "application", "subject_code": "T/1", "body_id": body, "lodged_on": lodged_on}
    return CaseFactory(**{**given, **ended, **outcome, **more})


def test_a_promise_is_made_for_the_body_and_for_all_together():
    for days in range(1, 21):
        case(days)
    promise_and_judge(NOW)
    made = {(p.body_id, p.days, p.finished) for p in FinishPromise.objects.all()}
    assert made == {(BODY, 18, 20), (None, 18, 20)}


def test_a_body_with_few_cases_takes_the_promise_of_all():
    for days in range(1, 21):
        case(days, body=uuid4())
    promise_and_judge(NOW)
    assert promise_for("T/1", BODY).body_id is None
    assert promise_for("T/2", BODY) is None


def test_a_second_run_of_the_week_changes_nothing():
    for days in range(1, 21):
        case(days)
    promise_and_judge(NOW)
    promise_and_judge(NOW + timedelta(days=1))
    assert FinishPromise.objects.count() == 2


def test_days_on_which_the_clock_stood_are_taken_out():
    for _number in range(20):
        one = case(20)
        for tick, day in ((Tick.STOP, 5), (Tick.RESUME, 15)):
            one.clock.create(
                tick=tick, on=date(2026, 3, day), reason="foreign_request", source="x", at=NOW
            )
    promise_and_judge(NOW)
    assert promise_for("T/1", BODY).days == 10


def test_a_withdrawn_case_is_not_a_finished_one():
    for _number in range(20):
        case(1, outcome="withdrawn")
    promise_and_judge(NOW)
    assert not FinishPromise.objects.exists()


def test_a_promise_is_judged_by_the_cases_lodged_in_its_week():
    FinishPromise.objects.create(
        week=date(2026, 3, 2), procedure_code="T/1", days=10, finished=20, version="x"
    )
    case(9)
    case(11)
    case(None)
    case(3, lodged_on=date(2026, 3, 10))  # of another week
    promise_and_judge(NOW)
    judged = Calibration.objects.get()
    assert (judged.week, judged.kept, judged.judged) == (date(2026, 3, 2), 1, 3)


def test_cases_younger_than_the_promise_are_not_judged():
    FinishPromise.objects.create(
        week=date(2026, 3, 2), procedure_code="T/1", days=60, finished=20, version="x"
    )
    case(9)
    promise_and_judge(NOW)
    assert not Calibration.objects.exists()


@pytest.fixture
def _promised():
    FinishPromise.objects.create(
        week=date(2026, 3, 23), procedure_code="T/1", days=30, finished=25, version="x"
    )


def said(one, on=TODAY):
    with translation.override("en"):
        return [card.text for card in finishing_card(one, user=UserFactory(), at_desk=False, on=on)]


@pytest.mark.usefixtures("_promised")
def test_a_person_is_told_the_day():
    assert said(case(None)) == [
        "9 of 10 cases like yours end by 1 April 2026. Counted from 25 finished cases."
    ]


@pytest.mark.usefixtures("_promised")
def test_the_day_moves_with_the_days_the_clock_stood():
    one = case(None)
    for tick, day in ((Tick.STOP, 5), (Tick.RESUME, 15)):
        one.clock.create(
            tick=tick, on=date(2026, 3, day), reason="foreign_request", source="x", at=NOW
        )
    assert "11 April 2026" in said(one)[0]


@pytest.mark.parametrize("more", [{"days": 3}, {"days": None, "due_on": None, "stopped_on": TODAY}])
@pytest.mark.usefixtures("_promised")
def test_of_a_finished_or_stopped_case_nothing_is_said(more):
    assert said(case(**more)) == []


@pytest.mark.usefixtures("_promised")
def test_a_day_that_is_past_is_not_promised():
    assert said(case(None), on=date(2026, 4, 2)) == []


def test_the_calibration_is_public(client):
    Calibration.objects.create(
        week=date(2026, 3, 2), judged_on=TODAY, kept=9, judged=10, version="x"
    )
    page = client.get("/en/finishing-dates/")
    assert page.status_code == 200
    shown = page.content.decode().replace("\xa0", " ")
    assert "ended by the day that was named" in shown
    assert "90" in shown


def test_without_figures_the_page_says_so(client):
    assert "Nothing to judge yet" in client.get("/en/finishing-dates/").content.decode()
