"""Pages of the counter: who may see them, what is shown before the check, and the way to the receipt."""

import re

import pytest
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.models import Draft
from ratusha.applications.tests.state import HOUSEHOLD
from ratusha.cases.public import Case
from ratusha.counter.models import Ticket, Visit

from .conftest import DOCUMENT


def at_work(client, user, body):
    return sign_in(client, user, AccessMode.STRICT, acting=body)


@pytest.fixture
def window(client, official, body):
    return at_work(client, official, body)


def check(window, visit, **other):
    address = reverse("counter:visit", args=[visit.pk])
    answers = {"document_number": DOCUMENT, "stands_here": "on", "agrees": "on", **other}
    return window.post(address, {k: v for k, v in answers.items() if v})


def test_nobody_else_finds_the_counter(client, state, called):
    at_work(client, state.officials["clerk"], state.bodies["clerk"].pk)
    for name, arguments in (
        ("queue", []), ("visit", [called.pk]), ("ticket", [called.ticket_id]),
    ):  # fmt: skip
        assert client.get(reverse(f"counter:{name}", args=arguments)).status_code == 404
    sign_in(client, state.citizens["alena"])
    assert client.get(reverse("counter:queue")).status_code == 302
    assert client.post(reverse("counter:give_ticket")).status_code == 302
    assert Ticket.objects.count() == 1


def test_everybody_reads_the_board_and_it_names_nobody(client, visit):
    address = reverse("counter:board", args=["one_window:5284000000"])
    answer = client.get(address)
    text = answer.content.decode()
    assert visit.ticket.printed in text
    assert "Кавал" not in text
    assert "Refresh" not in answer
    assert client.get(f"{address}?screen=1")["Refresh"] == "15"
    assert client.get(reverse("counter:board", args=["state:360"])).status_code == 404


def test_before_the_check_no_name_and_no_form(window, called):
    text = window.get(reverse("counter:visit", args=[called.pk])).content.decode()
    assert "document_number" in text
    assert "Кавал" not in text


@pytest.mark.parametrize(
    "wrong", [{"document_number": "XX0000000"}, {"stands_here": ""}, {"agrees": ""}]
)
def test_a_check_that_fails_shows_nobody(window, called, wrong):
    answer = check(window, called, **wrong)
    assert answer.status_code == 422
    assert "Кавал" not in answer.content.decode()
    assert Visit.objects.get().person_id is None


def test_from_the_ticket_to_the_receipt(window, official):
    slip = window.post(reverse("counter:give_ticket"))
    assert "001" in window.get(slip.url).content.decode()
    called = window.post(reverse("counter:queue"), {"window": "3"})
    visit = Visit.objects.get()
    assert called.url == reverse("counter:visit", args=[visit.pk])
    assert check(window, visit).status_code == 302
    assert "Кавалёва Алена Віктараўна" in window.get(called.url).content.decode()

    begun = window.post(called.url, {"service": HOUSEHOLD.lower()})
    draft = Draft.objects.get()
    step = window.get(begun.url)
    while not step.url.endswith("/check/"):
        seen = re.search(r'name="questions" value="([^"]*)"', window.get(step.url).content.decode())
        step = window.post(step.url, {"questions": seen[1], "purpose": "school"})
    assert window.get(step.url).url == called.url  # not the lodging of the portal
    assert window.post(reverse("applications:check", args=[draft.pk])).status_code == 404

    at = [visit.pk, draft.pk]
    assert window.post(reverse("counter:lodge", args=at)).status_code == 422
    sheet = window.post(reverse("counter:print", args=at))
    assert sheet.content.startswith(b"%PDF")
    assert window.post(reverse("counter:signed", args=at)).status_code == 302
    assert window.post(reverse("counter:lodge", args=at)).status_code == 302
    case = Case.objects.get()
    receipt = reverse("counter:receipt", args=[visit.pk, case.reference])
    assert receipt in window.get(called.url).content.decode()
    assert window.get(receipt).content.startswith(b"%PDF")
    assert case.lodged_by == official

    assert window.post(reverse("counter:end", args=[visit.pk])).status_code == 302
    assert window.get(receipt).status_code == 404
    assert window.get(called.url).status_code == 404


def test_a_service_without_a_form_is_explained(window, visit):
    answer = window.post(reverse("counter:visit", args=[visit.pk]), {"service": "U200/999.99"})
    assert answer.status_code == 422
