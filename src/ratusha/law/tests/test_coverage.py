"""How much of the lists is published: figures that open to their codes, and the way to the goal."""

import csv
import io
import re
from datetime import date

import pytest
from django.core.cache import cache

from ratusha.applications.tests.state import NOW, small_pack
from ratusha.kernel.pack import pack
from ratusha.law.compiler.coverage import (
    Available,
    Listed,
    Published,
    available_in,
    coverage,
    keep_available,
    kept_available,
)
from ratusha.law.compiler.reading.reader import read
from ratusha.law.compiler.rows import compile_rows
from ratusha.law.covering import burn_up, covered
from ratusha.law.models import Verdict
from ratusha.procedures.models import Edition, Procedure
from ratusha.procedures.public import load_pack

FULL = "code,name,documents,fee,term,validity\n"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()
    yield
    cache.clear()


def test_each_row_is_in_its_groups_and_what_is_in_no_table_is_not_available():
    rows = [Listed("L/1"), Listed("L/2", facts=True), Listed("L/3", excluded=True), Listed("M/1")]
    published = {
        "L/1": Published("e4", green=True),
        "L/2": Published("e3", green=False),
        "L/3": Published("e3", green=True),
        "M/1": Published("e1", green=True),
    }
    first, second = coverage(rows, Available(["L/1"], ["M/1"]), published)
    assert first.groups == {
        "rows": ["L/1", "L/2", "L/3"], "excluded": ["L/3"], "facts": ["L/2"], "full": ["L/1"], "without_help": ["L/1"],
        "with_help": [], "not_available": ["L/2", "L/3"], "e3": ["L/2"], "e4": ["L/1"], "e5": [], "passing": ["L/1"],
    }  # fmt: skip
    assert (second.number("with_help"), second.number("passing")) == (1, 0)


def test_a_row_is_compiled_without_help_only_if_all_of_it_was_understood():
    rows = (
        "1.1,Выдача справки,паспорт,бесплатно,5 дней,",
        "1.2,Выдача справки,паспорт,ба бах,5 дней,",
        "1.3,Выдача,,,1 месяц,",
    )
    table = FULL + "\n".join(rows)
    found = available_in({"L": compile_rows(read(table.encode()))})
    assert found == Available(["L/1.1"], ["L/1.2"])


def test_codes_are_kept_in_the_pack_and_read_back(tmp_path):
    (tmp_path / "law").mkdir()
    assert kept_available(tmp_path) == Available()
    keep_available(tmp_path, Available(["L/1"], ["L/2"]))
    assert kept_available(tmp_path) == Available(["L/1"], ["L/2"])


def test_the_codes_that_the_pack_keeps_are_rows_of_its_lists():
    found = kept_available(pack().folder)
    assert len(found.without_help) == 24
    assert all(code.startswith("U200/") for code in found.without_help)


def test_the_way_to_the_goal_tells_the_months_and_the_rate_that_is_needed():
    spans = [
        (date(2026, 1, 1), None),
        (date(2026, 9, 30), None),
        (date(2026, 10, 1), date(2026, 11, 20)),
    ]
    way = burn_up(spans, 10, on=date(2026, 11, 26), percent=75, by=date(2027, 1, 31))
    told = {month.day: month.number for month in way.months}
    assert (told[date(2026, 8, 31)], told[date(2026, 9, 30)], told[date(2026, 10, 31)]) == (1, 2, 3)
    assert (way.now, way.wanted, way.months_left, way.rate) == (2, 8, 2, 3)
    assert way.months[-1].day == date(2026, 11, 26)
    assert len(way.months) == 13


def test_a_goal_that_is_reached_needs_no_more():
    way = burn_up(
        [(date(2026, 1, 1), None)], 1, on=date(2030, 12, 31), percent=75, by=date(2030, 12, 31)
    )
    assert (way.share, way.rate) == (100, 0)


@pytest.fixture
def loaded(db, tmp_path):  # noqa: ARG001 - in the transaction of the test
    load_pack(small_pack(tmp_path), today=NOW.date(), now=NOW)


@pytest.mark.usefixtures("loaded")
def test_an_edition_counts_only_while_its_scenarios_pass():
    on = date(2026, 11, 26)
    edition = Edition.objects.filter(electronic_level__gte="e3").first()
    assert edition.procedure_id in {
        code for one in covered(on).lists for code in one.groups["passing"]
    }
    Edition.objects.filter(pk=edition.pk).update(digest="0" * 64)
    cache.clear()
    assert edition.procedure_id not in {
        code for one in covered(on).lists for code in one.groups["passing"]
    }
    Verdict.objects.create(
        digest="0" * 64,
        version="scenarios-1",
        code=edition.procedure_id,
        green=True,
        told={},
        tried_at="2026-11-26T10:00Z",
    )
    cache.clear()
    assert edition.procedure_id not in {
        code for one in covered(on).lists for code in one.groups["passing"]
    }


@pytest.mark.usefixtures("loaded")
def test_each_figure_of_the_page_opens_to_its_codes(client):
    page = client.get("/en/law/coverage/").content.decode()
    assert "Row not available" in page
    code = Procedure.objects.filter(is_heading=False).first().list_id
    opened = client.get(f"/en/law/coverage/{code}/not_available/").content.decode()
    assert len(re.findall(rf'href="[^"]+/{code}/[^"]+">\d', opened)) == covered_number(
        code, "not_available"
    )
    assert client.get(f"/en/law/coverage/{code}/nothing/").status_code == 404
    assert client.get("/en/law/coverage/NOWHERE/rows/").status_code == 404


def covered_number(code, group):
    lists = {one.code: one for one in covered(date.today()).lists}  # noqa: DTZ011 - the page's own day
    return lists[code].number(group)


@pytest.mark.usefixtures("loaded")
def test_the_table_has_a_line_for_each_row(client):
    text = client.get("/en/law/coverage.csv").content.decode()
    lines = list(csv.DictReader(io.StringIO(text)))
    assert len(lines) == Procedure.objects.filter(is_heading=False).count()
    assert {line["row"] for line in lines} <= {"not_available", "without_help", "with_help"}
    assert any(line["scenarios_pass"] == "yes" for line in lines)
