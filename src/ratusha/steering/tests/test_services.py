"""Publishing an index: computed, frozen, once."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from ratusha.audit.models import Entry
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.pack import pack
from ratusha.steering.models import PublishedIndex
from ratusha.steering.services import publish, publish_folder

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
SPEC = """
index: readiness.of-towns
version: "1"
units: {key: code, period: year, name: {be: name_be, en: name_en}}
inputs: {lines: {min: 0, max: 10, unit: share}, people: {min: 0, max: 10}}
tree: {net: lines, staff: people}
missing: {policy: renormalise}
steps: [goalpost]
"""
TABLE = """code,name_be,name_en,year,lines,people
A,Альфа,Alpha,2024,5,5
A,Альфа,Alpha,2025,8,6
B,Бэта,Beta,2025,2,
C,Гама,Gamma,2025,,
"""


def published(specification=SPEC, table=TABLE, **more):
    return publish(specification, table, author="Ministry", **{"now": NOW, **more})


def test_an_index_is_published_for_its_last_period_with_its_coverage():
    found = published()
    assert (found.code, found.edition, found.period) == ("readiness-of-towns", "2025", "2025")
    assert (found.units, found.rated) == (3, 2)
    assert [(row["unit"], row["value"], row["rank"]) for row in found.rows()] == [
        ("A", 0.7, 1), ("B", 0.2, 2), ("C", None, None),
    ]  # fmt: skip
    assert found.result["draws"] == 5000
    assert found.specification_digest == hashlib.sha256(SPEC.encode()).hexdigest()
    assert found.table_digest == hashlib.sha256(TABLE.encode()).hexdigest()
    assert Entry.objects.filter(action="steering.index_published").count() == 1


def test_the_same_method_and_figures_are_published_once():
    assert published() == published()
    assert PublishedIndex.objects.count() == 1


def test_a_correction_is_another_publication_of_the_same_period():
    published()
    corrected = published(table=TABLE.replace("B,Бэта,Beta,2025,2,", "B,Бэта,Beta,2025,3,"))
    assert corrected.edition == "2025-2"
    assert PublishedIndex.objects.filter(code="readiness-of-towns").count() == 2


@pytest.mark.parametrize("act", [lambda i: i.save(), lambda i: i.delete()])
def test_the_database_refuses_to_change_what_is_published(act):
    found = published()
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        act(found)


def test_figures_that_do_not_fit_are_refused_with_their_line():
    with pytest.raises(RuleBroken) as refused:
        published(table=TABLE.replace("8,6", "eight,6"))
    assert refused.value.code == "steering.mistaken"
    assert "table:3:1: cell.number" in refused.value.message
    assert not PublishedIndex.objects.exists()


def test_an_index_with_one_part_has_no_ranges():
    found = published("index: one\nunits: {key: code, period: year}\ninputs: [lines]\n")
    assert (found.result["draws"], found.result["ranges"]) == (0, {})


def test_the_sample_indices_of_the_pack_are_published_and_marked():
    made = publish_folder(pack().file("demonstration/indices"), author="nobody", now=NOW)
    assert made
    assert all(one.sample for one in made)
    assert {"be", "ru", "en"} <= made[0].title.keys()
