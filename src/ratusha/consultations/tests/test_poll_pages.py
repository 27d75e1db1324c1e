"""The pages of polls: what is theirs, what is wrong and said so, what is done."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.consultations import permissions as may
from ratusha.consultations.models import Ballot, Poll, VotingPaper

from .conftest import needs_tool

pytestmark = needs_tool


def at(name, *arguments):
    return reverse(f"consultations:{name}", args=arguments)


@pytest.fixture
def organiser(town):
    return sign_in(Client(), town.organiser, AccessMode.STRICT, town.council.pk)


def keeper(town, place):
    user, body = town.keepers[place]
    return sign_in(Client(), user, AccessMode.STRICT, body)


def typed(town, **changed):
    last = timezone.localdate() + timedelta(days=10)
    return {
        "title": "Двор", "about": "Пытаемся пра двор.", "language": "be", "unit": town.unit.code, "age": "16",
        "closes_on_day": last.day, "closes_on_month": last.month, "closes_on_year": last.year,
        "trustees": [str(user.pk) for user, _body in town.keepers],
        "question_1": "Што?", "answers_1": "Сквер\nПляцоўка", "most_1": "1", **changed,
    }  # fmt: skip


def test_a_poll_is_prepared_opened_voted_in_and_read_by_everybody(town, organiser):
    assert organiser.get(at("new_poll")).status_code == 200
    sent = organiser.post(at("new_poll"), typed(town))
    poll = Poll.objects.get()
    assert sent.url == at("desk_poll", poll.code)
    town.bring_keys(poll)
    assert organiser.get(at("open_poll", poll.code)).status_code == 200
    assert organiser.post(at("open_poll", poll.code)).url == at("desk_poll", poll.code)
    voter = sign_in(Client(), town.resident())
    assert "Сквер" in voter.get(at("booth", poll.code)).text
    cast = voter.post(at("booth", poll.code), {"answer_0": "0"})
    receipt = Ballot.objects.get().receipt
    assert cast.status_code == 200
    assert receipt in cast.text
    stranger = Client()
    for name in ("hub", "poll", "cast", "box"):
        address = at(name) if name == "hub" else at(name, poll.code)
        assert stranger.get(address).status_code == 200, name
    assert receipt not in stranger.get(at("box", poll.code)).text  # nobody can watch whose it is
    found = stranger.post(at("box", poll.code), {"receipt": receipt})
    assert 'class="notice success"' in found.text
    missing = stranger.post(at("box", poll.code), {"receipt": "x" + receipt[1:]})
    assert 'class="notice warning"' in missing.text


def test_a_poll_that_nobody_opened_is_not_there(town, organiser):
    poll = town.prepared()
    for name in ("poll", "cast", "box", "archive"):
        assert Client().get(at(name, poll.code)).status_code == 404
    assert organiser.get(at("desk_poll", poll.code)).status_code == 200


def test_a_stranger_of_another_body_finds_no_poll_at_the_desk(town):
    poll = town.prepared()
    other = sign_in(
        Client(), official(may.PREPARE, body_id=town.union.pk), AccessMode.STRICT, town.union.pk
    )
    for name in ("desk_poll", "open_poll", "key", "share"):
        assert other.get(at(name, poll.code)).status_code == 404


def test_who_has_no_part_in_consultations_finds_no_desk(town):
    clerk = sign_in(
        Client(), official("cases.see", body_id=town.union.pk), AccessMode.STRICT, town.union.pk
    )
    assert clerk.get(at("desk")).status_code == 404
    assert clerk.get(at("new_poll")).status_code == 404


def test_what_is_wrong_in_a_poll_is_said_at_its_field(town, organiser):
    assert town.keepers
    answer = organiser.post(at("new_poll"), typed(town, answers_1="Адно"))
    assert answer.status_code == 422
    assert "#id_answers_1" in answer.text
    alone = organiser.post(at("new_poll"), typed(town, trustees=[str(town.keepers[0][0].pk)]))
    assert alone.status_code == 422
    assert "#id_trustees" in alone.text
    assert not Poll.objects.exists()


@pytest.mark.parametrize("bent", ['{"pok": 1}', "[" * 4000, "9" * 4990])
def test_a_key_that_is_none_is_refused_at_its_field(town, bent):
    poll = town.prepared()
    page = keeper(town, 0)
    answer = page.post(at("key", poll.code), {"public_key": bent})
    assert answer.status_code == 422
    assert "#id_public_key" in answer.text


def test_nobody_votes_for_another_place_or_too_young(town):
    poll = town.opened()
    for who in (town.resident(here=False), town.resident(age=15)):
        answer = sign_in(Client(), who).post(at("booth", poll.code), {"answer_0": "0"})
        assert answer.status_code == 422
    assert not VotingPaper.objects.exists()


def test_a_second_vote_is_refused_in_words(town):
    poll = town.opened()
    voter = sign_in(Client(), town.resident())
    assert voter.post(at("booth", poll.code), {"answer_0": "0"}).status_code == 200
    again = voter.post(at("booth", poll.code), {"answer_0": "1"})
    assert again.status_code == 422
    assert Ballot.objects.count() == 1


def test_who_is_not_strictly_signed_in_is_sent_to_sign_in(town):
    poll = town.opened()
    assert Client().get(at("booth", poll.code)).status_code == 302
    weak = sign_in(Client(), town.resident(), AccessMode.PASSWORD)
    assert weak.get(at("booth", poll.code)).status_code == 302


@pytest.mark.parametrize(
    "content",
    [" ", "{", "[]", '{"ballot": 1}', '{"ballot": "{}", "signature": "1"}', "[" * 100_000],
)
def test_a_file_that_is_no_ballot_is_refused(town, content):
    poll = town.opened()
    sent = SimpleUploadedFile("ballot.json", content.encode(), "application/json")
    assert Client().post(at("cast", poll.code), {"envelope": sent}).status_code == 422
    script = Client().post(at("cast", poll.code), content, content_type="application/json")
    assert script.status_code == 422
    assert json.loads(script.content)["error"]
    assert not Ballot.objects.exists()


@pytest.mark.parametrize("blinded", ["", "x", "-1", "0", "1", "9" * 700, "9" * 2000])
def test_a_request_for_a_paper_that_is_no_number_takes_no_paper(town, blinded):
    poll = town.opened()
    voter = sign_in(Client(), town.resident())
    assert voter.post(at("paper", poll.code), {"blinded": blinded}).status_code == 422
    assert not VotingPaper.objects.exists()


def test_hostile_words_stay_words(town):
    bad = '"><script>alert(1)</script>'
    poll = town.opened(
        title=bad, about=bad, questions=[{"question": bad, "answers": [bad, "б"], "max": 1}]
    )
    voter = sign_in(Client(), town.resident())
    for page in (
        Client().get(at("poll", poll.code)),
        voter.get(at("booth", poll.code)),
        Client().get(at("hub")),
    ):
        assert page.status_code == 200
        assert "<script>alert" not in page.text
