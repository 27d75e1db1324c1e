"""Statistics: what they count, what they say of it, and that file, state, map and statistics agree."""

import csv
from datetime import date, timedelta
from random import Random

import mapbox_vector_tile
import pytest
from django.test import Client

from ratusha.cases.models import Case
from ratusha.issues import statistics
from ratusha.issues.districts import districts_of, names_it
from ratusha.issues.importing.reading import COLUMNS
from ratusha.issues.importing.recount import recount
from ratusha.issues.importing.recount_shown import recount_shown
from ratusha.issues.map import grid
from ratusha.issues.map.keeping import draw_anew, show_anew
from ratusha.issues.map.tiles import Tile, issues_in
from ratusha.issues.models import Cell, Issue, Shown
from ratusha.issues.queries import Filter
from ratusha.issues.services.importing import import_file
from ratusha.territory.models import Unit

from .conftest import NOW, TOWN

ROWS = 300
NAMES = {
    "1": "КУП ЖКХ Фрунзенского района",
    "2": "ГП «ЖЭУ № 3 Заводского района»",
    "3": "Беллифт",
    "4": "ЖРЭО Ленинского района г. Минска",
}
DISTRICTS = {
    "5284000000": {"be": "Фрунзенскі раён", "ru": "Фрунзенский район"},
    "5264000000": {"be": "Заводскі раён", "ru": "Заводской район"},
    "5268000000": {"be": "Ленінскі раён", "ru": "Ленинский район"},
}


def unit(level, *lineage, **given):
    return Unit.objects.create(
        code=lineage[0], level=level, parent_id=next(iter(lineage[1:]), None), lineage=list(lineage), folded="", **given
    )  # fmt: skip


@pytest.fixture
def districts(town):
    for code, name in DISTRICTS.items():
        unit("city_district", code, town.unit.pk, name=name)


@pytest.fixture
def file(tmp_path, town, districts):  # noqa: ARG001 - there before the import
    """Some hundred rows: kinds, organisations, days and places by chance, a few of them without a point."""
    assert town.hall
    rng, path = Random(5), tmp_path / "115.csv"  # noqa: S311 - invented
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for number in range(ROWS):
            opened = date(2018, 1, 1) + timedelta(days=rng.randrange(200))
            lat = "10.5" if number % 50 == 0 else f"{rng.uniform(53.84, 53.97):.6f}"
            table.writerow((
                number, f"{rng.randrange(3)}.{rng.randrange(9)}", f"вул. {number}, 5", lat,
                f"{rng.uniform(27.42, 27.7):.6f}", rng.choice("4557"), opened,
                opened + timedelta(days=rng.randrange(90)), rng.choice(["1", "2", "3", "4", ""]),
            ))  # fmt: skip
    import_file(path, source="115", place=TOWN, names=NAMES, language="ru", now=NOW)
    draw_anew()
    return path


def shown_beside(path):
    return recount_shown(path, source="115", place=TOWN, names=NAMES)


def test_file_state_map_and_statistics_agree_beside_issues_that_came_otherwise(town, file):
    town.done()
    withdrawn = town.reported(category="green.tree")
    Case.objects.filter(pk=withdrawn.pk).update(
        status="withdrawn", outcome="withdrawn", closed_on=NOW.date()
    )
    draw_anew()
    found = shown_beside(file)
    assert [one for one in found if one.differs] == []
    assert recount(file, source="115", place=TOWN)[1] == []
    told = {(one.what, one.of): one for one in found}
    assert (told["statistics", "all"].in_file, told["statistics", "all"].others) == (ROWS, 1)
    assert {f"map, zoom {zoom}" for zoom in range(4, 17)} < {one.what for one in found}
    by_district = {one.of: one.counted for one in found if one.what == "statistics by district"}
    assert set(by_district) == {*DISTRICTS, ""}
    assert sum(by_district.values()) == ROWS + 1


def test_a_map_that_forgot_one_and_a_count_that_has_one_too_many_are_found(file):
    one = Issue.objects.exclude(lat=None).first()
    Shown.objects.filter(pk=one.pk).delete()
    differing = {found.what for found in shown_beside(file) if found.differs}
    assert {"map, zoom 16", "map in words", "statistics", "statistics by district"} <= differing
    assert "map, zoom 8" not in differing  # far away the map reads its own counts
    show_anew([one.pk])
    Cell.objects.filter(level=13, category="", status="").update(count=1)
    differing = {found.what for found in shown_beside(file) if found.differs}
    assert "map, zoom 8" in differing


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("zoom", [6, 13])
def test_a_reader_of_others_sums_the_tiles_to_the_same(zoom):
    points = [
        grid.position(*one) for one in Issue.objects.exclude(lat=None).values_list("lat", "lon")
    ]
    shift = grid.FINEST - zoom
    total = 0
    for x, y in {(x >> shift, y >> shift) for x, y in points}:
        read = mapbox_vector_tile.decode(issues_in(Tile(zoom, x, y), Filter()))
        total += sum(one["properties"]["count"] for one in read["issues"]["features"])
    assert total == len(points) == ROWS - ROWS // 50


