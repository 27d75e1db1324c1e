"""Photos for everybody: released one by one, what shows a person destroyed, the original closed and then erased."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image, ImageChops

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.audit.models import Entry
from ratusha.documents.models import Content, StoredFile
from ratusha.documents.public import keep_file
from ratusha.issues import permissions as may
from ratusha.issues.holds import plug_holds
from ratusha.issues.law import law
from ratusha.issues.models import Photo
from ratusha.issues.photos.areas import ACROSS, Area, read, rows_for, squares
from ratusha.issues.photos.cover import LONGEST_SIDE, covered
from ratusha.issues.services import dispatch, follow
from ratusha.issues.services.photos import erase_originals, hide_photo, release_photo
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .conftest import NOW
from .pictures import street_jpeg

PLATE = Area(370, 660, 260, 80)  # of a thousand
PLATES = ["1234 AB-7", "9876 XY-2", "4711 MM-5", "1111 II-1", "8888 WW-8", "3050 EK-4"]


def opened(content):
    return Image.open(io.BytesIO(content)).convert("RGB")


# ---- parts, without a picture ----
def test_neighbouring_squares_become_one_part_and_reach_over_their_rims():
    assert squares([1, 2, 3, 13], 9) == [Area(0, 0, 250, 112), Area(0, 111, 84, 112)]
    assert squares([12 * 9], 9)[0].x + squares([12 * 9], 9)[0].width == 1000
    assert squares([0, -1, 109, 5000], 9) == []


def test_the_grid_has_nearly_square_squares():
    assert rows_for(800, 600) == 9
    assert rows_for(600, 800) == 16
    assert rows_for(5000, 10) == 4


@pytest.mark.parametrize(
    "text",
    ["1,2,3", "0,0,0,10", "900,0,200,10", "0,0,1e3,5", "-1,0,5,5", "a", "1,1,1,1;" * 61],
)
def test_what_is_no_part_of_the_photo_is_refused(text):
    with pytest.raises(RuleBroken):
        read(text)
    assert read("10,20,30,40; 1,1,1,1;") == [Area(10, 20, 30, 40), Area(1, 1, 1, 1)]


# ---- destroying ----
def test_a_number_plate_can_neither_be_read_nor_guessed_from_the_copy():
    """Whoever knows the street, the typeface and all candidates finds the same copy for each of them."""
    copies = [opened(covered(street_jpeg(plate), [PLATE])) for plate in PLATES]
    for other in copies[1:]:
        difference = ImageChops.difference(copies[0], other).crop((296, 396, 504, 444))
        assert (
            max(high for _low, high in difference.getextrema()) < 50
        )  # one step of a rough colour
    inside = copies[0].crop((310, 402, 490, 438))
    assert all(high - low < 80 for low, high in inside.getextrema())  # no black letters on white


def test_what_is_not_covered_stays_as_it_was():
    before, after = (
        opened(street_jpeg("1234 AB-7")),
        opened(covered(street_jpeg("1234 AB-7"), [PLATE])),
    )
    difference = ImageChops.difference(before, after).crop((0, 0, 800, 380))
    assert max(high for _low, high in difference.getextrema()) < 40


def test_the_copy_is_smaller_than_a_camera_takes_it_and_bears_nothing_else():
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Алена"
    Image.new("RGB", (3000, 2000), "blue").save(made, "JPEG", exif=exif)
    copy = covered(made.getvalue(), [Area(999, 999, 1, 1), Area(0, 0, 1000, 1000)])
    assert "Алена".encode() not in copy
    assert opened(copy).size[0] == LONGEST_SIDE


# ---- released, hidden, erased ----
@pytest.fixture
def photo(town):
    case = town.reported()
    content = street_jpeg("1234 AB-7")
    kept = keep_file(content=content, name="a.jpg", by=town.neighbour, now=NOW, used_in="x")
    return Photo.objects.create(issue_id=case.pk, shows="trouble", file_id=kept.pk, at=NOW)


def test_a_released_photo_is_a_new_file_and_an_earlier_copy_goes(town, photo):
    first = release_photo(photo.pk, areas=[PLATE], by=town.dispatcher, now=NOW)
    assert first.public_file_id != first.file_id
    second = release_photo(photo.pk, areas=[], by=town.dispatcher, now=NOW)
    assert not StoredFile.objects.filter(pk=first.public_file_id).exists()
    assert second.areas == []
    assert Entry.objects.filter(action="issue.release_photo").count() == 2


def test_a_hidden_photo_leaves_no_copy(town, photo):
    shown = release_photo(photo.pk, areas=[PLATE], by=town.dispatcher, now=NOW)
    hide_photo(photo.pk, by=town.dispatcher, now=NOW)
    assert not StoredFile.objects.filter(pk=shown.public_file_id).exists()
    assert Photo.objects.get().file_id


def test_the_organisation_releases_photos_of_its_work_alone(town, photo):
    dispatch.assign(photo.issue_id, executor=town.executor.pk, by=town.dispatcher, now=NOW)
    with pytest.raises(NotPermitted):
        release_photo(photo.pk, areas=[PLATE], by=town.master, now=NOW)
    Photo.objects.update(shows="work")
    assert release_photo(photo.pk, areas=[PLATE], by=town.master, now=NOW).public_file_id
    with pytest.raises(NotPermitted):
        hide_photo(photo.pk, by=town.neighbour, now=NOW)


def test_the_original_goes_when_its_days_are_over_and_the_copy_stays(town, photo):
    shown = release_photo(photo.pk, areas=[PLATE], by=town.dispatcher, now=NOW)
    case = photo.issue.case
    dispatch.assign(case.pk, executor=town.executor.pk, by=town.dispatcher, now=NOW)
    dispatch.finish(case.pk, text="Зроблена.", by=town.master, now=NOW)
    follow.confirm(case.pk, reporter=follow.reporter_of(town.neighbour, case.pk), by=None, now=NOW)
    over = NOW + timedelta(days=law().days_to_keep_originals + 1)
    assert erase_originals(over - timedelta(days=1)) == 0
    plug_holds(lambda: {case.pk})
    assert erase_originals(over) == 0
    plug_holds(set)
    assert erase_originals(over) == 1
    assert erase_originals(over) == 0
    left = Photo.objects.get()
    assert left.file_id is None
    assert StoredFile.objects.get().pk == shown.public_file_id
    assert Content.objects.count() == 1
    with pytest.raises(RuleBroken):
        release_photo(photo.pk, areas=[], by=town.dispatcher, now=over)


# ---- pages ----
def at(name, photo):
    return reverse(f"issues:{name}", args=[photo.issue.case.reference, photo.pk])


@pytest.fixture
def dispatcher(town):
    return sign_in(Client(), town.dispatcher, AccessMode.STRICT, town.hall.pk)


def test_squares_are_ticked_without_scripts_and_the_copy_is_covered_there(dispatcher, photo):
    page = dispatcher.get(at("release_photo", photo)).text
    assert page.count('name="square"') == ACROSS * 9
    empty = dispatcher.post(at("release_photo", photo), {})
    assert empty.status_code == 422
    sent = dispatcher.post(at("release_photo", photo), {"square": ["77", "78", "79", "80"]})
    assert sent.status_code == 302
    shown = Client().get(at("photo", photo))
    assert shown.headers["Content-Type"] == "image/jpeg"
    part = opened(shown.content).crop((400, 402, 490, 438))
    assert all(high - low < 80 for low, high in part.getextrema())


def test_what_was_covered_stays_covered_unless_it_is_unticked(dispatcher, photo):
    dispatcher.post(at("release_photo", photo), {"areas": PLATE.written()})
    again = {"kept": PLATE.written(), "areas": "1,1,50,50"}
    dispatcher.post(at("release_photo", photo), again)
    assert len(Photo.objects.get().areas) == 2
    dispatcher.post(at("release_photo", photo), {"nothing": "yes", "kept": "5,5,5,5"})
    assert Photo.objects.get().areas == []
    wrong = dispatcher.post(at("release_photo", photo), {"areas": "900,900,900,900"})
    assert wrong.status_code == 422


def test_a_hidden_photo_is_a_404_for_everybody(dispatcher, photo):
    assert Client().get(at("photo", photo)).status_code == 404
    dispatcher.post(at("release_photo", photo), {"nothing": "yes"})
    assert Client().get(at("photo", photo)).status_code == 200
    dispatcher.post(at("hide_photo", photo))
    assert Client().get(at("photo", photo)).status_code == 404
    assert dispatcher.post(at("hide_photo", photo)).status_code == 404


def test_nobody_else_comes_to_an_original_or_its_release(town, photo):
    other = official(may.DISPATCH, body_id=town.utility.pk)
    clients = [
        sign_in(Client(), other, AccessMode.STRICT, town.utility.pk),
        sign_in(Client(), town.neighbour),
    ]
    for client in clients:
        for name in ("desk_photo", "release_photo", "hide_photo"):
            assert client.get(at(name, photo)).status_code in {302, 403, 404}
        client.post(at("release_photo", photo), {"nothing": "yes"})
    assert Photo.objects.get().public_file_id is None
