"""What became of a new way: who takes it, how it was rated, what it saves. Each number opens and comes out again."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ratusha.cases.tests.factories import CaseFactory
from ratusha.conversion.uptake import uptake
from ratusha.ui.tests.closed import closed_numbers
from ratusha.ui.tests.opened import read

from .conftest import CODE, NOW

TODAY = timezone.localdate(NOW)
PAGE = f"/en/steering/conversion/procedures/{CODE}/"
FIGURES = "/en/steering/conversion/figures"


def lodged(people, channel, on=TODAY, each=1):
    for _one in range(people):
        applicant = uuid4()
        for _application in range(each):
            CaseFactory(
                kind="application", subject_code=CODE, channel=channel, lodged_on=on, applicant_id=applicant
            )  # fmt: skip


@pytest.fixture
def switched_on(ministry):
    ministry.is_promised()
    return ministry.switched_on()


@pytest.mark.usefixtures("switched_on")
def test_the_share_that_takes_the_new_way_opens_to_both_its_counts():
    lodged(6, "portal")
    lodged(5, "counter")
    lodged(4, "counter", on=TODAY - timedelta(days=1))  # before it was switched on
    client = Client()
    page = client.get(PAGE)
    assert page.status_code == 200
    for figure, value in (("online", 6), ("lodged", 11), ("taken-up", 6 / 11)):
        assert f"{FIGURES}/{figure}/{CODE}/" in page.text
        told = read(client.get(f"{FIGURES}/{figure}/{CODE}/").text)
        assert (told.value, told.comes_out()) == (value, True)


@pytest.mark.usefixtures("switched_on")
@pytest.mark.parametrize(
    ("online", "otherwise"), [((1, 4), ()), ((1, 4), (1, 1)), ((1, 9), (1, 4)), ((9, 1), (1, 9))]
)
def test_of_fewer_than_five_people_on_either_side_nothing_is_told(online, otherwise):
    """So many applications of each of so many people: neither who took the new way nor the others are a few."""
    lodged(*online[1:], "portal", each=online[0])
    if otherwise:
        lodged(*otherwise[1:], "counter", each=otherwise[0])
    client = Client()
    assert "nothing is told of fewer than five" in client.get(PAGE).text
    for figure in ("online", "lodged", "taken-up"):
        assert client.get(f"{FIGURES}/{figure}/{CODE}/").status_code == 404


def test_before_a_way_is_switched_on_nobody_can_take_it(ministry):
    ministry.drawn()
    lodged(9, "portal")
    assert uptake(CODE, TODAY) is None
    assert "No new way has been switched on yet" in Client().get(PAGE).text


def test_ratings_of_a_quarter_open_to_sums_and_never_to_persons(ministry):
    ministry.is_promised()
    ministry.rated(date(2026, 5, 12), 6, 4)
    client = Client()
    assert list(closed_numbers(client.get(PAGE).text)) == []
    told = read(client.get(f"{FIGURES}/mean-mark/{CODE}/2026-04-01/").text)
    assert (told.value, told.comes_out()) == (4, True)
    assert read(client.get(f"{FIGURES}/ratings/{CODE}/2026-04-01/").text).value == 6
    for key in (f"{CODE}/2026-04-02", f"{CODE}/2019-01-01", "U200/9.9.9/2026-04-01", "x"):
        assert client.get(f"{FIGURES}/mean-mark/{key}/").status_code == 404


def test_what_a_card_saves_in_money_opens_to_prices_and_applications(ministry):
    card = ministry.drawn()
    lodged(10, "portal")
    address = f"/en/steering/conversion/cards/{card.pk}/saves/roubles-a-year/"
    told = read(ministry.at_desk(ministry.drawer, ministry.drawing).get(address).text)
    assert told.comes_out()
    assert dict(told.inputs) | {"value": told.value} == {
        "documents": 3, "visits": 2, "document_price": 12, "visit_price": 15, "applications": 10,
        "value": 660,  # (3 × 12 + 2 × 15) × 10
    }  # fmt: skip
    assert Client().get(address).status_code != 200  # a card is for who has a part in it
