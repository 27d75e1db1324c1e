"""The pages: of everybody, of whoever rates, of the desk, and the data."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import UserFactory, sign_in
from ratusha.cases.models import Rating
from ratusha.ratings.models import Given, Judgement, Reply, Signal
from ratusha.ratings.services.give import Marks, give
from ratusha.ratings.services.judge import release_words
from ratusha.ratings.services.look import look_for_signs

from .conftest import BAD, GOOD

TYPED = {"simplicity": "5", "information": "4", "term": "3", "politeness": "2", "comment": ""}
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} <b>тоўста</b>"


def at(name, *arguments):
    return reverse(f"ratings:{name}", args=arguments)


@pytest.fixture
def stranger():
    return Client()


@pytest.fixture
def overseer(opinions):
    return sign_in(Client(), opinions.overseer, AccessMode.STRICT, opinions.overseer_body.pk)


@pytest.fixture
def clerk(opinions):
    return sign_in(Client(), opinions.clerk, AccessMode.STRICT, opinions.town.utility.pk)


def test_one_rates_one_s_own_finished_case_and_sees_it_again(opinions):
    user = UserFactory()
    case = opinions.finished(user)
    client = sign_in(Client(), user)
    address = at("rate", case.reference)
    assert client.get(address).status_code == 200
    assert client.post(address, TYPED).status_code == 302
    assert Rating.objects.get().four_marks == (5, 4, 3, 2)
    assert Given.objects.get().network
    again = client.get(address).content.decode()
    assert "checked" in again
    assert client.post(address, TYPED | {"term": "5"}).status_code == 302
    assert Rating.objects.get().four_marks == (5, 4, 5, 2)


def test_a_stranger_s_case_and_one_that_is_not_finished_are_not_there(opinions):
    user = UserFactory()
    case = opinions.finished(user)
    opinions.town.neighbour = user
    running = opinions.town.assigned()
    other = sign_in(Client(), UserFactory())
    assert other.get(at("rate", case.reference)).status_code == 404
    assert sign_in(Client(), user).get(at("rate", running.reference)).status_code == 404


def test_a_missing_mark_is_told_beside_its_question(opinions):
    user = UserFactory()
    case = opinions.finished(user)
    answer = sign_in(Client(), user).post(at("rate", case.reference), TYPED | {"term": ""})
    assert answer.status_code == 422
    assert 'id="id_term-error"' in answer.content.decode() or "id_term" in answer.content.decode()
    assert not Rating.objects.exists()


def test_a_wrong_code_leads_nowhere(stranger, opinions):
    opinions.rated()
    assert stranger.get(at("rate_by_code", "AAAA-BBBB")).status_code == 404


def test_everybody_reads_the_ranking_and_an_organisation(stranger, opinions):
    opinions.many(GOOD, 5)
    opinions.quarter_over()
    answer = stranger.get(at("organisations")).content.decode()
    assert "ЖКГ № 1" in answer
    one = stranger.get(at("organisation", "utility"))
    assert one.status_code == 200
    assert stranger.get(at("organisation", "nobody")).status_code == 404


def test_the_page_of_ratings_and_that_of_issues_lead_to_each_other(stranger, opinions):
    executor = opinions.town.executor
    issues_page = reverse("issues:executor", args=[executor.pk])
    assert (
        at("organisation", "utility") not in stranger.get(issues_page).text
    )  # nobody has rated it
    opinions.rated()
    assert at("organisation", "utility") in stranger.get(issues_page).text
    assert issues_page in stranger.get(at("organisation", "utility")).text


def test_an_organisation_with_few_ratings_says_that_it_is_not_enough(stranger, opinions):
    opinions.rated()
    answer = stranger.get("/en" + at("organisation", "utility")[3:]).content.decode()
    assert "Not enough yet" in answer


def test_hostile_words_are_words(stranger, overseer, opinions):
    given = opinions.rated(words=HOSTILE)
    assert HOSTILE not in overseer.get(at("desk")).content.decode()
    release_words(given.pk, text=HOSTILE, by=opinions.overseer, now=opinions.town.later())
    page = stranger.get(at("organisation", "utility")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "{{ 7*7 }}" in page


def test_words_that_nobody_has_released_are_on_no_public_page(stranger, opinions):
    opinions.many(GOOD, 5, words="Сакрэтныя словы пра мяне")
    opinions.quarter_over()
    for address in (at("organisations"), at("organisation", "utility"), at("table_json")):
        assert "Сакрэтныя" not in stranger.get(address).content.decode()


def test_the_desk_is_of_those_who_have_a_part(overseer, clerk, opinions):
    given = opinions.rated(words="Нічога не зроблена")
    assert overseer.get(at("desk")).status_code == 200
    assert "Нічога не зроблена" in clerk.get(at("desk")).content.decode()
    master = sign_in(Client(), opinions.town.master, AccessMode.STRICT, opinions.town.utility.pk)
    assert master.get(at("desk")).status_code == 404
    assert master.get(at("desk_rating", given.pk)).status_code == 404


def test_the_organisation_replies_and_cannot_set_aside(clerk, opinions):
    given = opinions.rated(BAD)
    assert clerk.get(at("desk_rating", given.pk)).status_code == 200
    assert clerk.get(at("desk_act", given.pk, "set-aside")).status_code == 404
    assert clerk.post(at("desk_act", given.pk, "reply"), {"text": ""}).status_code == 422
    assert clerk.post(at("desk_act", given.pk, "reply"), {"text": "Выпраўлена."}).status_code == 302
    assert Reply.objects.get().text == "Выпраўлена."


@pytest.mark.parametrize(("name", "typed"), [
    ("release", {"text": "Добра"}), ("hide", {"reason": "Імёны"}), ("set-aside", {"reason": "Не той дом"}),
])  # fmt: skip
def test_the_overseer_decides_on_a_page(overseer, opinions, name, typed):
    given = opinions.rated(words="Добра, Іван Іванавіч")
    assert overseer.get(at("desk_rating", given.pk)).status_code == 200
    address = at("desk_act", given.pk, name)
    assert overseer.post(address, dict.fromkeys(typed, "")).status_code == 422
    hidden = re.findall(r'name="(as_read)" value="(\w+)"', overseer.get(address).text)
    assert overseer.post(address, {**typed, **dict(hidden)}).status_code == 302
    assert Judgement.objects.count() == 1


def test_words_that_were_changed_after_the_overseer_read_them_are_not_released(overseer, opinions):
    user = UserFactory()
    given = opinions.rated(user=user, words="Суседка Ганна крычала")
    address = at("desk_act", given.pk, "release")
    hidden = re.findall(r'name="(as_read)" value="(\w+)"', overseer.get(address).text)
    said = Marks(scores=dict(GOOD), words="Было гучна")
    give(given.pk, said, by=user, now=opinions.town.later())
    sent = overseer.post(address, {"text": "Суседка крычала", **dict(hidden)})
    assert sent.status_code in {409, 422}
    assert Given.objects.get().public_words == ""
    assert overseer.post(address, {"text": "Суседка крычала"}).status_code in {409, 422}


def test_a_sign_is_decided_on_its_page(overseer, clerk, opinions):
    opinions.many(BAD, 5, network="203.0.113.7/32")
    look_for_signs(opinions.town.later(minutes=1))
    signal = Signal.objects.get()
    address = at("desk_signal", signal.pk)
    assert clerk.get(address).status_code == 404
    assert overseer.get(address).status_code == 200
    assert overseer.post(address, {"decision": "set_aside", "reason": ""}).status_code == 422
    assert (
        overseer.post(address, {"decision": "set_aside", "reason": "Адна кватэра"}).status_code
        == 302
    )
    assert Given.objects.counted().count() == 0
    assert overseer.get(address).status_code == 200


def test_the_data_say_how_they_were_counted(stranger, opinions):
    opinions.many(GOOD, 5)
    untold = json.loads(stranger.get(at("table_json")).content)
    assert (untold["until"], untold["organisations"]) == ("", [])
    opinions.quarter_over()
    opinions.rated(BAD)
    told = json.loads(stranger.get(at("table_json")).content)
    assert told["formula"] == "rating-1"
    (row,) = told["organisations"]
    assert (row["code"], row["ratings"], row["place_best"]) == ("utility", 5, 1)
    assert told["until"] == "2026-Q3"
    assert "utility,ЖКГ № 1" in stranger.get(at("table_csv")).content.decode()
