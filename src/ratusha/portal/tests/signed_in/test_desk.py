"""The desk: what to do next, of the acting body only, never one's own case."""

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.public import withdraw
from ratusha.applications.tests.state import LATER, NOW

DESK = "/be/desk/"


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def desk(client, applying):
    one = applying()
    return sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get(DESK).status_code == 302


def test_who_acts_for_nobody_is_asked_for_whom(client, applying):
    sign_in(client, applying().official, acting="myself")
    assert client.get(DESK)["Location"].startswith(reverse("accounts:choose_body"))


def test_the_desk_shows_the_cases_of_the_acting_body_only(desk, applying):
    here, elsewhere = applying().lodged(), applying(who="jadviha").lodged()
    text = desk.get(DESK).text
    assert here.reference in text
    assert elsewhere.reference not in text


@pytest.mark.parametrize(
    ("shown", "free", "held", "gone"),
    [("todo", 1, 1, 0), ("mine", 0, 1, 0), ("free", 1, 0, 0), ("all", 1, 1, 0), ("done", 0, 0, 1), ("x", 1, 1, 0)],
)  # fmt: skip
def test_each_list_shows_what_it_says(desk, applying, shown, free, held, gone):  # noqa: PLR0917
    waiting, mine = applying().lodged(), applying(who="dzmitry").accepted(now=NOW)
    ended = applying().lodged(now=LATER)
    withdraw(ended.pk, by=applying().user, now=LATER)
    text = desk.get(DESK, {"show": shown}).text
    found = [int(case.reference in text) for case in (waiting, mine, ended)]
    assert found == [free, held, gone]


def test_a_case_is_found_by_its_number_as_it_was_read_out(desk, applying):
    case, other = applying().lodged(), applying(who="dzmitry").lodged()
    text = desk.get(DESK, {"q": case.reference.lower().replace("-", " ")}).text
    assert case.reference in text
    assert other.reference not in text


@pytest.mark.parametrize("number", ["nonsense", "x" * 500, "2026-0000-0000-0", "\x00"])
def test_a_wrong_number_finds_nothing_and_breaks_nothing(desk, number):
    assert desk.get(DESK, {"q": number}).status_code == 200


def test_the_desk_costs_the_same_however_many_cases_there_are(
    desk, applying, django_assert_max_num_queries
):
    for who in ("alena", "dzmitry"):
        for _time in range(3):
            applying(who=who).lodged()
    desk.get(DESK)
    with django_assert_max_num_queries(14):
        desk.get(DESK)


def test_the_keys_of_the_desk_are_explained(desk):
    assert "<kbd>J</kbd>" in desk.get("/be/desk/keys/").text


def test_a_long_queue_is_leafed_through_there_and_back_and_keeps_its_list(
    desk, applying, monkeypatch
):
    monkeypatch.setattr("ratusha.portal.desk.CASES_ON_A_PAGE", 1)
    lodged = [applying(who=who).lodged() for who in ("alena", "dzmitry", "alena")]
    shown, address = [], f"{DESK}?show=free"
    for direction in ("next", "next", "prev", "prev"):
        text = desk.get(address).text
        shown.append([case.reference in text for case in lodged].index(True))
        (link,) = re.findall(f'rel="{direction}" href="([^"]+)"', text)
        address = DESK + html.unescape(link)
        assert "show=free" in address
    assert shown == [0, 1, 2, 1]


def test_a_made_up_place_is_the_beginning(desk, applying):
    case = applying().lodged()
    assert case.reference in desk.get(DESK, {"after": "nowhere"}).text


def test_the_head_of_a_long_queue_says_more_than(desk, applying, monkeypatch):
    monkeypatch.setattr("ratusha.portal.desk.MOST_COUNTED", 1)
    for who in ("alena", "dzmitry"):
        applying(who=who).lodged()
    assert "на гэтым тыдні: больш за 1" in desk.get(DESK).text


def test_the_head_of_the_work_looks_at_the_cases_of_one_official(client, applying):
    one = applying()
    held, free = one.accepted(now=NOW), applying(who="dzmitry").lodged()
    head = one.state.officials["head"]
    desk = sign_in(client, head, acting=one.state.bodies["head"].pk)
    text = desk.get(DESK, {"who": str(one.official.pk)}).text
    assert held.reference in text
    assert free.reference not in text
    assert one.official.display_name in text


def test_others_do_not_choose_whose_cases_they_see(desk, applying):
    held, free = applying().accepted(now=NOW), applying(who="dzmitry").lodged()
    text = desk.get(DESK, {"who": str(held.handler_id)}).text
    assert free.reference in text


def test_what_could_go_wrong_first_says_why(desk, applying):
    slow, late = applying().lodged(), applying(who="dzmitry").lodged(now=NOW - timedelta(days=60))
    by_term = desk.get(DESK, {"show": "free"}).text
    by_risk = desk.get(DESK, {"show": "free", "order": "risk"}).text
    assert "Чаму тут" not in by_term
    assert by_risk.count("Чаму тут") == 2
    assert by_risk.index(late.reference) < by_risk.index(slow.reference)
    assert "100 % верагоднасці спазніцца × 5" in by_risk


def test_finished_cases_have_no_risk(desk):
    assert desk.get(DESK, {"show": "done", "order": "risk"}).status_code == 200


def test_the_order_by_risk_costs_the_same_however_many_cases_there_are(
    desk, applying, django_assert_max_num_queries
):
    for who in ("alena", "dzmitry"):
        for _time in range(3):
            applying(who=who).accepted(now=NOW)
    desk.get(DESK)
    with django_assert_max_num_queries(14):
        desk.get(DESK, {"show": "all", "order": "risk"})
