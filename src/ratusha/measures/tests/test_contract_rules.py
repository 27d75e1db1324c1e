"""C01 to C05 and the ceilings of amendments, written again by hand: each rule with what passes and what does not."""

from datetime import date
from decimal import Decimal

import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.measures import contract_rules as rules
from ratusha.measures import terms_rules
from ratusha.measures.contract_rules import Ceiling, Portion, Terms

from .conftest import TERMS

SHA = "0123456789abcdef0123456789abcdef01234567"
FIRST = Terms(Decimal(1000), date(2027, 6, 30))
CEILING = Ceiling(Decimal(5), 30)


@pytest.mark.parametrize(
    ("state", "step", "after"),
    [
        ("planned", "hand_over", "handed_over"), ("refused", "hand_over", "handed_over"),
        ("handed_over", "accept", "accepted"), ("handed_over", "accept_with_remarks", "with_remarks"),
        ("handed_over", "refuse", "refused"), ("with_remarks", "mend", "accepted"),
    ],
)  # fmt: skip
def test_a_stage_goes_from_hand_to_hand(state, step, after):
    assert rules.next_state(state, step) == after


@pytest.mark.parametrize(
    ("state", "step"), [("planned", "accept"), ("accepted", "refuse"), ("accepted", "hand_over")]
)
def test_a_stage_takes_no_step_out_of_its_turn(state, step):
    with pytest.raises(RuleBroken, match="stage_closed"):
        rules.next_state(state, step)


def test_a_stage_without_papers_is_refused():
    rules.require_papers(1, field="paper")
    with pytest.raises(RuleBroken, match="C02"):
        rules.require_papers(0, field="paper")


def test_code_names_its_commit_and_other_results_need_none():
    assert rules.require_commit(f" {SHA.upper()} ", with_code=True) == SHA
    assert not rules.require_commit("", with_code=False)
    for commit, with_code in (("", True), ("v1.2", True), (SHA[:-1], False)):
        with pytest.raises(RuleBroken, match="C03"):
            rules.require_commit(commit, with_code=with_code)


def test_no_year_and_no_sum_above_what_is_included():
    included = portions(("2027", "republican", 60), ("2027", "local", 40), ("2028", "local", 50))
    rules.require_within_inclusion(included, included)
    rules.require_within_inclusion(portions(("2031", "own", 900)), None)  # own funds
    rules.require_within_inclusion(portions(("2027", "", 100)), included)  # of before
    for year, source, amount in (
        ("2027", "", "100.01"),
        ("2029", "local", "0.01"),
        ("2027", "republican", "60.01"),
        ("2028", "republican", "0.01"),
    ):
        with pytest.raises(RuleBroken, match="C04"):
            rules.require_within_inclusion(portions((year, source, amount)), included)


def test_of_an_inclusion_that_tells_no_source_the_year_alone_holds():
    included = portions(("2027", "", 60), ("2027", "local", 40))
    for source, amount in (("republican", 60), ("local", 100)):
        rules.require_within_inclusion(portions(("2027", source, amount)), included)
    for year, source, amount in (("2027", "republican", "60.01"), ("2028", "republican", "0.01")):
        with pytest.raises(RuleBroken, match="C04"):
            rules.require_within_inclusion(portions((year, source, amount)), included)


def portions(*told):
    return [Portion(year, source, Decimal(amount)) for year, source, amount in told]


def test_a_stage_tells_its_source_where_there_are_several():
    assert rules.source_of("", ["republican"], field="source_1") == "republican"
    assert rules.source_of("local", ["republican", "local"], field="source_1") == "local"
    for told in ("", "own"):
        with pytest.raises(RuleBroken, match="stage_source_missing"):
            rules.source_of(told, ["republican", "local"], field="source_1")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, ""), ({"secrecy": "official", "confidential": "Схема."}, ""),
        ({"rights": "licence", "rights_terms": "Усё."}, ""),
        ({"contractor": " "}, "contractor"), ({"penalties": ""}, "penalties"), ({"service": ""}, "service"),
        ({"exit_terms": ""}, "exit_terms"), ({"rights": ""}, "rights"), ({"rights": "licence"}, "rights_terms"),
        ({"secrecy": ""}, "secrecy"), ({"secrecy": "commercial"}, "confidential"),
    ],
)  # fmt: skip
def test_a_contract_says_its_penalties_rights_service_exit_and_what_is_confidential(said, field):
    told = terms_rules.Terms(**{**TERMS, **said})
    if not field:
        terms_rules.require_complete(told)
        return
    with pytest.raises(RuleBroken) as broken:
        terms_rules.require_complete(told)
    assert broken.value.field == field


def test_of_a_contract_with_secrets_contractor_and_warranty_are_public():
    for secrecy, public in (("open", True), ("commercial", False), ("official", False)):
        assert terms_rules.is_public("warranty_months", secrecy)
        assert terms_rules.is_public("contractor", secrecy)
        assert terms_rules.is_public("rights_terms", secrecy) is public
        assert not terms_rules.is_public("penalties", secrecy)


def test_a_stage_is_handed_over_once_it_is_known_by_what_it_is_accepted():
    terms_rules.require_terms_known(written=True, criteria="Пратакол.")
    for written, criteria in ((False, "Пратакол."), (True, " ")):
        with pytest.raises(RuleBroken, match="terms_missing"):
            terms_rules.require_terms_known(written=written, criteria=criteria)


def test_who_carries_out_does_not_accept():
    rules.require_inspector_apart(handed_over_by_them=False, works_for_implementer=False)
    for handed, works in ((True, False), (False, True)):
        with pytest.raises(RuleBroken, match="C05"):
            rules.require_inspector_apart(handed_over_by_them=handed, works_for_implementer=works)


@pytest.mark.parametrize(
    ("amount", "ends_on", "broken"),
    [
        (Decimal(1050), date(2027, 7, 30), ""), (Decimal(1), date(2027, 1, 1), ""),
        (Decimal("1050.01"), date(2027, 6, 30), "ceiling_price"), (Decimal(1000), date(2027, 7, 31), "ceiling_days"),
    ],
)  # fmt: skip
def test_amendments_stay_under_the_ceiling_of_the_first_terms(amount, ends_on, broken):
    new = Terms(amount, ends_on)
    if broken:
        with pytest.raises(RuleBroken, match=broken):
            rules.require_within_ceiling(new, FIRST, CEILING, included_anew=False)
    else:
        rules.require_within_ceiling(new, FIRST, CEILING, included_anew=False)
    rules.require_within_ceiling(new, FIRST, CEILING, included_anew=True)


def test_a_stage_is_due_before_the_contract_ends():
    rules.require_stages_fit([date(2027, 6, 30)], date(2027, 6, 30))
    with pytest.raises(RuleBroken, match="stage_after_end"):
        rules.require_stages_fit([date(2027, 7, 1)], date(2027, 6, 30))


def test_what_falls_on_a_year_is_the_sum_of_its_stages():
    stages = [("2027", Decimal(1)), ("2027", Decimal(2)), ("2028", Decimal(4))]
    assert rules.by_year(stages) == {"2027": Decimal(3), "2028": Decimal(4)}
