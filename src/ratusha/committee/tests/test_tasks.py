"""The acts: who may, what is kept, and that late stays late."""

import pytest
from django.db import DatabaseError, connection, transaction

from ratusha.accounts.public import appoint
from ratusha.accounts.tests.factories import SINCE, official
from ratusha.audit.models import Entry
from ratusha.committee import permissions as may
from ratusha.committee.models import Task
from ratusha.committee.rules import State
from ratusha.committee.services import tasks
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.notifications.public import Notice
from ratusha.obligations.public import FULFIL, Obligation, tonight

from .conftest import DECISION, after, day


def fresh(task):
    return Task.objects.with_past().select_related("duty").get(pk=task.pk)


def test_a_task_goes_from_giving_over_a_return_to_acceptance(hall):
    task = hall.given()
    assert (task.number, task.state(day())) == ("1/2026", State.GIVEN)
    tasks.take(task.pk, by=hall.foreman, now=after(hours=1))
    assert fresh(task).state(day()) == State.TAKEN
    tasks.report(task.pk, text="Act No. 31", by=hall.foreman, now=after(days=2))
    assert fresh(task).state(day()) == State.REPORTED
    tasks.give_back(task.pk, reason="Two yards are missing", by=hall.deputy, now=after(days=3))
    assert fresh(task).state(day(days=3)) == State.RETURNED
    tasks.report(task.pk, text="Act No. 32", by=hall.foreman, now=after(days=4))
    tasks.accept(task.pk, by=hall.deputy, now=after(days=5))
    done = fresh(task)
    assert (done.state(day(days=90)), done.was_late) == (State.ACCEPTED, False)
    acts = [
        "committee.give", "committee.take", "committee.report", "committee.give_back",
        "committee.report", "committee.accept",
    ]  # fmt: skip
    traced = Entry.objects.filter(action__startswith="committee.").order_by("pk")
    assert list(traced.values_list("action", flat=True)) == acts


def test_numbers_follow_one_another_within_a_year(hall):
    assert [hall.given().number, hall.given().number] == ["1/2026", "2/2026"]


def test_the_calendar_of_the_government_has_the_number_and_not_the_words(hall):
    duty = hall.given(text="Repair the heating of the Novik family").duty
    assert duty.title["be"] == "Даручэнне выканкама № 1/2026"
    assert duty.source["title"] == DECISION
    assert "Novik" not in str(Obligation.objects.filter(pk=duty.pk).values().get())


