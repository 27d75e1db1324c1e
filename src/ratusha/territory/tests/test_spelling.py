"""However an address is typed, it is the same dwelling; and another dwelling stays another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.territory.addresses import Address, spelling
from ratusha.territory.spelling import words

HELD = {
    "code": "5268000000",
    "settlement": {"be": "г. Мінск", "ru": "г. Минск"},
    "street": {"be": "вул. Янкі Маўра", "ru": "ул. Янки Мавра"},
    "house": "28",
    "block": "2",
    "flat": "117",
}


def meet(one, other):
    ways = [Address.from_dict(plain).spellings for plain in (one, other)]
    return not set(ways[0]).isdisjoint(ways[1])


@pytest.mark.parametrize(
    "settlement", ["Мінск", "г.Минск", "горад Мінск", " МІНСК ", "город минск"]
)
@pytest.mark.parametrize(
    "street", ["вул. Янкі Маўра", "вуліца янкі  маўра", "Янкі Маўра", "Янкі Маўра вул.",
               "ул Янки Мавра", "УЛИЦА ЯНКИ МАВРА", "вул.Янкi Маyра"],
)  # fmt: skip
def test_a_street_is_the_same_in_full_shortened_and_in_either_language(settlement, street):
    typed = HELD | {"settlement": settlement, "street": street}
    assert meet(typed, HELD)


@pytest.mark.parametrize(
    ("house", "block", "flat"),
    [("28", "2", "117"), ("д. 28", "корп. 2", "кв. 117"), ("28 к2", "", "кв117"), ("28/2", "", " 117 "),
     ("28 корпус 2", "", "117"), ("дом 28", "к. 2", "кватэра 117")],
)  # fmt: skip
def test_numbers_are_the_same_with_and_without_words(house, block, flat):
    assert meet(HELD | {"house": house, "block": block, "flat": flat}, HELD)


@pytest.mark.parametrize(
    "other",
    [{"house": "29"}, {"block": "3"}, {"flat": "17"}, {"flat": ""}, {"street": "зав. Янкі Маўра"},
     {"street": "праспект Янкі Маўра"}, {"street": "вул. Маўра"}, {"code": "5284000000"},
     {"house": "28Д"}, {"house": "282", "block": ""}],
)  # fmt: skip
def test_another_dwelling_stays_another(other):
    assert not meet(HELD | other, HELD)


@pytest.mark.parametrize("letter", ["А", "Д", "К", "Б"])
def test_a_letter_of_a_house_is_not_taken_for_a_word(letter):
    with_letter = HELD | {"house": f"28{letter}", "block": ""}
    assert not meet(with_letter, HELD | {"block": ""})
    assert meet(with_letter, HELD | {"house": f"28 {letter.lower()}", "block": ""})


@pytest.mark.parametrize(
    ("one", "other"),
    [("пр-т Незалежнасці", "праспект Незалежнасці"), ("Партызанскі пр-т", "праспект Партызанскі"),
     ("б-р Шаўчэнкі", "бульвар Шаўчэнкі"), ("вул. Заслонава", "Заслонава"),
     ("ул. Тимирязева", "улица Тимирязева"), ("вул. Аб’яднаная", "вул Аб'яднаная"),
     ("ул. Артёма", "ул. Артема"), ("вул. 8‑га Сакавіка", "вул. 8-га Сакавіка")],
)  # fmt: skip
def test_kinds_of_streets_have_one_spelling(one, other):
    assert spelling().street(one) == spelling().street(other)


def test_a_street_that_is_called_only_by_its_kind_keeps_it():
    assert spelling().street("Праспект") != spelling().street("Плошча")


names = st.text("абвгдежзіклмнопрстуфхцшыэюя'’ё-", min_size=1, max_size=20).filter(
    lambda name: set(words(name)) - spelling().streets.keys()  # not by its kind alone
)


@given(names, st.sampled_from(["вул. {}", "ВУЛІЦА  {}", "{} вул", "ул. {}", "{}", "улица {} "]))
def test_any_name_meets_itself_however_its_kind_is_written(name, way):
    assert spelling().street(way.format(name)) == spelling().street(f"вул. {name}")


@given(st.text(max_size=60))
def test_whatever_is_typed_has_a_spelling_and_comparing_twice_changes_nothing(text):
    for compare in (spelling().settlement, spelling().house, spelling().flat):
        assert compare(compare(text)) == compare(text)
    assert isinstance(spelling().street(text), str)


@given(st.integers(1, 400), st.integers(1, 20), st.integers(1, 400))
def test_two_numbers_are_never_one(house, block, other):
    same = spelling().house(str(house), str(block)) == spelling().house(str(other), str(block))
    assert same == (house == other)
