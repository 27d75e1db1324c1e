"""Cells of the map, without a database. An independent library (shapely) says what is inside."""

import json
from itertools import pairwise

import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ratusha.issues.assignment import cells as grid
from ratusha.issues.assignment.check import check
from ratusha.issues.assignment.geojson import read
from ratusha.kernel.errors import RuleBroken

BOUNDS = (23.0, 51.2, 32.9, 56.2)
WEST, SOUTH, EAST, NORTH = BOX = (27.50, 53.88, 27.58, 53.92)


def rectangle(west, south, east, north):
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


lons = st.floats(WEST, EAST, allow_nan=False)
lats = st.floats(SOUTH, NORTH, allow_nan=False)
quick = settings(max_examples=20, deadline=None)


def holds(cells, lat, lon):
    cell = grid.cell_at(lat, lon)
    return any(first <= cell < behind for runs in cells.values() for first, behind in runs.tolist())


@quick
@given(lats, lons)
def test_a_cell_is_where_its_middle_is_and_a_point_is_near_it(lat, lon):
    cell = grid.cell_at(lat, lon)
    middle = grid.middle_of(cell)
    assert grid.cell_at(*middle) == cell
    assert abs(middle[0] - lat) <= grid.NORTH / 2 + 1e-12
    assert abs(middle[1] - lon) <= grid.EAST / 2 + 1e-12


@quick
@given(st.lists(lons, min_size=0, max_size=4), st.lists(lats, min_size=0, max_size=4), lats, lons)
@example([27.5390625, 27.54], [53.9, 53.90625], 53.9, 27.54)  # borders along the edges of cells
def test_a_point_of_a_divided_town_is_found_in_exactly_one_part(columns, rows, lat, lon):
    xs, ys = sorted({WEST, *columns, EAST}), sorted({SOUTH, *rows, NORTH})
    assume(WEST < lon < EAST - grid.EAST and SOUTH < lat < NORTH - grid.NORTH)
    parts = [
        grid.cells_of([rectangle(west, south, east, north)])
        for west, east in pairwise(xs)
        for south, north in pairwise(ys)
    ]
    whole = grid.cells_of([rectangle(*BOX)])
    assert sum(holds(part, lat, lon) for part in parts) == holds(whole, lat, lon)
    assert sum(map(grid.count, parts)) == grid.count(whole)


@quick
@given(st.floats(27.53, 27.55), st.floats(53.89, 53.91))
def test_slanting_borders_leave_no_cell_out_and_give_none_twice(lon, lat):
    """A fan around a point in the middle: triangles with slanting borders, together the whole box."""
    hub, corners = (lon, lat), rectangle(*BOX)
    parts = {
        str(number): grid.cells_of([[hub, one, other, hub]])
        for number, (one, other) in enumerate(pairwise(corners))
    }
    found = check(grid.cells_of([corners]), parts)
    assert (found.gaps, found.overlaps, found.outside_metres) == ([], [], 0)


