"""Two blind assessors and a reviewer: what each sees, when they look again, what comes out."""

import hashlib
import io

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.self_assessment import permissions as may
from ratusha.self_assessment.bank import (
    Feature,
    ScoringState,
    after_marking,
    bank,
    cheap_zeros,
    counted,
    final,
    score,
)
from ratusha.self_assessment.models import Mark, Scoring
from ratusha.self_assessment.services import scoring as scorings
from ratusha.self_assessment.services.answering import Copy
from ratusha.self_assessment.services.scoring import Found

from .conftest import NOW

BANK = bank().of_year(NOW.year)
CODES = [one.code for one in BANK.features]
ALL = dict.fromkeys(CODES, True)
ROOM = "/en/steering/self-assessment/features/"


# ---- rules ----
def test_the_modules_weigh_as_those_of_the_index():
    assert BANK.weights == {
        "institutional": 10, "content": 5, "services": 45, "technology": 5, "participation": 35,
    }  # fmt: skip
    assert {one.module for one in BANK.features} == set(BANK.weights)


def test_a_feature_that_is_not_found_in_time_is_not_there():
    assert counted(found=True, minutes=10, most=10)
    assert not counted(found=True, minutes=11, most=10)
    assert not counted(found=False, minutes=1, most=10)


def without(*codes):
    return {code: code not in codes for code in CODES}


def test_they_look_again_when_they_differ_on_more_than_five_percent():
    assert len(CODES) == 22  # one of them is 4.5 %, two are 9.1 %
    assert after_marking(ALL, without(CODES[0]), BANK) == ScoringState.REVIEW
    assert after_marking(ALL, without(*CODES[:2]), BANK) == ScoringState.RECONCILING
    assert after_marking(ALL, {CODES[0]: True}, BANK) == ScoringState.MARKING


def test_the_score_is_weighted_by_module():
    assert score(ALL, BANK)[0] == pytest.approx(1)
    services = [one.code for one in BANK.of("services")]
    whole, shares = score(without(*services), BANK)
    assert whole == pytest.approx(0.55)
    assert shares["services"] == 0


def test_what_the_reviewer_settles_counts_where_they_differ():
    first, second = ALL, without(CODES[0])
    assert final(first, second, {CODES[0]: True})[CODES[0]]
    assert not final(first, second, {CODES[0]: False})[CODES[0]]


def test_cheap_zeros_are_what_is_missing_by_work():
    zeros = cheap_zeros(without("inst-contact", "serv-once", "cont-search"), BANK)
    assert [one.code for one, _adds in zeros] == ["inst-contact", "cont-search", "serv-once"]
    assert zeros[0][1] == pytest.approx(0.1 / 4)


def test_a_feature_is_asked_for_from_an_edition_to_an_edition():
    pandemic = "cont-pandemic"
    asked = {year: pandemic in bank().of_year(year).codes() for year in (2018, 2020, 2022, 2024)}
    assert asked == {2018: False, 2020: True, 2022: True, 2024: False}
    with pytest.raises(ValueError, match="ends before it begins"):
        Feature("x", "content", 1, {"en": "x"}, since=2024, until=2022)


# ---- acts ----
@pytest.fixture
def people(room):
    names = ("Першы", "Другі", "Старшы")
    return [official(may.FILL, body_id=room.owner_body, display_name=name) for name in names]


@pytest.fixture
def scoring(room, people):
    first, second, reviewer = people
    return scorings.open_scoring(
        "Мінск", first=first, second=second, reviewer=reviewer, by=room.coordinator, body_id=room.body,
        now=NOW,
    )  # fmt: skip


def mark(scoring, who, marks):
    found = {code: Found(there, 3) for code, there in marks.items()}
    return scorings.mark(scoring, found, by=who, now=NOW)


def test_the_three_are_different_people(room, people):
    with pytest.raises(RuleBroken, match="same_people"):
        scorings.open_scoring(
            "Мінск", first=people[0], second=people[0], reviewer=people[2], by=room.coordinator,
            body_id=room.body, now=NOW,
        )  # fmt: skip


def test_from_marks_over_reconciliation_to_a_closed_score(scoring, people):
    first, second, reviewer = people
    mark(scoring, first, ALL)
    assert mark(scoring, second, without(*CODES[:3])).state == ScoringState.RECONCILING
    with pytest.raises(Conflict):
        mark(scoring, first, {CODES[5]: False})
    assert mark(scoring, second, {CODES[0]: True, CODES[1]: True}).state == ScoringState.REVIEW
    with pytest.raises(NotPermitted):
        scorings.settle(scoring, {CODES[2]: True}, by=first, now=NOW)
    with pytest.raises(Conflict, match="unsettled"):
        scorings.settle(scoring, {}, by=reviewer, now=NOW)
    closed = scorings.settle(scoring, {CODES[2]: False}, by=reviewer, now=NOW)
    assert closed.state == ScoringState.CLOSED
    with pytest.raises(Conflict):
        mark(scoring, first, {CODES[0]: True})