@pytest.mark.parametrize(
    ("name", "district", "named"),
    [
        ("КУП ЖКХ Фрунзенского района", "Фрунзенский район", True),
        (
            "КУП ЖКХ Фрунзенского района",
            "Фрунзенскі раён",
            False,
        ),  # the other language names it itself
        ("ЖКГ Фрунзенскага раёна", "Фрунзенскі раён", True),
        ("«Заводского района»", "Заводской район", True),
        ("Заводской участок", "Заводской район", False),
        ("Район Заводской", "Заводской район", False),
        ("Контакт-центр", "Ленинский район", False),
        ("", "Ленинский район", False),
    ],
)
def test_a_name_names_a_district_in_whatever_case_it_is(name, district, named):
    assert names_it(name, district) == named


def test_a_village_is_counted_in_its_district_and_a_place_unknown_in_none(town):
    region = unit("region", "6000000000", name={"be": "Мінская"})
    raion = unit("district", "6204000000", region.pk, name={"be": "Бярэзінскі раён"})
    council = unit("village_council", "6204800000", raion.pk, region.pk, name={"be": "x"})
    found = districts_of([(None, council.pk), (None, ""), (None, town.unit.pk)])
    assert found[None, council.pk].code == raion.pk
    assert not found[None, council.pk].by_name
    assert found[None, ""].code == ""
    assert found[None, town.unit.pk].code == TOWN  # a city without districts of its own


def test_districts_of_many_places_take_as_few_questions_as_of_one(town, django_assert_num_queries):
    region = unit("region", "6000000000", name={"be": "Мінская"})
    codes = [f"62{number:02}000000" for number in range(4, 24)]
    for code in codes:
        unit("district", code, region.pk, name={"be": "x"})
    executor = town.executor.pk
    for places in (codes[:1], codes):
        with django_assert_num_queries(4):
            found = districts_of([(executor, code) for code in places])
        assert [one.code for one in found.values()] == places


@pytest.mark.usefixtures("file")
def test_a_median_of_few_is_not_told_and_a_planned_day_is_no_day_of_work(town):
    done = town.done()
    Case.objects.filter(pk=done.pk).update(closed_on=done.lodged_on + timedelta(days=3))
    draw_anew()
    told = statistics.whole(Filter()).counts
    assert (told.timed, told.days) == (1, None)
    ended = Issue.objects.filter(case__status="closed").values_list(
        "case__lodged_on", "case__closed_on"
    )
    days = sorted((last - first).days for first, last in ended)
    middle = len(days) // 2
    assert told.planned == len(days)
    assert told.planned_days == (
        days[middle] if len(days) % 2 else (days[middle - 1] + days[middle]) / 2
    )
    Case.objects.filter(pk__in=Issue.objects.exclude(source_key="").values("pk")[:20]).update(
        kind="issue"
    )
    Issue.objects.filter(
        pk__in=Issue.objects.filter(case__status="closed").values("pk")[:4]
    ).update(source_key="")
    assert statistics.whole(Filter()).counts.days is not None  # five now


def test_the_page_says_the_counts_with_what_they_cover(town, file):
    page = Client().get("/ru/issues/statistics/").content.decode()
    assert "Фрунзенский район" in page
    assert f"{ROWS}" in page
    narrow = (
        Client().get("/ru/issues/statistics/?since=2018-03-01&until=2018-03-31").content.decode()
    )
    assert "2018-03" in narrow
    assert "2018-05" not in narrow
    assert town.unit
    assert file.exists()


@pytest.mark.usefixtures("town")
def test_an_empty_state_says_so_and_hostile_words_change_nothing():
    assert Client().get("/en/issues/statistics/").status_code == 200
    hostile = ("since=x", "category=%3Cscript%3E", "executor=%27;drop", "status='--")
    for asked in (*hostile, "executor=%00", "category=a%00", "until=9999-12-31"):
        for page in ("statistics/", "statistics/times.csv", "feed.csv", "map/", ""):
            assert Client().get(f"/en/issues/{page}?{asked}").status_code == 200


@pytest.mark.usefixtures("file")
def test_the_page_asks_as_much_for_many_as_for_few(django_assert_max_num_queries):
    Client().get("/en/issues/statistics/?since=2018-06-01")
    with django_assert_max_num_queries(21):
        Client().get("/en/issues/statistics/?since=2018-01-02")
