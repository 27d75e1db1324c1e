"""The home of digital development: six numbers that open, a map, rooms, and the way there."""

import pytest
from django.test import Client

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.measures.permissions import PREPARE
from ratusha.parties.models import Organisation

pytestmark = pytest.mark.django_db
HOME = "/en/steering/"


def at_work(*permissions):
    body = Organisation.objects.create(
        kind="ministry", is_body=True, name={"en": "Transport"}, code="t"
    )
    return sign_in(Client(), official(*permissions, body_id=body.pk), acting=body.pk)


def test_before_the_first_night_there_is_no_data_and_the_page_says_so(client):
    page = client.get(HOME)
    assert page.status_code == 200
    assert page.text.count("no data yet") == 6


def test_each_of_the_six_numbers_opens(client):
    page = client.get(HOME).text
    for code in (
        "electronic-all",
        "in-term",
        "median-days",
        "once-only",
        "satisfaction",
        "exchange",
    ):
        address = f"/en/steering/indicators/{code}/"
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_a_map_of_something_unknown_is_the_usual_one(client):
    assert client.get(HOME + "?map=nonsense").status_code == 200


def test_who_has_a_part_in_measures_finds_them_here_and_in_the_header():
    page = at_work(PREPARE).get(HOME).text
    assert "Measures at your desk" in page
    assert page.count("Digital development") >= 2  # header and footer


def test_an_official_of_another_trade_has_no_such_item_in_the_header(client):
    other = at_work("cases.see").get(HOME).text
    assert "Measures at your desk" not in other
    assert other.count(">Digital development<") == 1  # the footer
    assert "Measures at your desk" not in client.get(HOME).text
