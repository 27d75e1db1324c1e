"""Open311 GeoReport v2: what the specification says, hostile input, and two clients that none of us wrote."""

import io
import itertools
import json
from datetime import timedelta

import pytest
from django.test import Client as Browser
from lxml import etree
from PIL import Image

from ratusha.cases.models import Case
from ratusha.issues.models import Issue, Photo, Reporter
from ratusha.issues.open311.wire import xml_of
from ratusha.issues.services import dispatch
from ratusha.issues.services.clients import admit_client, client_with, end_client
from ratusha.issues.services.flow import MOST

from .conftest import HERE, NOW, TOWN

ROOT = "/open311/v2"
HOLE = {"service_code": "road.hole", "lat": str(HERE[0]), "long": str(HERE[1])}


@pytest.fixture
def program():
    return Browser()


@pytest.fixture
def key(town):
    assert town.hall
    return admit_client("Горад у тэлефоне", now=NOW)


def asked(program, path, **query):
    answer = program.get(f"{ROOT}/{path}", query)
    return answer, (
        json.loads(answer.content) if path.endswith("json") else etree.fromstring(answer.content)
    )


# ---- reading ----
def test_services_are_those_of_the_pack_in_both_forms(program):
    _answer, told = asked(program, "services.json")
    assert {one["service_code"] for one in told} > {"road.hole", "yard.snow"}
    answer, tree = asked(program, "services.xml")
    assert answer.headers["Content-Type"].startswith("text/xml")
    assert [one.text for one in tree.iterfind("service/service_code")] == [
        one["service_code"] for one in told
    ]


def test_discovery_names_the_endpoint_and_its_formats(program):
    _answer, told = asked(program, "discovery.json")
    assert told["endpoints"][0]["url"].endswith("/open311/v2")
    _answer, tree = asked(program, "discovery.xml")
    assert (
        len(tree.findall("endpoints/endpoint")) == 2
    )  # a reader that folds a single one into no list
    assert tree.find("endpoints/endpoint/formats/format").text == "text/xml"


def test_a_request_tells_no_person_and_no_words_before_release(town, program):
    case = town.reported(words="Алена, 29 123-45-67")
    answer, told = asked(program, f"requests/{case.reference}.json")
    assert told[0]["service_request_id"] == case.reference
    assert (told[0]["status"], told[0]["lat"], told[0]["description"]) == ("open", HERE[0], "")
    assert "Алена" not in answer.text
    dispatch.publish_words(case.pk, text="Яма <5 м>", by=town.dispatcher, now=NOW)
    _answer, tree = asked(program, f"requests/{case.reference}.xml")
    assert tree.find("request/description").text == "Яма <5 м>"


def test_what_was_taken_back_is_not_found(town, program):
    case = town.reported()
    Case.objects.filter(pk=case.pk).update(
        status="withdrawn", outcome="withdrawn", closed_on=NOW.date()
    )
    answer, told = asked(program, f"requests/{case.reference}.json")
    assert (answer.status_code, told[0]["code"]) == (404, 404)
    assert asked(program, "requests.json")[1] == []


def test_requests_are_filtered_by_status_service_number_and_days(town, program):
    hole, tree = town.reported(), town.reported(category="green.tree")
    done = town.done()

    def found(**query):
        return {one["service_request_id"] for one in asked(program, "requests.json", **query)[1]}

    assert found() == {done.reference, hole.reference, tree.reference}
    assert found(status="closed") == {done.reference}
    assert found(status="open,closed", service_code="green.tree,yard.snow") == {tree.reference}
    assert found(service_request_id=f"{hole.reference},{tree.reference}", status="closed") == {
        hole.reference,
        tree.reference,
    }
    assert found(jurisdiction_id=TOWN) == found()
    past = {"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-02-01T00:00:00Z"}
    assert found(**past) == set()
    assert len(asked(program, "requests.json", page_size=2, page=2)[1]) == 1


def test_the_moment_and_the_category_of_an_issue_are_those_of_its_case(town):
    """The list is found by the case alone."""
    town.reported()
    town.done()
    for issue in Issue.objects.select_related("case"):
        case = issue.case
        assert (case.lodged_at, case.subject_code) == (issue.reported_at, issue.category)


