"""What the head of the work sees: loads, giving many cases at once, refusals by ground with small cells hidden."""

import csv
import io

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.public import refuse, withdraw
from ratusha.applications.tests.state import LATER, NOW, REASONS
from ratusha.cases.public import Load, workload

WORKLOAD, GIVE = reverse("portal:workload"), reverse("portal:give")
REFUSALS, AS_CSV = reverse("portal:refusals"), reverse("portal:refusals_csv")


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def body(applying):
    return applying().state.bodies["clerk"].pk


@pytest.fixture
def head(client, applying, body):
    return sign_in(client, applying().state.officials["head"], acting=body)


@pytest.mark.parametrize("page", [WORKLOAD, GIVE, REFUSALS, AS_CSV])
def test_who_does_not_head_the_work_finds_nothing(client, applying, body, page):
    sign_in(client, applying().official, acting=body)
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("page", [WORKLOAD, GIVE, REFUSALS, AS_CSV])
def test_a_stranger_is_sent_to_sign_in(client, page):
    assert client.get(page).status_code == 302


def test_each_official_is_shown_with_what_they_hold(head, applying, body):
    held = applying().accepted(now=NOW)
    applying(who="dzmitry").accepted(now=NOW)
    applying(who="dzmitry").lodged()
    withdraw(applying().accepted(now=NOW).pk, by=applying().user, now=LATER)
    today, late = held.lodged_on, held.due_on.replace(year=held.due_on.year + 1)
    loads = {load.handler: load for load in workload(body, today=today, soon=today)}
    assert loads[held.handler_id].open == 2
    assert loads[None].open == 1
    later = {load.handler: load for load in workload(body, today=late, soon=late)}
    assert later[held.handler_id] == Load(held.handler_id, 2, 2, 0, 0, held.due_on)
    assert held.handler.display_name in head.get(WORKLOAD).text


def test_the_head_gives_many_cases_at_once(head, applying):
    cases = [applying(who=who).accepted(now=NOW) for who in ("alena", "dzmitry")]
    chosen = applying().state.officials["head"]
    sent = {"case": [case.reference for case in cases]}
    assert cases[0].reference in head.get(GIVE, sent).text
    assert head.post(GIVE, sent).status_code == 422
    assert head.post(GIVE, {**sent, "handler": str(chosen.pk)}).status_code == 200
    for case in cases:
        case.refresh_from_db()
        assert case.handler_id == chosen.pk


def test_a_case_that_is_finished_meanwhile_is_named_and_the_others_are_given(head, applying):
    ended, running = applying().granted(now=NOW), applying(who="dzmitry").accepted(now=NOW)
    chosen = applying().state.officials["head"]
    sent = {"case": [ended.reference, running.reference], "handler": str(chosen.pk)}
    text = head.post(GIVE, sent).text
    assert ended.reference in text
    running.refresh_from_db()
    assert running.handler_id == chosen.pk


def test_nothing_chosen_is_explained_and_another_body_is_not_found(head, applying):
    assert head.get(GIVE).status_code == 422
    elsewhere = applying(who="jadviha").lodged()
    assert head.get(GIVE, {"case": [elsewhere.reference]}).status_code == 404


def test_fewer_than_five_refusals_are_not_counted_aloud(head, applying):
    def refused(ground, times):
        for _once in range(times):
            case = applying().accepted(now=NOW)
            refuse(case.pk, ground=ground, reasons=REASONS, by=case.handler, now=NOW)

    refused("no_grounds", 5)
    refused("documents_not_valid", 4)
    rows = list(csv.DictReader(io.StringIO(head.get(AS_CSV).text)))
    assert {row["ground"]: row["count"] for row in rows} == {
        "no_grounds": "5",
        "documents_not_valid": "<5",
    }
    assert head.get(REFUSALS).status_code == 200
    assert head.get(REFUSALS, {"year": "2025"}).text.count("<tbody>") == 0
