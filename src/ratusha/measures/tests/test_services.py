"""From the idea to operation: each act whole or not at all, each duty with its own people."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from ratusha.accounts.public import appoint
from ratusha.accounts.tests.factories import official
from ratusha.cases.models import Case
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures import permissions as may
from ratusha.measures.figures import schedule_of
from ratusha.measures.models import (
    ActRecorded,
    AgendaItem,
    Commissioning,
    Contract,
    Evaluation,
    Measure,
    Opinion,
    PassportDraft,
    PassportVersion,
    Payment,
    Seat,
    Session,
)
from ratusha.measures.queries import points_of, reached_from, times_returned
from ratusha.measures.record import record_of
from ratusha.measures.rules import CHECKS, Step
from ratusha.measures.services import begin, carry_out, contract, examine, passport, pilot, scaling
from ratusha.measures.services.erase import erase
from ratusha.obligations.public import Obligation
from ratusha.systems import public as systems

from .conftest import IDEA, NOW, POSITIVE, TRIAL, whole_passport

BACK = {"ground": "money", "text": "Разлічыце яшчэ раз."}
ALL_CHECKS = [code for code, _name in CHECKS]


def status(case):
    return Case.objects.get(pk=case.pk).status


def test_a_body_proposes_and_the_clock_of_the_first_status_runs(state):
    case = state.proposed()
    assert (case.kind, case.status, case.applicant_id, case.body_id) == (
        "measure", "draft", state.transport.pk, state.ministry.pk,
    )  # fmt: skip
    assert case.due_on == date(2026, 12, 1)


def test_nobody_proposes_for_another_body(state):
    assert state.ministry
    with pytest.raises(NotPermitted):
        begin.propose(IDEA, purpose="measure", body_id=state.health.pk, by=state.initiator, now=NOW)


def test_an_exception_of_the_list_ends_the_matter(state):
    case = state.proposed()
    begin.exclude(
        case.pk, exception="office_equipment", reasons="Прынтары.", by=state.initiator, now=NOW
    )
    assert status(case) == "not_a_measure"


def test_who_proposes_does_not_confirm_the_route(state):
    case = state.proposed()
    begin.classify(case.pk, kind="system", reasons="Сістэма.", by=state.initiator, now=NOW)
    both = official(may.MANAGE, body_id=state.ministry.pk)
    for by in (state.initiator, official(may.MANAGE, body_id=state.health.pk)):
        with pytest.raises(NotPermitted):
            begin.confirm_route(case.pk, programme="2026-2030", subprogramme="2", by=by, now=NOW)
    begin.confirm_route(case.pk, programme="2026-2030", subprogramme="2", by=both, now=NOW)
    assert status(case) == "passport"


def test_own_funds_go_straight_to_the_choice_of_the_implementer(state):
    case = state.proposed(sources=["own"])
    begin.classify(case.pk, kind="system", reasons="Сістэма.", by=state.initiator, now=NOW)
    begin.confirm_route(case.pk, programme="", subprogramme="", by=state.manager, now=NOW)
    assert status(case) == "choice"


def test_a_programme_has_its_own_subprogrammes(state):
    case = state.proposed()
    begin.classify(case.pk, kind="system", reasons="Сістэма.", by=state.initiator, now=NOW)
    with pytest.raises(RuleBroken, match="programme_missing"):
        begin.confirm_route(
            case.pk, programme="2026-2030", subprogramme="6", by=state.manager, now=NOW
        )
    assert status(case) == "classified"


def test_a_passport_with_mistakes_is_held_back_and_nothing_changes(state):
    case = state.routed()
    with pytest.raises(RuleBroken, match="passport_wrong"):
        passport.submit(case.pk, by=state.initiator, now=NOW)
    assert status(case) == "passport"
    assert not PassportVersion.objects.exists()


def test_a_block_is_kept_wrong_or_right_by_those_who_write_it(state):
    case = state.routed()
    draft = passport.save_block(
        case.pk, block="budget", answers={"total": "5"}, by=state.initiator, now=NOW
    )
    assert draft.answers["budget"] == {"total": "5"}
    with pytest.raises(NotPermitted):
        passport.save_block(case.pk, block="budget", answers={}, by=state.manager, now=NOW)
    state.written(case)
    passport.submit(case.pk, by=state.initiator, now=NOW)
    with pytest.raises(RuleBroken, match="passport_closed"):
        passport.save_block(case.pk, block="budget", answers={}, by=state.initiator, now=NOW)


def test_experts_return_twice_with_a_ground_and_its_source_and_the_third_time_is_the_councils(
    state,
):
    case = state.with_experts()
    for time in (1, 2):
        examine.give_back(case.pk, **BACK, by=state.expert, now=state.later())
        assert times_returned(case) == time
        state.written(case, goal={**whole_passport()["goal"], "problem": f"Версія {time}."})
        passport.submit(case.pk, by=state.initiator, now=state.later())
        examine.assign(case.pk, expert=state.experts[0].pk, by=state.manager, now=state.now)
    with pytest.raises(RuleBroken, match="returns_spent"):
        examine.give_back(case.pk, **BACK, by=state.expert, now=state.later())
    assert status(case) == "expertise"
    returned = Opinion.objects.filter(result="returned")
    assert [one.ground for one in returned] == ["money", "money"]
    assert all(one.legal_source for one in returned)
    examine.opine(case.pk, result="negative", **BACK, by=state.expert, now=state.now)
    assert status(case) == "council"


def test_a_returned_passport_does_not_come_back_unchanged(state):
    case = state.with_experts()
    examine.give_back(case.pk, **BACK, by=state.expert, now=state.later())
    with pytest.raises(RuleBroken, match="passport_wrong"):
        passport.submit(case.pk, by=state.initiator, now=state.later())


def test_the_versions_of_a_passport_stay(state):
    case = state.with_experts()
    examine.give_back(case.pk, **BACK, by=state.expert, now=state.later())
    state.written(case, goal={**whole_passport()["goal"], "problem": "Іначай."})
    passport.submit(case.pk, by=state.initiator, now=state.later())
    first, second = PassportVersion.objects.filter(case=case)
    assert (first.number, second.number) == (1, 2)
    assert first.answers == whole_passport()
    assert second.answers["goal"]["problem"] == "Іначай."


def test_a_negative_opinion_and_a_return_name_a_ground_of_the_list(state):
    case = state.with_experts()
    with pytest.raises(RuleBroken, match="ground_missing"):
        examine.opine(case.pk, result="negative", ground="", text="Не.", by=state.expert, now=NOW)
    with pytest.raises(RuleBroken, match="ground_missing"):
        examine.give_back(case.pk, ground="mood", text="Не.", by=state.expert, now=NOW)


def test_an_expert_neither_writes_nor_routes_what_is_examined(state):
    case = state.with_experts()
    with pytest.raises(NotPermitted):
        passport.save_block(case.pk, block="goal", answers={}, by=state.expert, now=NOW)
    both = official(may.EXAMINE, body_id=state.experts[0].pk)
    appoint(both, state.ministry.pk, [may.MANAGE], {"en": "Manager"}, date(2020, 1, 1), by=None)
    with pytest.raises(NotPermitted):
        examine.opine(case.pk, **POSITIVE, by=both, now=NOW)
    stranger = official(may.EXAMINE, body_id=state.experts[1].pk)
    with pytest.raises(NotPermitted):
        examine.opine(case.pk, **POSITIVE, by=stranger, now=NOW)


def test_the_organisation_that_proposes_is_not_asked_to_examine(state):
    case = state.submitted()
    own = state.experts[0]
    Case.objects.filter(pk=case.pk).update(applicant_id=own.pk)
    with pytest.raises(RuleBroken, match="expert_has_a_part"):
        examine.assign(case.pk, expert=own.pk, by=state.manager, now=NOW)


def test_a_remark_stands_at_a_field_of_the_version(state):
    case = state.with_experts()
    made = examine.remark(case.pk, place="budget.total", **BACK, by=state.expert, now=NOW)
    assert (made.version.number, made.block, made.field) == (1, "budget", "total")
    with pytest.raises(RuleBroken, match="place_missing"):
        examine.remark(case.pk, place="budget.colour", **BACK, by=state.expert, now=NOW)
    with pytest.raises(NotPermitted):
        examine.remark(case.pk, place="budget.total", **BACK, by=state.manager, now=NOW)


def test_a_step_is_skipped_by_an_act_with_reasons_and_is_listed(state):
    case = state.submitted()
    given = {"step": Step.SKIP_EXPERTISE, "by": state.manager, "now": NOW}
    with pytest.raises(RuleBroken, match="act_missing"):
        carry_out.skip(case.pk, act="", reasons="Тэрмінова.", **given)
    with pytest.raises(RuleBroken, match="reasons_missing"):
        carry_out.skip(case.pk, act="Даручэнне № 1", reasons=" ", **given)
    carry_out.skip(case.pk, act="Даручэнне № 1", reasons="Тэрмінова.", **given)
    assert status(case) == "council"
    listed = ActRecorded.objects.get(case=case)
    assert (listed.act, listed.skips) == ("Даручэнне № 1", True)


def test_only_the_apparatus_includes_and_who_routed_does_not(state):
    case = state.recommended()
    with pytest.raises(NotPermitted):
        carry_out.include(case.pk, act="Пастанова № 5", by=state.manager, now=state.now)
    carry_out.include(case.pk, act="Пастанова № 5", by=state.apparatus, now=state.now)
    assert status(case) == "choice"


def test_the_implementers_body_loses_its_say(state):
    """Who carries a measure out neither routes it nor registers the system."""
    case = state.contracted()
    office = official(may.PREPARE, may.REGISTER, body_id=state.ministry.pk)
    Measure.objects.filter(pk=case.pk).update(implementer_id=state.ministry.pk)
    assert not may.may_register(office, case, NOW.date())
    assert may.may_register(state.registrar, case, NOW.date())


def test_a_contract_is_the_sum_of_its_stages_by_year(state):
    case = state.contracted()
    signed = Contract.objects.get(case=case)
    assert signed.amount == Decimal(300)
    assert signed.year_sums == {"2026": "300"}
    assert status(case) == "implementation"
    first, second = schedule_of(case.pk)
    assert first.spread == (Decimal(60) / 75, Decimal(110) / 75)  # as the passport spreads them
    assert second.spread == (Decimal(100) / 125, Decimal(190) / 125)


def test_a_measure_goes_into_operation_when_all_is_accepted_and_proven(state):
    case = state.contracted()
    with pytest.raises(RuleBroken, match="stages_open"):
        carry_out.begin_trial(case.pk, by=state.initiator, now=state.now)
    for stage in (1, 2):
        state.accepted(case, stage)
    carry_out.begin_trial(case.pk, by=state.initiator, now=state.now)
    given = {"act": "Акт № 1", "register_number": "", "by": state.registrar, "now": state.now}
    with pytest.raises(RuleBroken, match="checks_lacking"):
        carry_out.commission(case.pk, checks=ALL_CHECKS, **given)  # ticked, and proven by no paper
    state.proven(case)
    with pytest.raises(RuleBroken, match="checks_lacking"):
        carry_out.commission(case.pk, checks=ALL_CHECKS[1:], **given)
    with pytest.raises(RuleBroken, match="system_unknown"):
        carry_out.commission(
            case.pk, checks=ALL_CHECKS, **{**given, "register_number": "SYS-2020-00001"}
        )
    carry_out.commission(case.pk, checks=ALL_CHECKS, **given)
    number = Commissioning.objects.get().register_number
    card = systems.card(number)
    assert (card.status, card.commissioned_by, card.measures) == (
        "in_operation",
        given["act"],
        [case.reference],
    )
    assert [one.name for one in card.objects] == ["Маршрут", "Вучань"]
    reviews_are_written(state, case)
    carry_out.complete(case.pk, review="Чаканне 8 хвілін.", by=state.initiator, now=state.now)
    closed = Case.objects.get(pk=case.pk)
    assert (closed.status, closed.outcome) == ("completed", "granted")


def reviews_are_written(state, case):
    """After 6, 12 and 24 months, in their order; the last one late, and that for ever."""
    duties = Obligation.objects.filter(rule="measures.review", about=case.reference).order_by(
        "due_on"
    )
    assert [one.period for one in duties] == ["6", "12", "24"]
    given = {"text": "Чаканне 8 хвілін.", "facts": [Decimal(8)], "by": state.initiator}
    with pytest.raises(RuleBroken, match="review_early"):
        carry_out.review(case.pk, **given, now=state.now)
    with pytest.raises(RuleBroken, match="reviews_lacking"):
        carry_out.complete(case.pk, review="Усё.", by=state.initiator, now=state.now)
    for days in (183, 183, 500):
        made = carry_out.review(case.pk, **given, now=state.later(days))
    assert made.figures[0] == {
        "name": "Сярэдняе чаканне аўтобуса", "unit": "хвілін", "baseline": "18", "target": "7", "fact": "8",
    }  # fmt: skip
    assert timezone.localdate(made.at) > made.due_on
    assert {one.standing for one in duties.all()} == {"submitted"}
    with pytest.raises(RuleBroken, match="reviews_done"):
        carry_out.review(case.pk, **given, now=state.now)


def test_a_changed_measure_goes_round_again_while_its_contract_is_paid_within_the_year(state):
    case = state.contracted()
    state.accepted(case)
    contract.pay(case.pk, amount=Decimal(40), by=state.initiator, now=state.now)
    carry_out.change(case.pk, reasons="Новы закон.", by=state.initiator, now=state.now)
    contract.pay(case.pk, amount=Decimal(60), by=state.initiator, now=state.now)
    with pytest.raises(RuleBroken, match="C01"):
        contract.pay(case.pk, amount=Decimal("0.01"), by=state.initiator, now=state.now)
    assert [one.under_change for one in Payment.objects.all()] == [False, True]
    passport.submit(case.pk, by=state.initiator, now=state.now)
    assert [one.number for one in PassportVersion.objects.filter(case=case)] == [1, 2]


def test_each_sees_what_they_have_a_part_in(state):
    case = state.with_experts()
    today = NOW.date()
    seen = {
        name: reached_from(getattr(state, name), body.pk, today).filter(pk=case.pk).exists()
        for name, body in (
            ("initiator", state.transport), ("manager", state.ministry), ("expert", state.experts[0]),
            ("member", state.health),
        )
    }  # fmt: skip
    assert all(seen.values()), seen
    stranger = official(may.PREPARE, may.EXAMINE, body_id=state.health.pk)
    assert not reached_from(stranger, state.health.pk, today).exists()
    assert not reached_from(state.initiator, state.health.pk, today).exists()


def test_the_file_of_a_measure_tells_passports_opinions_and_acts(state):
    case = state.before_council()
    told = record_of(case, "be")
    assert told["initiator"] == "Міністэрства транспарту"
    assert [one["number"] for one in told["passports"]] == [1]
    assert [one["result"] for one in told["opinions"]] == ["positive"]


def test_what_only_a_measure_has_goes_with_its_case_and_shared_sessions_stay(state):
    case = state.contracted()
    state.accepted(case)
    contract.pay(case.pk, amount=Decimal(40), by=state.initiator, now=state.now)
    other = state.before_council()
    shared = Session.objects.get()
    AgendaItem.objects.create(
        session=shared, case=other, version=PassportVersion.objects.get(case=other), position=2,
        proposal="recommend",
    )  # fmt: skip
    erase(case)
    assert not PassportVersion.objects.filter(case=case).exists()
    assert not Measure.objects.filter(pk=case.pk).exists()
    assert [one.case_id for one in shared.items.all()] == [other.pk]
    erase(other)
    assert not Session.objects.exists()
    assert not Seat.objects.exists()


# ---- pilots ----
def tried(state, design="comparison", **changed):
    assert state.ministry
    idea = begin.Idea(**{**vars(IDEA), "sources": ["other"], **changed})
    trial = replace(TRIAL, design=design, direction=state.direction.pk, points=12)
    return begin.propose_pilot(
        idea, trial, body_id=state.transport.pk, by=state.initiator, now=state.now
    )


@pytest.mark.parametrize(
    "source", ["republican", "local", "local_innovation", "central_innovation"]
)
def test_a_pilot_paid_from_the_budget_is_refused_by_rul_10_and_not_registered(state, source):
    with pytest.raises(RuleBroken, match="RUL-10"):
        tried(state, sources=["other", source])
    assert not Case.objects.exists()


def test_a_pilot_runs_through_its_six_steps_and_is_scaled(state):
    case = tried(state, design="opinion")
    state.written(case)  # Q05: its budget is of the state
    with pytest.raises(RuleBroken, match="passport_wrong"):
        passport.submit(case.pk, by=state.initiator, now=state.now)
    run(state, case)
    given = {
        "answers": 120,
        "text": "Параўнанне з паркам № 2.",
        "by": state.initiator,
        "now": state.now,
    }
    with pytest.raises(RuleBroken, match="effect_missing"):
        pilot.evaluate(case.pk, **given)
    with pytest.raises(RuleBroken, match="interval_wrong"):
        pilot.evaluate(case.pk, stated=stated(9, 1, 8), **given)
    pilot.evaluate(case.pk, stated=stated(5, -1, 8), **given)
    with pytest.raises(RuleBroken, match="effect_unsure"):
        pilot.scale(case.pk, council_reason="", by=state.manager, now=state.now)
    pilot.extend(case.pk, reasons="Мала даных.", by=state.manager, now=state.now)
    pilot.evaluate(case.pk, stated=stated(5, 2, 8), **given)
    pilot.scale(case.pk, council_reason="", by=state.manager, now=state.now)
    assert status(case) == "scaled"
    assert Evaluation.objects.last().grade == "D"


def stated(*three):
    return pilot.Stated(**dict(zip(("effect", "low", "high"), map(Decimal, three), strict=True)))


def run(state, case, starts_on=None):
    """From the application to the day when it works at its site."""
    state.written(case, budget=paid_by_others())
    passport.submit(case.pk, by=state.initiator, now=state.now)
    examine.assign(case.pk, expert=state.experts[0].pk, by=state.manager, now=state.now)
    examine.opine(case.pk, **POSITIVE, by=state.expert, now=state.now)
    item = state.opened(case)
    state.decided(item)
    state.sealed(item)
    assert status(case) == "list_pending"
    carry_out.include(case.pk, act="Пералік Урада № 2", by=state.apparatus, now=state.now)
    pilot.agree(
        case.pk,
        agreement="№ 4, бясплатна",
        starts_on=starts_on or state.now.date(),
        by=state.initiator,
        now=state.now,
    )


def paid_by_others():
    budget = whole_passport()["budget"]
    return {**budget, "lines": [{**one, "source": "other"} for one in budget["lines"]]}


def measured(state, case, place, *, before, after, with_pilot=False):
    """Six figures on each side of the day when the pilot began, a week apart; less is better."""
    begun = state.now.date() - timedelta(weeks=7)
    figures = [
        (begun + timedelta(weeks=week), Decimal(before if week < 0 else after) + week % 3)
        for week in range(-6, 7)
    ]
    return pilot.measure(
        case.pk,
        place=place,
        with_pilot=with_pilot,
        figures=figures,
        by=state.initiator,
        now=state.now,
    )


def test_the_effect_is_computed_from_the_measurements_towards_the_target(state):
    case = tried(state)
    run(state, case, starts_on=state.now.date() + timedelta(days=14 - 49))
    given = {"answers": 99, "text": "Параўнанне.", "by": state.initiator, "now": state.now}
    with pytest.raises(RuleBroken, match="too_few_measurements"):
        pilot.evaluate(case.pk, **given)
    measured(state, case, "Парк № 1", with_pilot=True, before=41, after=34)
    measured(state, case, "Парк № 2", before=40, after=40)
    measured(state, case, "Парк № 3", before=30, after=30)
    with pytest.raises(RuleBroken, match="day_ahead"):
        pilot.measure(
            case.pk, place="Парк № 1", with_pilot=True,
            figures=[(state.now.date() + timedelta(days=1), Decimal(1))], by=state.initiator, now=state.now,
        )  # fmt: skip
    pilot.evaluate(case.pk, cost=Decimal(7000), **given)
    found = Evaluation.objects.get()
    assert (found.effect, found.grade, found.points) == (Decimal(7), "B", 39)
    assert found.for_a_thousand() == Decimal(1)


def test_a_later_figure_of_the_same_day_corrects_the_earlier_one(state):
    case = tried(state)
    run(state, case)
    for value in (400, 40):
        pilot.measure(
            case.pk, place="Парк № 1", with_pilot=True, figures=[(state.now.date(), Decimal(value))],
            by=state.initiator, now=state.now,
        )  # fmt: skip
    assert [one.value for one in points_of(case)] == [40.0]
    with pytest.raises(NotPermitted):
        pilot.measure(
            case.pk, place="Х", with_pilot=True, figures=[], by=state.manager, now=state.now
        )


def test_scaling_is_filled_in_from_its_pilot_and_paid_from_a_local_innovation_fund(state):
    case = tried(state, design="opinion")
    given = {
        "name": "Паўсюль",
        "regions": ["BY-HR", "BY-BR"],
        "by": state.initiator,
        "now": state.now,
    }
    with pytest.raises(RuleBroken, match="not_scaled"):
        scaling.propose_scaling(case.pk, sources=["local_innovation"], **given)
    run(state, case)
    pilot.evaluate(
        case.pk, stated=stated(5, 2, 8), answers=120, text="Так.", by=state.initiator, now=state.now
    )
    pilot.scale(case.pk, council_reason="", by=state.manager, now=state.now)
    with pytest.raises(RuleBroken, match="RUL-11"):
        scaling.propose_scaling(case.pk, sources=["republican"], **given)
    made = scaling.propose_scaling(case.pk, sources=["local_innovation"], **given)
    draft = PassportDraft.objects.get(pk=made.pk).answers
    assert draft["identity"]["name"] == "Паўсюль"
    assert draft["identity"]["places"] == ["BY-HR", "BY-BR"]
    assert draft["architecture"] == whole_passport()["architecture"]
    assert draft["budget"]["lines"] == [{"source": "local_innovation"}]
    assert draft["indicators"]["indicators"][0]["name"] == TRIAL.indicator
    assert Measure.objects.get(pk=made.pk).scales_id == case.pk
    with pytest.raises(Conflict, match="scaling_exists"):
        scaling.propose_scaling(case.pk, sources=["local_innovation"], **given)
