"""OGC API – Features: what the specification says, hostile questions, and two programs that none of us wrote."""

import json
import shutil
import subprocess
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client

from ratusha.cases.models import Case
from ratusha.territory.models import Settlement

from .conftest import HERE, NOW, TOWN
from .test_assignments import TODAY, Office

ROOT = "/ogcapi/"
ITEMS = f"{ROOT}collections/issues/items"


@pytest.fixture
def program():
    return Client(headers={"accept": "application/json"})


def asked(program, address, **query):
    reply = program.get(address, query)
    return reply, json.loads(reply.content)


def numbers(told):
    return [one["id"] for one in told["features"]]


def followed(program, **query):
    """Every feature, page after page by the link that each page gives."""
    found, address = [], ITEMS
    while address:
        _reply, told = asked(program, address, **query)
        found += numbers(told)
        further = [one["href"] for one in told["links"] if one["rel"] == "next"]
        parts = urlsplit(further[0]) if further else None
        address, query = (f"{parts.path}?{parts.query}", {}) if parts else ("", {})
    return found


@pytest.fixture
def settlement(town):
    return Settlement.objects.create(
        unit=town.unit, kind="city", name={"be": "Мінск", "ru": "Минск"}, key=f"{TOWN}/city/Минск",
        population=2_000_000, lat=HERE[0], lon=HERE[1], folded="",
    )  # fmt: skip


# ---- documents ----
@pytest.mark.usefixtures("town")
def test_everything_is_found_from_the_landing_page(program):
    _reply, told = asked(program, ROOT)
    links = {one["rel"]: one for one in told["links"]}
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= set(links)
    for rel in ("conformance", "data", "service-desc"):
        reply = program.get(urlsplit(links[rel]["href"]).path)
        assert reply.status_code == 200
        assert reply["Content-Type"] == links[rel]["type"]
    assert any(
        one.endswith("conf/core") for one in asked(program, f"{ROOT}conformance")[1]["conformsTo"]
    )


@pytest.mark.usefixtures("town")
def test_the_description_names_every_parameter_that_is_taken_and_no_path_that_is_not_there(program):
    _reply, told = asked(program, f"{ROOT}api")
    assert told["openapi"].startswith("3.0")
    shared = told["components"]["parameters"]
    for path, way in told["paths"].items():
        if "{" in path:
            continue
        assert program.get(ROOT + path.lstrip("/")).status_code == 200, path
        named = {
            shared[one["$ref"].rpartition("/")[2]]["name"] if "$ref" in one else one["name"]
            for one in way["get"]["parameters"]
        }
        for name in named:
            value = {"f": "json", "limit": "1", "datetime": "2026-01-01", "bbox": "1,1,2,2"}.get(
                name, ""
            )
            assert program.get(ROOT + path.lstrip("/"), {name: value}).status_code == 200, (
                path,
                name,
            )


def test_a_collection_says_its_extent_with_the_longitude_first(town, program):
    town.reported()
    _reply, told = asked(program, f"{ROOT}collections/issues")
    (box,) = told["extent"]["spatial"]["bbox"]
    assert box[0] < HERE[1] < box[2]
    assert box[1] < HERE[0] < box[3]
    assert told["extent"]["temporal"]["interval"][0][0].startswith("2026-09-01")
    assert told["crs"] == ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"]


# ---- items ----
def test_an_issue_is_a_point_and_tells_no_person_and_no_words_before_release(town, program):
    case = town.reported(words="Алена, 29 123-45-67")
    reply, told = asked(program, ITEMS)
    assert reply["Content-Type"] == "application/geo+json"
    assert reply["Access-Control-Allow-Origin"] == "*"
    (one,) = told["features"]
    assert one["id"] == case.reference
    assert one["geometry"] == {"type": "Point", "coordinates": [HERE[1], HERE[0]]}
    assert (one["properties"]["status"], one["properties"]["words"]) == ("reported", None)
    assert (told["numberReturned"], told["numberMatched"]) == (1, 1)
    assert "Алена" not in reply.content.decode()
    assert str(town.neighbour.pk) not in reply.content.decode()


