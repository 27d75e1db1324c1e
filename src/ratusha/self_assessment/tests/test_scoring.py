"""Two blind assessors and a reviewer: what each sees, when they look again, what comes out."""

import pytest
import time_machine
from django.test import Client

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.self_assessment import permissions as may
from ratusha.self_assessment.bank import (
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
from ratusha.self_assessment.services.scoring import Found

from .conftest import NOW

CODES = [one.code for one in bank().features]
ALL = dict.fromkeys(CODES, True)
ROOM = "/en/steering/self-assessment/features/"


# ---- rules ----
def test_the_modules_weigh_as_those_of_the_index():
    assert bank().weights == {
        "institutional": 10, "content": 5, "services": 45, "technology": 5, "participation": 35,
    }  # fmt: skip
    assert {one.module for one in bank().features} == set(bank().weights)


def test_a_feature_that_is_not_found_in_time_is_not_there():
    assert counted(found=True, minutes=10, most=10)
    assert not counted(found=True, minutes=11, most=10)
    assert not counted(found=False, minutes=1, most=10)


def without(*codes):
    return {code: code not in codes for code in CODES}


def test_they_look_again_when_they_differ_on_more_than_five_percent():
    assert len(CODES) == 22  # one of them is 4.5 %, two are 9.1 %
    assert after_marking(ALL, without(CODES[0]), bank()) == ScoringState.REVIEW
    assert after_marking(ALL, without(*CODES[:2]), bank()) == ScoringState.RECONCILING
    assert after_marking(ALL, {CODES[0]: True}, bank()) == ScoringState.MARKING


def test_the_score_is_weighted_by_module():
    assert score(ALL, bank())[0] == pytest.approx(1)
    services = [one.code for one in bank().of("services")]
    whole, shares = score(without(*services), bank())
    assert whole == pytest.approx(0.55)
    assert shares["services"] == 0


def test_what_the_reviewer_settles_counts_where_they_differ():
    first, second = ALL, without(CODES[0])
    assert final(first, second, {CODES[0]: True})[CODES[0]]
    assert not final(first, second, {CODES[0]: False})[CODES[0]]


def test_cheap_zeros_are_what_is_missing_by_work():
    zeros = cheap_zeros(without("inst-contact", "serv-once", "cont-search"), bank())
    assert [one.code for one, _adds in zeros] == ["inst-contact", "cont-search", "serv-once"]
    assert zeros[0][1] == pytest.approx(0.1 / 4)


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
