"""The catalogue of the country pack: the counts of the official lists, and words that were mended."""

import csv
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from ratusha.kernel.pack import PACKS
from ratusha.procedures.catalogue import placed_rows, read_chapters, read_lists
from ratusha.procedures.public import (
    chapters,
    edition_in_force,
    electronic_share,
    in_force,
    load_pack,
    read_definitions,
)

BELARUS = PACKS / "belarus"
TODAY = date(2026, 11, 23)
COUNTS = {  # list: chapters, headings, rows that can be applied for, of them excluded
    "U200": (22, 63, 710, 53),
    "CM156": (25, 61, 784, 13),
}
AVAILABLE = {  # rows in force of which public tables tell a term; under a heading each row
    *(f"U200/1.{n}" for n in ("1.7", "3.1", "3.2", "3.4", "3.9")),
    *(f"U200/2.{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14, 16, 18, 19, 20, 24, 25, 29, 35, 44)),
    *(f"U200/{n}" for n in ("4.11", "5.4", "5.6", "5.7", "5.9", "5.14", "7.2.1", "10.3", "11.2.5", "11.3.1")),
    *(f"U200/6.{n}" for n in ("1.1", "1.2", "1.3", "1.4", "3", "4", "5", "6")),
    *(f"U200/{n}" for n in ("13.2", "13.3", "15.13", "16.10", "16.13", "16.14", "17.7", "18.7", "18.13", "18.26")),
    *(f"CM156/{n}" for n in ("6.46", "6.47.1", "6.47.2", "10.17")),
}  # fmt: skip
ANOTHER_ROW = {"U200/6.7"}  # told of the one excluded in 2012, whose number was used again


@pytest.fixture(scope="module")
def rows():
    return {code: list(placed_rows(read_chapters(BELARUS, code))) for code in COUNTS}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must stand first
    """The real catalogue in the database once for this file; gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_pack(BELARUS, today=TODAY, now=timezone.now())
        transaction.set_rollback(True)


def shared_data():
    named = os.environ.get("RATUSHA_SHARED_DATA")
    found = (
        [Path(named)] if named else [p / "shared/data" for p in Path(__file__).resolve().parents]
    )
    return next((folder for folder in found if folder.exists()), None)


@pytest.mark.parametrize("code", COUNTS)
def test_each_list_has_the_rows_of_the_official_one(rows, code):
    leaves = [p for p in rows[code] if not p.row.heading]
    found = (
        len(read_chapters(BELARUS, code)),
        len(rows[code]) - len(leaves),
        len(leaves),
        sum(1 for p in leaves if p.row.excluded_since),
    )
    assert found == COUNTS[code]


def test_all_lists_together_have_1665_rows_and_1494_that_can_be_applied_for():
    assert sum(a + b + c for a, b, c, _excluded in COUNTS.values()) == 1665
    assert sum(c for _a, _b, c, _excluded in COUNTS.values()) == 1494


@pytest.mark.parametrize("code", COUNTS)
def test_codes_are_unique(rows, code):
    assert [c for c, n in Counter(p.code for p in rows[code]).items() if n > 1] == []


@pytest.mark.parametrize("code", COUNTS)
def test_no_name_is_broken(rows, code):
    for placed in rows[code]:
        title = placed.title["ru"]
        assert title == " ".join(title.split())
        assert not any(mark in title for mark in "\"`'"), title
        assert title.count("«") == title.count("»"), title
        assert not title.isupper(), title
        assert title[0].isupper(), title


@pytest.mark.parametrize("code", COUNTS)
def test_chapters_and_headings_are_named_in_three_languages(rows, code):
    for chapter in read_chapters(BELARUS, code):
        assert {"be", "ru", "en"} == chapter.name.keys(), chapter.chapter
    for placed in rows[code]:
        if placed.row.heading and not placed.row.excluded_since:
            assert {"be", "ru", "en"} == placed.name.keys(), placed.code


def test_the_business_list_says_that_it_was_replaced():
    acts = {listed.code: listed.act for listed in read_lists(BELARUS)}
    assert "548" in acts["CM156"].replaced_by["en"]
    assert not acts["U200"].replaced_by


@pytest.mark.parametrize(
    ("list_code", "name"), [("U200", "by_citizens_ukaz200.csv"), ("CM156", "by_business_pp156.csv")]
)
def test_every_number_of_the_shared_table_is_in_the_catalogue(rows, list_code, name):
    folder = shared_data()
    if folder is None:
        pytest.skip("shared data are not here")
    with (folder / "procedures" / name).open(encoding="utf-8") as file:
        theirs = Counter(
            r["code"].replace("`", "-1") for r in csv.DictReader(file) if r["level"] != "1"
        )
    renumbered = {"16.101": "16.10-1", "8.1-1": "8.1.1-1"}
    ours = Counter(p.row.number.split("~")[0] for p in rows[list_code])
    assert ours == Counter({renumbered.get(c, c): n for c, n in theirs.items()})


@pytest.mark.usefixtures("loaded")
@pytest.mark.django_db
def test_what_is_known_of_a_row_is_in_its_promise():
    promise = edition_in_force("U200/5.11", TODAY).promise
    known = (promise.fee.multiple, promise.documents_count, promise.body_requests_itself)
    assert known == ("1", 4, True)
    assert promise.fee.source.confidence == "recalled"
    assert promise.level == "e1"


@pytest.mark.usefixtures("loaded")
@pytest.mark.django_db
def test_a_row_of_which_only_the_name_is_known_is_honestly_e0():
    edition = edition_in_force("CM156/25.8", TODAY)
    assert (edition.electronic_level, edition.promise.term) == ("e0", None)


@pytest.mark.usefixtures("loaded")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "level"),
    [("U200/1.3.2", "e5"), ("U200/2.6", "e5"), ("U200/13.1", "e4"), ("U200/6.6", "e4"), ("CM156/9.10", "e4")],
)  # fmt: skip
def test_five_procedures_are_complete(code, level):
    edition = edition_in_force(code, TODAY)
    promise = edition.promise
    assert (edition.electronic_level, edition.sample, edition.decision_electronic) == (
        level,
        True,
        True,
    )
    assert promise.form
    assert promise.result.template
    assert len(promise.refuse) > 3
    assert {"be", "ru", "en"} == promise.title.keys()


def test_forty_procedures_of_many_chapters_are_decided_electronically():
    complete = [d for d in read_definitions(BELARUS) if d.level >= "e4"]
    chapters_of = {tuple(d.code.split(".")[0].split("/")) for d in complete}
    assert len(complete) >= 40
    assert {("U200", str(n)) for n in (1, 2, 4, 5, 6, 10, 11, 13, 15, 16, 17, 18)} <= chapters_of
    assert {("CM156", "6"), ("CM156", "9")} <= chapters_of
    assert [d.code for d in complete if not d.short or not d.summary or not d.everyday] == []


def test_every_row_with_an_available_row_can_be_applied_for(rows):
    """Available: a term is known, so something can be promised. The list is that of the public tables."""
    reached = {d.code for d in read_definitions(BELARUS) if d.level >= "e3"}
    in_force = [p for placed in rows.values() for p in placed if not p.row.excluded_since]
    promised = {p.code for p in in_force if p.row.known and p.row.known.term}
    assert {p.code for p in in_force} >= AVAILABLE
    assert (AVAILABLE | promised) - reached == set()


def test_the_rows_of_the_public_tables_with_a_term_are_those_listed_here(rows):
    folder = shared_data()
    if folder is None:
        pytest.skip("shared data are not here: ../shared/data/procedures/rows_facts.csv")
    in_force = {p.code: p for placed in rows.values() for p in placed if not p.row.excluded_since}
    told = set()
    for name in ("rows_facts.csv", "by_citizens_details_sample.csv"):
        with (folder / "procedures" / name).open(encoding="utf-8", newline="") as file:
            told |= {
                f"{row.get('list', 'U200').replace('PP156', 'CM156')}/{row['code']}"
                for row in csv.DictReader(file)
                if row["term"] not in {"", "other"}
            }
    told -= ANOTHER_ROW
    headings = {code for code in told & in_force.keys() if in_force[code].row.heading}
    under = {p.code for p in in_force.values() if p.heading in headings}
    assert (told & in_force.keys()) - headings | under == AVAILABLE


@pytest.mark.usefixtures("loaded")
@pytest.mark.django_db
def test_rows_in_force_are_1428():
    assert in_force(TODAY).count() == 710 - 53 + 784 - 13
    assert len(chapters("U200")) == 22


@pytest.mark.usefixtures("loaded")
@pytest.mark.django_db
def test_the_electronic_share_names_two_owners_and_the_total(django_assert_num_queries):
    with django_assert_num_queries(2):
        figures = electronic_share(TODAY)
    shares = {name: figures.share(name) for name in ("citizens", "business", "total")}
    assert [(s.numerator, s.denominator) for s in shares.values()] == [
        (55, 657),
        (8, 771),
        (63, 1428),
    ]
    assert str(shares["total"].percent) == "4.4"
    assert figures.excluded == {"citizens": 53, "business": 13, "total": 66}
    assert figures.goal_percent == 75