def test_who_gives_does_not_report_and_who_reports_does_not_accept(hall):
    task = hall.given()
    for act in (
        lambda: hall.given(by=hall.foreman),
        lambda: tasks.take(task.pk, by=hall.deputy, now=after()),
        lambda: tasks.report(task.pk, text="Done", by=hall.deputy, now=after()),
        lambda: tasks.accept(task.pk, by=hall.foreman, now=after()),
        lambda: tasks.give_back(task.pk, reason="No", by=hall.foreman, now=after()),
        lambda: tasks.move_date(
            task.pk, due_on=day(days=20), reason="Later", by=hall.foreman, now=after()
        ),
        lambda: tasks.withdraw(task.pk, reason="No need", by=hall.foreman, now=after()),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_an_official_of_both_sides_judges_nothing(hall):
    task, both = hall.reported(), official(may.GIVE, body_id=hall.committee.pk)
    assert may.may_judge(both, task, day())
    appoint(both, hall.utility.pk, [FULFIL], {"en": "Foreman"}, SINCE, until=None, by=None)
    assert not may.may_judge(both, task, day())
    with pytest.raises(NotPermitted):
        tasks.accept(task.pk, by=both, now=after(days=2))


def test_a_task_may_be_taken_on_once(hall):
    task = hall.given()
    tasks.take(task.pk, by=hall.foreman, now=after())
    with pytest.raises(Conflict):
        tasks.take(task.pk, by=hall.foreman, now=after())


def test_a_task_is_given_only_to_an_organisation_of_the_territory(hall):
    with pytest.raises(RuleBroken) as error:
        hall.given(organisation_id=hall.stranger.pk)
    assert error.value.code == "committee.not_of_the_territory"


def test_a_task_may_follow_from_an_issue_by_its_number_as_it_was_typed(hall):
    case = hall.town.reported()
    typed = f" {case.reference.lower().replace('-', ' ')} "
    assert hall.given(resolution="", case_reference=typed).case_reference == case.reference


def test_the_number_of_a_case_elsewhere_is_told_no_different_from_none(hall):
    case = hall.town.reported()
    type(case).objects.filter(pk=case.pk).update(body_id=hall.stranger.pk)
    for number in (case.reference, "2026-0000-0000-0"):
        with pytest.raises(RuleBroken) as error:
            hall.given(case_reference=number)
        assert error.value.field == "case_reference"


def test_a_new_control_date_needs_a_reason_and_takes_no_lateness_back(hall):
    task = hall.given(days=3)
    with pytest.raises(RuleBroken):
        tasks.move_date(task.pk, due_on=day(days=20), reason=" ", by=hall.deputy, now=after(days=1))
    tonight(after(days=4))
    tasks.move_date(task.pk, due_on=day(days=20), reason="Frost", by=hall.deputy, now=after(days=5))
    moved = fresh(task)
    assert (moved.state(day(days=5)), moved.was_late, moved.was_moved) == (State.GIVEN, True, True)
    tasks.report(task.pk, text="Done", by=hall.foreman, now=after(days=6))
    tasks.accept(task.pk, by=hall.deputy, now=after(days=7))
    assert fresh(task).was_late
    assert [one.reason for one in task.dates.all()] == ["", "Frost"]


def test_a_date_changed_after_it_passed_leaves_the_task_late_even_before_the_night(hall):
    task = hall.given(days=1)
    tasks.move_date(task.pk, due_on=day(days=9), reason="Frost", by=hall.deputy, now=after(days=3))
    assert fresh(task).was_late


def test_a_task_off_control_is_nobodys_turn(hall):
    task = hall.given()
    tasks.withdraw(task.pk, reason="The house is pulled down", by=hall.deputy, now=after(days=1))
    assert fresh(task).state(day(days=50)) == State.WITHDRAWN
    with pytest.raises((RuleBroken, Conflict)):
        tasks.report(task.pk, text="Done", by=hall.foreman, now=after(days=2))


def test_who_carries_it_out_is_reminded_before_the_day_and_on_it(hall):
    hall.given(days=3)
    assert hall.foreman.party_id
    tonight(after())
    tonight(after(days=3))
    told = Notice.objects.of((hall.foreman.party_id,)).values_list("subject", flat=True)
    assert len(told) == 2
    assert all("1/2026" in str(one) for one in told)


def test_the_board_asks_the_database_the_same_as_the_rule(hall):
    given, late, taken = hall.given(), hall.given(days=1), hall.given()
    tasks.take(taken.pk, by=hall.foreman, now=after())
    returned, accepted, gone = hall.reported(), hall.reported(), hall.given()
    tasks.give_back(returned.pk, reason="No", by=hall.deputy, now=after(days=2))
    tasks.accept(accepted.pk, by=hall.deputy, now=after(days=2))
    tasks.withdraw(gone.pk, reason="No need", by=hall.deputy, now=after(days=2))
    everything = (given, late, taken, returned, accepted, gone, hall.reported())
    for today in (day(days=2), day(days=60)):
        for state in State:
            asked = set(Task.objects.in_state(state, today))
            ruled = {one for one in map(fresh, everything) if one.state(today) == state}
            assert asked == ruled
        assert sum(Task.objects.counts(today).values()) == 7


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE committee_task SET text = 'Do nothing'",
        "DELETE FROM committee_task",
        "UPDATE committee_controldate SET due_on = '2030-01-01'",
        "DELETE FROM committee_controldate",
    ],
)
def test_the_database_itself_keeps_what_was_asked(hall, change):
    hall.given()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
