"""Standing aside, deputies, close relatives, and a term that has passed."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import official
from ratusha.audit.models import Entry
from ratusha.cases.events import CaseOverdue
from ratusha.cases.models import Case, Recusal, Substitution
from ratusha.cases.permissions import is_handler, may_see_at_desk, may_take_up, works_for
from ratusha.cases.services.case import hand_to, take_step
from ratusha.cases.services.officials import end_substitution, name_deputy, stand_aside
from ratusha.cases.services.overdue import tell_overdue
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.registers.public import record_marriage

from .factories import CaseFactory, Step

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)
WHY = "Заяўнік — мой сусед, з якім я суджуся."


def worker(case, *more, **fields):
    return official(
        "cases.see", "cases.accept", "cases.decide", *more, body_id=case.body_id, **fields
    )


@pytest.fixture
def held():
    case = CaseFactory(in_work=True)
    case.handler = worker(case)
    case.save()
    return case


# standing aside


def test_who_stands_aside_gives_the_case_back_and_never_gets_it_again(held):
    gone = held.handler
    freed = stand_aside(held.pk, reason=WHY, by=gone, now=NOW)
    assert (freed.handler, freed.status) == (None, "in_work")
    assert held.history.last().step == "stand_aside"
    assert Recusal.objects.get(case=held).reason == WHY
    with pytest.raises(NotPermitted):
        take_step(held.pk, Step.TAKE_UP, by=gone, now=NOW)
    with pytest.raises(RuleBroken, match="handler_unfit"):
        hand_to(held.pk, gone, by=worker(held, "cases.assign"), now=NOW)
    assert not may_see_at_desk(gone, Case.objects.get(pk=held.pk), TODAY)
    assert held not in Case.objects.at_desk_of(gone, TODAY, body=held.body_id)


def test_another_takes_up_what_one_stood_aside_from(held):
    stand_aside(held.pk, reason=WHY, by=held.handler, now=NOW)
    colleague = worker(held)
    assert hand_to(held.pk, colleague, by=colleague, now=NOW).handler == colleague


def test_who_does_not_hold_the_case_may_stand_aside_too(held):
    colleague = worker(held)
    kept = stand_aside(held.pk, reason=WHY, by=colleague, now=NOW)
    assert kept.handler == held.handler


def test_standing_aside_needs_a_reason_and_something_to_do_with_the_case(held):
    with pytest.raises(RuleBroken, match="reason_missing"):
        stand_aside(held.pk, reason=" ", by=held.handler, now=NOW)
    with pytest.raises(NotPermitted):
        stand_aside(held.pk, reason=WHY, by=official("cases.see"), now=NOW)
    assert not Recusal.objects.exists()


# close relatives


def test_a_close_relative_is_not_given_the_case_and_the_question_is_in_the_journal():
    case = CaseFactory(in_work=True)
    husband = worker(case, party_id=uuid4())
    record_marriage(husband.party_id, case.applicant_id, since=date(2020, 1, 1), basis="x", by=None)
    with pytest.raises(RuleBroken, match="close_relative"):
        hand_to(case.pk, husband, by=husband, now=NOW)
    stranger = worker(case, party_id=uuid4())
    assert hand_to(case.pk, stranger, by=stranger, now=NOW).handler == stranger
    asked = Entry.objects.get(action="case.ask_kinship")
    assert asked.body == case.body_id


# deputies


def name(case, principal, deputy, **more):
    days = {"since": TODAY, "until": TODAY + timedelta(days=6), **more}
    by = days.pop("by", principal)
    return name_deputy(case.body_id, principal=principal, deputy=deputy, by=by, now=NOW, **days)


def test_a_deputy_works_on_the_cases_of_the_principal_and_the_journal_says_so(held):
    principal, deputy = held.handler, worker(held)
    name(held, principal, deputy)
    assert works_for(deputy, held.body_id, TODAY) == [deputy.pk, principal.pk]
    take_step(held.pk, Step.GRANT, by=deputy, now=NOW)
    step = held.history.last()
    assert (step.by, step.acting_for) == (deputy, principal)
    assert Entry.objects.get(action="case.grant").details["acting_for"] == str(principal.pk)


def test_a_deputy_is_one_only_in_the_named_days(held):
    deputy = worker(held)
    name(held, held.handler, deputy)
    for days, allowed in ((-1, False), (0, True), (6, True), (7, False)):
        on = TODAY + timedelta(days=days)
        assert is_handler(deputy, Case.objects.get(pk=held.pk), on) is allowed, on


def test_a_deputy_is_nobody_at_another_body_and_after_the_end(held):
    deputy, elsewhere = worker(held), CaseFactory(in_work=True, handler=held.handler)
    named = name(held, held.handler, deputy)
    assert not is_handler(deputy, elsewhere, TODAY)
    end_substitution(named.pk, by=held.handler, now=NOW)
    end_substitution(named.pk, by=held.handler, now=NOW)
    assert not is_handler(deputy, Case.objects.get(pk=held.pk), TODAY)
    assert Entry.objects.filter(action="case.end_substitution").count() == 1


def test_a_deputy_does_not_work_on_their_own_case(held):
    deputy = worker(held, party_id=held.applicant_id)
    name(held, held.handler, deputy)
    with pytest.raises(NotPermitted):
        take_step(held.pk, Step.GRANT, by=deputy, now=NOW)


def test_a_case_held_by_the_principal_is_not_free(held):
    deputy = worker(held)
    name(held, held.handler, deputy)
    assert not may_take_up(deputy, Case.objects.get(pk=held.pk), TODAY)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"since": TODAY - timedelta(days=1)}, "day_past"),
        ({"until": TODAY - timedelta(days=1)}, "days_reversed"),
    ],
)
def test_days_of_a_deputy_are_possible_ones(held, days, code):
    with pytest.raises(RuleBroken, match=code):
        name(held, held.handler, worker(held), **days)


def test_who_decides_nothing_here_is_no_deputy(held):
    with pytest.raises(RuleBroken, match="deputy_unfit"):
        name(held, held.handler, official("cases.see", body_id=held.body_id))
    with pytest.raises(RuleBroken, match="own_deputy"):
        name(held, held.handler, held.handler)


def test_only_the_head_names_a_deputy_for_another(held):
    principal, deputy = held.handler, worker(held)
    with pytest.raises(NotPermitted):
        name(held, principal, deputy, by=deputy)
    name(held, principal, deputy, by=worker(held, "cases.assign"))


def test_the_database_refuses_a_deputy_of_oneself(held):
    with pytest.raises(IntegrityError, match="substitution_is_by_another"), transaction.atomic():
        Substitution.objects.create(
            body_id=held.body_id, principal=held.handler, deputy=held.handler, since=TODAY,
            until=TODAY, named_by=held.handler, named_at=NOW,
        )  # fmt: skip


# a term that has passed


def test_a_passed_term_is_told_once_and_decides_nothing(published):
    late = CaseFactory(in_work=True, due_on=date(2026, 3, 9))
    CaseFactory(in_work=True, due_on=TODAY)
    CaseFactory(granted=True, due_on=date(2026, 3, 1))
    assert tell_overdue(NOW) == 1
    assert tell_overdue(NOW + timedelta(days=1)) == 1  # the second one, a day later
    late.refresh_from_db()
    assert (late.status, late.outcome, late.told_late_on) == ("in_work", "", date(2026, 3, 9))
    assert [s.step for s in late.history.all()] == ["tell_overdue"]
    assert [event.case_id for event in published(CaseOverdue)].count(late.pk) == 1


def test_a_new_due_date_that_passes_is_told_again():
    late = CaseFactory(in_work=True, due_on=date(2026, 3, 9))
    tell_overdue(NOW)
    Case.objects.filter(pk=late.pk).update(due_on=date(2026, 3, 20))
    assert tell_overdue(NOW) == 0
    assert tell_overdue(NOW + timedelta(days=11)) == 1
