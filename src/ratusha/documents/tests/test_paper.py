"""The sheet itself: it must come out whatever is printed on it."""

import unicodedata

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from ratusha.documents.paper import SHEET, characters, printable, qr_svg, ready, render

from .papers import a_paper


def text_of(content):
    with pypdfium2.PdfDocument(content) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def test_the_list_of_characters_is_what_the_fonts_have():
    fonts = [TTFont(f) for f in (SHEET / "fonts").glob("*.ttf")]
    have = {chr(n) for font in fonts for n in font.getBestCmap()}
    assert characters() - {"\n"} == {c for c in have if unicodedata.category(c)[0] != "C"}
    assert set("ЎўІіЁё’№«»—…□") <= characters()


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_words_can_be_printed(text):
    words = {
        "holder": text,
        "title": f"№ {text}",
        "paragraphs": [text],
        "facts": [(text, text, text)],
    }
    assert render(a_paper(**words)).startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_each_language_has_its_sheet(language):
    assert b"/Lang" in render(a_paper(language=language))


def test_what_no_font_has_is_a_visible_gap_and_what_cannot_be_seen_is_gone():
    assert printable("a\u202eb\x00 你 й") == "ab □ й"


def test_a_decision_without_a_term_says_nothing_of_validity_and_a_certificate_does():
    words = [
        text_of(render(a_paper(language="en", valid_until=None, lasting=b))) for b in (True, False)
    ]
    assert ["no end date" in w for w in words] == [True, False]


def test_a_number_stays_with_its_short_word():
    assert ready(["вул. Мая, д. 12", "№ 200 і 15 дзён"]) == [
        "вул. Мая, д.\u00a012",
        "№\u00a0200 і 15 дзён",
    ]


def test_the_square_is_one_drawing_without_a_program():
    drawn = qr_svg("http://127.0.0.1/#ABC234")
    assert drawn.startswith("<svg xmlns=")
    assert "script" not in drawn
