"""The map: the grid, the tiles as a reader of others sees them, and the counts that follow every act."""

from datetime import timedelta

import mapbox_vector_tile
import pytest
from django.test import Client

from ratusha.issues.map import grid, keeping
from ratusha.issues.map.tiles import Tile, issues_in
from ratusha.issues.map.twin import twin_of
from ratusha.issues.map.vector_tile import Point, tile
from ratusha.issues.models import Cell, Shown
from ratusha.issues.queries import Filter
from ratusha.issues.services import follow
from ratusha.issues.services.follow import reporter_of
from ratusha.issues.services.joining import merge
from ratusha.kernel.events import deliver_due
from ratusha.territory.models import Settlement

from .conftest import HERE, NOW, TOWN

MINSK = {
    4: (9, 5),
    10: (590, 329),
    13: (4723, 2634),
    16: (37785, 21073),
}  # by the formula of OpenStreetMap's wiki


def tile_at(zoom, lat=HERE[0], lon=HERE[1]):
    x, y = grid.position(lat, lon)
    return Tile(zoom, x >> grid.FINEST - zoom, y >> grid.FINEST - zoom)


def read(content):
    return mapbox_vector_tile.decode(content, default_options={"y_coord_down": True})


def circles(zoom=16, wanted=None, where=None):
    layer = read(issues_in(where or tile_at(zoom), wanted or Filter())).get("issues")
    return [one["properties"] for one in layer["features"]] if layer else []


def heard(now=NOW + timedelta(days=1)):
    """What the worker does after the acts."""
    while deliver_due(now=now).done:
        pass


def cells():
    kept = ("level", "cell", "category", "status", "count", "open", "x", "y")
    return sorted(Cell.objects.exclude(count=0).values_list(*kept))


@pytest.mark.parametrize("zoom", MINSK)
def test_a_point_lies_in_the_tile_that_every_web_map_asks_for(zoom):
    found = tile_at(zoom)
    assert (found.column, found.row) == MINSK[zoom]


def test_the_number_of_a_square_gives_its_column_and_row_back():
    for x, y in ((0, 0), (1, 0), (0, 1), (9_870_123, 5_432_100), (2**24 - 1, 2**24 - 1)):
        assert grid.column_and_row(grid.number(x, y)) == (x, y)


def test_squares_inside_a_square_are_one_unbroken_range():
    first, behind = grid.inside(grid.number(3, 5), 4, 6)
    expected = {grid.number(x, y) for x in range(12, 16) for y in range(20, 24)}
    assert set(range(first, behind)) == expected


def test_a_place_of_the_grid_is_the_place_on_earth():
    lat, lon = grid.degrees(*grid.position(*HERE))
    assert abs(lat - HERE[0]) < 0.00002
    assert abs(lon - HERE[1]) < 0.00003


def test_a_reader_of_others_reads_our_tile():
    points = [
        Point(10, 20, {"count": 300, "word": "Ў"}),
        Point(-5, 4100, {"count": 0, "word": "Ў"}),
    ]
    layer = read(tile({"issues": points, "empty": []}))
    assert list(layer) == ["issues"]
    assert layer["issues"]["version"] == 2
    assert layer["issues"]["extent"] == 4096
    assert [one["geometry"]["coordinates"] for one in layer["issues"]["features"]] == [
        [10, 20],
        [-5, 4100],
    ]
    assert [one["properties"] for one in layer["issues"]["features"]] == [
        {"count": 300, "word": "Ў"},
        {"count": 0, "word": "Ў"},
    ]


def test_an_issue_comes_onto_the_map_with_its_number_and_nothing_of_who_reported_it(town):
    case = town.reported(words="Мой тэлефон 123")
    heard()
    assert circles() == [{"count": 1, "open": 1, "reference": case.reference}]
    content = issues_in(tile_at(16), Filter())
    assert "тэлефон".encode() not in content
    assert str(town.neighbour.pk).encode() not in content


@pytest.mark.parametrize("zoom", [4, 7, 10, 11, 12, 13, 15, 16])
def test_at_every_distance_each_issue_is_counted_once(town, zoom):
    town.reported()
    town.reported(lat=HERE[0] + 0.00001)
    town.done(category="yard.rubbish")
    heard()
    assert sum(one["count"] for one in circles(zoom)) == 3
    assert sum(one["open"] for one in circles(zoom)) == 2


