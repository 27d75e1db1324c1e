"""The pages: what is public inside the government, what is one's own, what is wrong and said so."""

import csv
import io
import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.obligations.models import FeedAddress, Obligation
from ratusha.obligations.rules import Standing
from ratusha.obligations.services import fulfil
from ratusha.obligations.services.remind import tonight

from .conftest import on
from .test_services import declared, hand_in


def at(name, *arguments):
    return reverse(f"obligations:{name}", args=arguments)


@pytest.fixture(autouse=True)
def _in_june(state):  # noqa: ARG001 - its language first
    with time_machine.travel(on("2026-06-02"), tick=False):
        yield


def browser(user, body) -> Client:
    return sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture
def at_transport(state):
    return browser(state.specialist, state.transport)


@pytest.fixture
def at_ministry(state):
    return browser(state.overseer, state.ministry)


@pytest.fixture
def at_health(state):
    return browser(state._person(state.health, "obligations.fulfil", name="Stranger"), state.health)


# ---- the calendar and who is late ----
def test_a_plan_not_in_by_the_first_of_may_is_late_for_everybody_in_government(state, at_health):
    state.opened(2026)
    tonight(on("2026-05-01", hour=4))
    answer = at_health.get(at("late"))
    assert answer.status_code == 200
    assert "Ministry of transport" in answer.text
    assert "33 days late" in answer.text
    duty = Obligation.objects.filter(rule="plan").exclude(late_since=None).first()
    told = at_health.get(at("number_of", "days-late", str(duty.pk)), {"format": "json"}).json()
    assert (told["value"], told["inputs"][1]["value"]) == (33, "2026-05-01")


def test_what_came_late_stays_in_the_second_list(state, at_health):
    duty = hand_in(state, declared(state), "2026-06-02")
    fulfil.accept(duty.pk, by=state.overseer, now=on("2026-06-02"))
    answer = at_health.get(at("late"))
    assert "Nobody is late today" in answer.text
    assert "Condition of the Council" in answer.text
    assert "came late" in answer.text


def test_the_calendar_tells_how_much_is_there_on_each_day(state, at_health):
    state.opened(2026)
    answer = at_health.get(at("calendar"), {"year": "2026"})
    assert ">0</a> of <a" in answer.text
    owed = re.search(r'href="([^"]+/figures/owed/[^"]+)">3</a> are there', answer.text)[1]
    told = at_health.get(owed, {"format": "json"}).json()
    assert (told["value"], told["expression"], len(told["inputs"])) == (3, "count(duty)", 3)
    assert at_health.get(at("number_of", "owed", "2026-01-01/nothing")).status_code == 404
    assert answer.text.count("<svg") >= 1
    assert at_health.get(at("calendar"), {"year": "1066"}).status_code == 200
    assert "No duties in this year" in at_health.get(at("calendar"), {"year": "2024"}).text


def test_a_stranger_to_government_is_sent_to_sign_in(client):
    for name in ("calendar", "late", "mine", "table", "address"):
        assert client.get(at(name)).status_code == 302


def test_the_year_is_a_table_for_programs(state, at_health):
    state.opened(2026)
    rows = list(csv.DictReader(io.StringIO(at_health.get(at("table"), {"year": 2026}).text)))
    plan = next(one for one in rows if one["rule"] == "plan" and one["body"] == "state:358")
    assert (plan["last_day"], plan["state"], plan["days_late"]) == ("2026-04-30", "late", "33")


# ---- one duty ----
def test_a_duty_shows_both_readings_its_history_and_its_reminders(state, at_transport):
    state.opened(2026)
    tonight(on("2026-04-29", hour=4))
    tonight(on("2026-05-01", hour=4))
    answer = at_transport.get(state.owed("plan", "2027").get_absolute_url())
    for words in (
        "30\xa0April\xa02026", "1\xa0May\xa02026", "4\xa0May\xa02026", "The last day passed",
        "the head of the body", "T-1",
    ):  # fmt: skip
        assert words in answer.text


def test_words_of_papers_are_read_only_by_the_two_bodies(
    state, at_transport, at_ministry, at_health
):
    duty = hand_in(state, declared(state), "2026-05-20", evidence="Letter No. 17")
    assert "Letter No. 17" in at_transport.get(duty.get_absolute_url()).text
    assert "Letter No. 17" in at_ministry.get(duty.get_absolute_url()).text
    other = at_health.get(duty.get_absolute_url())
    assert other.status_code == 200
    assert "Letter No. 17" not in other.text


def test_a_body_hands_in_and_the_other_gives_back_and_accepts(state, at_transport, at_ministry):
    duty = declared(state)
    empty = at_transport.post(at("act", duty.pk, "submit"), {"evidence": " "})
    assert empty.status_code == 422
    assert "#id_evidence" in empty.text
    sent = at_transport.post(at("act", duty.pk, "submit"), {"evidence": "Letter No. 4"})
    assert sent.url == duty.get_absolute_url()
    assert "Condition of the Council" in at_ministry.get(at("mine")).text
    at_ministry.post(at("act", duty.pk, "return"), {"reason": "No figures."})
    assert Obligation.objects.get(pk=duty.pk).standing == Standing.RETURNED
    at_transport.post(at("act", duty.pk, "submit"), {"evidence": "Letter No. 5"})
    at_ministry.post(at("act", duty.pk, "accept"), {"note": ""})
    assert Obligation.objects.get(pk=duty.pk).standing == Standing.ACCEPTED


def test_a_duty_of_others_is_acted_on_by_nobody_else(state, at_health, at_transport):
    duty = declared(state)
    assert at_health.get(at("act", duty.pk, "submit")).status_code == 404
    assert at_transport.get(at("act", duty.pk, "invent")).status_code == 404
    hand_in(state, duty, "2026-06-01")
    assert at_transport.post(at("act", duty.pk, "accept"), {}).status_code == 404


# ---- calendars ----
def test_the_acts_and_both_readings_are_there_for_everybody(client):
    answer = client.get(at("rules"), {"year": "2026"})
    assert answer.status_code == 200
    assert "30\xa0April\xa02026" in answer.text
    assert "4\xa0May\xa02026" in answer.text
    assert "This year is not known yet" in client.get(at("rules"), {"year": "2090"}).text


def test_a_secret_address_is_renewed_and_the_old_one_leads_nowhere(
    state, at_transport, at_health, client
):
    duty = declared(state)
    assert at_transport.get(at("address")).status_code == 200
    at_transport.post(at("address"))
    first = link_to_feed(at_transport)
    assert str(duty.pk) in client.get(first).text
    at_transport.post(at("address"))
    second = link_to_feed(at_transport)
    assert first != second
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    assert client.get(at("body_feed", "guess")).status_code == 404
    assert FeedAddress.objects.count() == 2
    at_health.post(at("address"))
    assert str(duty.pk) not in client.get(link_to_feed(at_health)).text


def link_to_feed(browser) -> str:
    return browser.get(at("address")).text.split('class="ref-long" href="')[1].split('"')[0]


def test_who_has_no_part_in_duties_keeps_no_address(state):
    reader = browser(state._person(state.transport, "cases.see", name="Reader"), state.transport)
    assert reader.get(at("address")).status_code == 404
