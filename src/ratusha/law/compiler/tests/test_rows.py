"""Rows of tables as facts."""

from ratusha.law.compiler.reading.reader import read
from ratusha.law.compiler.rows import compile_rows

TERM = (
    "10 дней со дня подачи заявления, а в случае запроса документов и (или) сведений от других "
    "государственных органов, иных организаций – 1 месяц"
)
TABLE = f"""code,name,documents,fee,term,validity
2.6,Назначение пособия в связи с рождением ребенка,,бесплатно,"{TERM}",единовременно
2.3,Выдача справки,,ба бах,5 дней,бессрочно
""".encode()


def test_a_row_becomes_a_term_with_its_longer_one_a_fee_and_a_validity():
    row = compile_rows(read(TABLE))[0]
    assert (row.code, row.term.base, row.term.if_requested) == ("2.6", "10 days", "1 month")
    assert (row.fee.kind, row.validity.period) == ("free", "once")
    assert row.unparsed == []


def test_a_phrase_that_no_grammar_reads_is_kept_and_flagged_with_its_place():
    row = compile_rows(read(TABLE))[1]
    assert (row.fee.phrase, row.fee.parsed) == ("ба бах", False)
    assert (row.unparsed[0].column, row.unparsed[0].place.row) == ("fee", 3)
