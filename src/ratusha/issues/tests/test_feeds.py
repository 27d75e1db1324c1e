"""Feeds: what the list shows, to take along, with nothing of who reported it."""

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree

from ratusha.cases.models import Case
from ratusha.issues.services import dispatch
from ratusha.issues.services.flow import MOST
from ratusha.issues.views import feeds

from .conftest import HERE, NOW

ATOM = "{http://www.w3.org/2005/Atom}"


def taken(form, **query):
    reply = Client().get(f"/be/issues/feed.{form}", query)
    assert reply.status_code == 200
    content = b"".join(reply.streaming_content) if reply.streaming else reply.content
    if form == "geojson":
        return reply, json.loads(content)
    if form == "csv":
        return reply, list(csv.DictReader(io.StringIO(content.decode())))
    return reply, etree.fromstring(content)


def references(form, **query):
    _reply, told = taken(form, **query)
    if form == "geojson":
        return [one["id"] for one in told["features"]]
    if form == "csv":
        return [one["reference"] for one in told]
    return [one.findtext(f"{ATOM}id").split("/")[-2] for one in told.iterfind(f"{ATOM}entry")]


@pytest.mark.parametrize("form", ["geojson", "csv", "atom"])
def test_each_form_holds_the_same_issues_newest_first_and_no_person(town, form):
    old = town.reported(words="Алена, 29 123-45-67").reference
    town.later()
    new = town.done(category="green.tree").reference
    assert references(form) == [new, old]
    assert references(form, status="open") == [old]
    assert references(form, category="green") == [new]
    assert references(form, bbox="0,0,1,1") == []
    reply, _told = taken(form)
    assert reply["Access-Control-Allow-Origin"] == "*"
    content = Client().get(f"/be/issues/feed.{form}").getvalue().decode()
    assert "Алена" not in content
    assert str(town.neighbour.pk) not in content


@pytest.mark.parametrize("form", ["geojson", "csv", "atom"])
def test_what_was_taken_back_is_in_no_form(town, form):
    case = town.reported()
    Case.objects.filter(pk=case.pk).update(
        status="withdrawn", outcome="withdrawn", closed_on=NOW.date()
    )
    assert references(form) == []


def test_a_point_has_its_longitude_first_and_an_issue_without_one_has_none(town):
    town.reported()
    town.reported(lat=None, lon=None, unit_code="5000000000")
    _reply, told = taken("geojson")
    places = [one["geometry"] and one["geometry"]["coordinates"] for one in told["features"]]
    assert sorted(places, key=bool) == [None, [HERE[1], HERE[0]]]


def test_a_file_is_read_in_batches_and_the_rest_is_behind_a_link(town, monkeypatch):
    monkeypatch.setattr(feeds, "BATCH", 2)
    monkeypatch.setattr(feeds, "MOST", 5)
    every = {town.reported(lat=HERE[0] + number / 1000).reference for number in range(7)}
    reply, first = taken("geojson")
    assert 'rel="next"' in reply["Link"]
    assert len(first["features"]) == 5
    rest = Client().get(first["next"])
    told = json.loads(rest.getvalue())
    assert "next" not in told
    assert {one["id"] for one in first["features"] + told["features"]} == every


def test_a_batch_is_one_question(town, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(feeds, "BATCH", 3)
    for number in range(6):
        town.reported(lat=HERE[0] + number / 1000)
    counting_and_end, batches = 5, 3
    with django_assert_max_num_queries(counting_and_end + batches):
        assert len(references("csv")) == 6
    with django_assert_max_num_queries(counting_and_end + 1):
        assert len(references("atom")) == 6


def test_an_address_leads_to_the_issue_in_the_language_of_the_reader(town):
    town.reported()
    _reply, told = taken("geojson")
    page = told["features"][0]["properties"]["page"]
    reply = Client().get(
        page.removeprefix("http://127.0.0.1:8000"), headers={"accept-language": "ru"}
    )
    assert (reply.status_code, reply["Location"][:11]) == (302, "/ru/issues/")
    same = Client().get("/issues/feed.atom", headers={"accept-language": "en"})
    assert same["Location"] == "/en/issues/feed.atom"


def test_an_entry_is_new_again_when_a_step_is_taken(town):
    case = town.reported()
    _reply, told = taken("atom")
    before = told.findtext(f"{ATOM}entry/{ATOM}updated")
    dispatch.assign(case.pk, executor=town.executor.pk, by=town.dispatcher, now=town.later())
    _reply, told = taken("atom")
    assert told.findtext(f"{ATOM}entry/{ATOM}updated") > before


def test_hostile_words_are_no_formula_in_a_table_and_no_markup_in_a_feed(town):
    case = town.reported(address="=cmd|' /C calc'!A0, 5")
    dispatch.publish_words(case.pk, text="<script>x</script>", by=town.dispatcher, now=NOW)
    _reply, (row,) = taken("csv")
    assert row["address"].startswith("'=")
    assert row["words"] == "<script>x</script>"
    content = Client().get("/be/issues/feed.atom").content
    assert b"<script" not in content


@pytest.mark.usefixtures("town")
def test_who_asks_too_often_waits(monkeypatch):
    monkeypatch.setitem(MOST, "feed", 1)
    assert Client().get("/be/issues/feed.csv").status_code == 200
    reply = Client().get("/be/issues/feed.csv")
    assert reply.status_code == 429
    assert int(reply["Retry-After"]) > 0


@pytest.mark.parametrize("name", ["issues", "map"])
def test_the_pages_link_the_feeds_with_their_filter(town, name):
    assert town.unit
    page = Client().get(f"{reverse(f'issues:{name}')}?status=open").content.decode()
    for form in ("geojson", "csv", "atom"):
        assert f"/be/issues/feed.{form}?status=open" in page
