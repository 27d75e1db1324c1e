"""What somebody hostile sends to a form that is open to all: pictures, places, words, floods."""

import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from ratusha.accounts.tests.factories import sign_in
from ratusha.cases.models import Case
from ratusha.documents.models import StoredFile
from ratusha.documents.public import read_file
from ratusha.issues.models import Issue, Photo
from ratusha.issues.photos.intake import position_of
from ratusha.issues.services import dispatch
from ratusha.issues.services.clients import admit_client
from ratusha.issues.services.flow import MOST, seconds_to_wait
from ratusha.issues.services.photos import release_photo

from .conftest import NOW
from .pictures import chunk, jpeg, png, png_that_claims, webp, with_position

LODGE = "/be/issues/new/road.hole/"
TYPED = {"town": "Мінск", "address": "вул. Леніна, 5", "words": "Вялікая яма"}
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
BAD_PICTURES = {
    "fifty megapixels": jpeg((8200, 6100)),
    "a bomb in a head": png_that_claims(60_000, 60_000),
    "a bomb just under the alarm of the library": png_that_claims(9_000, 9_000),
    "no width": png_that_claims(0, 10),
    "a thread forty million points long": png_that_claims(1, 39_000_000),
    "half a JPEG": jpeg((400, 300))[:900],
    "only the mark of a JPEG": b"\xff\xd8\xff",
    "a JPEG of noise": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "half a PNG": png((400, 300))[:60],
    "a PNG with a wrong sum": png().replace(b"IDAT", b"IDAX"),
    "a PNG without a picture": b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""),
    "WebP": webp(),
    "WebP that says JPEG": b"\xff\xd8\xff" + webp(),
    "SVG": SVG,
    "SVG behind the mark of a JPEG": b"\xff\xd8\xff" + SVG,
    "a page behind the mark of a PNG": b"\x89PNG\r\n\x1a\n<script>alert(1)</script>",
    "nothing": b"",
}


def upload(content, name="яма.jpg"):
    made = io.BytesIO(content)
    made.name = name
    return made


def send(client, **typed):
    return client.post(LODGE, {**TYPED, "another": "1", **typed})


@pytest.fixture
def stranger(town):
    assert town.hall
    return Client()


# ---- pictures ----
@pytest.mark.parametrize("bad", BAD_PICTURES)
def test_a_bad_picture_is_refused_at_its_question_and_the_words_stay(stranger, bad):
    answer = send(stranger, photo=upload(BAD_PICTURES[bad]))
    assert answer.status_code == 422
    assert 'href="#id_photo"' in answer.text
    assert TYPED["words"] in answer.text
    assert not Case.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("tail", [SVG, b"<?php system($_GET[0]);?>", b"PK\x03\x04" + b"\0" * 40])
def test_what_hangs_behind_a_picture_is_gone(stranger, tail):
    send(stranger, photo=upload(jpeg() + tail))
    assert tail not in read_file(Photo.objects.get().file_id)


def test_words_in_a_picture_are_nowhere(town, stranger):
    hostile = "<script>alert(1)</script>\u202e=cmd|' /C calc'!A0"
    for content in (
        with_position(53, 27, t270=hostile, t315=hostile, t37510=hostile),
        png(words=hostile * 200),
    ):
        send(stranger, photo=upload(content), position="no")
    for photo in Photo.objects.all():
        kept = read_file(photo.file_id)
        assert b"alert" not in kept
        assert b"Comment" not in kept
        with Image.open(io.BytesIO(kept)) as shown:
            assert not shown.getexif()
    case = Case.objects.first()
    release_photo(Photo.objects.first().pk, areas=[], by=town.dispatcher, now=NOW)
    assert "alert" not in Client().get(reverse("issues:issue", args=[case.reference])).text


@pytest.mark.parametrize(
    "where", [(float("nan"), 27), (float("inf"), 27), (1e30, 1e30), (0, 0), ("x", "y")]
)
def test_a_hostile_place_in_a_picture_is_no_place(where):
    exif = Image.Exif()
    lat, lon = where
    try:
        exif.get_ifd(0x8825).update({1: "N", 2: (lat, 0, 0), 3: "E", 4: (lon, 0, 0)})
        content = jpeg(exif=exif)
    except (
        ValueError,
        TypeError,
        OverflowError,
    ):  # the library refuses to write it: write it badly
        content = with_position(53, 27).replace(b"N\0", b"\xff\xff")[:300]
    found = position_of(content)
    assert found is None or abs(found[0]) > 90  # refused as a point outside, when it is sent


def test_broken_marks_of_a_camera_do_no_harm(stranger):
    """Every byte of the camera's words turned over, one in seven: a report is made, or the photo is refused."""
    whole = with_position(53, 27, t270="word", t274=6)
    end = whole.index(b"\xff\xdb")
    for place in range(20, end, 7):
        spoilt = bytes([*whole[:place], whole[place] ^ 0xFF, *whole[place + 1 :]])
        position_of(spoilt)
        answer = send(stranger, photo=upload(spoilt), position="no")
        assert answer.status_code in {302, 422, 429}


# ---- places ----
@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("nan", "nan"), ("NaN", "27,5"), ("inf", "27"), ("1e400", "27"), ("27,56", "53,9"),
        ("-53,9", "27,56"), ("53,9", "207,56"), ("9" * 60, "27"), ("53,9", ""), ("0x35", "27"),
        ("٥٣", "27"), ("53.9;DROP", "27"), ("51,0", "27,5"),
    ],
)  # fmt: skip
def test_a_wrong_point_is_refused_with_a_sentence(stranger, lat, lon):
    answer = send(stranger, lat=lat, lon=lon)
    if answer.status_code == 302:  # digits of another script are digits
        assert (lat, round(Issue.objects.get().lat)) == ("٥٣", 53)
        return
    assert answer.status_code == 422
    assert 'href="#id_l' in answer.text
    assert not Case.objects.exists()


