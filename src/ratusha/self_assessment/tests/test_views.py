"""The pages: strangers find nothing, mistakes are explained, offers are taken, persons stay unseen."""

import io
import zipfile

import pytest
import time_machine
from django.test import Client

from ratusha.accounts.tests.factories import sign_in
from ratusha.self_assessment.models import DeclinedOffer, Edition
from ratusha.self_assessment.queries import answers_of, rows_of
from ratusha.self_assessment.rules import Given, Origin, State
from ratusha.self_assessment.services import answering
from ratusha.self_assessment.services import edition as editions

from .conftest import NOW
from .test_services import NO, YES, everything_answered

ROOM = "/en/steering/self-assessment/"
WORK = f"{ROOM}work/2026/"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def owner(room):
    return sign_in(Client(), room.owner, acting=room.owner_body)


@pytest.fixture
def coordinator(room):
    return sign_in(Client(), room.coordinator, acting=room.body)


@pytest.fixture
def stranger(room):
    return sign_in(Client(), room.stranger, acting=room.stranger_body)


# ---- who reaches what ----
@pytest.mark.parametrize(
    "page", ["work/", "work/2026/", "work/2026/changes/", "work/2026/sections/c/",
             "work/2026/sections/c/owner/", "work/2026/questions/q36/", "work/2026/questions/q37/copy/"],
)  # fmt: skip
def test_an_official_without_a_part_finds_nothing(stranger, page):
    assert stranger.get(ROOM + page).status_code == 404


@pytest.mark.parametrize(
    "act", ["hand-in/", "publish/", "sections/c/accept/", "questions/q36/decline/law-36/"]
)
def test_an_official_without_a_part_does_nothing(stranger, act):
    assert stranger.post(WORK + act, {"reason": "x", "offer": "36:law-36"}).status_code == 404


def test_a_passer_by_is_sent_to_sign_in(room, client):  # noqa: ARG001
    assert "/account/sign-in/" in client.get(WORK).url


@pytest.mark.parametrize(
    "page", ["sections/x/", "questions/q113/", "questions/36/", "questions/q/"]
)
def test_what_the_form_does_not_have_is_not_there(owner, page):
    assert owner.get(WORK + page).status_code == 404


def test_an_owner_does_not_coordinate(owner):
    assert owner.post(f"{WORK}hand-in/").status_code == 403
    assert owner.post(f"{WORK}sections/c/owner/", {"owner": ""}).status_code in {403, 422}
    assert owner.post(f"{WORK}questions/q56/", {"choice": "yes"}).status_code == 200
    assert 56 not in answers_of(Edition.objects.get(name="2026"))


# ---- answering ----
def test_a_section_shows_its_questions_offers_and_what_is_lacking(owner):
    page = owner.get(f"{WORK}sections/c/").text
    assert "Is there any legislation" in page
    assert 'value="36:law-36"' in page
    assert "This question must be answered" in page
    assert "Asked once question <bdi>36</bdi> is answered with Yes." in page


def test_ticked_offers_become_answers(owner, room):
    sent = owner.post(f"{WORK}sections/c/accept/", {"offer": ["36:law-36", "37:law-36"]})
    assert sent.status_code == 302
    assert {n: row.origin for n, row in rows_of(room.edition).items()} == {
        36: Origin.ACCEPTED, 37: Origin.ACCEPTED,
    }  # fmt: skip
    assert "answer from the platform" in owner.get(sent.url).text


def test_nothing_ticked_is_told(owner):
    answer = owner.post(f"{WORK}sections/c/accept/", {})
    assert answer.status_code == 422
    assert "Tick the offers that are right." in answer.text


def test_an_offer_of_another_section_is_not_taken_here(owner, room):
    assert owner.post(f"{WORK}sections/c/accept/", {"offer": "56:strategy"}).status_code == 422
    assert not rows_of(room.edition)


def test_an_answer_is_written_and_a_wrong_address_is_told_at_its_field(owner, room):
    assert owner.post(f"{WORK}questions/q36/", {"choice": "yes"}).status_code == 302
    wrong = owner.post(f"{WORK}questions/q37/", {"text": "The law.", "links": "pravo.by"})
    assert wrong.status_code == 422
    assert "#id_links" in wrong.text
    assert "The law." in wrong.text
    right = {"text": "The law.", "links": "https://pravo.by/", "opened": "yes"}
    assert owner.post(f"{WORK}questions/q37/", right).status_code == 302
    kept = answers_of(room.edition)[37]
    assert kept.links == ("https://pravo.by/",)
    assert kept.opened_on == NOW.date()


