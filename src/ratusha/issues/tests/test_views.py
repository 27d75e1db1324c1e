"""The pages: of everybody, of those who report, of the desk."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.cases.models import Case
from ratusha.documents.models import StoredFile
from ratusha.issues import permissions as may
from ratusha.issues.models import Issue, Photo, Reporter
from ratusha.issues.services import dispatch
from ratusha.issues.services.flow import MOST
from ratusha.issues.services.photos import release_photo

from .conftest import HERE, NOW, TOWN
from .pictures import jpeg, with_position

TYPED = {"town": "Мінск", "address": "вул. Леніна, 5", "words": "Вялікая яма"}


def at(name, *arguments):
    return reverse(f"issues:{name}", args=arguments)


def picture(position=None):
    """A small JPEG; with a position as a camera writes it."""
    made = io.BytesIO(with_position(*position) if position else jpeg())
    made.name = "яма.jpg"
    return made


@pytest.fixture
def stranger():
    return Client()


@pytest.fixture
def neighbour(town):
    return sign_in(Client(), town.neighbour)


@pytest.fixture
def dispatcher(town):
    return sign_in(Client(), town.dispatcher, AccessMode.STRICT, town.hall.pk)


@pytest.fixture
def master(town):
    return sign_in(Client(), town.master, AccessMode.STRICT, town.utility.pk)


# ---- reporting ----
def test_somebody_who_is_not_signed_in_reports_and_gets_a_code(town, stranger):
    assert town.hall
    assert "road.hole" in stranger.get(at("new")).text
    sent = stranger.post(at("lodge", "road.hole"), TYPED)
    assert sent.status_code == 302
    page = stranger.get(sent.url)
    case = Case.objects.get()
    assert case.reference in page.text
    assert Issue.objects.get().unit_code == TOWN
    assert page.headers.get("Cache-Control") != "public"


def test_who_is_signed_in_reports_and_sees_the_issue(town, neighbour):
    assert town.hall
    sent = neighbour.post(at("lodge", "road.hole"), TYPED)
    case = Case.objects.get()
    assert sent.url == at("issue", case.reference)
    assert case.applicant_id == town.neighbour.party_id
    assert at("step", case.reference, "withdraw") in neighbour.get(sent.url).text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "id_town"),
        ({"town": "Нідзе-Нідзе"}, "id_town"),
        ({"lat": "95", "lon": "27,5"}, "id_lat"),
        ({"lat": "48,85", "lon": "2,35"}, "id_lat"),  # Paris
        ({"lat": "53,9"}, "id_lat"),
        ({"town": "Мінск", "words": "я" * 2001}, "id_words"),
    ],
)
def test_what_is_wrong_is_said_at_its_question_and_the_words_stay(town, stranger, typed, field):
    assert town.hall
    answer = stranger.post(at("lodge", "road.hole"), {"address": "Ля моста", **typed})
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert "Ля моста" in answer.text
    assert not Case.objects.exists()


def test_a_photo_offers_its_place_and_loses_it(town, stranger):
    assert town.hall
    offered = stranger.post(at("lodge", "road.hole"), {"photo": picture((53, 27))})
    assert offered.status_code == 200
    assert 'value="53.0,27.0"' in offered.text
    kept = StoredFile.objects.get()
    with Image.open(io.BytesIO(bytes(kept.content.body))) as shown:
        assert not shown.getexif()
    signed = offered.text.split('name="kept_photo" value="')[1].split('"')[0]
    stranger.post(at("lodge", "road.hole"), {"kept_photo": signed, "position": "53.0,27.0"})
    issue = Issue.objects.get()
    assert (issue.lat, issue.lon) == (53.0, 27.0)
    assert Photo.objects.get().file_id == kept.pk


def test_a_photo_of_another_is_not_taken_by_naming_it(town, stranger):
    assert town.hall
    stranger.post(at("lodge", "road.hole"), {**TYPED, "kept_photo": "0199-not-signed"})
    assert not Photo.objects.exists()


@pytest.mark.parametrize("content", [b"%PDF-1.7 no picture", b"\xff\xd8\xff spoilt", b"GIF89a"])
def test_what_is_no_picture_is_refused_at_the_photo(town, stranger, content):
    assert town.hall
    brought = io.BytesIO(content)
    brought.name = "x.jpg"
    answer = stranger.post(at("lodge", "road.hole"), {**TYPED, "photo": brought})
    assert answer.status_code == 422
    assert 'href="#id_photo"' in answer.text
    assert not Case.objects.exists()


def test_a_like_report_near_is_shown_before_sending_and_may_be_joined(town, stranger):
    case = town.reported(lat=HERE[0], lon=HERE[1])
    typed = {"lat": str(HERE[0]), "lon": str(HERE[1]), "words": "яма"}
    asked = stranger.post(at("lodge", "road.hole"), typed)
    assert case.reference in asked.text
    assert Case.objects.count() == 1
    joined = stranger.post(at("join", case.reference))
    assert "/mine/" in joined.url
    assert Reporter.objects.filter(issue_id=case.pk).count() == 2
    stranger.post(at("lodge", "road.hole"), {**typed, "another": "1"})
    assert Case.objects.count() == 2


def test_a_flood_from_one_address_is_stopped_with_a_sentence(town, stranger):
    assert town.hall
    for _number in range(MOST["report"]):
        stranger.post(at("lodge", "road.hole"), {**TYPED, "another": "1"})
    answer = stranger.post(at("lodge", "road.hole"), {**TYPED, "another": "1"})
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"  # the next hour begins then
    assert TYPED["address"] in answer.text
    assert Case.objects.count() == MOST["report"]


# ---- what everybody sees ----
def test_the_public_page_shows_no_person_and_no_words_before_they_are_released(town, stranger):
    case = town.reported(words="Тэлефануйце 29 123-45-67, Алена")
    page = stranger.get(at("issue", case.reference))
    assert page.status_code == 200
    assert "Алена" not in page.text
    assert town.neighbour.display_name not in page.text
    dispatch.publish_words(case.pk, text="Вялікая <b>яма</b>", by=town.dispatcher, now=NOW)
    page = Client().get(at("issue", case.reference) + "?fresh")
    assert "Вялікая &lt;b&gt;яма&lt;/b&gt;" in page.text


def test_a_photo_is_everybodys_only_when_it_is_released(town, stranger):
    assert town.hall
    stranger.post(at("lodge", "road.hole"), {**TYPED, "photo": picture()})
    case, photo = Case.objects.get(), Photo.objects.get()
    address = at("photo", case.reference, photo.pk)
    dispatch.publish_words(case.pk, text="Яма", by=town.dispatcher, now=NOW)
    assert stranger.get(address).status_code == 404
    release_photo(photo.pk, areas=[], by=town.dispatcher, now=NOW)
    shown = stranger.get(address)
    assert shown.headers["Content-Type"] == "image/jpeg"


def test_what_was_taken_back_is_nobodys_business(town, neighbour, stranger):
    case = town.reported()
    neighbour.post(at("step", case.reference, "withdraw"))
    assert stranger.get(at("issue", case.reference)).status_code == 404
    assert case.reference not in stranger.get(at("issues")).text


def test_the_list_is_filtered_and_leafed_through(town, stranger):
    first = town.reported(address="вул. Коласа, 7")
    for _number in range(26):
        town.now = town.later(minutes=1)
        town.reported(category="green.tree")
    page = stranger.get(at("issues"))
    assert first.reference not in page.text
    after = page.text.split("&amp;after=")[1].split('"')[0]
    assert first.reference in stranger.get(f"{at('issues')}?after={after}".replace("+", "%2B")).text
    assert first.reference in stranger.get(f"{at('issues')}?category=road").text
    assert first.reference in stranger.get(f"{at('issues')}?q=коласа").text
    assert first.reference not in stranger.get(f"{at('issues')}?status=done").text
    assert (
        stranger.get(f"{at('issues')}?after=x&bbox=1,2&status=%3Cb%3E&since=y").status_code == 200
    )


# ---- by code ----
def test_the_code_opens_again_what_is_not_done(town, stranger):
    lodged = town.lodged()
    dispatch.assign(lodged.case.pk, executor=town.executor.pk, by=town.dispatcher, now=NOW)
    dispatch.finish(lodged.case.pk, text="Зроблена.", by=town.master, now=NOW)
    found = stranger.post(at("find"), {"code": lodged.code.lower()})
    assert at("step_by_code", lodged.code, "reopen") in stranger.get(found.url).text
    empty = stranger.post(at("step_by_code", lodged.code, "reopen"), {"reasons": ""})
    assert empty.status_code == 422
    stranger.post(at("step_by_code", lodged.code, "reopen"), {"reasons": "Яма на месцы"})
    assert Case.objects.get().status == "reopened"
    assert "Яма на месцы" not in Client().get(at("issue", lodged.case.reference)).text


def test_a_wrong_code_leads_nowhere_and_is_counted(town, stranger):
    assert town
    assert stranger.get(at("mine", "0" * 20)).status_code == 404
    assert stranger.post(at("find"), {"code": "0000"}).status_code == 422


def test_a_signed_in_stranger_takes_no_step_of_a_reporter(town):
    case = town.reported()
    other = sign_in(Client(), town.another)
    assert other.post(at("step", case.reference, "withdraw")).status_code == 404


# ---- the desk ----
def test_the_dispatcher_gives_an_issue_and_the_organisation_reports_with_a_photo(
    town, dispatcher, master
):
    case = town.reported()
    assert case.reference in dispatcher.get(at("desk_issues")).text
    assert case.reference not in master.get(at("desk_issues")).text
    given = dispatcher.post(
        at("desk_step", case.reference, "assign"), {"executor": str(town.executor.pk)}
    )
    assert given.url == at("desk_issue", case.reference)
    for language in ("be", "en"):  # the history names the organisation in the reader's language
        with translation.override(language):
            told = master.get(at("desk_issue", case.reference)).text
            assert f"· {town.executor}</li>" in told
            assert f"· {town.executor}</li>" in Client().get(at("issue", case.reference)).text
    master.post(
        at("desk_step", case.reference, "plan"),
        {"on_day": "5", "on_month": "9", "on_year": "2026"},
    )
    said = {"text": "Закатана.", "photo": picture()}
    sent = master.post(at("desk_step", case.reference, "finish"), said)
    assert Case.objects.get().status == "done"
    address = at("photo", case.reference, Photo.objects.get().pk)
    page = Client().get(at("issue", case.reference)).text
    assert "Закатана." in page
    assert address not in page
    master.post(sent.url, {"nothing": "yes"})  # the next question was what everybody may see of it
    assert address in Client().get(at("issue", case.reference) + "?fresh").text


@pytest.mark.parametrize(
    ("step", "typed", "field"),
    [
        ("assign", {}, "id_executor"),
        ("refuse", {"reasons": ""}, "id_reasons"),
        ("merge", {"into": "2026-0000-0000-0"}, "id_into"),
    ],
)
def test_an_empty_step_is_said_at_its_question(town, dispatcher, step, typed, field):
    assert town.executor
    case = town.reported()
    answer = dispatcher.post(at("desk_step", case.reference, step), typed)
    assert answer.status_code == 422
    assert field in answer.text
    assert Case.objects.get().status == "reported"


def test_a_dispatcher_of_another_town_sees_nothing_of_it(town):
    case = town.reported()
    user = official(may.DISPATCH, body_id=town.utility.pk)
    other = sign_in(Client(), user, AccessMode.STRICT, town.utility.pk)
    assert other.get(at("desk_issue", case.reference)).status_code == 404
    assert (
        other.post(at("desk_step", case.reference, "refuse"), {"reasons": "x"}).status_code == 404
    )
    assert case.reference not in other.get(at("desk_issues")).text


def test_somebody_without_a_part_in_issues_has_no_such_desk(town):
    user = official("cases.see", body_id=town.hall.pk)
    client = sign_in(Client(), user, AccessMode.STRICT, town.hall.pk)
    assert client.get(at("desk_issues")).status_code == 404


def test_organisations_are_counted_over_all_issues(town, stranger):
    town.done()
    town.assigned(category="green.tree")
    town.reported(category="yard.snow")
    page = stranger.get(at("executors")).text
    assert "ЖКГ № 1" in page
    assert "3" in page
