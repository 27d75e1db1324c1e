"""Signing in by password through the pages, and those who try to get in otherwise."""

import re

import pytest
from django.test import Client

from ratusha.accounts.models import Session, User
from ratusha.accounts.public import AccessMode, set_password

from .factories import UserFactory, official, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("alena")]
NUMBER, PASSWORD = "7123456A789PB6", "right horse"
PAGE = "/en/account/sign-in/password/"


@pytest.fixture
def alena():
    user = UserFactory()
    set_password(user, NUMBER, PASSWORD)
    return user


def enter(client, **data):
    return client.post(PAGE, {"login": NUMBER, "password": PASSWORD, **data})


def test_a_stranger_is_offered_the_ways_in(client):
    page = client.get("/en/account/sign-in/")
    assert page.status_code == 200
    assert 'href="/en/account/sign-in/card/"' in page.text
    assert 'href="/en/account/sign-in/password/"' in page.text


def test_the_right_password_opens_and_the_mode_is_not_strict(client):
    assert enter(client).status_code == 302
    assert client.session["mode"] == AccessMode.PASSWORD
    assert client.get("/en/account/settings/").status_code == 200


def test_a_wrong_password_is_explained_and_the_identifier_kept(client):
    page = enter(client, password="wrong")
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    assert "The identifier or the password is wrong." in page.text
    assert NUMBER in page.text
    assert "wrong&quot;" not in page.text
    assert 'value="wrong"' not in page.text


def test_an_empty_form_names_both_fields(client):
    page = client.post(PAGE, {})
    assert page.status_code == 422
    assert page.text.count('<a href="#id_') == 2


def test_too_many_tries_say_when_to_come_back(client):
    for _ in range(5):
        enter(client, password="wrong")
    page = enter(client)
    assert page.status_code == 429
    assert 1 <= int(page.headers["Retry-After"]) <= 60
    assert re.search(r"You can try again at \d\d:\d\d", page.text)


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/ok\r\nSet-Cookie: x=1",
        "/" + "x" * 3000,
        "http:///evil.example",
        " //evil.example",
    ],
)
def test_a_forged_next_leads_nowhere_else(client, wanted):
    answer = enter(client, next=wanted)
    assert answer.status_code == 302
    assert answer.headers["Location"] in {"/en/", "/en/my/"} or answer.headers[
        "Location"
    ].startswith("/en/")
    assert "evil" not in answer.headers["Location"]


def test_next_is_kept_through_the_pages(client):
    away = client.get("/en/account/settings/")
    assert away.headers["Location"] == "/en/account/sign-in/?next=/en/account/settings/"
    assert (
        "sign-in/password/?next=%2Fen%2Faccount%2Fsettings%2F"
        in client.get(away.headers["Location"]).text
    )
    assert (
        enter(client, next="/en/account/settings/").headers["Location"] == "/en/account/settings/"
    )


def test_a_session_planted_before_is_worth_nothing(client):
    client.get("/en/account/sign-in/card/")
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    enter(client)
    assert client.session.session_key != planted
    thief = Client()
    thief.cookies["visit"] = planted
    assert thief.get("/en/account/settings/").status_code == 302


def test_the_table_of_sessions_holds_no_key(client):
    enter(client)
    key = client.session.session_key
    assert not Session.objects.filter(session_key=key).exists()
    assert key not in str(list(Session.objects.values()))


def test_cookies_are_hard_to_steal(client):
    enter(client)
    client.get(PAGE)
    visit = client.cookies["visit"]
    assert (visit["httponly"], visit["samesite"]) == (True, "Lax")
    assert visit["max-age"] == ""
    assert client.cookies["csrf"]["httponly"]


def test_signing_in_from_another_site_is_refused():
    client = Client(enforce_csrf_checks=True)
    assert enter(client).status_code == 403


def test_signing_out_is_a_post(client):
    enter(client)
    assert client.get("/en/account/sign-out/").status_code == 405
    assert client.post("/en/account/sign-out/").status_code == 302
    assert client.get("/en/account/settings/").status_code == 302
    assert not Session.objects.filter(user__isnull=False).exists()


@pytest.mark.parametrize(
    "login", ["x" * 500, "\x00\x01\x02", "7123456А789РВ6\u202e", "\u202e6BP987A6543217"]
)
def test_strange_identifiers_are_refused_politely(client, login):
    assert client.post(PAGE, {"login": login, "password": "x"}).status_code == 422


def test_an_endless_password_is_not_hashed(client):
    assert enter(client, password="x" * 5000).status_code == 422


def test_cyrillic_look_alikes_open_the_same_cabinet(client):
    assert enter(client, login="7123456А789РВ6").status_code == 302


def test_a_closed_account_is_nobody_at_once(client):
    enter(client)
    User.objects.update(is_active=False)
    assert client.get("/en/account/settings/").status_code == 302


@pytest.mark.parametrize("minutes", [121, 11 * 60])
def test_an_idle_visit_ends(client, travel, minutes):
    enter(client)
    travel(minutes)
    page = client.get("/en/account/settings/", follow=True)
    assert "Your visit was ended" in page.text


def test_a_strict_visit_is_shorter(client, travel):
    sign_in(client, UserFactory(), AccessMode.STRICT)
    client.get("/en/account/settings/")
    travel(31)
    assert client.get("/en/account/settings/").status_code == 302


def test_a_busy_visit_ends_too_in_the_end(client, travel):
    enter(client)
    for hour in range(1, 12):
        travel(hour * 60)
        assert client.get("/en/account/settings/").status_code == 200
    travel(12 * 60 + 1)
    assert client.get("/en/account/settings/").status_code == 302


def test_a_page_for_a_person_costs_three_queries(client, django_assert_num_queries):
    sign_in(client, official("cases.see"))
    client.get(PAGE)
    with django_assert_num_queries(3):
        client.get(PAGE)


def test_pages_of_a_person_are_not_kept_by_browsers(client):
    enter(client)
    assert "no-store" in client.get("/en/account/settings/").headers["Cache-Control"]
