"""Strict sign-in: the card, the list its owner shortens, the ledger; and those who replay, borrow or guess."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ratusha.accounts.models import Consent, DemonstrationCard, IdentityCheck, Session, User
from ratusha.accounts.public import (
    AccessMode,
    CabinetOpened,
    CardLocked,
    SignedIn,
    appoint,
    connect_directory,
    open_cabinet,
    released_attributes,
)
from ratusha.accounts.services.tries import forget_old
from ratusha.audit.models import Entry

from .conftest import ALENA, NUMBER
from .factories import SINCE, UserFactory, sign_in

pytestmark = pytest.mark.django_db
CARD, CONSENT = "/en/account/sign-in/card/", "/en/account/sign-in/consent/"
PIN = "135790"


def show_card(client, card, pin=PIN, **data):
    return client.post(CARD, {"number": card.number, "pin": pin, **data})


def come_in(client, card, allowed=(), **data):
    show_card(client, card, **data)
    return client.post(CONSENT, {"allowed": list(allowed)})


def test_the_card_page_says_that_it_is_a_demonstration(client):
    assert "This is a demonstration" in client.get(CARD).text


def test_the_owner_shortens_the_list_and_only_that_is_passed_on(client, card, rf):
    page = show_card(client, card, follow=True)
    assert page.headers["Location"] == CONSENT
    listed = client.get(CONSENT).text
    assert "This is a demonstration" in listed
    assert listed.count(" checked") == 3
    assert 'value="phone"' not in listed, "the card does not know it"
    assert 'value="names"' not in listed, "what is needed is not a question"
    client.post(CONSENT, {"allowed": ["birth_date"]})
    request = rf.get("/")
    request.session = client.session
    assert released_attributes(request) == {
        "names": "Каваленка Алена Пятроўна",
        "birth_date": "14.03.1988",
    }
    consent = Consent.objects.get()
    assert consent.required == ["document_validity", "names", "personal_number"]
    assert (consent.allowed, consent.refused) == (["birth_date"], ["email", "residence"])


def test_what_was_passed_on_cannot_be_read_in_the_table_of_sessions(client, card):
    come_in(client, card, ["birth_date"])
    session = client.session
    assert "1988" not in str(dict(session.items()))


def test_an_attribute_that_was_not_asked_for_cannot_be_smuggled_in(client, card):
    show_card(client, card)
    page = client.post(CONSENT, {"allowed": ["phone"]})
    assert page.status_code == 422
    assert not Consent.objects.exists()


def test_the_first_strict_sign_in_opens_the_cabinet_and_welcomes(client, card, published):
    answer = come_in(client, card, next="/en/account/settings/")
    assert answer.headers["Location"] == "/en/account/welcome/?next=%2Fen%2Faccount%2Fsettings%2F"
    user = User.objects.get(party_id=ALENA)
    assert (user.display_name, user.language) == ("Алена К.", "en")
    assert client.session["mode"] == AccessMode.STRICT
    assert [e.user_id for e in published(CabinetOpened)] == [user.pk]
    assert [e.mode for e in published(SignedIn)] == [AccessMode.STRICT]
    welcome = client.get(answer.headers["Location"])
    assert "Your cabinet is open" in welcome.text
    done = client.post(
        "/en/account/welcome/", {"language": "be", "email": "", "next": "/en/account/settings/"}
    )
    assert done.headers["Location"] == "/en/account/settings/"
    user.refresh_from_db()
    assert user.language == "be"


def test_the_second_time_there_is_no_welcome(client, card, published):
    open_cabinet(ALENA, display_name="Алена", language="be", now=timezone.now())
    answer = come_in(client, card, next="/en/account/settings/")
    assert answer.headers["Location"] == "/en/account/settings/"
    assert len(published(CabinetOpened)) == 1


def test_the_same_choice_again_is_the_same_consent_and_another_replaces_it(client, card):
    come_in(client, card, ["email"])
    come_in(Client(), card, ["email"])
    assert Consent.objects.count() == 1
    come_in(Client(), card, [])
    assert Consent.objects.filter(withdrawn_at=None).get().allowed == []
    assert Consent.objects.count() == 2


def test_a_consent_cannot_be_replayed(client, card):
    show_card(client, card)
    stolen = client.session["identity_check"]
    client.post(CONSENT, {})
    client.post("/en/account/sign-out/")
    del client.cookies["visit"]
    session = client.session
    session["identity_check"] = stolen
    session.save()
    page = client.post(CONSENT, {})
    assert page.status_code == 409
    assert "has been used" in page.text
    assert client.get("/en/account/settings/").status_code == 302


def test_another_browser_cannot_agree(client, card):
    show_card(client, card)
    assert Client().get(CONSENT).status_code == 404
    assert Client().post(CONSENT, {"check": str(IdentityCheck.objects.get().pk)}).status_code == 404


def test_the_list_waits_five_minutes(client, card, travel):
    show_card(client, card)
    travel(5.1)
    page = client.post(CONSENT, {})
    assert page.status_code == 409
    assert not Consent.objects.exists()


def test_agreeing_from_another_site_is_refused():
    client = Client(enforce_csrf_checks=True)
    assert client.post(CONSENT, {}).status_code == 403


def test_three_wrong_pins_lock_the_card_and_the_right_one_does_not_help(client, card, published):
    assert "2 tries are left" in show_card(client, card, "000000").text
    assert "1 try is left" in show_card(client, card, "000000").text
    assert "The card is locked" in show_card(client, card, "000000").text
    assert "The card is locked" in show_card(client, card).text
    assert [e.party_id for e in published(CardLocked)] == [ALENA]
    assert Entry.objects.filter(action="card.lock").count() == 1


def test_a_number_that_no_card_has_answers_the_same(client, card):
    class Unknown:
        number = "1111 2222 3333"

    known = [show_card(client, card, "000000").text for _ in range(4)]
    unknown = [show_card(client, Unknown, "000000").text for _ in range(4)]

    def said(pages):
        return [page.split('role="alert"')[1].split("</div>")[0] for page in pages]

    assert said(known) == said(unknown)


def test_a_right_pin_clears_the_count(client, card):
    for _ in range(3):
        show_card(client, card, "000000")
        show_card(client, card, "000000")
        assert show_card(client, card).status_code == 302


def test_the_puk_gives_a_new_pin(client, card):
    for _ in range(3):
        show_card(client, card, "000000")
    page = "/en/account/sign-in/card/unlock/"
    assert client.get(page).status_code == 200
    wrong = client.post(page, {"number": card.number, "puk": "0000000000", "new_pin": "246810"})
    assert wrong.status_code == 422
    assert "PUK code is wrong" in wrong.text
    client.post(page, {"number": card.number, "puk": card.puk, "new_pin": "246810"})
    assert show_card(client, card, PIN).status_code == 422
    assert show_card(client, card, "246810").status_code == 302


def test_ten_wrong_puks_end_the_card(client, card):
    page = "/en/account/sign-in/card/unlock/"
    for _ in range(10):
        client.post(page, {"number": card.number, "puk": "0000000000", "new_pin": "246810"})
    right = client.post(page, {"number": card.number, "puk": card.puk, "new_pin": "246810"})
    assert "cannot be unlocked any more" in right.text


@pytest.mark.parametrize(
    "typed",
    [
        {"number": "12", "pin": PIN},
        {"number": "x" * 90, "pin": PIN},
        {"number": "", "pin": ""},
        {"number": "١٢٣٤٥٦٧٨٩٠١٢", "pin": "١٢٣٤٥٦"},
    ],
)
def test_a_mistyped_card_is_explained_and_counts_no_try(client, card, typed):
    page = client.post(CARD, typed)
    assert page.status_code == 422
    assert 'href="#id_number"' in page.text
    assert show_card(client, card, "000000").text.count("2 tries are left")


def test_a_card_out_of_date_opens_nothing(client, card):
    DemonstrationCard.objects.update(expires_on="2020-01-01")
    assert come_in(client, card).status_code == 409
    assert not User.objects.exists()


def test_a_card_locked_after_the_pin_opens_nothing(client, card):
    show_card(client, card)
    DemonstrationCard.objects.update(locked_at=timezone.now())
    assert client.post(CONSENT, {}).status_code == 409


def test_somebody_the_register_does_not_know_is_told_so(client, card):
    connect_directory(lambda _number: None, lambda _party, _language: "")
    page = come_in(client, card)
    assert page.status_code == 409
    assert "population register does not know" in page.text


def test_the_step_up_keeps_the_page_and_the_person(client, card):
    user = open_cabinet(ALENA, display_name="Алена", language="be", now=timezone.now())
    sign_in(client, user, AccessMode.PASSWORD)
    away = client.get("/en/account/settings/password/")
    assert away.headers["Location"] == f"{CARD}?next=%2Fen%2Faccount%2Fsettings%2Fpassword%2F"
    old = client.session.session_key
    back = come_in(client, card, next="/en/account/settings/password/")
    assert back.headers["Location"] == "/en/account/settings/password/"
    assert client.get(back.headers["Location"]).status_code == 200
    assert client.session.session_key != old


def test_somebody_elses_card_does_not_mix_two_people(client, card):
    sign_in(client, UserFactory(), AccessMode.PASSWORD, acting="myself")
    come_in(client, card)
    assert client.session["_auth_user_id"] == str(User.objects.get(party_id=ALENA).pk)
    assert client.session.get("acting") is None


def test_a_forged_next_does_not_survive_the_card(client, card):
    open_cabinet(ALENA, display_name="Алена", language="be", now=timezone.now())
    assert come_in(client, card, next="//evil.example/").headers["Location"].startswith("/en/")


def test_withdrawing_stops_the_use_at_once_and_stays_in_the_ledger(client, card, rf):
    come_in(client, card, ["email"])
    consent = Consent.objects.get()
    assert "E-mail" in client.get("/en/account/settings/").text
    client.post(f"/en/account/settings/consents/{consent.pk}/withdraw/")
    request = rf.get("/")
    request.session = client.session
    assert released_attributes(request) == {}
    page = client.get("/en/account/settings/").text
    assert "withdrawn:" in page
    consent.refresh_from_db()
    first = consent.withdrawn_at
    client.post(f"/en/account/settings/consents/{consent.pk}/withdraw/")
    consent.refresh_from_db()
    assert consent.withdrawn_at == first


def test_another_persons_consent_does_not_exist(client, card):
    come_in(Client(), card)
    sign_in(client, UserFactory())
    consent = Consent.objects.get()
    assert client.post(f"/en/account/settings/consents/{consent.pk}/withdraw/").status_code == 404


def test_the_card_gives_the_login_so_that_a_password_can_be_set(client, card):
    come_in(client, card)
    page = "/en/account/settings/password/"
    assert client.post(page, {"password": "short"}).status_code == 422
    assert "no secret" in client.post(page, {"password": NUMBER.lower()}).text
    assert client.post(page, {"password": "four unrelated green words"}).status_code == 302
    assert client.get("/en/account/settings/").status_code == 200
    other = Client()
    other.post(
        "/en/account/sign-in/password/", {"login": NUMBER, "password": "four unrelated green words"}
    )
    assert other.get("/en/account/settings/").status_code == 200


def test_a_new_password_ends_the_other_visits(client, card):
    other = Client()
    come_in(other, card)
    come_in(client, card)
    client.post("/en/account/settings/password/", {"password": "four unrelated green words"})
    assert other.get("/en/account/settings/").status_code == 302
    assert Session.objects.filter(user__isnull=False).count() == 1


def test_a_citizen_who_is_an_official_is_asked_in_what_capacity(client, card):
    user = open_cabinet(ALENA, display_name="Алена", language="be", now=timezone.now())
    body = uuid4()
    appoint(user, body, ["cases.see"], {"be": "Спецыяліст"}, SINCE, by=None)
    answer = come_in(client, card, next="/en/account/settings/")
    assert answer.headers["Location"] == "/en/account/capacity/?next=%2Fen%2Faccount%2Fsettings%2F"
    assert client.get("/en/account/settings/").wsgi_request.acting_body_id is None
    page = client.get(answer.headers["Location"]).text
    assert "As an official: Ленінскі выканкам" in page
    assert '<span class="tag">As myself</span>' in page
    chosen = client.post(
        "/en/account/capacity/", {"capacity": str(body), "next": "/en/account/settings/"}
    )
    assert chosen.headers["Location"] == "/en/account/settings/"
    assert client.get("/en/account/settings/").wsgi_request.acting_body_id == body
    assert client.post("/en/account/capacity/", {"capacity": str(uuid4())}).status_code == 404


def test_old_checks_and_tries_are_forgotten_but_a_locked_card_is_not(client, card, travel):
    for _ in range(3):
        show_card(client, card, "000000")
    travel(3 * 24 * 60)
    assert forget_old(now=timezone.now()) > 0
    assert "The card is locked" in show_card(client, card).text
