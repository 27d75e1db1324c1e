"""The acceptance check, taking up, withdrawing; what the body asks of others itself."""

from datetime import date, timedelta

import pytest

from ratusha.accounts.public import appoint
from ratusha.accounts.tests.factories import official
from ratusha.applications.models import Decision
from ratusha.applications.public import (
    DecisionForm,
    Status,
    accept,
    grant,
    receive_answers,
    refuse_to_accept,
    resume,
    suspend,
    take_up,
    withdraw,
)
from ratusha.audit.models import Entry
from ratusha.cases.public import Case, CaseMoved, TermChanged, hand_to
from ratusha.exchange.public import RequestAnswered, answer_request, requests_of_case
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.events import deliver_due, publish
from ratusha.parties.tests.factories import MandateFactory

from .state import BENEFIT, LATER, MOVE, NEXT_DAY, NOW, REASONS, TODAY, TRADE

ABROAD = "Польшча, рэестр насельніцтва"


def traces(case: Case) -> set[str]:
    return set(Entry.objects.filter(object_id=case.reference).values_list("action", flat=True))


def answer_all(case, state, now=NEXT_DAY):
    for request in requests_of_case(case.reference):
        answer_request(request.pk, facts={"employed": True}, by=state.officials["fund"], now=now)


# accepting


def test_who_accepts_and_may_decide_takes_the_case_up_at_once(applying):
    clerk = applying()
    case = clerk.accepted()
    assert (case.status, case.handler) == (Status.IN_WORK, clerk.official)
    assert {"case.accept", "case.hand_to", "case.take_up"} <= traces(case)


def test_who_may_only_accept_leaves_the_case_free(applying):
    case = applying().lodged()
    front_desk = official("cases.see", "cases.accept", body_id=case.body_id)
    accepted = accept(case.pk, by=front_desk, now=NOW)
    assert (accepted.status, accepted.handler) == (Status.ACCEPTED, None)


def test_accepting_says_for_which_body_it_was_done(applying):
    case = applying().accepted()
    assert Entry.objects.get(action="case.accept").body == case.body_id


def test_a_case_is_accepted_once(applying):
    clerk = applying()
    case = clerk.accepted()
    with pytest.raises(RuleBroken, match="step_closed"):
        accept(case.pk, by=clerk.official, now=LATER)


def test_nobody_accepts_their_own_application(applying):
    alena = applying()
    case = alena.lodged()
    appoint(
        alena.user, case.body_id, ["cases.accept", "cases.decide"], {"be": "Спецыяліст"},
        date(2020, 1, 1), by=None,
    )  # fmt: skip
    with pytest.raises(NotPermitted, match="step_not_yours"):
        accept(case.pk, by=alena.user, now=NOW)


def test_nobody_accepts_the_application_of_an_organisation_they_act_for(applying, state):
    case = applying(TRADE, "pavel", of="trader").lodged()
    helper = applying(who="dzmitry").user
    MandateFactory(
        person_id=helper.party_id, organisation_id=state.party("trader"), role="representative"
    )
    appoint(helper, case.body_id, ["cases.accept"], {"be": "Спецыяліст"}, date(2020, 1, 1), by=None)
    with pytest.raises(NotPermitted, match="step_not_yours"):
        accept(case.pk, by=helper, now=NOW)


def test_an_official_of_another_body_accepts_nothing(applying, state):
    case = applying().lodged()
    with pytest.raises(NotPermitted, match="step_not_yours"):
        accept(case.pk, by=state.officials["village"], now=NOW)


def test_a_free_case_is_taken_up_by_who_decides(applying):
    case = applying().lodged()
    accept(case.pk, by=official("cases.accept", body_id=case.body_id), now=NOW)
    decider = official("cases.decide", body_id=case.body_id)
    taken = take_up(case.pk, by=decider, now=LATER)
    assert (taken.status, taken.handler) == (Status.IN_WORK, decider)


def test_a_case_that_another_holds_is_not_taken_up(applying):
    case = applying().accepted()
    rival = official("cases.decide", body_id=case.body_id)
    with pytest.raises(NotPermitted):
        take_up(case.pk, by=rival, now=LATER)
    case.refresh_from_db()
    assert case.handler != rival


# refusing to accept


def test_a_refusal_to_accept_cites_the_ground_and_gives_a_paper(applying):
    clerk = applying()
    case = refuse_to_accept(
        clerk.lodged().pk, ground="documents_missing", reasons=f" {REASONS} ", by=clerk.official, now=NOW
    )  # fmt: skip
    decision = Decision.objects.get(case=case)
    assert (case.status, case.outcome, case.closed_on) == ("not_accepted", "not_accepted", TODAY)
    assert (decision.ground_code, decision.reasons) == ("documents_missing", REASONS)
    assert "433-З" in decision.legal_source
    assert decision.document_id
    assert "case.refuse_to_accept" in traces(case)