def test_an_answer_begun_from_an_offer_is_marked_as_changed(owner, room):
    owner.post(f"{WORK}questions/q36/", {"choice": "yes"})
    begun = owner.get(f"{WORK}questions/q37/?from=law-36")
    assert "Law of 10 November 2008" in begun.text
    owner.post(f"{WORK}questions/q37/?from=law-36", {"text": "Our words.", "links": ""})
    assert rows_of(room.edition)[37].origin == Origin.EDITED


def test_an_offer_is_declined_with_its_reason_and_does_not_come_again(owner, room):
    refused = owner.post(f"{WORK}questions/q36/decline/law-36/", {"reason": ""})
    assert refused.status_code == 422
    sent = owner.post(f"{WORK}questions/q36/decline/law-36/", {"reason": "The act has changed."})
    assert sent.status_code == 302
    assert DeclinedOffer.objects.get(edition=room.edition).reason == "The act has changed."
    assert 'value="36:law-36"' not in owner.get(f"{WORK}sections/c/").text
    assert "The act has changed." in owner.get(f"{WORK}questions/q36/").text


def test_the_answer_of_the_edition_before_stands_beside(owner):
    owner.post(f"{WORK}questions/q36/", {"choice": "yes"})
    page = owner.get(f"{WORK}questions/q37/").text
    assert "In 2021" in page
    assert "The Law On information" in page


def test_names_of_persons_are_shown_to_who_coordinates_and_to_nobody_else(room, owner, coordinator):
    answering.answer(
        room.edition, 2, Given(text="Ivan Ivanou"), by=room.coordinator, now=NOW
    )  # fmt: skip
    assert "Ivan Ivanou" in coordinator.get(f"{WORK}sections/r/").text
    for page in ("sections/r/", "questions/q2/"):
        assert "Ivan Ivanou" not in owner.get(WORK + page).text


# ---- the whole ----
def test_an_edition_is_opened_by_its_coordinator(room, coordinator):
    assert coordinator.get(f"{ROOM}work/").status_code == 200
    taken = coordinator.post(f"{ROOM}work/", {"name": "2026"})
    assert taken.status_code == 422
    everything_answered(room, NO)
    editions.hand_in(room.edition, by=room.coordinator, now=NOW)
    assert coordinator.post(f"{ROOM}work/", {"name": "2028"}).url == f"{ROOM}work/2028/"


def test_an_owner_is_named(room, coordinator):
    assert room.owner.display_name in coordinator.get(f"{WORK}sections/d/owner/").text
    sent = coordinator.post(f"{WORK}sections/d/owner/", {"owner": str(room.owner.pk)})
    assert sent.status_code == 302
    assert room.owner.display_name in coordinator.get(WORK).text


def test_an_incomplete_edition_says_what_is_left(coordinator):
    answer = coordinator.post(f"{WORK}hand-in/")
    assert answer.status_code == 422
    assert "Not ready yet" in answer.text


def test_what_is_published_is_for_everybody_and_names_nobody(room, coordinator, client):
    assert client.get(f"{ROOM}published/2026/").status_code == 404
    everything_answered(room, YES)
    assert coordinator.post(f"{WORK}hand-in/").status_code == 302
    assert client.get(f"{ROOM}published/2026/").status_code == 404
    assert coordinator.post(f"{WORK}publish/").status_code == 302
    assert Edition.objects.get(name="2026").state == State.PUBLISHED
    page = client.get(f"{ROOM}published/2026/")
    assert page.status_code == 200
    assert "Is there any legislation" in page.text
    assert "Contact information" not in page.text


def test_the_differences_to_the_edition_before_are_told(owner):
    page = owner.get(f"{WORK}changes/").text
    assert "gone" in page
    assert "The Law On information" in page


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_the_room_is_there_for_everybody_in_three_languages(room, client, language):  # noqa: ARG001
    for page in ("", "acts/", "acts/law-99/", "facts/portal/"):
        assert client.get(f"/{language}/steering/self-assessment/{page}").status_code == 200


def test_the_whole_form_is_taken_out_with_persons_only_by_who_sends_it(room, owner, coordinator):
    answering.answer(
        room.edition, 2, Given(text="Ivan Ivanou"), by=room.coordinator, now=NOW
    )  # fmt: skip
    for ending in ("docx", "xlsx"):
        answer = owner.get(f"{WORK}form.{ending}")
        assert answer.status_code == 200
        assert answer["Content-Disposition"].endswith(f'self-assessment-2026.{ending}"')
    name = "Ivan Ivanou"
    assert name in _words(coordinator.get(f"{WORK}form.docx").content)
    assert name not in _words(owner.get(f"{WORK}form.docx").content)


def _words(docx):
    return zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
