"""Conditions of definition files: what they see, and how they fail without a traceback."""

from contextlib import suppress
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.procedures.expressions import (
    answers_named,
    compiled,
    evaluate,
    services_named,
    strangers,
    value_of,
)

CHILD = "018f0000-0000-7000-8000-000000000001"
CONTEXT = {
    "answers": {"purpose": "court", "child": CHILD},
    "facts": {
        "population.children": {"children": [{"id": UUID(CHILD), "birth_date": date(2024, 2, 29)}]}
    },
    "applicant": {"kind": "citizen"},
    "today": date(2026, 2, 28),
}


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ("", True),
        ("answers.purpose == 'court'", True),
        ("answers.not_answered_yet == 'court'", False),
        ("size(facts['population.children'].children) == 1", True),
        ("facts['population.children'].children.exists(c, c.id == answers.child)", True),
        (
            "facts['population.children'].children.all(c, years_between(c.birth_date, today) == 1)",
            True,
        ),
        ("today > '2026-02-27'", True),
        ("applicant.kind in ['organisation', 'sole_trader']", False),
    ],
)
def test_a_condition_is_evaluated_over_answers_facts_applicant_and_today(rule, holds):
    assert evaluate(rule, CONTEXT) is holds


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("answers.purpose ==", "procedures.rule_wrong"),
        ("answers.purpose > 5", "procedures.rule_failed"),
        ("unknown_function(1)", "procedures.rule_failed"),
        ("1 / 0 == 1", "procedures.rule_failed"),
        ("years_between('soon', today) > 1", "procedures.rule_failed"),
        ("facts['population.person'].name == 'x'", "procedures.rule_failed"),
        ("answers.purpose", "procedures.rule_not_a_condition"),
        ("(" * 50 + "true" + ")" * 50, "procedures.rule_wrong"),
        ("true || " * 1000 + "true", "procedures.rule_wrong"),
    ],
)
def test_a_broken_rule_has_a_code_and_no_traceback(rule, code):
    with pytest.raises(RuleBroken) as broken:
        evaluate(rule, CONTEXT)
    assert broken.value.code == code


@given(st.text(max_size=60))
def test_no_text_makes_the_compiler_crash(text):
    with suppress(RuleBroken):
        compiled(text)


def test_what_an_expression_reads_is_known_without_running_it():
    rule = "answers.a == answers['b'] && facts['population.person'].sex == 'f'"
    assert answers_named(rule) == ["a", "b"]
    assert services_named(rule) == ["population.person"]


def test_strange_names_and_functions_are_told_apart_from_bound_ones():
    rule = "answers.list.exists(x, x == y) && foo(answers.a) && 'z' == '.map(q, q)'"
    assert strangers(rule) == (["y"], ["foo"])


def test_a_value_may_be_a_list_of_texts():
    assert value_of("[{'be': 'Ян'}].map(x, x)", {}) == [{"be": "Ян"}]
