"""Letters and stems: what people type meets what the law is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.procedures.search.spelling import LONGEST_QUERY, codes, normalise, skeleton, words
from ratusha.procedures.search.stems import lemmas, stem, stems


@given(st.text(max_size=400))
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text)
    assert normalise(once) == once
    assert len(once) <= LONGEST_QUERY


@given(st.text(max_size=60))
def test_any_text_has_words_stems_and_lemmas(text):
    for word in words(normalise(text)):
        assert stem(word) is not None
        assert lemmas(word)
        assert skeleton(word) == skeleton(skeleton(word))


def test_apostrophes_of_every_kind_are_one():
    assert {normalise(f"сям{mark}я") for mark in "’ʼ'‘`´"} == {"сям'я"}


def test_hidden_and_control_characters_are_not_read():
    assert normalise("п\x00рап\u202eіс\u200bка\ud800") == "п рап іс ка"
    assert normalise("Ёлка  ЗЯЛЁНАЯ") == "елка зяленая"


@pytest.mark.parametrize(
    "forms",
    [
        "прапіска прапіскі прапісцы прапіску прапіскай прапісак",
        "даведка даведкі даведцы даведку даведкай даведкамі даведках",
        "рэгістрацыя рэгістрацыі рэгістрацыю рэгістрацыяй",
        "сям'я сям'і сям'ю сем'і",
        "пасведчанне пасведчання пасведчанню пасведчаннем пасведчанні пасведчаннямі",
        "дапамога дапамогі дапамогу дапамогай дапамозе",
        "пашпарт пашпарта пашпарту пашпартам пашпарты пашпартоў",
        "кватэра кватэры кватэру кватэрай кватэрамі кватэрах",
        "дазвол дазволу дазволам дазволы дазволаў",
        "нараджэнне нараджэння нараджэнню нараджэннем нараджэнні",
        "вадзіцельскі вадзіцельскага вадзіцельскаму вадзіцельскія вадзіцельскае вадзіцельскіх",
        "сямейны сямейнага сямейнаму сямейная сямейнай сямейныя сямейных",
        "паляўнічы паляўнічага паляўнічаму паляўнічыя паляўнічых",
        "заява заявы заяву заявай заяве заявамі",
        "узгадненне узгаднення узгадненню узгадненнем",
        "гандлёвы гандлёвага гандлёваму гандлёвыя гандлёвых",
    ],
)
def test_forms_of_a_belarusian_word_share_a_stem(forms):
    first, *others = (set(stems(normalise(form))) for form in forms.split())
    apart = [found for found in others if not found & first]
    assert len(apart) <= len(others) // 5  # прапісак: a vowel that comes and goes


@pytest.mark.parametrize(
    ("belarusian", "russian"),
    [
        ("рэгістрацыя", "регистрация"),
        ("вадзіцельскі", "водительский"),
        ("сям'я", "семья"),
        ("прыватызацыя", "приватизация"),
        ("ветэрынарны", "ветеринарный"),
        ("субсідыя", "субсидия"),
        ("легалізацыя", "легализация"),
        ("інвалід", "инвалид"),
        ("трактар", "трактор"),
        ("прыцэп", "прицеп"),
        ("дэкларацыя", "декларация"),
    ],
)
def test_a_belarusian_word_finds_its_russian_counterpart_by_spelling(belarusian, russian):
    assert set(stems(belarusian)) & set(stems(russian))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2.6", ["2.6"]),
        ("п. 1.1.5.", ["1.1.5"]),
        ("3.15-1", ["3.15-1"]),
        ("указ 200 пункт 13.1", ["200", "13.1"]),
        ("паспорт", []),
    ],
)
def test_numbers_of_procedures_are_seen(text, found):
    assert codes(normalise(text)) == found
