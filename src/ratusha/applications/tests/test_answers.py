"""What may be asked now, what the registers say, whether everything is there. No database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.applications.answers import Filled, files_in
from ratusha.procedures.public import (
    Check,
    Choice,
    ChoicesFrom,
    Definition,
    Field,
    Page,
    Prefill,
    Source,
)

TODAY = date(2026, 12, 1)
RESIDENCE = "population.residence"
CHILDREN = "population.children"


def label(words: str) -> dict[str, str]:
    return {"be": words, "ru": words, "en": words}


def field(code: str, kind: str = "text", **more) -> Field:
    return Field(code=code, kind=kind, label=label(code), **more)


def choice(code: str, *codes: str, kind: str = "choice", **more) -> Field:
    return field(code, kind, choices=[Choice(code=c, label=label(c)) for c in codes], **more)


def page(code: str, *fields: Field, **more) -> Page:
    return Page(code=code, title=label(code), fields=list(fields), **more)


def form(*pages: Page) -> Definition:
    return Definition(
        code="T/1",
        title=label("t"),
        valid_from=date(2026, 1, 1),
        source=Source(title="Law", confidence="sample"),
        form=list(pages),
    )


def filled(*pages: Page, answers=None, facts=None) -> Filled:
    return Filled(
        promise=form(*pages),
        answers=answers or {},
        facts=facts or {},
        applicant={"kind": "citizen"},
        today=TODAY,
    )


def codes(problems) -> list[tuple[str, str]]:
    return [(p.page, p.field) for p in problems]


KNOWN = {
    RESIDENCE: {"facts": {"address": {"code": "5", "house": "62"}, "empty": ""}},
    CHILDREN: {
        "facts": {"children": [{"person": "a1", "name": label("Міхаіл")}, {"person": "b2", "name": "Ганна"}]}
    },
}  # fmt: skip
EVERY_KIND = page(
    "p",
    field("text"),
    field("long_text", "long_text"),
    field("date", "date"),
    choice("choice", "a", "b"),
    choice("choices", "a", "b", kind="choices"),
    field("yes_no", "yes_no"),
    field("number", "number"),
    field("money", "money"),
    field("address", "address"),
    field("personal_number", "personal_number"),
    field("payer_number", "payer_number"),
    field("email", "email"),
    field("phone", "phone"),
    field("file", "file"),
    choice("child", choices_from=ChoicesFrom(service=CHILDREN, path="children", key="person")),
)
LAWFUL = {
    "text": "слова", "long_text": "радок\nрадок", "date": "2026-12-01", "choice": "a",
    "choices": ["a", "b"], "yes_no": False, "number": "-12.5", "money": "10.20",
    "address": {"code": "5", "house": "62"}, "personal_number": "7123456A789PB6",
    "payer_number": "200988541", "email": "a@example.by", "phone": "+375 29 123-45-67",
    "file": {"id": "x", "name": "y.pdf"}, "child": "b2",
}  # fmt: skip
WRONG = {
    "text": 5, "long_text": "x" * 4001, "date": "1 снежня", "choice": "c", "choices": ["a", "a"],
    "yes_no": "yes", "number": "шмат", "money": 10, "address": {"house": "62"},
    "personal_number": ["x"], "payer_number": {"a": 1}, "email": "x" * 255, "phone": "5" * 31,
    "file": "y.pdf", "child": {"person": "a1"},
}  # fmt: skip


def test_lawful_answers_of_every_kind_have_no_problem():
    assert filled(EVERY_KIND, answers=LAWFUL, facts=KNOWN).problems() == []


@pytest.mark.parametrize("kind", WRONG)
def test_an_answer_of_the_wrong_shape_is_asked_again(kind):
    problems = filled(EVERY_KIND, answers={**LAWFUL, kind: WRONG[kind]}, facts=KNOWN).problems()
    assert codes(problems) == [("p", kind)]


@pytest.mark.parametrize("kind", LAWFUL)
def test_an_answer_left_out_is_a_problem_of_its_field(kind):
    answers = {code: value for code, value in LAWFUL.items() if code != kind}
    assert codes(filled(EVERY_KIND, answers=answers, facts=KNOWN).problems()) == [("p", kind)]


def test_no_is_an_answer():
    assert not filled(page("p", field("q", "yes_no")), answers={"q": False}).problems()


@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_an_optional_question_may_be_left(nothing):
    assert not filled(page("p", field("q", required=False)), answers={"q": nothing}).problems()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(LAWFUL, json_values)))
def test_arbitrary_answers_never_crash(answers):
    for problem in filled(EVERY_KIND, answers=answers, facts=KNOWN).problems():
        assert problem.page == "p"
        assert problem.field in LAWFUL
        assert problem.message


known_facts = st.fixed_dictionaries({"facts": json_values})


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from([RESIDENCE, CHILDREN]), known_facts))
def test_arbitrary_facts_never_crash_what_is_known(facts):
    form = filled(
        page("p", field("home", "address", prefill=Prefill(service=RESIDENCE, path="address.code"))),
        EVERY_KIND,
        facts=facts,
    )  # fmt: skip
    form.known(form.promise.fields[0])
    form.choices(EVERY_KIND.fields[-1], "be")


def test_a_page_that_does_not_apply_has_no_problems():
    only_for_firms = page("firm", field("unp"), when="applicant.kind == 'organisation'")
    assert filled(only_for_firms).problems() == []


def test_a_question_that_depends_on_another_is_asked_only_then():
    questions = page(
        "p", choice("why", "school", "other"), field("where", when="answers.why == 'other'")
    )
    assert filled(questions, answers={"why": "school"}).problems() == []
    assert codes(filled(questions, answers={"why": "other"}).problems()) == [("p", "where")]


def test_what_applies_leaves_out_answers_to_questions_not_asked():
    questions = page(
        "p", choice("why", "school", "other"), field("where", when="answers.why == 'other'")
    )
    stale = {"why": "school", "where": "там", "gone": "x"}
    assert filled(questions, answers=stale).what_applies() == {"why": "school"}


HOME = field("home", "address", prefill=Prefill(service=RESIDENCE, path="address"))


def test_a_fact_with_a_source_is_shown_and_not_asked():
    form = filled(page("p", HOME), answers={"home": {"code": "typed", "house": "1"}}, facts=KNOWN)
    assert form.is_shown_not_asked(HOME)
    assert form.problems() == []
    assert form.what_applies() == {}


@pytest.mark.parametrize(
    "facts", [{}, {RESIDENCE: {"unavailable": True}}, {RESIDENCE: {"facts": {}}}]
)
def test_a_fact_that_no_register_gives_is_asked(facts):
    form = filled(page("p", HOME), facts=facts)
    assert not form.is_shown_not_asked(HOME)
    assert codes(form.problems()) == [("p", "home")]


def test_an_editable_fact_is_asked_all_the_same():
    editable = field("home", prefill=Prefill(service=RESIDENCE, path="address", editable=True))
    assert not filled(page("p", editable), facts=KNOWN).is_shown_not_asked(editable)


@pytest.mark.parametrize(
    ("path", "value"),
    [("address.house", "62"), ("address.flat", None), ("address.house.deep", None), ("", KNOWN[RESIDENCE]["facts"])],
)  # fmt: skip
def test_a_path_leads_into_the_facts_or_to_nothing(path, value):
    assert filled(facts=KNOWN).at(Prefill(service=RESIDENCE, path=path)) == value


def test_choices_come_from_the_definition_in_the_language():
    assert filled().choices(choice("q", "a", "b"), "be") == [("a", "a"), ("b", "b")]


def test_choices_come_from_a_register():
    child = EVERY_KIND.fields[-1]
    assert filled(facts=KNOWN).choices(child, "be") == [("a1", "Міхаіл"), ("b2", "Ганна")]
    assert filled().choices(child, "be") == []


@pytest.mark.parametrize(
    ("answer", "wrong"), [(["a1"], []), (["a1", "b2"], []), (["a1", "z9"], ["q"]), ("a1", ["q"])]
)
def test_several_things_of_a_register_can_be_chosen(answer, wrong):
    source = ChoicesFrom(service=CHILDREN, path="children", key="person")
    form = page("p", choice("q", kind="choices", choices_from=source))
    told = filled(form, answers={"q": answer}, facts=KNOWN)
    assert [p.field for p in told.problems()] == wrong


def test_a_check_that_does_not_hold_is_told_in_its_own_words():
    rule = Check(rule="answers.day >= today", message=label("Не ў мінулым."))
    form = filled(page("p", field("day", "date", check=[rule])), answers={"day": "2026-11-30"})
    assert [p.message for p in form.problems()] == ["Не ў мінулым."]
    assert form.with_answers({"day": "2026-12-01"}).problems() == []


def test_the_first_open_page_is_one_not_done_or_with_a_gap():
    one, two = page("one", field("a")), page("two", field("b"))
    form = filled(one, two, answers={"a": "x"})
    assert form.first_open_page([]) == one
    assert form.first_open_page(["one"]) == two
    assert form.first_open_page(["one", "two"]) == two
    assert form.with_answers({"b": "y"}).first_open_page(["one", "two"]) is None


def test_files_are_found_among_the_answers():
    file = {"id": "x", "name": "y.pdf"}
    assert files_in(form(EVERY_KIND), {"file": file, "text": "z"}) == [file]
    assert files_in(form(EVERY_KIND), {"file": None}) == []
