"""The passports of the pack are whole, and each names a formula that the code has."""

from datetime import date, timedelta

import msgspec

from ratusha.indicators.counting import COUNTS
from ratusha.indicators.passports import on_the_home_page, passports, quality_class, revision

LANGUAGES = {"be", "ru", "en"}


def test_each_passport_names_a_formula_that_is_there():
    assert {one.version for one in passports()} == set(COUNTS)


def test_each_passport_speaks_three_languages():
    for one in passports():
        for text in (one.name, one.definition, one.formula, one.source):
            assert set(text) == LANGUAGES, one.code


def test_the_home_page_has_six_numbers_that_exist():
    assert len(on_the_home_page()) == 6
    assert set(on_the_home_page()) <= {one.code for one in passports()}


def test_codes_are_used_once():
    codes = [one.code for one in passports()]
    assert len(codes) == len(set(codes))


def test_each_passport_has_a_class_of_quality_that_is_explained():
    for one in passports():
        assert set(quality_class(one)) == LANGUAGES, one.code
    assert set(revision()) == LANGUAGES


def test_a_passport_is_in_effect_from_its_first_day_to_its_last():
    one = msgspec.structs.replace(passports()[0], valid_to=date(2026, 12, 31))
    days = [
        one.valid_from - timedelta(days=1),
        one.valid_from,
        date(2026, 12, 31),
        date(2027, 1, 1),
    ]
    assert [one.in_effect(day) for day in days] == [False, True, True, False]
