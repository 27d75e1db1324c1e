"""A pasted row becomes facts and text; other words are read anew. Without a database."""

from datetime import date

from ratusha.law.compiler.reading.reader import read
from ratusha.law.workshop.reading import made_of, rows_made, with_other_words

SINCE = date(2026, 12, 1)
# The number and the name are of the list; what the other cells say is made up for the test.
ROW = """2.27. Выдача справки о неполучении пенсии
паспорт или иной документ, удостоверяющий личность
бесплатно
5 дней со дня обращения
бессрочно
"""
STRANGE = ROW.replace("5 дней со дня обращения", "5 дней как-нибудь потом")


def made(text):
    (one,) = rows_made(read(text.encode()), valid_from=SINCE)
    return one


def fact_of(one, column):
    return next(fact for fact in one.facts if fact["column"] == column)


def test_every_phrase_stands_beside_its_meaning_and_is_said_again():
    one = made(ROW)
    assert one.code == "U200/2.27"
    assert [fact["column"] for fact in one.facts] == [
        "name", "term", "fee", "validity", "documents",
    ]  # fmt: skip
    assert all(fact["parsed"] and fact["said"] for fact in one.facts)
    assert fact_of(one, "term")["meanings"] == ["5 days"]
    assert "base: 5 days" in one.text


def test_what_is_not_understood_is_kept_and_says_why():
    labelled = "номер: 2.27\nнаименование: Выдача справки о неполучении пенсии\nсрок: 5 дней как-нибудь потом\n"
    term = fact_of(made(labelled), "term")
    assert not term["parsed"]
    assert term["reason"]
    assert term["phrase"] == "5 дней как-нибудь потом"


def test_other_words_are_read_anew_in_their_cell():
    labelled = "номер: 2.27\nнаименование: Выдача справки о неполучении пенсии\nсрок: 5 дней как-нибудь потом\n"
    one = made(labelled)
    again = made_of(with_other_words(one.cells, fact_of(one, "term"), "5 дней"), valid_from=SINCE)
    assert fact_of(again, "term")["meanings"] == ["5 days"]
    assert "base: 5 days" in again.text
    assert one.cells["term"][0] == "5 дней как-нибудь потом"


def test_one_phrase_of_a_cell_is_replaced_and_the_others_stay():
    row = ROW.replace("паспорт или иной документ, удостоверяющий личность", "заявление\nпаспорт")
    one = made(row)
    second = [fact for fact in one.facts if fact["column"] == "documents"][1]
    again = with_other_words(one.cells, second, "свидетельство о рождении")
    assert again["documents"][0] == "заявление\nсвидетельство о рождении"
