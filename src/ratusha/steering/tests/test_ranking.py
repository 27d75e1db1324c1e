"""Changes taken apart, moves told apart, ranges drawn; questions asked, kept and compared."""

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils.html import escape

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.kernel.texts import Said
from ratusha.parties.models import Organisation
from ratusha.steering import ranking
from ratusha.steering.models import Scenario
from ratusha.steering.permissions import SCENARIOS
from ratusha.steering.tests.test_services import NOW, published
from ratusha.steering.what_if import Question, answered

pytestmark = pytest.mark.django_db
EGDI = """
index: egdi
version: "2018+"
units: {key: iso3, name: country, period: year}
inputs: {osi: {}, hci: {}, tii: {}}
steps: [{agg: mean}]
round: {display: 5}
rank: {on: rounded(5)}
sensitivity: {weights: {dirichlet: 1, n: 200, seed: 1, interval: 0.9}}
"""
COUNTRIES = """iso3,country,year,osi,hci,tii
BLR,Belarus,2022,0.5302,0.9011,0.8426
BLR,Belarus,2024,0.57598,0.74189,0.91562
AAA,Alpha,2022,0.7,0.7,0.7
AAA,Alpha,2024,0.9,0.9,0.9
BBB,Beta,2022,0.6,0.6,0.6
BBB,Beta,2024,0.6,0.6,0.6
"""
PAGE = "/en/steering/indices/egdi/2024/"


@pytest.fixture
def egdi():
    return published(EGDI, COUNTRIES)


# ---- what a change is made of ----
def test_the_fall_of_belarus_from_2022_to_2024_is_what_its_parts_added(egdi):
    change = ranking.change(egdi, *ranking.before_and_after(egdi, "BLR"))
    parts = {bar.label.text: round(bar.delta, 5) for bar in change.bars}
    assert parts == {"osi": 0.01526, "hci": -0.05307, "tii": 0.02434}
    assert change.rest == 0
    assert round(change.last, 5) == 0.74450
    assert round(change.first + sum(bar.delta for bar in change.bars), 12) == round(change.last, 12)


def test_a_waterfall_begins_each_bar_where_the_one_before_ended():
    bars = ranking.waterfall([(Said("a", ""), 2.0), (Said("b", ""), -1.0)], 1.0, 2.0)
    assert [(bar.start, bar.width) for bar in bars] == [(0.0, 100.0), (50.0, 50.0)]


@pytest.mark.parametrize(
    ("before", "after", "own", "others"),
    [
        ({"a": 3, "b": 2, "c": 1}, {"a": 3, "b": 2, "c": 2.5}, 1, 0),
        ({"a": 3, "b": 2, "c": 1}, {"a": 3, "b": 0, "c": 1}, 0, 1),
        ({"a": 3, "b": 2, "c": 1}, {"a": 5, "b": 4, "c": 3.5}, 2, -2),
    ],
)
def test_places_won_are_told_apart_from_places_others_lost(before, after, own, others):
    found = ranking.moved("c", before, after)
    assert (found.own, found.others) == (own, others)


def test_where_less_is_first_a_fall_is_a_gain():
    found = ranking.moved("c", {"a": 1, "c": 2}, {"a": 1, "c": 0}, downwards=False)
    assert (found.own, found.others) == (1, 0)


def test_who_is_new_has_not_moved():
    assert ranking.moved("c", {"a": 1}, {"a": 1, "c": 2}) is None


def test_ranges_and_courses_are_drawn_within_their_frame(egdi):
    dots, courses = ranking.dots(egdi), ranking.courses(egdi)
    assert [dot.rank for dot in dots] == [1, 2, 3]
    assert all(dot.x_low <= dot.x <= dot.x_high <= ranking.WIDTH for dot in dots)
    belarus = next(one for one in courses if one.key == "BLR")
    assert belarus.ranks == [1, 2]