def test_the_list_of_a_town_has_what_the_list_of_everywhere_has(town, program):
    town.reported()
    town.done()
    taken_back = town.reported(category="green.tree")
    Case.objects.filter(pk=taken_back.pk).update(
        status="withdrawn", outcome="withdrawn", closed_on=NOW.date()
    )
    for told in ({}, {"status": "open"}, {"status": "closed"}, {"service_code": "green.tree"}):
        everywhere = asked(program, "requests.json", **told)[1]
        assert asked(program, "requests.json", jurisdiction_id=TOWN, **told)[1] == everywhere
        assert taken_back.reference not in {one["service_request_id"] for one in everywhere}
    assert len(asked(program, "requests.json")[1]) == 2


def test_a_list_costs_the_same_questions_however_long(town, program, django_assert_max_num_queries):
    for category in ("road.hole", "green.tree", "yard.snow", "house.lift"):
        town.reported(category=category)
    with django_assert_max_num_queries(3):
        assert len(asked(program, "requests.json")[1]) == 4


@pytest.mark.parametrize("name", ["service_code", "service_request_id"])
def test_a_zero_character_finds_nothing_and_breaks_nothing(town, program, name):
    assert town.reported()
    assert asked(program, "requests.json", **{name: "a\x00b"})[1] == []


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("&".join(f"a{number}=1" for number in range(2000)), "application/x-www-form-urlencoded"),
        ("description=" + "x" * 3_000_000, "application/x-www-form-urlencoded"),
        ("--x\r\nbroken", "multipart/form-data"),
        ("api_key=x", "application/x-www-form-urlencoded; charset=utf-16"),
    ],
)
def test_a_body_that_cannot_be_read_is_refused_in_the_form_that_was_asked_for(
    town, program, form, body, kind
):
    assert town.hall
    answer = program.generic("POST", f"{ROOT}/requests.{form}", body.encode(), kind)
    assert answer.status_code == 400
    told = answer.content
    read = (
        json.loads(told)[0]["code"]
        if form == "json"
        else etree.fromstring(told).find("error/code").text
    )
    assert int(read) == 400


@pytest.mark.parametrize("lat", ["5_3.9", "٥٣.٩", "５３.９", "0x35", "53.9" + "0" * 40])
def test_only_plain_digits_are_a_place(key, program, lat):
    answer = program.post(f"{ROOT}/requests.json", {**HOLE, "api_key": key, "lat": lat})
    assert answer.status_code == 400
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"status": "lost"}, 400),
        ({"start_date": "учора"}, 400),
        ({"start_date": "2026-01-01T00:00:00Z", "end_date": "2026-06-01T00:00:00Z"}, 400),
        ({"start_date": "9999-12-31T23:59:59-14:00"}, 400),
        ({"start_date": "9999-12-31"}, 400),
        ({"end_date": "0001-01-01"}, 400),
        ({"page": "-1"}, 400),
        ({"page_size": "100000"}, 400),
        ({"service_request_id": "x," * 500}, 400),
        ({"jurisdiction_id": "Парыж"}, 404),
        ({"jurisdiction_id": "0000000000"}, 404),
    ],
)
@pytest.mark.parametrize("form", ["json", "xml"])
def test_what_makes_no_sense_is_refused_in_the_form_that_was_asked_for(
    town, program, query, status, form
):
    assert town.unit
    answer = program.get(f"{ROOT}/requests.{form}", query)
    assert answer.status_code == status
    if form == "json":
        assert json.loads(answer.content)[0]["code"] == status
    else:
        assert etree.fromstring(answer.content).find("error/code").text == str(status)


# ---- posting ----
def test_a_program_with_a_key_reports_and_gets_number_and_token(program, key):
    answer = program.post(
        f"{ROOT}/requests.json",
        {**HOLE, "api_key": key, "description": "Яма", "first_name": "Алена"},
    )
    told = json.loads(answer.content)[0]
    case = Case.objects.get()
    assert told["service_request_id"] == case.reference
    assert case.channel == "open311"
    assert Issue.objects.get().words == "Яма"
    assert "Алена" not in str(list(Reporter.objects.values()) + list(Issue.objects.values()))
    _answer, found = asked(program, f"tokens/{told['token']}.json")
    assert found == [{"service_request_id": case.reference, "token": told["token"]}]


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"api_key": ""}, 403),
        ({"api_key": "guessed"}, 403),
        ({"service_code": ""}, 400),
        ({"service_code": "no.such"}, 404),
        ({"lat": "95"}, 400),
        ({"lat": "nan"}, 400),
        ({"lat": "x"}, 400),
        ({"long": ""}, 400),
        ({"lat": "48.85", "long": "2.35"}, 400),
        ({"lat": "", "long": ""}, 400),
        ({"description": "я" * 3000}, 400),
    ],
)
def test_a_wrong_report_is_refused_with_its_number_and_nothing_is_lodged(
    program, key, typed, status
):
    answer = program.post(f"{ROOT}/requests.xml", {**HOLE, "api_key": key, **typed})
    assert answer.status_code == status
    assert etree.fromstring(answer.content).find("error/code").text == str(status)
    assert not Case.objects.exists()


