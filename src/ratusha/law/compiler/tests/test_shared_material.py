"""The compiler on the tables that lie beside the project. They are never copied into it."""

from pathlib import Path

import pytest

from ratusha.law.compiler.coverage import shares
from ratusha.law.compiler.names import read_name
from ratusha.law.compiler.parsing import Unparsed
from ratusha.law.compiler.reading.reader import read_file
from ratusha.law.compiler.rows import compile_rows

MATERIAL = Path(__file__).parents[5].parent / "shared" / "data" / "procedures"
NEEDED = {"term": 90, "fee": 90, "validity": 90, "documents": 80}

pytestmark = pytest.mark.skipif(not MATERIAL.is_dir(), reason=f"No shared material in {MATERIAL}.")


def test_phrases_of_the_shared_rows_are_understood():
    rows = compile_rows(read_file(MATERIAL / "by_citizens_details_sample.csv"))
    told = shares(rows)
    assert len(rows) == 31
    assert [(s.column, s.rest) for s in told if s.percent < NEEDED[s.column]] == []


@pytest.mark.parametrize("name", ["by_citizens_ukaz200.csv", "by_business_pp156.csv"])
def test_the_names_of_the_official_lists_are_understood(name):
    rows = compile_rows(read_file(MATERIAL / name))
    lost = [row.name for row in rows if isinstance(read_name(row.name), Unparsed)]
    assert len(rows) > 700
    assert len(lost) / len(rows) < 0.02, lost[:10]
