"""Every phrase of the corpora parses, says the same sentence again, and comes to what was written beside it."""

import pytest

from ratusha.law.compiler import meaning
from ratusha.law.compiler.catalogue import type_of
from ratusha.law.compiler.documents import Item, read_item
from ratusha.law.compiler.parsing import Unparsed, parse
from ratusha.law.compiler.spelling import normal

from .phrases import phrases

SUMS = {"term": meaning.term_of, "fee": meaning.fee_of, "validity": meaning.validity_of}
NOT_UNDERSTOOD = "not understood"


@pytest.mark.parametrize("column", SUMS)
def test_a_phrase_says_itself_again_and_comes_to_its_meaning(column):
    wrong = []
    for part, phrase, expected in phrases(column):
        cell = parse(column, phrase)
        if isinstance(cell, Unparsed):
            got, said = NOT_UNDERSTOOD, normal(phrase)
        else:
            got, said = SUMS[column](cell)["formula"], cell.sentence(column)
        if (got, said) != (expected, normal(phrase)):
            wrong.append((part, phrase, expected, got))
    assert wrong == []


@pytest.mark.parametrize("column", SUMS)
def test_at_least_nine_of_ten_phrases_are_understood(column):
    told = phrases(column)
    understood = sum(not isinstance(parse(column, phrase), Unparsed) for _part, phrase, _m in told)
    assert len(told) >= 75
    assert understood / len(told) >= 0.9


def test_an_item_of_the_list_of_documents_says_itself_again():
    told = phrases("documents")
    found = [(phrase, read_item(phrase)) for _part, phrase, _meaning in told]
    assert len(told) >= 75
    assert [phrase for phrase, item in found if isinstance(item, Unparsed)] == []
    assert [p for p, item in found if isinstance(item, Item) and item.sentence() != normal(p)] == []


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("паспорт або іншы дакумент, які сведчыць асобу", "identity"),
        ("копии свидетельств о рождении несовершеннолетних детей", "birth_certificate"),
        ("выписки (копии) из трудовых книжек родителей (усыновителей, опекунов)", "work_record"),
        ("даведка аб месцы жыхарства і складзе сям'і", "household_reference"),
        ("документ, подтверждающий право собственности на жилое помещение", "dwelling_title"),
        ("документ, подтверждающий внесение платы", "proof_of_payment"),
    ],
)
def test_a_document_is_of_a_type_of_the_catalogue(phrase, code):
    item = read_item(phrase)
    first = item.phrases[0]
    known = type_of(first.core, first.text)
    assert known is not None
    assert known.code == code


@pytest.mark.parametrize(
    ("column", "phrase"),
    [
        ("term", "15 дней абракадабра"),
        ("term", "когда-нибудь"),
        ("term", "в случае запроса"),
        ("fee", "много денег"),
        ("fee", "0,5"),
        ("validity", "как получится"),
    ],
)
def test_what_no_grammar_reads_is_never_guessed(column, phrase):
    found = parse(column, phrase)
    assert isinstance(found, Unparsed)
    assert 0 <= found.start <= found.end <= len(phrase)


def test_an_old_equivalent_in_roubles_is_never_the_amount():
    fee = meaning.fee_of(parse("fee", "2 базовые величины (58 рублей)"))
    assert (fee["kind"], fee["multiple"]) == ("base_value", "2")