@pytest.mark.parametrize("zoom", [6, 12, 14])
def test_the_heat_counts_the_same_issues_as_the_circles(town, zoom):
    town.reported()
    town.reported(lat=HERE[0] + 0.0001)
    heard()
    layers = read(issues_in(tile_at(zoom), Filter()))
    for layer in layers.values():
        assert sum(one["properties"]["count"] for one in layer["features"]) == 2


def test_a_filter_narrows_near_and_far(town):
    town.reported()
    town.done(category="yard.rubbish")
    heard()
    for zoom in (8, 14, 16):
        for wanted, count in (
            (Filter(category="road.hole"), 1),
            (Filter(category="road"), 1),
            (Filter(category="yard", status="open"), 0),
            (Filter(status="done"), 1),
            (Filter(executor="1"), 1),
            (Filter(executor="nobody"), 0),
            (Filter(since=NOW.date() + timedelta(days=1)), 0),
            (Filter(until=NOW.date()), 2),
        ):
            assert sum(one["count"] for one in circles(zoom, wanted)) == count, (zoom, wanted)
            assert twin_of(wanted).count == count


def test_the_counts_after_many_acts_are_those_of_a_map_drawn_anew(town):
    first = town.done()
    second = town.reported(lat=53.91)
    town.reported(lat=None, lon=None, unit_code=TOWN)
    heard()
    reporter = reporter_of(town.neighbour, first.pk)
    told = {"reasons": "Яма там жа", "by": town.neighbour, "now": town.later()}
    follow.reopen(first.pk, reporter=reporter, **told)
    merge(second.pk, into=first.reference, by=town.dispatcher, now=town.later())
    heard()
    kept, shown = cells(), sorted(Shown.objects.values_list())
    assert keeping.draw_anew() == 3
    assert cells() == kept
    assert sorted(Shown.objects.values_list()) == shown


def test_what_was_taken_back_leaves_the_map(town):
    case = town.reported()
    heard()
    reporter = reporter_of(town.neighbour, case.pk)
    follow.withdraw(case.pk, reporter=reporter, by=town.neighbour, now=town.later())
    heard()
    assert circles() == []
    assert cells() == []


def test_told_twice_it_is_counted_once(town):
    case = town.reported()
    keeping.show_anew([case.pk])
    before = cells()
    keeping.show_anew([case.pk])
    assert cells() == before


def test_an_issue_that_is_erased_leaves_the_map_with_its_counts(town):
    case = town.reported()
    heard()
    keeping.take_off(case.pk)
    assert not Shown.objects.exists()
    assert cells() == []


def test_a_tile_is_kept_by_caches_and_not_sent_twice(town):
    town.reported()
    heard()
    where = tile_at(16)
    address = f"/tiles/issues/{where.zoom}/{where.column}/{where.row}.mvt"
    answer = Client().get(address)
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"
    assert answer["Cache-Control"] == "public, max-age=60"
    again = Client().get(address, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("where", ["3/0/0", "17/0/0", "4/16/0", "4/0/16", "9999999999/1/1"])
def test_a_tile_that_does_not_exist_is_not_found(where):
    assert Client().get(f"/tiles/issues/{where}.mvt").status_code == 404


def test_the_ground_names_towns_in_the_language_of_the_page(town):
    assert town.unit
    Settlement.objects.create(
        unit=town.unit, kind="city", name={"be": "Мінск", "ru": "Минск"}, key="m", population=2_000_000,
        lat=HERE[0], lon=HERE[1], folded="",
    )  # fmt: skip
    where = tile_at(4)
    layer = read(Client().get(f"/tiles/ground/ru/4/{where.column}/{where.row}.mvt").content)
    assert [one["properties"]["name"] for one in layer["places"]["features"]] == ["Минск"]


def test_the_page_says_the_numbers_of_the_map_without_a_script(town):
    town.reported()
    town.done(category="yard.rubbish")
    town.reported(lat=None, lon=None, unit_code=TOWN)
    heard()
    page = Client().get("/be/issues/map/").content.decode()
    assert "3 заяўкі" in page
    narrow = Client().get("/be/issues/map/?bbox=27.5,53.8,27.6,54&status=open").content.decode()
    assert "1 заяўка" in narrow


def test_hostile_words_in_the_address_change_nothing(town):
    town.reported()
    heard()
    for asked in (
        "bbox=1,2,3",
        "status='--",
        "since=%00",
        "category=%3Cscript%3E",
        "executor=%27;drop",
        "bbox=nan,0,1,1",
    ):
        assert Client().get(f"/be/issues/map/?{asked}").status_code == 200
        assert Client().get(f"/tiles/issues/4/9/5.mvt?{asked}").status_code == 200