def test_one_feature_has_an_address_and_what_was_taken_back_has_none(town, program):
    case = town.reported()
    reply, told = asked(program, f"{ITEMS}/{case.reference}")
    assert told["id"] == case.reference
    assert {"self", "collection"} <= {one["rel"] for one in told["links"]}
    Case.objects.filter(pk=case.pk).update(
        status="withdrawn", outcome="withdrawn", closed_on=NOW.date()
    )
    reply, told = asked(program, f"{ITEMS}/{case.reference}")
    assert (reply.status_code, told["code"]) == (404, "NotFound")
    assert numbers(asked(program, ITEMS)[1]) == []


def test_pages_hold_each_issue_once_though_new_ones_come_in_between(town, program):
    old = [town.reported(lat=HERE[0] + n / 1000).reference for n in range(5)]
    _reply, first = asked(program, ITEMS, limit=2)
    assert (first["numberReturned"], first["numberMatched"]) == (2, 5)
    town.later()
    town.reported(category="green.tree")
    further = next(one["href"] for one in first["links"] if one["rel"] == "next")
    parts = urlsplit(further)
    found, address = numbers(first), f"{parts.path}?{parts.query}"
    while address:
        _reply, told = asked(program, address)
        found += numbers(told)
        further = [urlsplit(one["href"]) for one in told["links"] if one["rel"] == "next"]
        address = f"{further[0].path}?{further[0].query}" if further else ""
    assert sorted(found) == sorted(old)


def test_a_box_of_degrees_holds_what_lies_in_it(town, program):
    here, north = town.reported().reference, town.reported(lat=54.5).reference
    town.reported(lat=None, lon=None, unit_code=TOWN)
    assert followed(program, bbox="27,53,28,54") == [here]
    assert followed(program, bbox="27,53,0,28,54,100") == [here]
    assert set(followed(program, bbox="27,53,28,55", limit=1)) == {here, north}
    assert followed(program, bbox="28,53,29,54") == []
    assert len(followed(program)) == 3


def test_a_box_over_the_line_of_the_date_is_two(town, program):
    here = town.reported().reference
    assert followed(program, bbox="27,53,-170,54") == [here]
    assert followed(program, bbox="170,53,-170,54") == []


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("2026-09-01", 2),
        ("2026-09-01T09:00:00Z", 1),
        ("2026-09-01T12:00:00+03:00", 1),
        ("2026-09-01T09:00:01Z", 0),
        ("2026-09-01/2026-09-02", 3),
        ("2026-09-02/..", 1),
        ("../2026-09-01", 2),
        ("/2026-08-31", 0),
    ],
)
def test_time_is_a_moment_a_day_or_a_span_open_at_one_end(town, program, said, count):
    town.reported()
    town.later(hours=5)
    town.reported(category="green.tree")
    town.later(days=1)
    town.reported(category="yard.snow")
    assert len(followed(program, datetime=said)) == count


def test_properties_narrow_as_in_the_list(town, program):
    hole, done = town.reported().reference, town.done(category="green.tree").reference
    assert followed(program, status="open") == [hole]
    assert followed(program, status="done") == [done]
    assert followed(program, category="green") == [done]
    assert followed(program, organisation="1") == [done]
    assert followed(program, organisation="1", status="reported") == []


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    "query",
    [
        {"bbox": "1,2,3"},
        {"bbox": "nan,0,1,1"},
        {"bbox": "0,inf,1,1"},
        {"bbox": "0,60,1,50"},
        {"bbox": "-200,0,1,1"},
        {"bbox": "'; drop table"},
        {"limit": "0"},
        {"limit": "-1"},
        {"limit": "ten"},
        {"limit": "²"},
        {"datetime": "yesterday"},
        {"datetime": "9999-12-31T23:59:59-14:00"},
        {"datetime": "9999-12-31"},
        {"datetime": "0001-01-01"},
        {"datetime": "2026-02-30"},
        {"datetime": "../.."},
        {"datetime": "2026-09-02/2026-09-01"},
        {"after": "nowhere"},
        {"after": "2026-09-01T09:00:00~00000000-0000-0000-0000-000000000000"},
        {"after": "0001-01-01T00:00:00+14:00~00000000-0000-0000-0000-000000000000"},
        {"status": "lost"},
        {"category": "\x00"},
        {"q": "я" * 500},
        {"offset": "10"},
        {"f": "gml"},
        {"limit": ["1", "2"]},
    ],
)
def test_what_makes_no_sense_is_refused_with_the_word_that_is_wrong(program, query):
    reply, told = asked(program, ITEMS, **query)
    assert reply.status_code == 400
    assert told["parameter"] == next(iter(query))
    assert told["description"]
    assert reply["Access-Control-Allow-Origin"] == "*"