def test_at_the_counter_a_refusal_may_be_said_and_is_recorded_all_the_same(applying):
    clerk = applying()
    case = clerk.lodged()
    Case.objects.filter(pk=case.pk).update(channel="counter")
    refuse_to_accept(
        case.pk, ground="documents_missing", reasons=REASONS, form=DecisionForm.ORAL,
        by=clerk.official, now=NOW,
    )  # fmt: skip
    decision = Decision.objects.of(case)
    assert (decision.form, decision.document_id, decision.notified_at) == ("oral", None, NOW)
    assert (decision.ground_code, decision.reasons) == ("documents_missing", REASONS)


def test_what_was_lodged_electronically_is_refused_in_writing(applying):
    clerk = applying()
    case = clerk.lodged()
    with pytest.raises(RuleBroken, match="form_written"):
        refuse_to_accept(
            case.pk, ground="documents_missing", reasons=REASONS, form=DecisionForm.ORAL,
            by=clerk.official, now=NOW,
        )  # fmt: skip
    assert not Decision.objects.exists()


@pytest.mark.parametrize("ground", ["", "no_grounds", "invented"])
def test_a_ground_to_refuse_to_accept_is_of_its_own_list(applying, ground):
    clerk = applying()
    case = clerk.lodged()
    with pytest.raises(RuleBroken, match="ground_missing"):
        refuse_to_accept(case.pk, ground=ground, reasons=REASONS, by=clerk.official, now=NOW)
    assert not Decision.objects.exists()


def test_an_accepted_application_is_not_refused_acceptance_afterwards(applying):
    clerk = applying()
    case = clerk.accepted()
    with pytest.raises(RuleBroken, match="step_closed"):
        refuse_to_accept(
            case.pk, ground="documents_missing", reasons=REASONS, by=clerk.official, now=NOW
        )


# withdrawing


@pytest.mark.parametrize("status", ["lodged", "accepted", "in_work", "waiting", "suspended"])
def test_the_applicant_withdraws_any_time_before_the_end(applying, status):
    alena = applying(BENEFIT if status == "waiting" else TRADE, who="pavel", of="trader")
    if status == "waiting":
        alena = applying(BENEFIT)
    case = alena.lodged()
    if status == "accepted":
        accept(case.pk, by=official("cases.accept", body_id=case.body_id), now=NOW)
    elif status != "lodged":
        accept(case.pk, by=alena.official, now=NOW)
    if status == "suspended":
        suspend(case.pk, by=alena.official, now=NOW, note=ABROAD)
    case.refresh_from_db()
    assert case.status == status
    gone = withdraw(case.pk, by=alena.user, now=LATER, note="Перадумаў")
    assert (gone.status, gone.outcome, gone.closed_on) == ("withdrawn", "withdrawn", TODAY)
    assert case.history.last().note == "Перадумаў"
    assert "case.withdraw" in traces(case)


def test_a_decided_case_is_not_withdrawn(applying):
    alena = applying()
    case = alena.granted()
    with pytest.raises(RuleBroken, match="step_closed"):
        withdraw(case.pk, by=alena.user, now=LATER)


def test_an_official_does_not_withdraw_for_the_applicant(applying):
    clerk = applying()
    case = clerk.accepted()
    with pytest.raises(NotPermitted):
        withdraw(case.pk, by=clerk.official, now=LATER)


# asking another body


def test_accepting_sends_the_requests_that_the_definition_prescribes(applying, state):
    case = applying(BENEFIT).accepted()
    request = requests_of_case(case.reference).get()
    assert (request.service, request.to_body_id) == ("employment.place", state.bodies["fund"].pk)
    assert request.due_on == date(2026, 12, 8)
    assert case.status == Status.WAITING


def test_a_request_makes_ten_days_a_month_from_the_same_start(applying):
    case = applying(BENEFIT).lodged()
    assert case.due_on == date(2026, 12, 11)
    accepted = accept(case.pk, by=applying(BENEFIT).official, now=NEXT_DAY)
    assert accepted.due_on == date(2027, 1, 4)  # 1 January is a day off, then a week-end
    extension = case.clock.last()
    assert (extension.tick, extension.term, extension.reason) == (
        "extend", "1 month", "request_to_body",
    )  # fmt: skip
    assert extension.source
    assert "case.clock_extend" in traces(case)


def test_nothing_is_asked_of_others_where_the_condition_does_not_hold(applying):
    case = applying(BENEFIT).accepted(employed=False)
    assert not requests_of_case(case.reference).exists()
    assert (case.status, case.due_on) == (Status.IN_WORK, date(2026, 12, 11))


