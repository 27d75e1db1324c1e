"""The order of work: deputies and a second official, at the page of the body."""

from uuid import uuid4

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.applications.public import Status
from ratusha.applications.tests.state import LATER, NOW
from ratusha.cases.public import Substitution

ORDER = reverse("portal:order")
DAYS = {
    "since_day": "1", "since_month": "12", "since_year": "2026",
    "until_day": "8", "until_month": "12", "until_year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def case(applying):
    return applying().accepted(now=NOW)


@pytest.fixture
def clerk(client, case):
    return sign_in(client, case.handler, acting=case.body_id)


def test_an_official_names_a_deputy_who_then_sees_the_cases_as_theirs(client, clerk, case):
    deputy = official("cases.see", "cases.decide", body_id=case.body_id, display_name="Пятро Сак")
    sent = {"principal": str(case.handler_id), "deputy": str(deputy.pk), **DAYS}
    assert clerk.post(ORDER, sent).status_code == 302
    assert "Пятро Сак" in clerk.get(ORDER).text
    desk = sign_in(client, deputy, acting=case.body_id)
    assert case.reference in desk.get(reverse("portal:desk"), {"show": "mine"}).text
    page = reverse("applications:desk_grant", args=[case.reference])
    assert desk.post(page, {"note": ""}).status_code == 302
    shown = desk.get(reverse("applications:desk_case", args=[case.reference])).text
    assert case.handler.display_name in shown
    named = Substitution.objects.get()
    assert desk.post(reverse("portal:order_end", args=[named.pk])).status_code == 403


def test_wrong_days_are_422_and_are_kept(clerk, case):
    sent = {"principal": str(case.handler_id), "deputy": str(case.handler_id), **DAYS}
    answer = clerk.post(ORDER, {**sent, "until_month": "11"})
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert clerk.post(ORDER, {}).status_code == 422


def test_an_official_names_no_deputy_for_a_colleague(clerk, case):
    colleague = official("cases.decide", body_id=case.body_id)
    sent = {"principal": str(colleague.pk), "deputy": str(case.handler_id), **DAYS}
    assert clerk.post(ORDER, sent).status_code == 422
    assert not Substitution.objects.exists()


def test_a_substitution_is_ended(clerk, case):
    deputy = official("cases.decide", body_id=case.body_id)
    clerk.post(ORDER, {"principal": str(case.handler_id), "deputy": str(deputy.pk), **DAYS})
    named = Substitution.objects.get()
    assert clerk.post(reverse("portal:order_end", args=[named.pk])).status_code == 302
    named.refresh_from_db()
    assert named.ended_at == LATER
    assert clerk.post(reverse("portal:order_end", args=[uuid4()])).status_code == 404


def test_only_the_head_asks_for_a_second_official(client, clerk, case, applying):
    page = reverse("portal:order_second")
    assert clerk.post(page, {"asked": "yes"}).status_code == 403
    head = sign_in(client, applying().state.officials["head"], acting=case.body_id)
    assert head.post(page, {"asked": "yes"}).status_code == 302
    assert applying().granted(now=LATER).status == Status.TO_CONFIRM
    assert head.post(page, {"asked": "no"}).status_code == 302
    assert applying().granted(now=LATER).status == Status.GRANTED


def test_an_official_stands_aside_and_finds_the_case_no_more(clerk, case):
    page = reverse("applications:desk_stand_aside", args=[case.reference])
    assert clerk.get(page).status_code == 200
    assert clerk.post(page, {"reason": " "}).status_code == 422
    assert clerk.post(page, {"reason": "Сусед"}).status_code == 302
    assert clerk.get(page).status_code == 404
    case.refresh_from_db()
    assert case.handler is None


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(ORDER).status_code == 302
