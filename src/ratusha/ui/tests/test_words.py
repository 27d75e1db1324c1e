"""Dates, numbers and letters as people here write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from ratusha.ui import formats
from ratusha.ui.text import MixedWord, mixed_words

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
