"""The contract on its way: handed over and accepted by different people, amended within its ceilings."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures import permissions as may
from ratusha.measures.models import (
    Amendment,
    Baseline,
    CheckProof,
    Contract,
    ContractTerms,
    Measure,
    PassportVersion,
    Stage,
    StagePaper,
)
from ratusha.measures.rules import CHECKS
from ratusha.measures.services import carry_out, contract, stages, terms
from ratusha.measures.services.contract import PlannedStage, Replanned
from ratusha.measures.services.erase import erase
from ratusha.measures.services.stages import Paper
from ratusha.measures.terms_rules import Terms

from .conftest import TENDER, TERMS

SHA = "0123456789abcdef0123456789abcdef01234567"


def stage(case, number=1):
    return Stage.objects.get(contract__case=case, number=number)


def amend(state, case, **given):
    told = {
        "title": "№ 1 ад 01.10.2026", "signed_on": state.now.date(), "ground": "scope", "reasons": "Больш экранаў.",
        "ends_on": date(2027, 12, 31), "stages": [Replanned(2, date(2026, 11, 2), Decimal(210))],
    }  # fmt: skip
    return contract.amend(case.pk, **{**told, **given}, by=state.initiator, now=state.now)


def test_another_person_accepts_what_was_handed_over_with_its_papers(state):
    case = state.contracted()
    with pytest.raises(RuleBroken, match="C02"):
        state.handed_over(case, paper=None)
    state.handed_over(case, commit=SHA)
    with pytest.raises(RuleBroken, match="C05"):
        state.concluded(case, by=state.initiator)
    with pytest.raises(RuleBroken, match="C02"):
        state.concluded(case, paper=None)
    with pytest.raises(NotPermitted):
        state.concluded(case, by=state.manager)
    state.concluded(case)
    found = stage(case)
    assert (found.state, found.commit, found.accepted_by) == ("accepted", SHA, state.inspector)
    assert [act.step for act in found.acts.all()] == ["hand_over", "accept"]
    with pytest.raises(RuleBroken, match="stage_closed"):
        state.handed_over(case)


def test_a_refused_stage_is_handed_over_again_and_remarks_are_mended_before_the_trial(state):
    case = state.contracted()
    state.handed_over(case)
    state.concluded(case, conclusion="refuse", paper=None)
    assert stage(case).accepted_on is None
    state.handed_over(case)
    with pytest.raises(RuleBroken, match="mend_by_missing"):
        state.concluded(case, conclusion="accept_with_remarks")
    until = date(2026, 10, 30)
    state.concluded(case, conclusion="accept_with_remarks", mend_by=until)
    contract.pay(case.pk, amount=Decimal(100), by=state.initiator, now=state.now)
    state.accepted(case, 2)
    with pytest.raises(RuleBroken, match="stages_open"):
        carry_out.begin_trial(case.pk, by=state.initiator, now=state.now)
    stages.mend(case.pk, stage=1, text="Выпраўлена.", by=state.initiator, now=state.now)
    carry_out.begin_trial(case.pk, by=state.initiator, now=state.now)


def test_a_file_that_is_none_is_said_at_its_field_and_nothing_is_kept(state):
    case = state.contracted()
    with pytest.raises(RuleBroken) as refused:
        state.handed_over(case, paper=Paper("x.pdf", b"MZ"))
    assert refused.value.field == "paper"
    assert stage(case).state == "planned"


def test_who_carries_it_out_hands_over_and_its_people_never_accept(state):
    case = state.contracted()
    Measure.objects.filter(pk=case.pk).update(implementer_id=state.health.pk)
    contractor = official(may.PREPARE, body_id=state.health.pk)
    with pytest.raises(NotPermitted):
        state.handed_over(case)
    state.handed_over(case, by=contractor)
    with pytest.raises(NotPermitted):
        state.concluded(case, by=contractor)
    of_both = official(may.PREPARE, body_id=state.transport.pk)
    state.concluded(case, by=of_both)
    assert stage(case).state == "accepted"


def test_no_contract_above_what_was_included(state):
    case = state.recommended()
    carry_out.include(case.pk, act="Пастанова № 5", by=state.apparatus, now=state.now)
    carry_out.choose(
        case.pk, mechanism="competition", implementer="ТАА «Код»", why_not_competition="", shown=TENDER,
        by=state.initiator, now=state.now,
    )  # fmt: skip
    for due_on, amount in ((date(2026, 12, 1), "260000.01"), (date(2027, 12, 1), "1")):
        planned = PlannedStage("Усё", due_on, Decimal(amount))
        with pytest.raises(RuleBroken, match="C04"):
            contract.sign_contract(
                case.pk, number="7", signed_on=state.now.date(), ends_on=due_on, stages=[planned],
                by=state.initiator, now=state.now,
            )  # fmt: skip
    assert not Contract.objects.exists()


def test_a_contract_of_two_sources_tells_them_apart(state):
    """The passport includes money of the republic alone."""
    case = state.recommended()
    Measure.objects.filter(pk=case.pk).update(sources=["republican", "local"])
    carry_out.include(case.pk, act="Пастанова № 5", by=state.apparatus, now=state.now)
    carry_out.choose(
        case.pk, mechanism="competition", implementer="ТАА «Код»", why_not_competition="", shown=TENDER,
        by=state.initiator, now=state.now,
    )  # fmt: skip

    def sign(*sources):
        planned = [
            PlannedStage(f"Частка {place}", date(2026, 12, place), Decimal(10 * place), source=one)
            for place, one in enumerate(sources, 1)
        ]
        return contract.sign_contract(
            case.pk, number="7", signed_on=state.now.date(), ends_on=date(2026, 12, 31), stages=planned,
            by=state.initiator, now=state.now,
        )  # fmt: skip

    with pytest.raises(RuleBroken) as unsaid:
        sign("republican", "")
    assert unsaid.value.field == "source_2"
    with pytest.raises(RuleBroken, match="C04"):
        sign("republican", "local")
    Measure.objects.filter(pk=case.pk).update(sources=["republican", "own"])
    version = PassportVersion.objects.get(case=case)
    lines = version.answers["budget"]["lines"]
    lines.append({**lines[0], "source": "own", "amount": "20.00"})
    PassportVersion.objects.filter(pk=version.pk).update(answers=version.answers)
    sign("republican", "own")
    signed = Contract.objects.get(case=case)
    assert signed.sums_by_source() == [("2026", "own", 20), ("2026", "republican", 10)]
    page = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    desk = page.get(reverse("measures:measure", args=[case.reference])).text
    opens = reverse("measures:desk_number_of", args=[case.reference, "planned", "2026/own"])
    assert opens in desk
    assert page.get(opens).status_code == 200
    wrong = reverse("measures:desk_number_of", args=[case.reference, "planned", "2026/local"])
    assert page.get(wrong).status_code == 404


def test_a_measure_included_with_another_source_than_its_own_is_still_contracted_and_amended(state):
    case = state.contracted()
    version = PassportVersion.objects.get(case=case)
    for one in version.answers["budget"]["lines"]:
        one["source"] = "local"
    version.save(update_fields=["answers"])
    amend(state, case)
    with pytest.raises(RuleBroken, match="C04"):
        contract.require_within_inclusion(
            [contract.Portion("2026", "republican", Decimal("260000.01"))],
            contract.included_in(case),
        )


def test_terms_are_written_anew_beside_what_was_said_and_everybody_reads_what_is_open(state):
    case = state.contracted()
    with pytest.raises(NotPermitted):
        terms.write_terms(
            case.pk, terms=Terms(**TERMS), criteria={1: "Так", 2: "Так"}, by=state.manager, now=state.now
        )  # fmt: skip
    secret = {"secrecy": "official", "confidential": "Схема абароны."}
    state.terms_written(case, warranty_months=36, **secret)
    told = ContractTerms.objects.filter(contract__case=case)
    assert [one.warranty_months for one in told] == [24, 36]
    page = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    desk = page.get(reverse("measures:measure", args=[case.reference])).text
    card = Client().get(reverse("measures:card", args=[case.reference])).text
    for words, inside in (
        ("Схема абароны.", True),
        ("0,1 % за дзень.", True),
        ("190000000", True),
        (reverse("measures:desk_number", args=[case.reference, "vat"]), True),
    ):
        assert words in desk
        assert (words in card) is not inside
    warranty = reverse("measures:number", args=[case.reference, "warranty"])
    assert warranty in card
    assert "36" in Client().get(warranty).text
    assert "ТАА «Код»" in card
    assert "Частка — для службовага карыстання" in card
    for figure in ("vat", "promised-availability"):
        to_all = reverse("measures:number", args=[case.reference, figure])
        assert to_all not in card
        assert Client().get(to_all).status_code == 404
        inside = reverse("measures:desk_number", args=[case.reference, figure])
        assert page.get(inside).status_code == 200
    state.accepted(case, 1, 2)
    carry_out.begin_trial(case.pk, by=state.initiator, now=state.now)
    state.proven(case)
    carry_out.commission(
        case.pk, act="Акт № 1", register_number="", checks=[code for code, _name in CHECKS], by=state.registrar,
        now=state.now,
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="terms_closed"):
        state.terms_written(case)


def test_by_what_a_stage_is_accepted_stands_once_it_is_handed_over_and_keeps_what_was_said(state):
    case = state.contracted()
    state.handed_over(case)

    def write(**said):
        told = {int(name.removeprefix("s")): words for name, words in said.items()}
        terms.write_terms(
            case.pk, terms=Terms(**TERMS), criteria=told, by=state.initiator, now=state.now
        )

    with pytest.raises(RuleBroken, match="criteria_stay"):
        write(s1="Любы макет.", s2="Працуе.")
    write(s2="Працуе.")
    state.concluded(case, conclusion="refuse", paper=None)
    write(s1="Дзве пробы.", s2="Працуе.")
    assert [stage(case, one).criteria for one in (1, 2)] == ["Дзве пробы.", "Працуе."]
    first = "Пратакол без крытычных заўваг."
    told = ContractTerms.objects.filter(contract__case=case)
    assert [one.criteria for one in told] == [
        {"1": first, "2": first}, {"2": "Працуе."}, {"1": "Дзве пробы.", "2": "Працуе."},
    ]  # fmt: skip
    page = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    desk = page.get(reverse("measures:measure", args=[case.reference])).text
    assert desk.count(first) == 2  # of both stages, as said before
    form = page.get(reverse("measures:step", args=[case.reference, "terms"])).text
    assert "criteria_1" in form
    state.handed_over(case)
    form = page.get(reverse("measures:step", args=[case.reference, "terms"])).text
    assert ("criteria_1" in form, "criteria_2" in form) == (False, True)


def test_an_amendment_keeps_both_terms_and_all_together_stay_under_the_ceiling(state):
    case = state.contracted()
    made = amend(state, case)
    assert made.prices() == (Decimal(300), Decimal(310))
    signed = Contract.objects.get(case=case)
    assert (signed.amount, signed.year_sums) == (Decimal(310), {"2026": "310.00"})
    with pytest.raises(RuleBroken, match="nothing_amended"):
        amend(state, case)
    with pytest.raises(RuleBroken, match="ceiling_price"):  # 3 % more, after 3 % before
        amend(state, case, stages=[Replanned(2, date(2026, 11, 2), Decimal(220))])
    with pytest.raises(RuleBroken, match="ceiling_days"):
        amend(state, case, ends_on=date(2028, 2, 1))
    assert Amendment.objects.count() == 1
    assert stage(case, 2).amount == Decimal(210)


def test_above_the_ceiling_the_measure_is_changed_first(state):
    case = state.contracted()
    dearer = [Replanned(2, date(2026, 11, 2), Decimal(900))]
    with pytest.raises(RuleBroken, match="ceiling_price"):
        amend(state, case, stages=dearer)
    first = Baseline.objects.get(case=case)
    Baseline.objects.create(
        case=case, version=first.version, number=2, act="Пастанова № 8", at=state.now
    )
    amend(state, case, stages=dearer, ends_on=date(2028, 6, 30))
    with pytest.raises(RuleBroken, match="C04"):
        amend(state, case, stages=[Replanned(2, date(2026, 11, 2), Decimal(260_000))])


def test_what_is_accepted_is_not_amended_and_a_stage_is_added(state):
    case = state.contracted()
    state.accepted(case)
    with pytest.raises(RuleBroken, match="stage_stays"):
        amend(state, case, stages=[Replanned(1, date(2026, 11, 2), Decimal(1))])
    with pytest.raises(RuleBroken, match="ground_missing"):
        amend(state, case, ground="wish")
    new = PlannedStage("Навучанне", date(2026, 12, 1), Decimal(10), with_code=True)
    amend(state, case, stages=[], added=new)
    assert stage(case, 3).with_code
    with pytest.raises(RuleBroken, match="terms_missing"):  # by what it is accepted is not said yet
        state.handed_over(case, 3)
    with pytest.raises(RuleBroken) as unsaid:
        state.terms_written(case, 2)
    assert unsaid.value.field == "criteria_3"
    state.terms_written(case, 2, 3)
    with pytest.raises(RuleBroken, match="C03"):
        state.handed_over(case, 3)


def test_the_papers_of_a_contract_go_with_its_case(state):
    case = state.contracted()
    state.accepted(case)
    amend(state, case)
    assert StagePaper.objects.count() == 2
    erase(case)
    assert not StagePaper.objects.exists()
    assert not ContractTerms.objects.exists()
    assert not Amendment.objects.exists()


def test_checks_are_proven_by_papers_and_what_was_opened_is_read_by_all_once_it_works(state):
    case = state.contracted()
    with pytest.raises(RuleBroken, match="not_in_trial"):
        state.proven(case)
    state.accepted(case, 1, 2)
    carry_out.begin_trial(case.pk, by=state.initiator, now=state.now)
    for field, wrong, rule in (
        ("load", 99, "Z02"),
        ("load", None, "Z02"),
        ("hours", 9, "Z03"),
        ("hours", None, "Z03"),
    ):
        with pytest.raises(RuleBroken, match=rule):
            state.proven(case, **{field: wrong if wrong is None else Decimal(wrong)})
    with pytest.raises(RuleBroken, match="checks_missing"):
        state.proven(case, checks=["Z99"])
    state.proven(case)
    state.proven(case, checks=["Z05"], is_open=True)
    opened = CheckProof.objects.get(is_open=True)
    at = reverse("measures:proof", args=[case.reference, opened.file_id])
    assert Client().get(at).status_code == 404
    carry_out.commission(
        case.pk, act="Акт № 1", register_number="", checks=[code for code, _name in CHECKS], by=state.registrar,
        now=state.now,
    )  # fmt: skip
    assert Client().get(at).status_code == 200
    closed = CheckProof.objects.exclude(file_id=opened.file_id).first()
    hidden = reverse("measures:proof", args=[case.reference, closed.file_id])
    assert Client().get(hidden).status_code == 404
    card = Client().get(reverse("measures:card", args=[case.reference])).text
    assert (at in card, hidden in card) == (True, False)