def test_an_address_in_a_town_is_enough(program, key):
    typed = {
        "service_code": "road.hole",
        "address_string": "Леніна, 5",
        "jurisdiction_id": TOWN,
        "api_key": key,
    }
    assert program.post(f"{ROOT}/requests.json", typed).status_code == 200
    assert Issue.objects.get().unit_code == TOWN


def test_a_picture_comes_along_and_what_is_no_picture_does_not(program, key):
    made = io.BytesIO()
    Image.new("RGB", (20, 20)).save(made, "PNG")
    made.seek(0)
    made.name = "x.png"
    assert (
        program.post(f"{ROOT}/requests.json", {**HOLE, "api_key": key, "media": made}).status_code
        == 200
    )
    assert Photo.objects.count() == 1
    wrong = io.BytesIO(b"MZ\x00")
    wrong.name = "x.png"
    assert (
        program.post(f"{ROOT}/requests.json", {**HOLE, "api_key": key, "media": wrong}).status_code
        == 400
    )
    assert Case.objects.count() == 1


def test_an_ended_key_and_an_exchanged_one_work_no_more(town, key):
    assert town
    newer = admit_client("Горад у тэлефоне", now=NOW)
    assert client_with(key) is None
    assert client_with(newer)
    assert end_client("Горад у тэлефоне", now=NOW + timedelta(days=1))
    assert client_with(newer) is None


def test_a_program_that_floods_is_stopped(program, key, monkeypatch):
    monkeypatch.setitem(MOST, "open311", 2)
    answers = [
        program.post(f"{ROOT}/requests.json", {**HOLE, "api_key": key}).status_code
        for _n in range(3)
    ]
    assert answers == [200, 200, 429]


def test_signs_that_xml_cannot_carry_are_left_out():
    tree = etree.fromstring(xml_of("a", [("b", "x\x00\x0b\ud800y"), ("c", None), ("d", True)]))
    assert [one.text for one in tree] == ["xy", None, "true"]


# ---- clients from the package index ----
@pytest.fixture
def site(live_server, settings, transactional_db, town):  # noqa: ARG001 - wanted, not its value
    settings.SITE_ADDRESS = live_server.url
    return f"{live_server.url}{ROOT}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", ["json", "xml"])
def test_georeport_reads_services_and_requests(site, town, form):
    georeport = pytest.importorskip("georeport")
    case = town.reported()
    town.reported(category="green.tree")
    client = georeport.GeoReport(site, jurisdiction=TOWN, output_format=form)
    services = client.get_service_list()
    assert "road.hole" in {one["service_code"] for one in services}
    assert client.get_service_definition("road.hole")["service_code"] == "road.hole"
    assert len(client.get_service_requests(status="open")) == 2
    one = client.get_service_request(case.reference)
    assert (one["service_request_id"], one["service_code"]) == (case.reference, "road.hole")


@pytest.mark.django_db(transaction=True)
def test_three_lists_services_and_posts_a_report(site, town, monkeypatch):
    assert town.hall
    monkeypatch.setattr(
        itertools, "ifilter", filter, raising=False
    )  # `three` is written for Python 2
    three = pytest.importorskip("three.core")
    client = three.Three(site, api_key=admit_client("three", now=NOW), jurisdiction=TOWN)
    assert "road.hole" in {one["service_code"] for one in client.services()}
    assert client.discovery()["endpoints"]
    posted = client.post(
        "road.hole",
        address="вул. Леніна, 5",
        name="Алена Коваль",
        description="Яма",
        lat=HERE[0],
        long=HERE[1],
    )
    number = posted[0]["service_request_id"]
    assert client.request(number)[0]["service_request_id"] == number
    assert client.token(posted[0]["token"])[0]["service_request_id"] == number
    assert [
        one["service_request_id"]
        for one in client.requests("road.hole", start="08-30-2026", end="09-02-2026")
    ] == [number]
    assert "Алена" not in json.dumps(client.requests())