@quick
@given(st.lists(st.tuples(lons, lats), min_size=3, max_size=9, unique=True))
def test_the_middles_inside_are_those_that_another_library_calls_inside(points):
    hull = shapely.MultiPoint(points).convex_hull
    assume(hull.geom_type == "Polygon" and hull.area > 1e-9)
    found = grid.cells_of([list(hull.exterior.coords)])
    assert abs(grid.square_metres(found) - area(hull)) <= 12 * perimeter(hull) + 100
    shapely.prepare(hull)
    for runs in found.values():
        for first, behind in runs[:: max(1, len(runs) // 20)].tolist():
            for cell in (first, behind - 1):
                lat, lon = grid.middle_of(cell)
                assert hull.distance(shapely.Point(lon, lat)) < 1e-9


def metres(hull):
    wide, high = (
        one / size for one, size in zip(grid.sizes_at(53.9), (grid.EAST, grid.NORTH), strict=True)
    )
    return shapely.transform(hull, lambda points: points * (wide, high))


def area(hull):
    return metres(hull).area


def perimeter(hull):
    return metres(hull).length


def test_a_hole_belongs_to_nobody():
    whole = rectangle(*BOX)
    hole = rectangle(27.53, 53.89, 27.55, 53.91)
    found = grid.cells_of([whole, hole])
    assert not holds(found, 53.9, 27.54)
    assert holds(found, 53.885, 27.54)
    assert holds(found, 53.9, 27.57)
    inner = grid.cells_of([hole])
    assert grid.count(found) + grid.count(inner) == grid.count(grid.cells_of([whole]))


def test_a_large_territory_has_whole_tiles_and_the_right_area():
    found = grid.cells_of([rectangle(26.0, 53.0, 27.0, 54.0)])
    assert grid.square_metres(found) == pytest.approx(111_320 * 111_320 * 0.5948, rel=0.002)
    assert sum(len(runs) == 1 for runs in found.values()) > 700


def test_the_border_costs_less_than_four_metres():
    assert 3 < grid.border_costs(53.9) < 4


def test_a_gap_and_an_overlap_are_told_with_their_place_and_size():
    border = grid.cells_of([rectangle(*BOX)])
    left = grid.cells_of([rectangle(27.50, 53.88, 27.545, 53.92)])
    right = grid.cells_of([rectangle(27.54, 53.88, 27.58, 53.91)])
    found = check(border, {"left": left, "right": right})
    (gap,) = found.gaps
    (overlap,) = found.overlaps
    assert (overlap.one, overlap.other) == ("left", "right")
    assert gap.lat == pytest.approx(53.915, abs=0.001)
    assert gap.square_metres == pytest.approx(0.035 * 65_588 * 0.01 * 111_320, rel=0.02)
    assert overlap.spot.lon == pytest.approx(27.5425, abs=0.001)


# ---- files that somebody brings


def collection(*geometries, **more):
    features = [
        {"type": "Feature", "geometry": one, "properties": {"organisation": "1", "name": "Двор"}}
        for one in geometries
    ]
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def polygon(*rings):
    return {"type": "Polygon", "coordinates": [list(map(list, ring)) for ring in rings]}


def test_a_polygon_is_read_with_its_organisation_and_name():
    (found,) = read(collection(polygon(rectangle(*BOX))), BOUNDS)
    assert (found.organisation, found.name) == ("1", "Двор")
    assert found.outline[0][0][0] == [WEST, SOUTH]


BOW = [(27.50, 53.88), (27.58, 53.92), (27.58, 53.88), (27.50, 53.92), (27.50, 53.88)]
HOSTILE = {
    "no json": b"{",
    "another kind": b'{"type": "Feature"}',
    "nothing inside": b'{"type": "FeatureCollection", "features": []}',
    "a list": b"[1, 2]",
    "deep": b'{"type": "FeatureCollection", "features": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "a point": collection({"type": "Point", "coordinates": [27.5, 53.9]}),
    "no coordinates": collection({"type": "Polygon"}),
    "words": collection({"type": "Polygon", "coordinates": [[["a", "b"]] * 4]}),
    "truths": collection({"type": "Polygon", "coordinates": [[[True, False]] * 4]}),
    "huge numbers": collection({"type": "Polygon", "coordinates": [[[10**400, 53.9]] * 4]}),
    "not closed": collection(polygon(rectangle(*BOX)[:-1])),
    "crosses itself": collection(polygon(BOW)),
    "latitude first": collection(polygon([(y, x) for x, y in rectangle(*BOX)])),
    "no area": collection(polygon([(27.5, 53.9)] * 4)),
    "metres": collection(polygon(rectangle(*BOX)), crs={"properties": {"name": "EPSG:3857"}}),
    "nothing": b"",
    "bytes": b"\xff\xfe\x00",
    "too large": b" " * (10 * 1024 * 1024 + 1),
    "null": b'{"type": "FeatureCollection", "features": [null]}',
}  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_is_not_a_map_is_refused_with_words(content):
    with pytest.raises(RuleBroken) as refusal:
        read(content, BOUNDS)
    assert refusal.value.field == "file"
    assert len(refusal.value.message) > 20
