"""The map of districts: every tile where it belongs, classes counted, the same told by a table."""

import csv
from collections import Counter
from datetime import date

import pytest

from ratusha.indicators.districts import spots, years
from ratusha.indicators.models import Snapshot
from ratusha.indicators.services.snapshots import take_snapshots
from ratusha.kernel.pack import pack

from .conftest import FAR, NEAR, NOW, WEST, unit

DAY = "2026-08-31"
ADDRESS = f"/en/steering/indicators/in-term/{DAY}/map/"


def test_each_district_and_city_of_the_pack_has_one_tile_of_its_own():
    listed = csv.DictReader(
        pack().file("territory/units.csv").read_text(encoding="utf-8").splitlines()
    )
    wanted = {one["code"] for one in listed if one["level"] in {"district", "city", "capital"}}
    assert {one.code for one in spots()} == wanted
    assert max(Counter((one.x, one.y) for one in spots()).values()) == 1


def test_the_map_can_be_turned_to_the_last_day_of_each_year():
    days = [date(2025, 12, 30), date(2025, 12, 31), date(2026, 3, 1)]
    assert years([Snapshot(on=one) for one in days]) == [
        (2025, date(2025, 12, 31)),
        (2026, date(2026, 3, 1)),
    ]


@pytest.fixture
def drawn(country, monkeypatch):
    unit("1300000000", "district", "Silent", WEST)
    tiles = [{"code": code, "x": x, "y": 0} for x, code in enumerate([NEAR, "1300000000", FAR])]
    spots.cache_clear()
    real = type(pack()).yaml
    monkeypatch.setattr(
        type(pack()), "yaml",
        lambda own, name: {"tiles": tiles} if name.endswith("district_tiles.yaml") else real(own, name),
    )  # fmt: skip
    country.cases(6, country.near)
    country.cases(5, country.far, due_on=date(2026, 8, 1))
    take_snapshots(date(2026, 8, 31), now=NOW)
    yield
    spots.cache_clear()


@pytest.mark.parametrize("way", ["quantiles", "equal", "jenks", "fixed"])
@pytest.mark.usefixtures("drawn")
def test_a_district_without_data_is_on_the_map_and_in_the_table(client, way):
    page = " ".join(client.get(ADDRESS, {"classes": way}).text.split())
    assert "2 of 3 districts and cities have a value" in page
    assert page.count('<rect class="level-0"') == 2  # the tile and its sign in the legend
    assert page.count("Silent") == 2
    assert f"/places/{NEAR}/" in page
    assert 'd="M' in page  # a border between the regions


@pytest.mark.usefixtures("drawn")
def test_no_other_way_of_classes_and_no_map_of_what_has_no_places(client):
    assert client.get(ADDRESS, {"classes": "magic"}).status_code == 404
    assert client.get(ADDRESS.replace("in-term", "electronic-all")).status_code == 404
