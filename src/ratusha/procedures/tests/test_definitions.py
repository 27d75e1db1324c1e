"""The five definitions of the country pack, tried over answers and facts as they come."""

import re
from datetime import date

import msgspec
import pytest

from ratusha.kernel.pack import PACKS
from ratusha.procedures.definition import Definition
from ratusha.procedures.expressions import evaluate, value_of
from ratusha.procedures.services import wanted_editions
from ratusha.procedures.text_lints import STANDARD_PLACEHOLDERS

TODAY = "2026-11-23"
ADDRESS = {
    "code": "5000000000",
    "settlement": {"be": "Мінск"},
    "street": {"be": "Лясная"},
    "house": "4",
}
FACTS = {
    "population.person": {"name": {"be": "Алена"}, "birth_date": "1990-05-01"},
    "population.residence": {
        "address": ADDRESS,
        "address_text": {"be": "Мінск, Лясная, 4"},
        "since": "2019-01-01",
    },
    "population.household": {"members": [{"person": "p1", "name": {"be": "Алена"}}], "count": 1},
    "population.children": {
        "children": [{"person": "c1", "name": {"be": "Ян"}, "birth_date": "2026-09-01", "age": 0}],
    },
    "dwellings.by_address": {"total_area": "54.3"},
    "organisations.by_unp": {"name": {"be": "ТАА «Васілёк»"}, "payer_number": "200988541"},
}
ANSWERS = {
    "U200/1.3.2": {"purpose": "other", "purpose_other": "у пасольства"},
    "U200/2.6": {"child": "c1", "relation": "parent", "employed": True, "payment": "post"},
    "U200/13.1": {
        "address": ADDRESS,
        "basis": "tenancy",
        "basis_file": {"id": "f1", "name": "a.pdf"},
    },
    "U200/6.6": {"child": "c1", "wanted_from": "2027-09-01", "group_language": "be"},
    "CM156/9.10": {
        "object_kind": "shop",
        "object_name": "Васілёк",
        "trade_area": "40",
        "object_address": ADDRESS,
        "opens_on": "2026-12-01",
    },
}


@pytest.fixture(scope="module")
def promises() -> dict[str, Definition]:
    found = wanted_editions(PACKS / "belarus")
    return {  # the edition of that day, not one that is only announced
        code: [e.definition for e in editions if str(e.definition.valid_from) <= TODAY][-1]
        for code, editions in found.items()
    }


def context(code, **answers):
    return {"answers": ANSWERS[code] | answers, "facts": FACTS, "applicant": {}, "today": TODAY}


@pytest.mark.parametrize("code", ANSWERS)
def test_every_condition_answers_yes_or_no_before_and_after_the_form_is_filled(promises, code):
    promise = promises[code]
    conditions = [p.when for p in promise.form] + [f.when for f in promise.fields]
    conditions += [r.when for r in promise.requests] + [d.when for d in promise.documents]
    empty = {"answers": {}, "facts": FACTS, "applicant": {}, "today": TODAY}
    for condition in conditions:
        assert evaluate(condition, empty) in {True, False}
        assert evaluate(condition, context(code)) in {True, False}


@pytest.mark.parametrize("code", ANSWERS)
def test_a_form_filled_in_well_passes_its_own_checks_and_lacks_nothing(promises, code):
    for field in promises[code].fields:
        if evaluate(field.when, context(code)) and field.required and field.prefill is None:
            assert ANSWERS[code].get(field.code) not in (None, ""), field.code
        for check in field.check:
            assert evaluate(check.rule, context(code)), field.code


@pytest.mark.parametrize("code", ANSWERS)
def test_every_placeholder_and_fact_of_the_decision_has_a_value(promises, code):
    result = promises[code].result
    values = {name: value_of(text, context(code)) for name, text in result.values.items()}
    assert all(value not in (None, "", []) for value in values.values()), values
    for paragraph in result.template:
        for text in paragraph.values():
            assert set(re.findall(r"\{(\w+)\}", text)) <= STANDARD_PLACEHOLDERS | values.keys()
    for fact in result.facts:
        value_of(fact.value, context(code))


def test_the_certificate_asks_nothing_that_must_be_typed(promises):
    asked = [
        f.code for f in promises["U200/1.3.2"].fields if f.required and not f.prefill and not f.when
    ]
    assert asked == []
    assert len(promises["U200/1.3.2"].form) == 2
    assert (promises["U200/1.3.2"].term.base, promises["U200/1.3.2"].validity.period) == (
        "0 days",
        "6 months",
    )


@pytest.mark.parametrize("code", ["U200/1.3.2", "U200/13.1"])
def test_what_a_register_does_not_hold_is_left_out_and_not_asked(promises, code):
    silent = context(code) | {"facts": {"population.residence": {"history": []}}}
    optional = [f for f in promises[code].fields if f.prefill and not f.required]
    assert optional
    assert not any(evaluate(f.when, silent) for f in optional)


@pytest.mark.parametrize(("employed", "asked"), [(True, True), (False, False)])
def test_the_benefit_asks_the_fund_only_about_those_who_work(promises, employed, asked):
    (request,) = promises["U200/2.6"].requests
    assert evaluate(request.when, context("U200/2.6", employed=employed)) is asked
    assert promises["U200/2.6"].term.if_requested == "1 month"


def test_a_schoolchild_gets_no_place_in_the_kindergarten_queue(promises):
    (check,) = promises["U200/6.6"].fields[0].check
    older = {
        **FACTS,
        "population.children": {"children": [{"person": "c1", "birth_date": "2019-11-23"}]},
    }
    assert not evaluate(check.rule, context("U200/6.6") | {"facts": older})


def test_the_file_is_asked_only_where_the_register_does_not_know_the_right(promises):
    (file,) = [f for f in promises["U200/13.1"].fields if f.kind == "file"]
    shown = {
        basis: evaluate(file.when, context("U200/13.1", basis=basis))
        for basis in ("owner", "family", "tenancy")
    }
    assert shown == {"owner": False, "family": True, "tenancy": True}


@pytest.mark.parametrize("code", ANSWERS)
def test_a_definition_survives_the_way_through_the_database(promises, code):
    assert msgspec.convert(msgspec.to_builtins(promises[code]), Definition) == promises[code]
    assert promises[code].valid_from <= date(2026, 1, 1)


@pytest.mark.parametrize("code", ANSWERS)
def test_whatever_is_a_sample_says_so(promises, code):
    assert promises[code].sample