def test_only_the_two_assessors_mark(scoring, people, room):
    for who in (people[2], room.coordinator):
        with pytest.raises(NotPermitted):
            mark(scoring, who, ALL)


def test_what_was_found_is_kept_with_its_digest(scoring, people):
    first, code = people[0], CODES[0]
    digest = hashlib.sha256(b"a page").hexdigest()
    where = "https://portal.example/"

    def found(**given):
        scorings.mark(scoring, {code: Found(is_there=True, minutes=1, **given)}, by=first, now=NOW)
        return Mark.objects.filter(feature=code).last()

    assert found(evidence=where, sha256=digest.upper()).sha256 == digest
    assert found(evidence=where).sha256 == digest  # the same page, marked again
    assert found(evidence=f"{where}other/").sha256 == ""
    kept = found(evidence=where, picture=Copy("page.png", png()))
    assert kept.picture.media_type == "image/png"
    assert kept.sha256 == hashlib.sha256(bytes(kept.picture.content.body)).hexdigest()
    with pytest.raises(RuleBroken, match=r"self_assessment\.digest"):
        found(evidence=where, sha256="x" * 64)
    with pytest.raises(RuleBroken):
        found(evidence=where, picture=Copy("page.png", b"%PDF-1.7 no picture"))
    with pytest.raises(IntegrityError, match="mark_has_a_digest_or_none"), transaction.atomic():
        Mark.objects.filter(pk=kept.pk).update(sha256="short")


def png():
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(out, "PNG")
    return out.getvalue()


# ---- pages ----
@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def at(room, who):
    return sign_in(Client(), who, acting=room.owner_body)


def test_an_assessor_does_not_see_the_marks_of_the_other(room, scoring, people):
    mark(scoring, people[0], {CODES[0]: True})
    found = {CODES[1]: Found(is_there=True, minutes=3, evidence="https://secret.example/")}
    scorings.mark(scoring, found, by=people[0], now=NOW)
    page = at(room, people[1]).get(f"{ROOM}{scoring.pk}/").text
    assert "secret.example" not in page
    assert " checked" not in page
    assert "secret.example" in at(room, people[0]).get(f"{ROOM}{scoring.pk}/").text


def test_who_has_no_part_in_a_scoring_does_not_find_it(room, scoring):
    assert at(room, room.owner).get(f"{ROOM}{scoring.pk}/").status_code == 404
    stranger = sign_in(Client(), room.stranger, acting=room.stranger_body)
    assert stranger.get(ROOM).status_code == 404
    for act in ("mark/", "settle/"):
        assert stranger.post(f"{ROOM}{scoring.pk}/{act}").status_code == 404


def test_marks_are_saved_part_by_part_and_a_wrong_address_is_told(room, scoring, people):
    client, page = at(room, people[0]), f"{ROOM}{scoring.pk}/"
    wrong = client.post(
        f"{page}mark/", {f"there-{CODES[0]}": "yes", f"evidence-{CODES[0]}": "page"}
    )
    assert wrong.status_code == 422
    assert 'value="page"' in wrong.text
    assert client.post(f"{page}mark/", {f"there-{CODES[0]}": "yes"}).status_code == 302
    assert Mark.objects.filter(scoring=scoring).count() == 1


def test_a_picture_is_seen_by_the_other_people_only_when_both_are_through(room, scoring, people):
    page = f"{ROOM}{scoring.pk}/"
    sent = {f"there-{CODES[0]}": "yes", f"picture-{CODES[0]}": SimpleUploadedFile("p.png", png())}
    assert at(room, people[0]).post(f"{page}mark/", sent).status_code == 302
    picture = f"{page}pictures/{Mark.objects.get().sha256}/"
    assert at(room, people[0]).get(picture)["Content-Type"] == "image/png"
    assert picture in at(room, people[0]).get(page).text
    assert at(room, people[1]).get(picture).status_code == 404
    assert at(room, people[2]).get(picture).status_code == 404
    mark(scoring, people[0], dict.fromkeys(CODES[1:], True))
    mark(scoring, people[1], without(CODES[0]))
    assert picture in at(room, people[2]).get(page).text
    assert at(room, people[2]).get(picture).status_code == 200


def test_a_scoring_is_opened_reviewed_and_its_score_read(room, people):
    coordinator = sign_in(Client(), room.coordinator, acting=room.body)
    sent = coordinator.post(
        ROOM, {"unit": "Брэст", "first": people[0].pk, "second": people[1].pk, "reviewer": people[2].pk}
    )  # fmt: skip
    assert sent.status_code == 302
    made = Scoring.objects.get()
    mark(made, people[0], ALL)
    mark(made, people[1], without(CODES[0]))
    reviewer = at(room, people[2])
    assert "What they differ on" in reviewer.get(sent.url).text
    assert reviewer.post(f"{sent.url}settle/", {}).status_code == 422
    assert reviewer.post(f"{sent.url}settle/", {f"there-{CODES[0]}": "no"}).status_code == 302
    assert "Cheap zeros" in reviewer.get(sent.url).text
