"""The passports of the pack are whole, and each names a formula that the code has."""

from ratusha.indicators.counting import COUNTS
from ratusha.indicators.passports import on_the_home_page, passports

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