def test_more_than_the_most_is_answered_with_the_most(town, program):
    town.reported()
    assert asked(program, ITEMS, limit=10**12)[0].status_code == 200


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    "where", ["collections/people", "collections/people/items", "collections/issues/items/no such"]
)
def test_what_is_not_there_is_a_404_that_says_so(program, where):
    reply, told = asked(program, ROOT + where)
    assert (reply.status_code, told["code"]) == (404, "NotFound")


@pytest.mark.usefixtures("town")
def test_nothing_is_taken_but_reading(program):
    assert program.post(ITEMS, {}).status_code == 405


def test_a_page_of_a_thousand_asks_as_little_as_a_page_of_one(
    town, program, django_assert_max_num_queries
):
    for number in range(6):
        town.reported(lat=HERE[0] + number / 1000)
    with django_assert_max_num_queries(1):
        asked(program, ITEMS, limit=1000)
    with django_assert_max_num_queries(2):  # one to count
        asked(program, ITEMS, limit=2)


# ---- pages ----
@pytest.mark.parametrize(
    "where",
    [
        "",
        "conformance",
        "api",
        "collections",
        "collections/issues",
        "collections/issues/items",
        "collections/settlements/items",
    ],
)
def test_each_document_is_a_page_as_well_in_the_language_of_its_address(town, where):
    town.reported()
    for told in ({"headers": {"accept": "text/html"}}, {"data": {"f": "html"}}):
        reply = Client().get(ROOT + where, **told)
        assert reply.status_code == 302
        assert "Accept" in reply["Vary"]
        page = Client().get(reply["Location"])
        assert page.status_code == 200
        assert page["Content-Type"].startswith("text/html")
    data = Client().get(ROOT + where, {"f": "json"}, headers={"accept": "text/html"})
    assert "json" in data["Content-Type"]


def test_a_page_of_a_feature_and_of_a_refusal(town, settlement):
    case = town.reported()
    assert (
        case.reference
        in Client()
        .get(f"/be/issues/layers/collections/issues/items/{case.reference}")
        .content.decode()
    )
    assert (
        Client()
        .get(f"/be/issues/layers/collections/settlements/items/{settlement.key}")
        .status_code
        == 200
    )
    assert Client().get("/be/issues/layers/collections/issues/items?bbox=x").status_code == 400
    assert Client().get("/be/issues/layers/collections/issues/items/x").status_code == 404


# ---- settlements ----
@pytest.mark.usefixtures("settlement")
def test_settlements_are_those_of_the_pack_with_their_people(program):
    _reply, told = asked(program, f"{ROOT}collections/settlements/items", bbox="27,53,28,54")
    (one,) = told["features"]
    assert one["geometry"]["coordinates"] == [HERE[1], HERE[0]]
    assert one["properties"]["population"] == 2_000_000
    reply, found = asked(program, urlsplit(f"{ROOT}collections/settlements/items/{one['id']}").path)
    assert (reply.status_code, found["id"]) == (200, one["id"])
    assert "GeoNames" in asked(program, f"{ROOT}collections/settlements")[1]["attribution"]
    assert (
        asked(program, f"{ROOT}collections/settlements/items", territory="1000000000")[1][
            "features"
        ]
        == []
    )


# ---- programs that none of us wrote ----
@pytest.fixture
def site(live_server, settings, transactional_db, town):  # noqa: ARG001 - wanted, not its value
    settings.SITE_ADDRESS = live_server.url
    return live_server.url


@pytest.mark.django_db(transaction=True)
def test_owslib_reads_the_layers(site, town):
    features = pytest.importorskip("owslib.ogcapi.features")
    hole = town.reported().reference
    town.reported(lat=54.5)
    service = features.Features(f"{site}/ogcapi/")
    assert set(service.feature_collections()) >= {"issues", "settlements"}
    assert any(one.endswith("conf/geojson") for one in service.conformance()["conformsTo"])
    assert "/collections/issues/items" in service.api()["paths"]
    found = service.collection_items("issues", bbox=[27, 53, 28, 54], limit=10)
    assert numbers(found) == [hole]
    assert service.collection_item("issues", hole)["properties"]["reference"] == hole
    assert numbers(service.collection_items("issues", datetime_="2027-01-01/..")) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not shutil.which("ogrinfo"), reason="ogrinfo (GDAL) is not installed")
