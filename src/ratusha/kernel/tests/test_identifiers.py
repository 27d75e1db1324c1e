"""Numbers of people and payers, with the worked examples of the official texts."""

from random import Random

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.identifiers import (
    check_payer_number,
    check_personal_number,
    find_region,
    make_payer_number,
    make_personal_number,
    personal_check_digit,
    schemes,
)

RANDOM = st.randoms(use_true_random=False)
REGIONS = st.sampled_from(schemes().regions).map(lambda region: region.iso)


@pytest.mark.parametrize(
    ("body", "digit"),
    [
        ("7000000A000PB", "1"),
        ("7123456A789PB", "6"),
        ("7654321A042PB", "4"),
        ("4140385H007BI", "6"),
        ("0000000A000PB", "2"),
        ("3271182A001PB", "1"),
    ],
)
def test_the_check_digit_of_a_personal_number(body, digit):
    assert personal_check_digit(body) == digit


@pytest.mark.parametrize(
    "number",
    ["7000000A000PB1", "7123456A789PB6", "7654321A042PB4", "4140385H007BI6", "3271182A001PB1"],
)
def test_a_right_personal_number_is_accepted_without_a_word(number):
    checked = check_personal_number(number)
    assert (checked.value, checked.warnings) == (number, ())


@pytest.mark.parametrize(
    "typed",
    [
        "7123456a789pb6",
        " 7123456A 789 PB 6 ",
        "7123456-A-789-PB-6",
        "PNOBY-7123456A789PB6",
        "7123456A\N{NO-BREAK SPACE}789\N{EN DASH}PB6",
        "7123456A789PB6\N{ZERO WIDTH SPACE}\N{BYTE ORDER MARK}",
    ],
)
def test_spaces_dashes_case_and_prefix_do_not_matter(typed):
    checked = check_personal_number(typed)
    assert (checked.value, checked.warnings) == ("7123456A789PB6", ())


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("7123456A789РВ6", "Р, В"),
        ("7123456а789рв6", "А, Р, В"),
        ("7OOOOOOAОООPB1", "O, О"),
    ],
)
def test_letters_of_the_other_alphabet_are_corrected_and_it_is_said(typed, letters):
    with translation.override("en"):
        checked = check_personal_number(typed)
    assert checked.value in {"7123456A789PB6", "7000000A000PB1"}
    assert len(checked.warnings) == 1
    assert f"({letters})" in checked.warnings[0]
    assert checked.value in checked.warnings[0]


@pytest.mark.parametrize("digit", "012345789")
def test_a_modern_number_with_a_wrong_check_digit_is_refused(digit):
    with pytest.raises(RuleBroken, match=r"identifier\.personal_number_check"):
        check_personal_number("7123456A789PB" + digit)


def test_a_legacy_number_with_a_wrong_check_digit_is_only_warned_about():
    with translation.override("be"):
        checked = check_personal_number("3271182A001PB5")  # the example of the newspapers
    assert checked.value == "3271182A001PB5"
    assert checked.warnings == (
        "Апошняя лічба не адпавядае гэтаму нумару. Так бывае са старымі нумарамі: калі ласка, зверце яго.",
    )


def legacy(body: str) -> str:
    return body + personal_check_digit(body)


def test_a_birth_date_that_does_not_exist_is_warned_about():
    assert len(check_personal_number(legacy("3310282A001PB")).warnings) == 1
    assert check_personal_number(legacy("3290204A001PB")).warnings == ()  # 1904 was a leap year
    assert check_personal_number(legacy("3290200A001PB")).warnings != ()  # 1900 was none


def test_leap_years_are_looked_up_in_the_full_year():
    in_1900, in_2000 = "4290200A001PB", "6290200A001PB"
    assert len(check_personal_number(legacy(in_1900)).warnings) == 1
    assert check_personal_number(legacy(in_2000)).warnings == ()


