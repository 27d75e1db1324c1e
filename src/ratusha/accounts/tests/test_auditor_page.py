"""The page of the journal, tested from the floor that can sign in: who sees what, and that looking leaves a trace."""

from uuid import uuid4

import pytest

from ratusha.audit.models import Entry
from ratusha.audit.public import record

from .factories import UserFactory, official, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/en/audit/journal/"


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_a_citizen_and_an_official_without_the_permission_are_refused(client):
    assert sign_in(client, UserFactory()).get(PAGE).status_code == 403
    assert sign_in(client, official("cases.see")).get(PAGE).status_code == 403


def test_an_auditor_sees_what_their_own_body_did_and_nothing_else(client):
    body = uuid4()
    record("case.accept", "case", "2026-OURS", by=None, body=body)
    record("case.accept", "case", "2026-THEIRS", by=None, body=uuid4())
    record("cabinet.open", "user", "2026-NOBODY", by=None)
    page = sign_in(client, official("audit.read", body_id=body)).get(PAGE, {"object_type": ""})
    assert "2026-OURS" in page.text
    assert "2026-THEIRS" not in page.text
    assert "2026-NOBODY" not in page.text


def test_looking_is_journalled(client):
    auditor = official("audit.read")
    sign_in(client, auditor).get(PAGE, {"object_type": "case"})
    entry = Entry.objects.get(action="audit.read")
    assert (entry.by, entry.details) == (auditor.pk, {"asked": ["object_type"]})


def test_the_whole_journal_is_searched_by_object_action_and_day(client):
    for action, number in [("case.accept", "1"), ("case.refuse", "1"), ("case.accept", "2")]:
        record(action, "case", f"2026-{number}", by=None)
    sign_in(client, official("audit.read_all"))
    page = client.get(PAGE, {"object_id": "2026-1", "action": "case.a"}).text
    assert page.count("<tr><td") == 1
    assert (
        "Nothing was found" in client.get(PAGE, {"object_id": "2026-1", "since": "01.01.2040"}).text
    )


def test_a_wrong_date_is_explained(client):
    page = sign_in(client, official("audit.read")).get(PAGE, {"since": "31.02.2026"})
    assert page.status_code == 422
    assert 'href="#id_since' in page.text


def test_searching_costs_few_queries(client, django_assert_max_num_queries):
    sign_in(client, official("audit.read_all"))
    client.get(PAGE)
    with django_assert_max_num_queries(6):
        client.get(PAGE, {"object_type": "case"})
