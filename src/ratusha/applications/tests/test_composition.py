"""The words of a decision. The pure part, and what stands in the papers of real cases."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.applications import filling
from ratusha.applications.composition import compose, fill
from ratusha.applications.models import Application, Decision

from .state import BENEFIT, KINDERGARTEN, MOVE, REASONS, TODAY, TRADE


def test_values_go_to_their_places():
    assert (
        fill("{who} жыве тут: {where}.", {"who": "Алена", "where": "Мінск"})
        == "Алена жыве тут: Мінск."
    )


@given(st.from_regex(r"[a-z_]{1,20}", fullmatch=True))
def test_a_place_without_a_value_stays_visible(name):
    assert fill(f"Слова {{{name}}}.", {}) == f"Слова {{{name}}}."


@given(
    st.text(max_size=60),
    st.dictionaries(st.from_regex(r"[a-z_]{1,6}", fullmatch=True), st.text(max_size=9)),
)
def test_arbitrary_templates_never_crash(template, values):
    assert isinstance(fill(template, values), str)


def test_a_value_is_not_a_template_itself():
    assert fill("{a}", {"a": "{b}", "b": "x"}) == "{b}"


def paper_for(case, outcome="granted", **decision):
    application = Application.objects.get(pk=case.pk)
    filled = filling.of_application(case, application, TODAY)
    return compose(case, filled, Decision(case=case, outcome=outcome, **decision))


@pytest.mark.parametrize(
    ("code", "who", "of", "words"),
    [
        ("U200/1.3.2", "alena", "", "Кавалёў Дзмітрый Сяргеевіч"),
        (BENEFIT, "alena", "", "Кавалёва Ганна Дзмітрыеўна"),
        (MOVE, "alena", "", "1 снежня 2026"),
        (KINDERGARTEN, "alena", "", "Кавалёў Міхаіл Дзмітрыевіч"),
        (TRADE, "pavel", "trader", "«Марчанка»"),
    ],
)
def test_a_paper_says_what_the_registers_and_the_person_said(applying, code, who, of, words):
    paper = paper_for(applying(code, who, of=of).lodged())
    text = " ".join(paper.paragraphs)
    assert words in text
    assert "{" not in text
    assert paper.legal_basis


def test_a_note_of_the_official_is_the_last_paragraph(applying):
    paper = paper_for(applying().lodged(), reasons="Захоўвайце.")
    assert paper.paragraphs[-1] == "Захоўвайце."


def test_what_is_not_bound_to_a_term_is_valid_without_end(applying):
    assert paper_for(applying(KINDERGARTEN).lodged()).valid_until is None
    assert paper_for(applying().lodged()).valid_until == date(2027, 6, 1)


@pytest.mark.parametrize("outcome", ["refused", "not_accepted"])
def test_a_refusal_says_ground_reasons_and_how_to_complain(applying, outcome):
    paper = paper_for(
        applying().lodged(),
        outcome,
        ground={"be": "Няма падстаў"},
        legal_source="433-З",
        reasons=REASONS,
    )
    text = " ".join([*paper.paragraphs, paper.appeal])
    assert "Няма падстаў" in text
    assert REASONS in text
    assert "аднаго года" in text or "год" in text