def test_a_number_with_neither_a_right_digit_nor_a_possible_birth_date_is_refused():
    with pytest.raises(RuleBroken, match=r"identifier\.personal_number_check"):
        check_personal_number("1123456A789PB6")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "7123456A789PB",
        "7123456A789PB66",
        "8123456A789PB6",
        "7123456B789PB6",
        "7123456A789PP6",
        "0000000A000PB2",
        "٧123456A789PB6",
        "7123456A789PB6" + " " * 60,
        "7" * 100_000,
    ],
)
def test_what_is_not_a_personal_number_is_refused(typed):
    with pytest.raises(RuleBroken, match=r"identifier\.personal_number_form"):
        check_personal_number(typed)


@given(RANDOM)
def test_every_generated_personal_number_is_right(rng):
    number = make_personal_number(rng)
    assert check_personal_number(number).value == number
    assert check_personal_number(number).warnings == ()
    assert number[0] == "7"


@given(RANDOM, st.sampled_from([0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 13]), st.sampled_from("0123456789"))
def test_every_single_wrong_digit_of_a_modern_number_is_noticed(rng, place, digit):
    number = make_personal_number(rng)
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong == number:
        return
    try:
        assert check_personal_number(wrong).warnings  # it looks like a legacy one now
        assert place == 0
    except RuleBroken:
        pass


@pytest.mark.parametrize("number", ["200988541", "MA1953684", "100320487", "KE7810709"])
def test_a_right_payer_number_is_accepted_without_a_word(number):
    assert check_payer_number(number).value == number
    assert check_payer_number(f" УНП {number} ").value == number
    assert check_payer_number(f"unp{number}").warnings == ()


def test_a_wrong_payer_number_is_refused():
    with pytest.raises(RuleBroken, match=r"identifier\.payer_number"):
        check_payer_number("200988542")


def test_cyrillic_letters_of_a_payer_number_are_corrected_and_it_is_said():
    checked = check_payer_number("МА1953684")
    assert checked.value == "MA1953684"
    assert len(checked.warnings) == 1


@given(RANDOM, REGIONS, st.booleans())
def test_every_generated_payer_number_is_right_and_of_its_region(rng, region, person):
    number = make_payer_number(rng, region, person=person)
    assert check_payer_number(number).value == number
    codes = find_region(region).payer
    assert number[0] == (codes.person if person else codes.organisation)


@given(RANDOM, REGIONS, st.integers(0, 8), st.sampled_from("0123456789"))
def test_every_single_wrong_digit_of_a_payer_number_is_noticed(rng, region, place, digit):
    number = make_payer_number(rng, region)
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong != number:
        with pytest.raises(RuleBroken):
            check_payer_number(wrong)


@given(st.text(max_size=80) | st.text("0123456789ABCEHKMOPTАВСЕНКМОРТ- ", max_size=20))
def test_any_text_gives_a_number_or_a_plain_refusal(text):
    for check in (check_personal_number, check_payer_number):
        try:
            assert check(text).value
        except RuleBroken as error:
            assert error.code.startswith("identifier.")  # noqa: PT017 - both ends are lawful


def test_a_region_is_found_by_its_code_or_by_a_place_in_it():
    assert find_region("BY-HM") is find_region("5000000000")
    assert find_region("BY-BR") is find_region("1204551023")
    with pytest.raises(KeyError):
        find_region("9000000000")


def test_the_same_seed_makes_the_same_numbers():
    first, second = Random(7), Random(7)  # noqa: S311 - numbers for a demonstration
    assert make_personal_number(first) == make_personal_number(second)


def test_every_region_has_its_own_code_in_each_system():
    regions = schemes().regions
    for codes in (
        [r.iso for r in regions],
        [r.territory for r in regions],
        [r.payer.organisation for r in regions],
        [r.payer.person for r in regions],
        [r.passport for r in regions],
        [r.legacy_personal_number for r in regions],
        [plate for r in regions for plate in r.plate],
    ):
        assert len(set(codes)) == len(codes)
