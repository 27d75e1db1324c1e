"""Places by name, as the address question finds them."""

import pytest
from django.utils import translation

from ratusha.kernel.pack import pack
from ratusha.territory.public import load_territory, places_named

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reads_belarusian():
    """Whatever language the test before left behind."""
    with translation.override("be"):
        yield


@pytest.fixture(autouse=True)
def _territory():
    load_territory(pack())


def test_a_divided_city_is_answered_by_its_districts():
    labels = [label for _code, label in places_named("мінск")]
    assert "горад Мінск, Савецкі раён" in labels
    assert "горад Мінск" not in labels


def test_a_town_is_one_place():
    assert [label for _code, label in places_named("Нясвіж")] == ["горад Нясвіж, Нясвіжскі раён"]


def test_a_name_in_the_other_language_finds_the_same_place():
    assert places_named("Несвиж") == places_named("Нясвіж")


def test_a_name_that_nobody_bears_finds_nothing():
    assert places_named("Кіцеж-град") == []
