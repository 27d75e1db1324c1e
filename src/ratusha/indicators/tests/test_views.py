"""Pages of live indicators: what is shown opens, and says as of when, of how much, by which formula."""

import csv
import io
import re
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.indicators.permissions import VERIFY
from ratusha.indicators.services.snapshots import take_snapshots

from .conftest import FAR, NOW, TODAY, WEST

DAY = "2026-08-31"


def at(name, *arguments):
    return reverse(f"indicators:{name}", args=arguments)


def text_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, answer.content
    return " ".join(answer.text.split())


@pytest.fixture
def counted(country):
    country.cases(6, country.near)
    country.cases(5, country.far, due_on=date(2026, 8, 1))
    take_snapshots(date(2026, 8, 31), now=NOW)
    return country


@pytest.mark.django_db
def test_before_the_first_night_the_pages_say_that_there_is_no_data(client):
    assert "no data" in text_of(client, "/en/steering/indicators/")
    assert "No data yet" in text_of(client, "/en/steering/indicators/in-term/")


def test_a_value_says_its_day_its_coverage_its_formula_and_who_counted(client, counted):
    assert counted
    page = re.sub(r"<[^>]+>", "", text_of(client, "/en/steering/indicators/in-term/"))
    for words in ("54.5", "as of 31 August 2026", "cases of 2 of 3 bodies", "in-term-1",
                  "Ratusha, by itself", "6 ÷ 11"):  # fmt: skip
        assert words in page, words


def test_a_value_opens_by_region_district_and_body(client, counted):
    assert counted
    page = text_of(client, at("indicator", "in-term").replace("/be/", "/en/"))
    assert "West" in page
    west = text_of(client, f"/en/steering/indicators/in-term/{DAY}/places/{WEST}/")
    assert "Near" in west
    assert "near" in west
    assert "Far" not in west
    far = text_of(client, f"/en/steering/indicators/in-term/{DAY}/places/{FAR}/")
    assert "0 ÷ 5" in far


@pytest.mark.parametrize(
    "address",
    [
        "nothing/",
        "in-term/2020-01-01/",
        "in-term/yesterday/",
        f"in-term/{DAY}/places/9999999999/",
        "in-term/2020-01-01/rows.csv",
        "nothing/now/",
    ],
)
def test_what_was_never_counted_is_not_there(counted, address):
    client = sign_in(Client(), official(VERIFY, body_id=counted.near.pk), acting=counted.near.pk)
    assert client.get(f"/en/steering/indicators/{address}").status_code == 404


def test_the_file_holds_every_row(client, counted):
    assert counted
    answer = client.get(at("rows_csv", "in-term", DAY))
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["dimension"] for row in rows} == {
        "region",
        "district",
        "body",
        "procedure",
        "month",
    }
    assert sum(int(row["of"]) for row in rows if row["dimension"] == "region") == 11
    assert {(row["covered"], row["covered_of"]) for row in rows} == {("2", "3")}


def test_the_json_says_of_itself_what_a_checker_needs(client, counted):
    assert counted
    told = client.get(at("rows_json", "in-term", DAY)).json()
    assert (told["value"], told["version"]) == ("0.545455", "in-term-1")
    assert told["coverage"] == {"what": "bodies", "covered": 2, "of": 3}
    assert set(told["name"]) == {"be", "ru", "en"}


def test_officials_see_it_counted_at_this_moment(counted):
    client = sign_in(Client(), official(VERIFY, body_id=counted.near.pk), acting=counted.near.pk)
    counted.cases(1, counted.near, closed_on=TODAY)
    with time_machine.travel(NOW, tick=False):
        page = text_of(client, "/en/steering/indicators/in-term/now/")
    assert "at this moment" in page
    assert "6 ÷ 12" in page  # it was late


def test_a_citizen_does_not_count_at_this_moment(client, counted):
    assert counted
    assert client.get(at("now", "in-term")).status_code == 302