# ---- words ----
HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a formula": "=1+cmd|' /C calc'!A0",
    "right to left": "яма \u202egnp.exe\u2066 тут",
    "hidden": "я\u200bм\ufeffа\u00ad",
    "controls": "яма\x00\x07\x1b[31m\r\nнова",
    "emoji": "🕳️👨‍👩‍👧‍👦🇧🇾 яма",
    "templates": "{{ 7*7 }} {% debug %} ${7*7} %(number)s %s",
}
TRICKS = "\u202e\u2066\u200b\ufeff\u00ad\x00\x07\x1b"


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_only_words_in_every_public_place(town, stranger, kind):
    said = HOSTILE[kind]
    send(stranger, words=said, address=f"вул. {said}"[:290])
    case = Case.objects.get()
    desk = {"by": town.dispatcher, "now": NOW}
    issue = Issue.objects.get()
    dispatch.publish_words(case.pk, text=issue.words, **desk)
    dispatch.assign(case.pk, executor=town.executor.pk, **desk)
    dispatch.finish(case.pk, text=issue.words, by=town.master, now=NOW)
    issue.refresh_from_db()
    number = case.reference
    pages = [
        f"/be/issues/{number}/", "/be/issues/", f"/open311/v2/requests/{number}.json",
        f"/open311/v2/requests/{number}.xml", "/be/issues/organisations/",
    ]  # fmt: skip
    for page in pages:
        answer = Client().get(page)
        assert answer.status_code == 200, page
        assert not set(answer.text) & set(TRICKS), page
        if not page.endswith(".json"):
            assert "<img src=x" not in answer.text, page
            assert "<script>alert" not in answer.text, page
    assert "49" not in issue.words
    assert json.loads(Client().get(pages[2]).text)[0]["description"] == issue.public_words


@pytest.mark.parametrize("field", ["words", "address", "town"])
def test_a_million_characters_are_too_many(stranger, field):
    answer = send(stranger, **{field: "я" * 1_000_000})
    assert answer.status_code in {400, 413, 422}
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    "address", ["Алена 29 123-45-67", "+375 (29) 1234567", "a@b.by", "https://x.by", "www.x.by"]
)
def test_an_address_leads_to_a_place_and_never_to_a_person(stranger, address):
    """It is read by everybody before a dispatcher has looked."""
    answer = send(stranger, address=address)
    assert answer.status_code == 422
    assert 'href="#id_address"' in answer.text


# ---- floods ----
def test_one_who_is_signed_in_is_slowed_as_a_person(town):
    assert town.hall
    client = sign_in(Client(), town.neighbour)
    for number in range(MOST["person"]):
        send(client, address=f"вул. Леніна, {number + 1}")
    answer = send(client)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == str(seconds_to_wait(NOW))


def test_many_strangers_cannot_bury_one_place(town, stranger):
    assert town.hall
    for number in range(MOST["place"] + 1):
        sent = {**TYPED, "another": "1"}
        answer = stranger.post(LODGE, sent, REMOTE_ADDR=f"198.51.{number}.7")
    assert answer.status_code == 429
    assert Case.objects.count() == MOST["place"]
    elsewhere = stranger.post(
        LODGE, {**TYPED, "address": "вул. Коласа, 7"}, REMOTE_ADDR="203.0.113.9"
    )
    assert elsewhere.status_code == 302


def test_photos_that_are_never_sent_off_are_counted_too(stranger):
    for _number in range(MOST["photo"]):
        stranger.post(LODGE, {"photo": upload(jpeg((4, 4)))})
    answer = stranger.post(LODGE, {"photo": upload(jpeg((4, 4)))})
    assert answer.status_code == 429
    assert StoredFile.objects.count() == MOST["photo"]


def test_a_program_that_floods_is_told_when_to_come_back(town, monkeypatch):
    assert town.hall
    monkeypatch.setitem(MOST, "open311", 1)
    key = admit_client("probe", now=NOW)
    sent = {"api_key": key, "service_code": "road.hole", "lat": "53.9", "long": "27.56"}
    hostile = {**sent, "description": "яма\u202e\u200b\x07 <b>"}
    assert Client().post("/open311/v2/requests.json", hostile).status_code in {200, 201}
    assert Issue.objects.get().words == "яма <b>"
    refused = Client().post("/open311/v2/requests.json", sent)
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == str(seconds_to_wait(NOW))


@pytest.mark.parametrize(
    "page", ["issues", "map", "feed_csv", "feed_geojson", "feed_atom", "statistics", "times_csv"]
)
def test_a_filter_that_makes_no_sense_breaks_no_page(stranger, page):
    names = ("status", "category", "executor", "q", "bbox", "since", "until", "after")
    bent = (
        "\x00", "9" * 40, "nan,nan,nan,nan", "1e400,0,1,1", "27,53,26,52", "9999-12-31", "0001-01-01", "２０２６",
        "9999-12-31T23:59:59+00:00~01a21d84-01b2-71be-a2bc-4c0650f7e119", "0001-01-01T00:00:00+14:00~x",
    )  # fmt: skip
    for one in bent:
        for name in names:
            answer = stranger.get(reverse(f"issues:{page}"), {name: one}, follow=True)
            b"".join(answer) if answer.streaming else answer.content
            assert answer.status_code in {200, 400, 404}, (name, one)
