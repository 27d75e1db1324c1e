"""What is sent after the visit has ended waits for its writer, and for nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from ratusha.accounts.models import HeldWords
from ratusha.accounts.services.held import KEPT, forget_held, give_back, hold
from ratusha.ui import forms
from ratusha.ui.forms import GivenBack

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
PAGE = "/be/drafts/1/address/"


class Form(forms.Form):
    text = forms.TextField(label="Text")
    why = forms.TextField(label="Why")


WORDS = {"street": ["Якуба Коласа"], "house": ["24"]}


def test_words_come_back_once_to_who_holds_the_key():
    key = hold(WORDS, address=PAGE, now=NOW)
    assert give_back(key, address=PAGE, now=NOW) == WORDS
    assert give_back(key, address=PAGE, now=NOW) is None


def test_words_of_one_page_do_not_come_to_another():
    key = hold(WORDS, address=PAGE, now=NOW)
    assert give_back(key, address="/be/drafts/2/address/", now=NOW) is None


def test_a_wrong_key_gives_nothing():
    hold(WORDS, address=PAGE, now=NOW)
    assert give_back("guess", address=PAGE, now=NOW) is None


def test_words_are_not_readable_where_they_are_kept():
    hold(WORDS, address=PAGE, now=NOW)
    assert "Коласа".encode() not in bytes(HeldWords.objects.get().sealed)


def test_words_are_forgotten_after_two_hours():
    key = hold(WORDS, address=PAGE, now=NOW)
    later = NOW + KEPT + timedelta(minutes=1)
    assert give_back(key, address=PAGE, now=later) is None
    assert forget_held(now=later) == 1


def test_an_endless_page_is_not_kept():
    assert hold({"x": ["я" * 70_000]}, address=PAGE, now=NOW) == ""


def test_a_page_sent_without_a_visit_leads_to_sign_in_and_leaves_a_key(client):
    address = "/be/drafts/018f0000-0000-7000-8000-000000000000/address/"
    answer = client.post(address, WORDS)
    assert answer.status_code == 302
    assert "sign-in" in answer["Location"]
    (key,) = answer.cookies.values()
    assert give_back(key.value, address=address, now=timezone.now()) == WORDS


@pytest.mark.parametrize("there", [
    "cases/{}/message/", "cases/{}/withdraw/", "ratings/case/{}/", "cases/{}/add-document/",
    "desk/cases/{}/message/", "desk/cases/{}/refuse/", "desk/cases/{}/give/", "desk/requests/{}/",
])  # fmt: skip
def test_every_page_on_which_one_writes_holds_what_came_too_late(client, there):
    client.post("/be/" + there.format("2026-7HKM-4XQ3-9"), {"text": "Доўгі ліст"})
    assert HeldWords.objects.count() == 1


def test_words_come_back_to_a_form_without_reproach():
    form = Form(GivenBack.of({"text": [""], "why": ["Таму"]}))
    assert form.errors == {}
    assert form["why"].value() == "Таму"
    assert "text" in Form({"text": "", "why": "Таму"}).errors
