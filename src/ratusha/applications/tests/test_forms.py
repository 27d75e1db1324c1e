"""Pages of questions out of a definition. Shape of the input only; no database."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from ratusha.applications.forms import SEEN, PageForm, RefuseForm, uploads
from ratusha.cases.forms import RatingForm
from ratusha.procedures.public import Check, Prefill

from .test_answers import KNOWN, RESIDENCE, choice, field, filled, label, page

QUESTIONS = page(
    "p", choice("why", "school", "other"), field("where", when="answers.why == 'other'")
)


def sent(**words) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in words.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def asked(question, data=None, files=None, **known) -> PageForm:
    return PageForm(question, filled(question, **known), "be", data, files)


def test_a_question_that_does_not_apply_is_not_on_the_page():
    assert list(asked(QUESTIONS).fields) == ["why"]


def test_a_question_of_the_same_page_appears_without_being_reproached():
    form = asked(QUESTIONS, sent(why="other", **{SEEN: "why"}))
    assert form.appeared == ["where"]
    form.full_clean()
    form.forgive()
    assert form.is_valid()
    assert form.seen == "why where"


def test_a_question_that_was_seen_and_left_is_reproached():
    form = asked(QUESTIONS, sent(why="other", where="", **{SEEN: "why where"}))
    assert form.appeared == []
    assert list(form.errors) == ["where"]


def test_an_answer_already_saved_stands_in_the_page():
    form = asked(QUESTIONS, answers={"why": "other", "where": "у банк"})
    assert form["where"].value() == "у банк"


def test_an_editable_fact_is_offered_to_be_changed():
    home = field("house", prefill=Prefill(service=RESIDENCE, path="address.house", editable=True))
    assert asked(page("p", home), facts=KNOWN)["house"].value() == "62"


def test_a_known_fact_is_no_field():
    home = field("house", prefill=Prefill(service=RESIDENCE, path="address.house"))
    form = asked(page("p", home), sent(house="63"), facts=KNOWN)
    assert form.is_valid()
    assert form.as_answers(form.cleaned_data) == {}


def test_saved_days_and_numbers_come_back():
    form = asked(
        page("p", field("day", "date"), field("area", "number")),
        answers={"day": "2026-12-01", "area": "54"},
    )
    assert form.initial["day"].isoformat() == "2026-12-01"
    assert form.initial["area"] == Decimal(54)


@pytest.mark.parametrize(
    ("question", "data", "answer"),
    [
        (field("q"), {"q": " слова\x00 "}, "слова"),
        (field("q", "date"), {"q_day": "1", "q_month": "12", "q_year": "2026"}, "2026-12-01"),
        (field("q", "number"), {"q": "1 200"}, "1200"),
        (field("q", "money"), {"q": "10,20"}, "10.20"),
        (field("q", "yes_no"), {"q": "no"}, False),
        (choice("q", "a", "b"), {"q": "b"}, "b"),
        (choice("q", "a", "b", kind="choices"), {"q": ["a", "b"]}, ["a", "b"]),
        (field("q", "email"), {"q": "a@example.by"}, "a@example.by"),
        (field("q", "phone"), {"q": "+375 29 123-45-67"}, "+375 29 123-45-67"),
        (field("q", "personal_number"), {"q": "7123456A789PB6"}, "7123456A789PB6"),
    ],
    ids=lambda given: getattr(given, "kind", ""),
)
def test_every_kind_of_answer_becomes_plain_data_that_passes(question, data, answer):
    form = asked(page("p", question), sent(**data))
    assert form.is_valid(), form.errors
    assert form.as_answers(form.cleaned_data) == {"q": answer}
    assert not filled(page("p", question), answers={"q": answer}).problems()


@pytest.mark.parametrize(
    ("kind", "before"),
    [("date", "2026-12-01"), ("number", "5"), ("money", "5.20"), ("yes_no", True)],
)
def test_an_optional_answer_that_was_cleared_does_not_stay(kind, before):
    form = asked(
        page("p", field("q", kind, required=False)), sent(other="x"), answers={"q": before}
    )
    assert form.is_valid(), form.errors
    assert form.as_answers(form.cleaned_data) == {"q": None}


def test_a_pattern_is_checked():
    site = field("q", pattern="^[a-z.]+$")
    assert not asked(page("p", site), sent(q="НЕ ТОЕ")).is_valid()
    assert asked(page("p", site), sent(q="krama.by")).is_valid()


@pytest.mark.parametrize(("places", "right"), [(0, False), (2, True)])
def test_a_number_may_have_as_many_digits_after_the_comma_as_its_definition_says(places, right):
    question = field("q", "number", places=places)
    assert asked(page("p", question), sent(q="24,5")).is_valid() is right


@pytest.mark.parametrize(("number", "right"), [("0", False), ("1", True), ("6", False)])
def test_limits_of_a_number_are_kept(number, right):
    question = field("q", "number", min=1, max=5)
    assert asked(page("p", question), sent(q=number)).is_valid() is right


def test_limits_of_a_day_are_kept():
    question = page("p", field("q", "date", min="2026-01-01", max="2026-12-31"))
    assert not asked(question, sent(q_day="1", q_month="1", q_year="2027")).is_valid()


def test_a_check_speaks_the_language_of_the_page_at_its_field():
    rule = Check(rule="answers.q == 'так'", message=label("Не так."))
    form = asked(page("p", field("q", check=[rule])), sent(q="не"))
    assert form.errors["q"] == ["Не так."]


def test_a_check_of_an_empty_optional_answer_is_not_asked():
    rule = Check(rule="answers.q == 'так'", message=label("Не так."))
    assert asked(page("p", field("q", required=False, check=[rule])), sent(q="")).is_valid()


def test_a_file_is_an_upload_until_it_is_kept():
    paper = SimpleUploadedFile("a.pdf", b"%PDF-1.7", content_type="application/pdf")
    form = asked(page("p", field("q", "file")), sent(), {"q": paper})
    assert form.is_valid(), form.errors
    assert form.as_answers(form.cleaned_data) == {}
    assert uploads(form) == {"q": paper}


def test_a_file_kept_before_need_not_come_again():
    form = asked(
        page("p", field("q", "file")), sent(x="y"), answers={"q": {"id": "1", "name": "a.pdf"}}
    )
    assert form.is_valid(), form.errors
    assert form.as_answers(form.cleaned_data) == {}
    assert uploads(form) == {}


def test_a_conditional_question_may_depend_on_boxes_and_on_yes():
    depending = page(
        "p",
        choice("boxes", "a", "b", kind="choices"),
        field("sure", "yes_no"),
        field("more", when="answers.sure == true"),
        field("box", when="answers.boxes != null && 'b' in answers.boxes"),
    )
    form = asked(depending, sent(boxes=["a", "b"], sure="yes"))
    assert list(form.fields) == ["boxes", "sure", "more", "box"]


def test_a_refusal_takes_only_a_ground_of_the_list():
    grounds = [("no_grounds", "Няма падстаў")]
    assert not RefuseForm(grounds, sent(ground="invented", reasons="таму")).is_valid()
    assert RefuseForm(grounds, sent(ground="no_grounds", reasons="таму")).is_valid()


def test_marks_become_numbers():
    form = RatingForm(sent(simplicity="5", information="4", term="3", politeness="1"))
    assert form.is_valid()
    assert form.scores == {"simplicity": 5, "information": 4, "term": 3, "politeness": 1}


def test_every_criterion_wants_a_mark_from_one_to_five():
    form = RatingForm(sent(simplicity="6", information="", term="3"))
    assert set(form.errors) == {"simplicity", "information", "politeness"}