def test_a_case_that_waits_is_not_decided(applying):
    benefits = applying(BENEFIT)
    case = benefits.accepted()
    with pytest.raises(RuleBroken, match="step_closed"):
        grant(case.pk, by=benefits.official, now=LATER)


def test_the_answer_comes_by_the_outbox_and_the_case_goes_on(applying, state):
    case = applying(BENEFIT).accepted()
    answer_all(case, state)
    case.refresh_from_db()
    assert case.status == Status.WAITING
    assert deliver_due(now=NEXT_DAY).failed == 0
    case.refresh_from_db()
    assert (case.status, case.handler) == (Status.IN_WORK, applying(BENEFIT).official)
    assert Entry.objects.get(action="case.receive").by is None


def test_the_same_answer_told_twice_changes_nothing(applying, state):
    case = applying(BENEFIT).accepted()
    answer_all(case, state)
    deliver_due(now=NEXT_DAY)
    steps = case.history.count()
    request = requests_of_case(case.reference).get()
    publish(
        RequestAnswered(
            request_id=request.pk,
            reference=request.reference,
            case_reference=case.reference,
            service=request.service,
            from_body_id=request.from_body_id,
            nothing_held=False,
        )
    )
    assert deliver_due(now=NEXT_DAY).failed == 0
    assert case.history.count() == steps


def test_an_answer_to_a_case_of_another_kind_is_none_of_ours(applying):
    applying()
    publish(
        RequestAnswered(
            request_id=applying().state.party("alena"),
            reference="2026-AAAA-AAAA-A",
            case_reference="2026-BBBB-BBBB-B",
            service="employment.place",
            from_body_id=applying().state.party("alena"),
            nothing_held=True,
        )
    )
    assert deliver_due(now=NOW).failed == 0


def test_a_case_waits_until_the_last_answer(applying):
    case = applying(BENEFIT).accepted()
    assert receive_answers(case.pk, now=LATER) is None
    case.refresh_from_db()
    assert case.status == Status.WAITING


# asking abroad


def test_a_request_abroad_stops_the_clock(applying):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted()
    assert case.due_on == date(2026, 12, 8)
    stopped = suspend(case.pk, by=trade.official, now=NEXT_DAY, note=ABROAD)
    assert (stopped.status, stopped.due_on, stopped.stopped_on) == (
        "suspended", None, date(2026, 12, 2),
    )  # fmt: skip
    assert case.history.last().note == ABROAD
    assert {"case.suspend", "case.clock_stop"} <= traces(case)


def test_the_answer_from_abroad_lets_the_clock_go_on(applying):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted()
    suspend(case.pk, by=trade.official, now=NEXT_DAY, note=ABROAD)
    again = resume(case.pk, by=trade.official, now=NOW + timedelta(days=15))
    assert (again.status, again.stopped_on) == ("in_work", None)
    assert again.due_on > date(2026, 12, 16)
    assert {"case.resume", "case.clock_resume"} <= traces(case)


def test_what_was_late_before_abroad_was_asked_stays_late_and_goes_on_all_the_same(applying):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted()
    late = NOW + timedelta(days=30)
    stopped = suspend(case.pk, by=trade.official, now=late, note=ABROAD)
    assert (stopped.status, stopped.due_on, stopped.stopped_on) == ("suspended", case.due_on, None)
    with pytest.raises(RuleBroken):
        suspend(case.pk, by=trade.official, now=late, note=ABROAD)
    again = resume(case.pk, by=trade.official, now=late + timedelta(days=1))
    assert (again.status, again.due_on) == ("in_work", case.due_on)


def test_only_the_handler_asks_abroad(applying, state):
    migration = applying(MOVE)
    case = migration.accepted()
    with pytest.raises(NotPermitted):
        suspend(case.pk, by=state.officials["clerk"], now=NOW, note=ABROAD)
    case.refresh_from_db()
    assert case.stopped_on is None


def test_a_case_put_back_is_free_for_a_colleague(applying):
    clerk = applying()
    case = clerk.accepted()
    hand_to(case.pk, None, by=clerk.official, now=LATER)
    colleague = official("cases.decide", body_id=case.body_id)
    assert take_up(case.pk, by=colleague, now=LATER).handler == colleague


def test_every_step_and_every_change_of_the_term_is_announced(applying, published):
    case = applying(BENEFIT).accepted()
    assert [event.step for event in published(CaseMoved)] == ["accept", "take_up", "request"]
    assert [event.tick for event in published(TermChanged)] == ["extend"]
    assert {event.case_id for event in published(CaseMoved)} == {case.pk}
