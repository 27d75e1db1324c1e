"""The acts, in a database: who may, what follows, what is left."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.audit.models import Entry
from ratusha.cases.models import Case
from ratusha.cases.public import CaseMoved
from ratusha.issues import permissions as may
from ratusha.issues.duplicates import alike
from ratusha.issues.letters import write_about_step
from ratusha.issues.models import Executor, Issue, Reporter
from ratusha.issues.services import dispatch, follow
from ratusha.issues.services.flow import MOST, TooMuch, count_one
from ratusha.issues.services.report import join
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.notifications.public import Notice

from .conftest import HERE, NOW


def issue_of(case):
    return Issue.objects.get(pk=case.pk)


# ---- reporting ----
def test_a_report_gets_a_number_a_term_and_a_dispatcher(town):
    case = town.reported()
    assert (case.status, case.body_id) == ("reported", town.hall.pk)
    assert case.due_on == NOW.date() + timedelta(days=15)
    assert issue_of(case).house_key == "леніна|5"
    assert case.applicant_id == town.neighbour.party_id


def test_who_is_not_signed_in_has_a_code_that_we_do_not_keep(town):
    lodged = town.lodged()
    reporter = Reporter.objects.get(issue_id=lodged.case.pk)
    assert lodged.code
    assert lodged.code not in reporter.code_fingerprint
    assert follow.reporter_by_code(lodged.code.lower()) == reporter
    assert follow.reporter_by_code("0" * 20) is None
    assert lodged.case.lodged_by is None


def test_a_place_that_nobody_answers_for_is_said_so(town):
    with pytest.raises(RuleBroken) as error:
        town.lodged(lat=None, lon=None, unit_code="9999999999")
    assert error.value.code == "issue.no_dispatcher"


def test_the_database_refuses_half_a_point(town):
    issue = issue_of(town.reported())
    issue.lat = None
    with (
        pytest.raises(IntegrityError, match="issue_has_both_coordinates_or_none"),
        transaction.atomic(),
    ):
        issue.save()


# ---- the way of an issue ----
def test_an_issue_is_given_planned_and_done_with_a_report(town):
    case = town.assigned()
    day = NOW.date() + timedelta(days=3)
    assert dispatch.plan(case.pk, on=day, by=town.master, now=town.later()).status == "planned"
    done = dispatch.finish(case.pk, text="Зроблена.", by=town.master, now=town.later())
    assert (done.status, done.outcome, done.closed_on) == ("done", "granted", NOW.date())
    issue = issue_of(case)
    assert (issue.planned_on, issue.executor) == (day, town.executor)
    assert issue.work_reports.get().text == "Зроблена."


def test_only_the_dispatcher_of_the_place_gives_an_issue(town):
    case = town.reported()
    for stranger in (town.master, town.neighbour, official(may.DISPATCH, body_id=uuid4())):
        with pytest.raises(NotPermitted):
            dispatch.assign(case.pk, executor=town.executor.pk, by=stranger, now=NOW)


def test_only_the_organisation_reports_its_work(town):
    case = town.assigned()
    for stranger in (town.dispatcher, official(may.CARRY_OUT, body_id=uuid4())):
        with pytest.raises(NotPermitted):
            dispatch.finish(case.pk, text="Нібыта", by=stranger, now=NOW)


def test_for_an_organisation_without_officials_here_the_dispatcher_reports(town):
    outside = Executor.objects.create(code="2", name={"ru": "Горсвет"})
    case = town.reported()
    dispatch.assign(case.pk, executor=outside.pk, by=town.dispatcher, now=NOW)
    assert dispatch.finish(case.pk, text="Гарыць.", by=town.dispatcher, now=NOW).status == "done"


def test_what_is_not_theirs_comes_back_to_the_dispatcher(town):
    case = town.assigned()
    back = dispatch.give_back(case.pk, reasons="Дарога не наша.", by=town.master, now=NOW)
    assert back.status == "reported"
    assert issue_of(case).executor is None


def test_an_issue_is_not_given_to_an_organisation_that_works_no_more(town):
    town.executor.until = NOW.date() - timedelta(days=1)
    town.executor.save()
    with pytest.raises(RuleBroken) as error:
        town.assigned()
    assert error.value.code == "issue.executor_missing"


def test_a_refusal_needs_its_reasons(town):
    case = town.reported()
    with pytest.raises(RuleBroken):
        dispatch.refuse(case.pk, reasons=" ", by=town.dispatcher, now=NOW)
    refused = dispatch.refuse(case.pk, reasons="Двор прыватны.", by=town.dispatcher, now=NOW)
    assert (refused.status, refused.outcome) == ("not_ours", "not_accepted")


# ---- after it ----
def test_a_reporter_opens_again_what_is_not_done_and_the_term_begins_anew(town):
    case = town.done()
    reporter = follow.reporter_of(town.neighbour, case.pk)
    at = town.later(days=5)
    again = follow.reopen(
        case.pk, reporter=reporter, reasons="Яма на месцы", by=town.neighbour, now=at
    )
    assert (again.status, again.outcome, again.closed_on) == ("reopened", "", None)
    assert again.due_on == at.date() + timedelta(days=15)
    assert issue_of(case).executor == town.executor


def test_a_holder_of_a_code_opens_again_as_well(town):
    lodged = town.lodged()
    dispatch.assign(lodged.case.pk, executor=town.executor.pk, by=town.dispatcher, now=NOW)
    dispatch.finish(lodged.case.pk, text="Зроблена.", by=town.master, now=NOW)
    reporter = follow.reporter_by_code(lodged.code)
    again = follow.reopen(lodged.case.pk, reporter=reporter, reasons="Не", by=None, now=NOW)
    assert again.status == "reopened"


def test_a_reporter_of_another_issue_opens_nothing(town):
    other = town.lodged(category="green.tree")
    case = town.done()
    with pytest.raises(NotPermitted):
        follow.reopen(
            case.pk, reporter=follow.reporter_by_code(other.code), reasons="Не", by=None, now=NOW
        )
    with pytest.raises(NotPermitted):
        follow.confirm(case.pk, reporter=None, by=UserFactory(), now=NOW)


def test_what_nobody_opens_again_is_closed_after_the_days_and_ended_when_it_was_done(town):
    case = town.done()
    assert follow.close_quiet(NOW + timedelta(days=10)) == 0
    assert follow.close_quiet(NOW + timedelta(days=11)) == 1
    case = Case.objects.get(pk=case.pk)
    assert (case.status, case.closed_on) == ("closed", NOW.date())
    assert follow.close_quiet(NOW + timedelta(days=12)) == 0


def test_what_others_have_joined_is_not_taken_back_by_one(town):
    case = town.reported()
    join(case.pk, by=town.another, language="be", now=NOW)
    first = follow.reporter_of(town.neighbour, case.pk)
    with pytest.raises(NotPermitted):
        follow.withdraw(case.pk, reporter=first, by=town.neighbour, now=NOW)


# ---- the same trouble ----
def test_a_person_joins_an_issue_once(town):
    case = town.reported()
    with pytest.raises(Conflict) as error:
        join(case.pk, by=town.neighbour, language="be", now=NOW)
    assert error.value.code == "issue.joined"


def test_reports_alike_are_near_fresh_open_and_of_one_category(town):
    case = town.reported(lat=HERE[0] + 0.0002, lon=HERE[1])  # 22 metres
    town.reported(lat=HERE[0] + 0.002, lon=HERE[1])  # 220 metres
    town.reported(category="green.tree")
    town.done()
    found = alike(
        category="road.hole",
        lat=HERE[0],
        lon=HERE[1],
        address="",
        words="Яма вялікая",
        now=town.now,
    )
    assert [one.issue.pk for one in found] == [case.pk]
    assert 20 < found[0].metres < 25
    assert found[0].words == 100


def test_without_a_point_the_house_tells_what_is_alike(town):
    case = town.reported(lat=None, lon=None, unit_code="5000000000")
    town.reported(lat=None, lon=None, unit_code="5000000000", address="вул. Леніна, 6")
    found = alike(category="road.hole", lat=None, lon=None, address="Леніна 5", words="", now=NOW)
    assert [one.issue.pk for one in found] == [case.pk]


def test_everybody_with_an_account_who_reported_it_is_told_once_that_it_is_done(town):
    case = town.assigned()
    join(case.pk, by=town.another, language="be", now=NOW)
    join(case.pk, by=None, language="be", now=NOW)
    dispatch.finish(case.pk, text="Зроблена.", by=town.master, now=town.later())
    told = CaseMoved(
        case_id=case.pk, kind="issue", step="finish", status="done", outcome="granted", at=town.now
    )
    for _time in range(2):
        write_about_step(told)
    notices = Notice.objects.filter(kind="issue_finish")
    assert {one.party_id for one in notices} == {town.neighbour.party_id, town.another.party_id}
    assert notices.count() == 2
    assert case.reference in notices[0].body["be"]


# ---- against floods, and what is left ----
def test_more_than_so_many_reports_an_hour_from_one_address_are_refused(town):
    assert town
    for _number in range(MOST["report"]):
        count_one("report", source="198.51.100.7/32", now=NOW)
    with pytest.raises(TooMuch):
        count_one("report", source="198.51.100.7/32", now=NOW)
    count_one("report", source="198.51.100.8/32", now=NOW)
    count_one("report", source="198.51.100.7/32", now=NOW + timedelta(hours=1))


def test_the_journal_tells_what_was_done_and_no_words_of_people(town):
    case = town.done(words="Сусед Пятро, 29 123-45-67")
    acts = set(Entry.objects.filter(object_id=case.reference).values_list("action", flat=True))
    assert {"case.lodge", "case.assign", "case.finish"} <= acts
    assert not any("Пятро" in str(entry.details) for entry in Entry.objects.all())