def test_ogrinfo_reads_every_issue_over_several_pages(site, town):
    references = {town.reported(lat=HERE[0] + n / 1000).reference for n in range(5)}
    told = ogrinfo(f"OAPIF:{site}/ogcapi/", "-oo", "PAGE_SIZE=2", "issues")
    assert "Geometry: Point" in told
    assert 'GEOGCRS["WGS 84' in told
    assert {
        line.split(" = ")[1] for line in told.splitlines() if line.startswith("  reference ")
    } == references
    assert f"POINT ({HERE[1]} {HERE[0]})" in told
    narrow = ogrinfo(f"OAPIF:{site}/ogcapi", "-spat", "27", "53", "28", "53.9005", "issues")
    assert narrow.count("OGRFeature(") == 1
    assert "settlements" in ogrinfo(f"OAPIF:{site}/ogcapi")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not shutil.which("ogrinfo"), reason="ogrinfo (GDAL) is not installed")
def test_ogrinfo_reads_the_territories_of_organisations(site, town):
    office = Office(town)
    office.published()
    told = ogrinfo(f"OAPIF:{site}/ogcapi/", "-oo", "PAGE_SIZE=1", "territories")
    assert "Geometry: Multi Polygon" in told
    said = {line.strip() for line in told.splitlines()}
    assert {"organisation (String) = 1", "organisation (String) = 2"} <= said
    assert {"duty (String) = road", "act (String) = Рашэнне № 5"} <= said
    east = ogrinfo(
        f"OAPIF:{site}/ogcapi", "-spat", "27.57", "53.89", "27.58", "53.9", "territories"
    )
    assert east.count("OGRFeature(") == 1
    assert "organisation (String) = 2" in east


# ---- territories ----
ASSIGNED = f"{ROOT}collections/territories/items"


def test_territories_are_those_in_force_with_their_act_and_days(program, town):
    office = Office(town)
    office.draft(duty="green")
    first = office.published()
    office.published(since=TODAY + timedelta(days=10))
    _reply, told = asked(program, ASSIGNED)
    assert told["numberMatched"] == 2
    here = told["features"][0]["properties"]
    assert (here["organisation"], here["duty"], here["territory"]) == ("1", "road", TOWN)
    last = TODAY + timedelta(days=9)
    assert (here["act"], here["since"], here["until"]) == (
        "Рашэнне № 5",
        TODAY.isoformat(),
        last.isoformat(),
    )
    assert str(first.pk) in here["page"]
    assert told["features"][0]["geometry"]["type"] == "MultiPolygon"
    later = (last + timedelta(days=2)).isoformat()
    _reply, told = asked(program, ASSIGNED, datetime=later, organisation="2")
    (second,) = told["features"]
    assert second["properties"]["until"] is None
    _reply, told = asked(program, ASSIGNED, datetime=f"{TODAY.isoformat()}/..")
    assert told["numberMatched"] == 4
    _reply, told = asked(program, ASSIGNED, bbox="27.565,53.89,27.57,53.9")
    assert [one["properties"]["organisation"] for one in told["features"]] == ["2"]
    _reply, told = asked(program, ASSIGNED, limit=1)
    assert [one["rel"] for one in told["links"]].count("next") == 1
    _reply, one = asked(program, f"{ASSIGNED}/{second['id']}")
    assert one["properties"] == second["properties"]


def test_drafts_and_senseless_questions_get_no_territory(program, town):
    office = Office(town)
    draft = office.draft().assignments.first()
    assert asked(program, f"{ASSIGNED}/{draft.pk}")[0].status_code == 404
    assert asked(program, f"{ASSIGNED}/x")[0].status_code == 404
    assert asked(program, ASSIGNED, after="x")[0].status_code == 400
    assert asked(program, ASSIGNED)[1]["features"] == []
    page = Client().get("/en/issues/layers/collections/territories/items")
    assert page.status_code == 200


def ogrinfo(*words):
    program = shutil.which("ogrinfo")
    done = subprocess.run(  # noqa: S603
        [program, "-ro", *words], capture_output=True, text=True, check=True, timeout=60
    )
    assert "ERROR" not in done.stderr, done.stderr
    return done.stdout