# ---- asking ----
def test_other_figures_of_one_unit_give_a_new_rank_and_say_what_each_part_adds(egdi):
    told = answered(egdi, Question(unit="BLR", figures={"hci": 0.9011}))
    first = next(line for line in told.lines if line.key == "BLR")
    assert (first.was_rank, round(first.value, 5)) == (2, 0.79757)
    assert {bar.label.text: round(bar.delta, 5) for bar in told.change.bars}["hci"] == 0.05307


def test_other_weights_and_figures_at_once_have_no_parts(egdi):
    weights = {"osi": 1.0, "hci": 0.0, "tii": 0.0}
    told = answered(egdi, Question(weights=weights, unit="BLR", figures={"osi": 0.95}))
    assert told.change is None
    assert told.lines[0].key == "BLR"


def text_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, answer.content
    return " ".join(answer.text.split())


def test_the_pages_tell_ranges_courses_and_changes(client, egdi):
    assert egdi
    ranks = text_of(client, PAGE + "ranks/")
    assert "itself -1, others 0" in ranks or "itself 0, others -1" in ranks or "itself" in ranks
    unit = text_of(client, PAGE + "units/BLR/")
    assert "-0.053070" in unit.replace("−", "-")


def test_the_page_asks_for_whose_figures_they_are(client, egdi):
    assert egdi
    asked = "?osi=33&hci=33&tii=33&figure-osi=0.9"
    assert "Choose whose figures these are" in text_of(client, PAGE + "what-if/" + asked, 422)
    told = text_of(
        client, PAGE + "what-if/?osi=33.33&hci=33.33&tii=33.33&unit=BLR&figure-hci=0.9011"
    )
    assert "Belarus" in told


# ---- keeping ----
@pytest.fixture
def at():
    body = Organisation.objects.create(kind="ministry", is_body=True, code="m", name={"en": "M"})

    def sit(*permissions):
        return sign_in(Client(), official(*permissions, body_id=body.pk), acting=body.pk)

    with time_machine.travel(NOW, tick=False):
        yield sit


QUESTION = "osi=60&hci=20&tii=20&unit=BLR&figure-hci=0.9"


def test_a_scenario_is_kept_with_its_author_and_compared(egdi, at):
    desk = at(SCENARIOS)
    page = text_of(desk, f"{PAGE}what-if/?{QUESTION}")
    assert "Keep the scenario" in page
    for name in ("One", "Two"):
        sent = desk.post(PAGE + "what-if/keep/", {"name": name, "question": QUESTION})
        assert sent.status_code == 302
    one, two = Scenario.objects.all()
    assert one.author.display_name == "Ihar Novik"
    assert one.unit == "BLR"
    compared = text_of(desk, f"{PAGE}scenarios/?s={one.pk}&s={two.pk}")
    assert "Scenarios side by side" in compared
    assert escape(QUESTION) in compared
    assert egdi.scenarios.count() == 2


def test_without_a_name_nothing_is_kept_and_the_question_stays(egdi, at):
    assert egdi
    answer = at(SCENARIOS).post(PAGE + "what-if/keep/", {"name": "", "question": QUESTION})
    assert answer.status_code == 422
    assert escape(QUESTION) in answer.text
    broken = at(SCENARIOS).post(PAGE + "what-if/keep/", {"name": "x", "question": "osi=many"})
    assert broken.status_code == 422
    assert not Scenario.objects.exists()


def test_another_official_keeps_nothing_and_compares_nothing(egdi, at):
    assert egdi
    other = at("cases.see")
    assert "Keep the scenario" not in text_of(other, f"{PAGE}what-if/?{QUESTION}")
    asked = {"name": "x", "question": QUESTION}
    assert other.post(PAGE + "what-if/keep/", asked).status_code == 403
    assert other.get(PAGE + "scenarios/").status_code == 403


def test_the_database_refuses_to_change_a_scenario(egdi):
    author = official()
    made = Scenario.objects.create(
        index=egdi, name="x", question="", lines={}, author=author, at=NOW
    )
    with transaction.atomic(), pytest.raises(DatabaseError, match="only added to"):
        Scenario.objects.filter(pk=made.pk).update(name="y")
