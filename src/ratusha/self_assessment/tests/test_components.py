"""What the two other parts are made of: figures of others as facts with their source, all of a file or nothing."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.test import Client

from ratusha.kernel.errors import RuleBroken
from ratusha.self_assessment import numbers, position
from ratusha.self_assessment.components import COMPONENTS, read
from ratusha.self_assessment.models import ComponentFact
from ratusha.self_assessment.services.components import load_components
from ratusha.steering.index.tests.test_published import SPECS, governance
from ratusha.steering.public import publish

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
HEAD = "component,iso3,year,value,source,table_year\n"
ROWS = HEAD + "internet_users,BLR,2023,91.5,ITU,2024\nmean_schooling,BLR,2022,12.3,UNDP,2024\n"


def load(text, now=NOW):
    return load_components(text.encode(), author="Аператар", now=now)


def test_figures_come_in_once_and_only_those_of_this_country(db):  # noqa: ARG001 - its tables
    assert load(f"{ROWS}internet_users,POL,2023,88,ITU,\n") == (2, 1)
    assert load(f"{ROWS}internet_users,POL,2023,88,ITU,\n") == (0, 1)
    assert ComponentFact.objects.count() == 2


def test_the_newest_year_counts_and_of_one_year_what_was_loaded_last(db):  # noqa: ARG001 - its tables
    load(ROWS)
    load(f"{HEAD}internet_users,BLR,2022,80,ITU,\n")
    load(f"{HEAD}internet_users,BLR,2023,92,ITU corrected,2025\n", now=NOW.replace(day=21))
    [(component, told)] = position.components_of("tii")
    assert (component.part, told.year, told.value) == ("tii", 2023, 92)
    assert numbers.of_component("internet_users").value == 92
    assert numbers.of_component("affordability") is None
    assert numbers.of_component("nonsense") is None


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ("nonsense,BLR,2023,1,ITU,", "component"), ("internet_users,Belarus,2023,1,ITU,", "iso3"),
        ("internet_users,BLR,23,1,ITU,", "year"), ("internet_users,BLR,2023,NaN,ITU,", "value"),
        ("internet_users,BLR,2023,=1+1,ITU,", "value"), ("internet_users,BLR,2023,-1,ITU,", "value"),
        ("internet_users,BLR,2023,1,,", "source"), (f"internet_users,BLR,2023,1,{'x' * 301},", "source"),
        ("internet_users,BLR,2023,1,ITU,soon", "table_year"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_told_with_its_line_and_nothing_comes_in(db, row, where):  # noqa: ARG001 - its tables
    with pytest.raises(RuleBroken) as broken:
        load(f"{ROWS}{row}\n")
    assert "4" in broken.value.message
    assert where in broken.value.message
    assert not ComponentFact.objects.exists()


@pytest.mark.parametrize("content", [b"\xff", b"", b"a,b\n1,2\n", b"x" * (2**22 + 1)])
def test_what_is_no_table_is_refused(content):
    with pytest.raises(RuleBroken):
        read(content)


def test_each_component_is_of_one_of_the_two_parts():
    assert {one.part for one in COMPONENTS.values()} == {"tii", "hci"}
    assert set(COMPONENTS) >= {
        "internet_users",
        "affordability",
        "adult_literacy",
        "mean_schooling",
    }


def test_real_figures_stand_on_the_page_with_source_and_lag(db):  # noqa: ARG001 - its tables
    publish(
        (SPECS / "egdi.yaml").read_text(), governance("egdi_2016_2022.csv").read_text(), author="UN", now=NOW,
        code="egdi",
    )  # fmt: skip
    table = csv.DictReader(io.StringIO(governance("hdi_components_1990_2022.csv").read_text()))
    mine = next(row for row in table if row["iso3"] == "BLR")
    load(
        f"{HEAD}mean_schooling,BLR,2022,{mine['mys_2022']},UNDP,2024\nexpected_schooling,BLR,2022,{mine['eys_2022']},UNDP,\n"
    )
    shown = Client().get("/en/steering/self-assessment/position/").text
    for words in ("Schooling that people had", "UNDP", "years behind", "component-mean_schooling"):
        assert words in shown
    assert "Its own table is not loaded" in shown  # of infrastructure
    opened = Client().get("/en/steering/self-assessment/figures/component-mean_schooling/")
    assert opened.status_code == 200
    assert "UNDP" in opened.text
