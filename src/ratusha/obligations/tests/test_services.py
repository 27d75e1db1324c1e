"""Duties arise, are handed in, judged, missed and waived; the database keeps the past."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.db.utils import DatabaseError

from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.sources import Source
from ratusha.obligations.models import Obligation, Reminder, Step
from ratusha.obligations.rules import Standing, State
from ratusha.obligations.services import arise, fulfil

from .conftest import on

CONDITION = {
    "rule": "measures.condition",
    "period": "2026",
    "title": {"en": "Condition of the Council"},
    "source": Source(title="Protocol No. 5"),
    "due_on": date(2026, 6, 1),
    "room": "",
    "about": "2026-7NR4",
}


def declared(state, **changed):
    given = {**CONDITION, **changed}
    return arise.declare(
        **given,
        subject_id=state.transport.pk,
        to_id=state.ministry.pk,
        by=state.overseer,
        now=on("2026-05-04"),
    )


def hand_in(state, duty, day, **changed):
    given = {"evidence": "Letter No. 4", "by": state.specialist, "now": on(day), **changed}
    return fulfil.submit(duty.pk, **given)


# ---- how they arise ----
def test_the_plan_is_owed_for_the_coming_year_and_the_report_for_the_year_before(state):
    state.opened(2026)
    plan, report = state.owed("plan", "2027"), state.owed("report", "2025")
    assert (plan.due_on, report.due_on) == (date(2026, 4, 30), date(2026, 2, 28))
    assert (plan.to, report.to) == (state.ministry, state.ministry)


def test_every_body_of_the_kinds_that_the_pack_names_owes_a_plan(state):
    assert state.health.pk
    state.opened(2026)
    owing = Obligation.objects.filter(rule="plan").values_list("subject__code", flat=True)
    assert sorted(owing) == ["state:331", "state:351", "state:358"]


def test_the_year_is_opened_again_without_doubles(state):
    state.opened(2026)
    there = Obligation.objects.count()
    assert arise.generate(2026, now=on("2026-01-02")) == 0
    assert Obligation.objects.count() == there == Step.objects.filter(act="create").count()


def test_a_body_that_arises_during_the_year_gets_what_is_still_ahead(state):
    state.opened(2026)
    assert state.health.pk
    arise.open_years(on("2026-03-15"))
    rules = Obligation.objects.of(state.health.pk).due_in(2026).values_list("rule", flat=True)
    assert list(rules) == ["plan"]


def test_nobody_is_made_late_by_a_duty_that_was_never_told(state):
    state.everybody()
    arise.generate(2026, now=on("2026-10-01"))
    assert not Obligation.objects.due_in(2026).exists()


def test_another_module_declares_a_duty_and_again_it_is_the_same(state):
    first, again = declared(state), declared(state)
    assert first.pk == again.pk
    assert first.history.count() == 1
    assert first.state(date(2026, 6, 1)) is State.OPEN


# ---- in time ----
def test_a_duty_handed_in_on_the_last_day_is_in_time(state):
    state.opened(2026)
    duty = hand_in(state, declared(state), "2026-06-01")
    assert (duty.standing, duty.late_since) == (Standing.SUBMITTED, None)
    accepted = fulfil.accept(duty.pk, by=state.overseer, now=on("2026-06-03"))
    assert accepted.state(date(2026, 6, 3)) is State.ACCEPTED
    assert [one.act for one in accepted.history.all()] == ["create", "submit", "accept"]


def test_late_is_late_for_ever(state):
    duty = declared(state)
    assert fulfil.note_missed(on("2026-06-01")) == 0
    assert fulfil.note_missed(on("2026-06-02")) == 1
    assert fulfil.note_missed(on("2026-06-03")) == 0
    hand_in(state, duty, "2026-06-04")
    accepted = fulfil.accept(duty.pk, by=state.overseer, now=on("2026-06-05"))
    assert accepted.late_since == date(2026, 6, 2)
    assert [one.act for one in accepted.history.all()] == ["create", "miss", "submit", "accept"]


def test_what_comes_late_is_late_even_before_the_night_has_noted_it(state):
    duty = hand_in(state, declared(state), "2026-06-02")
    assert duty.late_since == date(2026, 6, 2)


# ---- given back ----
def test_given_back_it_may_be_mended_for_five_working_days_without_being_late(state):
    duty = hand_in(state, declared(state), "2026-05-29")
    back = fulfil.give_back(duty.pk, reason="No figures.", by=state.overseer, now=on("2026-06-01"))
    assert back.mend_by == date(2026, 6, 8)
    assert fulfil.note_missed(on("2026-06-08")) == 0
    again = hand_in(state, duty, "2026-06-08")
    assert (again.late_since, again.mend_by) == (None, None)


def test_given_back_and_not_mended_it_becomes_late(state):
    duty = hand_in(state, declared(state), "2026-05-29")
    fulfil.give_back(duty.pk, reason="No figures.", by=state.overseer, now=on("2026-06-01"))
    assert fulfil.note_missed(on("2026-06-09")) == 1
    duty.refresh_from_db()
    assert duty.late_since == date(2026, 6, 9)


def test_mending_never_takes_time_away(state):
    duty = hand_in(state, declared(state), "2026-05-05")
    back = fulfil.give_back(duty.pk, reason="No figures.", by=state.overseer, now=on("2026-05-06"))
    assert back.mend_by == date(2026, 6, 1)


def test_giving_back_needs_a_reason(state):
    duty = hand_in(state, declared(state), "2026-05-05")
    with pytest.raises(RuleBroken, match="reason"):
        fulfil.give_back(duty.pk, reason=" ", by=state.overseer, now=on("2026-05-06"))


def test_a_duty_is_waived_only_by_an_act_and_stays_late(state):
    duty = declared(state)
    fulfil.note_missed(on("2026-06-02"))
    with pytest.raises(RuleBroken, match="act"):
        fulfil.waive(duty.pk, act="", by=state.overseer, now=on("2026-06-03"))
    waived = fulfil.waive(duty.pk, act="Order No. 8", by=state.overseer, now=on("2026-06-03"))
    assert waived.state(date(2026, 12, 1)) is State.WAIVED
    assert waived.late_since == date(2026, 6, 2)


# ---- who ----
def test_only_who_fulfils_duties_of_the_body_hands_in(state):
    duty = declared(state)
    for stranger in (state.head, state.overseer):
        with pytest.raises(NotPermitted):
            hand_in(state, duty, "2026-05-05", by=stranger)


def test_only_the_body_that_waits_judges(state):
    duty = hand_in(state, declared(state), "2026-05-05")
    for stranger in (state.specialist, state.head, state.cabinet):
        with pytest.raises(NotPermitted):
            fulfil.accept(duty.pk, by=stranger, now=on("2026-05-06"))


def test_a_duty_of_another_room_is_carried_out_there_alone(state):
    state.opened(2026)
    plan = state.owed("plan", "2027")
    with pytest.raises(NotPermitted):
        hand_in(state, plan, "2026-04-01")
    with pytest.raises(NotPermitted):
        hand_in(state, plan, "2026-04-01", room="measures")
    assert hand_in(state, plan, "2026-04-01", room="plans").standing == Standing.SUBMITTED


def test_two_acts_at_once_are_a_conflict(state):
    duty = hand_in(state, declared(state), "2026-05-05")
    fulfil.accept(duty.pk, by=state.overseer, now=on("2026-05-06"))
    with pytest.raises(Conflict):
        fulfil.give_back(duty.pk, reason="No.", by=state.overseer, now=on("2026-05-06"))


# ---- what the database refuses ----
@pytest.mark.parametrize(
    "change",
    [
        lambda duty: Obligation.objects.filter(pk=duty.pk).update(late_since=None),
        lambda duty: Obligation.objects.filter(pk=duty.pk).update(due_on=date(2026, 12, 1)),
        lambda duty: Obligation.objects.filter(pk=duty.pk).delete(),
        lambda duty: Step.objects.filter(obligation=duty).update(words="otherwise"),
        lambda duty: Step.objects.filter(obligation=duty).delete(),
        lambda duty: Reminder.objects.filter(obligation=duty).update(people=9),
    ],
)
def test_the_database_keeps_the_past(state, change):
    duty = declared(state)
    Reminder.objects.create(
        obligation=duty, deadline=duty.due_on, mark="T-1", to="subject", on=duty.due_on, people=1
    )
    fulfil.note_missed(on("2026-06-02"))
    with pytest.raises((IntegrityError, InternalError, DatabaseError)), transaction.atomic():
        change(duty)
