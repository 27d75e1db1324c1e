"""Visits, settings, e-mail, one's own data: for their owner and for nobody else."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from ratusha.accounts.models import Session, User
from ratusha.accounts.public import AccessMode, end_appointment, set_password
from ratusha.accounts.services.settings import ask_email

from .factories import UserFactory, official, sign_in

pytestmark = pytest.mark.django_db
SETTINGS, SESSIONS = "/en/account/settings/", "/en/account/sessions/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def alena():
    return UserFactory()


@pytest.fixture
def at_home(client, alena):
    return sign_in(client, alena)


@pytest.mark.parametrize(
    "page",
    [
        "settings/",
        "sessions/",
        "capacity/",
        "welcome/",
        "settings/password/",
        "settings/my-data/",
        "settings/email/x/",
    ],
)
def test_a_stranger_sees_none_of_it(client, page):
    assert "/account/sign-in/" in client.get(f"/en/account/{page}").headers["Location"]


@pytest.mark.parametrize("language", ["be", "ru", "en"])
@pytest.mark.parametrize(
    "page",
    [
        "settings/",
        "sessions/",
        "capacity/",
        "welcome/",
        "settings/password/",
        "sign-in/password/",
        "sign-in/card/",
        "sign-in/card/unlock/",
    ],
)
def test_every_page_opens_in_every_language(at_home, language, page):
    found = at_home.get(f"/{language}/account/{page}")
    assert found.status_code == 200
    assert f'<html lang="{language}"' in found.text


def test_a_visit_is_ended_elsewhere(at_home, alena):
    there = sign_in(Client(headers={"user-agent": FIREFOX}), alena)
    there.get(SETTINGS)
    page = at_home.get(SESSIONS)
    assert page.text.count("Sign out there") == 1
    assert "this visit" in page.text
    other = Session.objects.get(public_id=there.session["public_id"])
    at_home.post(f"{SESSIONS}{other.public_id}/end/")
    assert there.get(SETTINGS).status_code == 302
    assert at_home.get(SETTINGS).status_code == 200


def test_another_persons_visit_does_not_exist(at_home):
    sign_in(Client(), UserFactory())
    stranger = Session.objects.get(
        user__isnull=False, user__pk__in=User.objects.exclude(pk=at_home.session["_auth_user_id"])
    )
    assert at_home.post(f"{SESSIONS}{stranger.public_id}/end/").status_code == 404
    assert Session.objects.filter(pk=stranger.pk).exists()


def test_signing_out_everywhere_ends_all(at_home, alena):
    sign_in(Client(), alena)
    at_home.post(f"{SESSIONS}end-all/")
    assert not Session.objects.filter(user=alena).exists()


def test_a_visit_is_told_coarsely(alena):
    client = Client(headers={"user-agent": FIREFOX}, REMOTE_ADDR="93.84.17.5")

    set_password(alena, "alena", "right horse")
    client.post("/en/account/sign-in/password/", {"login": "ALENA", "password": "right horse"})
    visit = Session.objects.get(user=alena)
    assert (visit.device, visit.place) == ("Firefox, Linux", "93.84.x.x")
    assert "93.84.17.5" not in str(list(Session.objects.values()))


def test_the_language_is_kept_and_the_page_goes_over_to_it(at_home, alena):
    done = at_home.post(SETTINGS, {"language": "ru", "email": ""})
    assert done.headers["Location"] == "/ru/account/settings/"
    alena.refresh_from_db()
    assert alena.language == "ru"


def test_a_wrong_email_is_explained_and_kept(at_home):
    page = at_home.post(SETTINGS, {"language": "be", "email": "alena@"})
    assert page.status_code == 422
    assert 'value="alena@"' in page.text


def link_in(letter):
    return re.search(r"http://[^/]+(/\S+)", letter.body)[1].replace("/be/", "/en/")


def test_an_email_counts_only_after_its_link_was_opened(
    at_home, alena, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        at_home.post(SETTINGS, {"language": "be", "email": "alena@example.by"})
    alena.refresh_from_db()
    assert alena.email == ""
    link = link_in(mail.outbox[0])
    assert mail.outbox[0].to == ["alena@example.by"]
    assert at_home.get(link).status_code == 200
    alena.refresh_from_db()
    assert alena.email == "", "programs open links too"
    at_home.post(link)
    alena.refresh_from_db()
    assert alena.email == "alena@example.by"
    assert "has been used" in at_home.post(link, follow=True).text


def test_a_link_is_for_its_person_and_its_day(
    at_home, alena, django_capture_on_commit_callbacks, travel
):
    with django_capture_on_commit_callbacks(execute=True):
        ask_email(alena, "alena@example.by", now=timezone.now())
    link = link_in(mail.outbox[0])
    stranger = UserFactory()
    sign_in(Client(), stranger).post(link)
    stranger.refresh_from_db()
    assert stranger.email == ""
    travel(25 * 60)
    sign_in(at_home, alena).post(link)
    alena.refresh_from_db()
    assert alena.email == ""


def test_nobody_is_flooded_with_letters(at_home):
    for number in range(5):
        at_home.post(SETTINGS, {"language": "be", "email": f"a{number}@example.by"})
    assert at_home.post(SETTINGS, {"language": "be", "email": "b@example.by"}).status_code == 429


def test_the_look_of_pages_is_remembered_on_the_device(at_home):
    at_home.post(f"{SETTINGS}look/", {"ways": ["large", "contrast"]})
    assert 'class="large contrast"' in at_home.get(SETTINGS).text
    at_home.post(f"{SETTINGS}look/", {})
    assert 'class="large' not in at_home.get(SETTINGS).text


def test_ones_own_data_can_be_taken_away_by_who_is_strictly_known(at_home, alena):
    data = at_home.get(f"{SETTINGS}my-data/").json()
    assert data["account"]["name"] == "Alena Kavalenka"
    assert set(data) == {"account", "visits", "consents", "appointments"}
    weak = sign_in(Client(), alena, AccessMode.PASSWORD)
    assert "/sign-in/card/" in weak.get(f"{SETTINGS}my-data/").headers["Location"]


def test_an_ended_appointment_is_no_capacity_any_more(client):
    user = official("cases.see")
    sign_in(client, user)
    assert client.get(SETTINGS).wsgi_request.acting_body_id
    end_appointment(user.appointments[0].pk, on=timezone.localdate(), by=None)
    assert client.get(SETTINGS).wsgi_request.acting_body_id is None


@pytest.mark.parametrize("page", ["sessions/end-all/", "settings/look/", "sign-out/"])
def test_what_changes_something_is_a_post(at_home, page):
    assert at_home.get(f"/en/account/{page}").status_code == 405


@pytest.mark.parametrize("page", ["settings/", "sessions/end-all/", "capacity/", "sign-out/"])
def test_what_changes_something_is_refused_from_another_site(alena, page):
    client = sign_in(Client(enforce_csrf_checks=True), alena)
    assert client.post(f"/en/account/{page}", {}).status_code == 403


@pytest.mark.parametrize(("language", "marked"), [("be", False), ("ru", True)])
def test_a_name_in_another_language_is_marked(client, language, marked):
    sign_in(client, UserFactory())
    page = client.get(f"/{language}/account/sessions/")
    assert "Alena Kavalenka" in page.text
    assert ('<span lang="be">Alena Kavalenka</span>' in page.text) == marked
