"""E-mail goes out once, in the reader's language, to those who want it."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.urls import reverse

from ratusha.accounts.tests.factories import UserFactory
from ratusha.notifications.letters import party_of_token, send_due_letters, stop_token
from ratusha.notifications.models import Letter
from ratusha.notifications.public import forget_old_letters
from ratusha.notifications.rules import PAUSES
from ratusha.notifications.services import stop_letters, wants_letters

from .conftest import BODY, NOW, PARTY, SUBJECT


class Broken(EmailBackend):
    def send_messages(self, email_messages):  # noqa: ARG002 - the backend's signature
        raise ConnectionRefusedError("alena@example.org")


BROKEN = f"{__name__}.Broken"


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_the_letter_speaks_the_reader_s_language_in_plain_words_and_in_html(tell, language):
    UserFactory(party_id=PARTY, email="alena@example.org", language=language)
    notice = tell()
    assert send_due_letters(NOW).sent == 1
    letter = mail.outbox[0]
    assert (letter.to, letter.subject) == (["alena@example.org"], SUBJECT[language])
    assert BODY.get(language, BODY["be"]) in letter.body
    assert f"/{language}/notifications/{notice.pk}/" in letter.body
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    assert f'<html lang="{language}">' in html
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.usefixtures("reader")
def test_a_letter_goes_out_once_however_often_the_worker_looks(tell):
    tell()
    assert send_due_letters(NOW).sent == 1
    assert send_due_letters(NOW).sent == 0
    assert len(mail.outbox) == 1


@pytest.mark.usefixtures("reader")
def test_a_failed_letter_is_tried_again_later_and_then_given_up(tell, settings):
    tell()
    settings.EMAIL_BACKEND = BROKEN
    now = NOW
    for pause in PAUSES:
        assert send_due_letters(now).failed == 1
        assert send_due_letters(now).failed == 0
        now += pause
    assert send_due_letters(now).given_up == 1
    letter = Letter.objects.get()
    assert (letter.state, letter.tries, letter.trouble) == ("given_up", 6, "ConnectionRefusedError")


@pytest.mark.usefixtures("reader")
def test_a_letter_that_failed_once_arrives_when_the_post_is_back(tell, settings):
    tell()
    whole = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = BROKEN
    send_due_letters(NOW)
    settings.EMAIL_BACKEND = whole
    assert send_due_letters(NOW + PAUSES[0]).sent == 1


@pytest.mark.usefixtures("reader")
def test_words_cannot_add_headers(tell):
    tell(subject={"be": "Добры дзень\r\nBcc: all@example.org"})
    send_due_letters(NOW)
    assert mail.outbox[0].subject == "Добры дзень Bcc: all@example.org"
    assert mail.outbox[0].recipients() == ["alena@example.org"]


@pytest.mark.usefixtures("reader")
def test_markup_in_a_notice_is_words_in_the_letter_too(tell):
    tell(body={"be": "<img src=x>"})
    send_due_letters(NOW)
    assert "<img" not in mail.outbox[0].alternatives[0][0]
    assert "<img src=x>" in mail.outbox[0].body


@pytest.mark.parametrize("how", ["no user", "no address", "stopped"])
def test_who_has_no_address_or_wants_no_letters_gets_none(tell, how):
    if how != "no user":
        UserFactory(party_id=PARTY, email="" if how == "no address" else "alena@example.org")
    if how == "stopped":
        stop_letters(PARTY, by=None, now=NOW)
    tell()
    assert send_due_letters(NOW).not_wanted == 1
    assert mail.outbox == []


@pytest.mark.usefixtures("reader")
def test_the_link_in_the_letter_stops_the_letters_but_only_by_a_post(client):
    address = reverse("notifications:stop_letters", args=[stop_token(PARTY)])
    assert str(PARTY) not in address
    assert client.get(address).status_code == 200
    assert wants_letters(PARTY)
    strict = type(client)(enforce_csrf_checks=True)
    assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not wants_letters(PARTY)


@pytest.mark.parametrize(
    "token",
    ["x", "%00", "A" * 90, stop_token(PARTY)[:-2] + "zz"],
    ids=["a letter", "a zero", "too long", "spoilt"],  # the last is drawn: its name must not be
)
def test_a_made_up_link_stops_nothing(client, db, token):  # noqa: ARG001 - it looks for the party
    assert party_of_token(token) is None
    address = reverse("notifications:stop_letters", args=["x"]).replace("/x/", f"/{token}/")
    assert client.post(address).status_code == 404


@pytest.mark.usefixtures("reader")
def test_letters_long_done_are_forgotten(tell):
    tell()
    send_due_letters(NOW)
    assert forget_old_letters(NOW + timedelta(days=29)) == 0
    assert forget_old_letters(NOW + timedelta(days=31)) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("reader")
def test_two_workers_send_each_letter_once(tell):
    for _ in range(20):
        tell()
    sent = []

    def work():
        sent.append(send_due_letters(NOW).sent)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(sent) == 20
    assert len({m.extra_headers["Message-ID"] for m in mail.outbox}) == 20
