"""Sections write readable text: what they do not ask about stays as it was."""

import pytest

from ratusha.kernel import marked
from ratusha.kernel.pack import pack
from ratusha.law.workshop.designer.forms import form_of, values_of
from ratusha.law.workshop.designer.sections import section, sections
from ratusha.law.workshop.designer.text import (
    earlier,
    plain,
    steps_at,
    with_one_more,
    with_values,
    without,
)

TEXT = """\
# What a lawyer wrote above.
code: U200/1.1
title:
  be: Назва
  ru: Название  # as in the act
  en: Title
valid_from: 2026-01-01
source: &row
  title: Указ № 200
  confidence: recalled
level: e3
term:
  base: 5 days
  source: *row
fee:
  kind: free
  source: *row
documents:
  - code: passport
    title: {be: Пашпарт, ru: Паспорт, en: Passport}
    source: *row
form:
  - code: about
    title: {be: Пра вас, ru: О вас, en: About you}
    fields:
      - code: purpose
        kind: choice
        label: {be: Навошта, ru: Зачем, en: What for}
        choices:
          - code: court
            label: {be: Суд, ru: Суд, en: Court}
      - code: name
        kind: text
        label: {be: Імя, ru: Имя, en: Name}
"""


def posted(place, text=TEXT, **changes):
    """The section as its form shows it, with some answers changed, written back."""
    found = section(place, plain(text))
    form = form_of(found, {**form_of(found).initial, **changes})
    assert form.is_valid(), form.errors
    values = values_of(found, form)
    assert form.is_valid(), form.errors
    return with_values(text, found, values)


@pytest.mark.parametrize("place", [one.place for one in sections(plain(TEXT))])
def test_a_section_that_is_saved_as_it_is_changes_no_value(place):
    after = posted(place) if place != "result" else TEXT
    assert plain(after) == plain(TEXT)


def test_comments_anchors_and_the_order_of_keys_stay():
    after = posted(
        "titles", **{"title-be": "Іншая назва", "short-be": "К", "short-ru": "К", "short-en": "S"}
    )
    assert "# What a lawyer wrote above." in after
    assert "ru: Название  # as in the act" in after
    assert after.count("*row") == TEXT.count("*row")
    assert "be: Іншая назва" in after
    assert plain(after)["short"] == {"be": "К", "ru": "К", "en": "S"}


def test_a_rule_that_was_not_there_gets_the_source_of_the_row():
    after = posted("term", **{"validity.period": "unlimited"})
    assert plain(after)["validity"] == {
        "period": "unlimited",
        "source": {"title": "Указ № 200", "confidence": "recalled"},
    }


def test_a_rule_that_is_emptied_goes_with_its_source():
    assert "term" not in plain(posted("term", **{"term.base": ""}))


def test_choices_are_lines():
    lines = "court | Суд | Суд | Court\nbank | Банк | Банк | Bank"
    after = plain(posted("form/0/fields/0", choices=lines))
    codes = [one["code"] for one in after["form"][0]["fields"][0]["choices"]]
    assert codes == ["court", "bank"]


@pytest.mark.parametrize(
    ("place", "name", "wrong"),
    [
        ("form/0/fields/0", "choices", "court, Суд"),
        ("result", "values", "child"),
        ("result", "template-be", "two\nlines"),
    ],
)
def test_lines_that_cannot_be_read_are_refused_at_their_field(place, name, wrong):
    found = section(place, plain(TEXT))
    given = {
        **form_of(found).initial,
        "kind": "decision",
        "title-be": "x",
        "title-ru": "x",
        "title-en": "x",
        name: wrong,
    }
    form = form_of(found, {**given, "kind": given["kind"] if place == "result" else "choice"})
    assert form.is_valid(), form.errors
    values_of(found, form)
    assert name in form.errors


def test_another_document_has_a_code_of_its_own_and_the_source_of_the_row():
    after, number = with_one_more(TEXT, ("documents",))
    assert number == 1
    assert plain(after)["documents"][1]["code"] == "document_2"
    assert plain(after)["documents"][1]["source"]["title"] == "Указ № 200"


def test_a_question_is_added_moved_and_taken_out():
    more, number = with_one_more(TEXT, ("form", 0, "fields"))
    moved = earlier(more, ("form", 0, "fields", number))
    codes = [field["code"] for field in plain(moved)["form"][0]["fields"]]
    assert codes == ["purpose", "question_3", "name"]
    left = without(moved, ("form", 0, "fields", 0))
    assert [field["code"] for field in plain(left)["form"][0]["fields"]] == ["question_3", "name"]


def test_the_last_of_a_list_takes_the_list_with_it():
    assert "documents" not in plain(without(TEXT, ("documents", 0)))


def test_a_line_of_the_text_is_found_in_its_section():
    line = next(i for i, said in enumerate(TEXT.splitlines(), 1) if "base: 5 days" in said)
    assert steps_at(marked.read_text(TEXT), line)[:2] == ("term", "base")


def test_a_text_that_is_no_definition_has_no_sections():
    assert plain("a: [") is None
    assert plain("- only a list") is None
    assert section("documents/7", plain(TEXT)) is None
    assert section("sources", plain(TEXT)) is None


def test_every_definition_of_the_pack_goes_through_its_sections_unchanged():
    files = sorted((pack().folder / "procedures").glob("*/*.yaml"))[::6]
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        for one in sections(plain(text)):
            form = form_of(one, form_of(one).initial)
            if form.is_valid():
                after = with_values(text, one, values_of(one, form))
                assert plain(after) == plain(text), (file.name, one.place)
