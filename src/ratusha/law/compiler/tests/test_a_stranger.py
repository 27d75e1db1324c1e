"""Forty-six rows worded for this test in the manner of the lists, to break the compiler: none is a row of the law.

They hold extensions, alternatives behind commas, contents in lists, footnotes, letters of another alphabet, spaces and
hyphens of every kind. How the first run went stands in docs/law-compiler.md.
"""

from pathlib import Path

import pytest

from ratusha.law.compiler.coverage import shares
from ratusha.law.compiler.reading.reader import read_file
from ratusha.law.compiler.rows import compile_rows

ROWS = Path(__file__).with_name("rows_of_a_stranger.csv")
MEANT = {
    "2.9.3": "10 days; 1 month if data are requested; may be extended: 15 days",
    "14.9": "1 month; may be extended: 3 months",
    "12.30": "6 months; counted from a later event; may be extended: 1 year",
    "13.5": "same day; depends on a condition",
    "2.42": "3 working days",
    "10.1.1": "10 working days",
}
FEES = {
    "13.5": "free + 0.5 BV",
    "22.40": "0.7 BV + 0.35 BV",
    "19.4": "4 BV + 2 BV + 1 BV",
    "2.42": "0.2 BV",
    "11.15": "25 euro + 50 euro",
    "15.22": "0.1 BV + 0.3 BV",
}
VALID = {
    "3.4.2": "unlimited; bound to another document or event",
    "12.30": "1 year; bound to another document or event",
    "11.1.7": "10 years; 5 years",
    "2.40": "6 months",
    "2.42": "unlimited",
}


@pytest.fixture(scope="module")
def rows():
    return {row.code: row for row in compile_rows(read_file(ROWS))}


def test_every_phrase_but_one_is_understood(rows):
    told = {share.column: share for share in shares(rows.values())}
    assert len(rows) == 46
    assert [phrase for share in told.values() for phrase, _why in share.rest] == ["пасnорт"]
    assert told["documents"].phrases > 130


@pytest.mark.parametrize(("column", "meant"), [("term", MEANT), ("fee", FEES), ("validity", VALID)])
def test_a_phrase_comes_to_what_was_meant(rows, column, meant):
    assert {code: getattr(rows[code], column).formula for code in meant} == meant


def test_what_a_document_must_state_is_a_part_of_it_and_the_next_line_is_not(rows):
    application, identity, _heir = rows["8.2"].documents
    assert application.content.startswith("с указанием: фамилии")
    assert application.content.endswith("цели получения справки")
    assert (application.type, identity.type) == ("application", "identity")
    assert [document.type for document in rows["10.6.1"].documents] == [
        "application", "identity", "benefit_right",
    ]  # fmt: skip


def test_letters_of_another_alphabet_are_read_and_kept(rows):
    assert rows["2.40"].documents[0].type == "identity"
    assert rows["2.40"].fee.phrase == rows["2.40"].fee.said == "бeсплатно"
    assert rows["2.40"].term.formula == "same day"


def test_no_document_is_of_an_unknown_type(rows):
    unknown = [
        d.words for row in rows.values() for d in row.documents if d.parsed and not d.known_type
    ]
    assert unknown == []
