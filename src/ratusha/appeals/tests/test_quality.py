"""The check of an answer: the language forbids, the rest advises."""

import pytest

from ratusha.appeals.quality import language_of, remarks

from .conftest import GOOD, TEXT

RUSSIAN = (
    "Ваше обращение рассмотрено. Мастера нашли повреждённый кабель между домами, его заменят до 1 апреля "
    "(статья 17 Закона № 300-З). Объявление об этом вывешено у подъездов, освещение восстановят."
)


def codes(answer, appeal=TEXT, language="be"):
    return [one.code for one in remarks(answer, appeal, language)]


def test_a_good_answer_has_no_remark():
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("text", "told"), [(GOOD, "be"), (RUSSIAN, "ru"), ("№ 5", ""), ("12345 " * 30, "")]
)
def test_the_language_is_told_by_letters_that_only_it_has(text, told):
    assert language_of(text) == told


def test_an_answer_in_another_language_than_the_appeal_cannot_be_sent():
    found = remarks(RUSSIAN, TEXT, "be")
    assert [one.code for one in found if one.forbids] == ["N01"]
    assert "N01" not in codes(RUSSIAN, language="ru")


def test_a_personal_number_does_not_leave_the_house():
    assert "N02" in codes(GOOD + " Ваш нумар 3120485A012PB4.")


def test_an_answer_that_says_little_is_remarked_on():
    assert codes("Прынята да ведама.") == ["N03", "N04", "N05"]


def test_as_many_questions_ask_for_as_many_answers():
    assert "N06" in codes(GOOD, appeal="Калі? Хто? Чаму?")
    assert "N06" not in codes(GOOD + "\nДругое.\nТрэцяе.", appeal="Калі? Хто? Чаму?")
