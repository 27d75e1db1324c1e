"""Thirty-six rows by somebody who had not seen the grammar, in the language of the lists: how strangers' rows fare."""

from pathlib import Path

from ratusha.law.compiler.coverage import shares
from ratusha.law.compiler.reading.reader import read_file
from ratusha.law.compiler.rows import compile_rows

ROWS = Path(__file__).with_name("rows_of_another_hand.csv")


def test_rows_of_another_hand_are_understood():
    told = {s.column: s.percent for s in shares(compile_rows(read_file(ROWS)))}
    assert min(told["term"], told["fee"], told["validity"]) >= 94, told
    assert told["documents"] >= 98, told
