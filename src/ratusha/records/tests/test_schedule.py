"""How long what is kept: periods in words, and the public page."""

import pytest
from django.utils import translation

from ratusha.records.schedule import schedule, spoken


@pytest.mark.parametrize(
    ("period", "words"),
    [("P1Y", "1 year"), ("P75Y", "75 years"), ("P30D", "30 days"), ("PT2H", "2 hours"),
     ("PT0S", "deleted at once"), (None, "for good")],
)  # fmt: skip
def test_a_period_is_said_in_words(period, words):
    with translation.override("en"):
        assert spoken(period) == words


def test_belarusian_and_russian_count_years_by_their_own_rules():
    with translation.override("be"):
        assert [spoken(p) for p in ("P1Y", "P3Y", "P5Y")] == ["1 год", "3 гады", "5 гадоў"]
    with translation.override("ru"):
        assert [spoken(p) for p in ("P1Y", "P3Y", "P75Y")] == ["1 год", "3 года", "75 лет"]


def test_a_period_that_nobody_can_say_is_refused():
    with pytest.raises(ValueError, match="P5W"):
        spoken("P5W")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [("be", "Як доўга што захоўваецца"), ("ru", "Как долго что хранится"), ("en", "How long we keep what")],
)  # fmt: skip
def test_anybody_reads_how_long_what_is_kept(client, language, words):
    page = client.get(f"/{language}/how-long-we-keep/")
    assert page.status_code == 200
    assert f"<h1>{words}</h1>" in page.text
    for one in schedule().data:
        assert one.title[language] in page.text
    assert page.text.count('class="tag sample"') >= len(schedule().cases)
