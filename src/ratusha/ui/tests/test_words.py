"""Dates, numbers and letters as people here write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from ratusha.ui import formats
from ratusha.ui.text import MixedWord, clean, harmless_cell, mixed_words

N = "\u00a0"


@pytest.mark.parametrize(
    ("language", "written"),
    [("be", "22 снежня 2026"), ("ru", "22 декабря 2026"), ("en", "22 December 2026")],
)
def test_a_day_is_written_with_its_month_in_the_right_case(language, written):
    with translation.override(language):
        assert formats.day(date(2026, 12, 22)).replace(N, " ") == written


def test_a_moment_is_on_the_clock_of_the_country():
    with translation.override("be"):
        late = datetime(2026, 12, 21, 22, 30, tzinfo=UTC)
        assert formats.moment(late).replace(N, " ") == "22 снежня 2026, 01:30"
        assert formats.short_day(late) == "22.12.2026"


def test_numbers_have_spaces_and_a_comma():
    with translation.override("be"):
        assert formats.number(1494) == f"1{N}494"
        assert formats.number(Decimal("4.60"), 1) == "4,6"
        assert formats.share(0.382) == f"38,2{N}%"
        assert formats.money(Decimal("1234.5")).replace(N, " ") == "1 234,50 руб."
        assert formats.file_size(2_500_000) == f"2,4{N}МБ"


def test_nothing_is_written_as_nothing():
    for write in (formats.day, formats.short_day, formats.moment, formats.number, formats.money):
        assert write(None) == ""


def test_a_word_of_two_alphabets_is_seen_and_put_right():
    assert mixed_words("горад Мiнск") == [MixedWord("Мiнск", "Мінск")]
    assert mixed_words("Яgodka") == [MixedWord("Яgodka", "")]
    assert mixed_words("Мінск Minsk сям’я") == []


@pytest.mark.parametrize(
    "hidden",
    [
        "\u202e", "\u2067", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u061c", "\u180e",
        "\U000e0041", "\ufff9", "\u115f", "\u3164", "\uffa0", "\u2800", "\U000e0101", "\x00", "\x1b", "\x9f",
    ],
)  # fmt: skip
def test_what_hides_or_turns_words_is_taken_out(hidden):
    assert clean(f"8{hidden}029 яма") == "8029 яма"
    assert clean(hidden) == ""


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_end_of_a_line_is_the_same(end):
    assert clean(f"а{end}б", lines=True) == "а\nб"
    assert clean(f"а{end}б") == "а б"


def test_marks_piled_on_a_letter_do_not_run_over_the_page():
    assert clean("я" + "\u0301" * 300 + "ма") == "я" + "\u0301" * 4 + "ма"
    assert clean("Але\u0301на") == "Але\u0301на"


@pytest.mark.parametrize("drawn", ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👩🏽‍🚒", "❤️‍🔥"])
def test_a_picture_made_of_several_signs_stays_one(drawn):
    assert clean(drawn) == drawn


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "＝1+1", "＋1", "－1", "＠x", "\t=1"])
def test_what_a_program_of_spreadsheets_takes_for_a_formula_stays_a_text(cell):
    assert harmless_cell(cell) == f"'{cell}"
    assert harmless_cell(-1) == -1
