"""My page: what I began, what runs, what ended; nobody else's."""

import pytest

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.public import withdraw
from ratusha.applications.tests.state import BENEFIT, KINDERGARTEN, LATER, TRADE

MINE = "/be/my/"


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def alena(client, applying):
    return sign_in(client, applying().user, AccessMode.PASSWORD)


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(MINE).status_code == 302


def test_drafts_running_and_finished_cases_are_there(alena, applying):
    draft, running = applying(KINDERGARTEN).begun(), applying().lodged()
    ended = applying(BENEFIT).lodged()
    withdraw(ended.pk, by=applying().user, now=LATER)
    text = alena.get(MINE).text
    assert str(draft.pk) in text
    assert running.reference in text
    assert ended.reference in text


def test_what_belongs_to_another_is_not_there(alena, applying):
    draft, case = applying(KINDERGARTEN, "dzmitry").begun(), applying(who="dzmitry").lodged()
    text = alena.get(MINE).text
    assert str(draft.pk) not in text
    assert case.reference not in text


def test_the_head_sees_the_cases_of_the_organisation(client, applying):
    case = applying(TRADE, "pavel", of="trader").lodged()
    sign_in(client, applying(who="pavel").user)
    assert case.reference in client.get(MINE).text


def test_it_costs_the_same_however_many_cases_there_are(
    alena, applying, django_assert_max_num_queries
):
    for _time in range(4):
        applying().lodged()
    alena.get(MINE)
    with django_assert_max_num_queries(16):
        alena.get(MINE)


def test_a_letter_leads_to_the_page_of_the_case_and_to_nobody_elses(alena, applying):
    mine, theirs = applying().lodged(), applying(who="dzmitry").lodged()
    assert alena.get(f"{MINE}cases/{mine.reference}/").url == f"/be/cases/{mine.reference}/"
    assert alena.get(f"{MINE}cases/{theirs.reference}/").status_code == 404
