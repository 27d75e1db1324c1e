"""One trouble reported twice becomes one issue with all who reported it, and two again where it was another trouble."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from ratusha.accounts.tests.factories import official
from ratusha.audit.models import Entry
from ratusha.cases.models import Case
from ratusha.cases.public import CaseMoved
from ratusha.issues import permissions as may
from ratusha.issues.letters import write_about_step
from ratusha.issues.models import Issue, Reporter
from ratusha.issues.services import dispatch, follow
from ratusha.issues.services.joining import merge, separate
from ratusha.issues.services.report import join
from ratusha.kernel.errors import DomainError, NotPermitted, RuleBroken
from ratusha.notifications.models import Notice
from ratusha.parties.models import Organisation

from .conftest import NOW

WHY = "Адна яма каля школы, другая каля крамы."


def issue_of(case):
    return Issue.objects.get(pk=case.pk)


def joined(town, case, into):
    return merge(case.pk, into=into.reference, by=town.dispatcher, now=town.later())


def apart(town, case):
    return separate(case.pk, reasons=WHY, by=town.dispatcher, now=town.later())


def people_of(case):
    return set(Reporter.objects.filter(issue=case.pk).values_list("pk", flat=True))


def refused(act):
    with pytest.raises(RuleBroken) as error:
        act()
    return error.value.code


def test_one_trouble_reported_twice_becomes_one_issue_with_all_its_reporters(town):
    first = town.reported()
    join(first.pk, by=town.another, language="be", now=NOW)
    second, third = town.lodged(), town.lodged(by=town.another)
    for case in (second.case, third.case):
        joined(town, case, first)
    assert Case.objects.get(pk=second.case.pk).status == "merged"
    assert issue_of(first).reporters_count == 3  # the neighbour, the other, the holder of the code
    assert follow.reporter_by_code(second.code).issue_id == first.pk
    assert second.case.links.get().about_id == first.pk


def test_work_that_has_begun_is_joined_as_well_and_the_earlier_term_stands(town):
    first, second = town.assigned(), town.assigned()
    due = first.due_on
    day = NOW.date().replace(day=20)
    dispatch.plan(second.pk, on=day, by=town.master, now=town.later(days=2))
    assert joined(town, second, first).status == "merged"
    first = Case.objects.get(pk=first.pk)
    assert (first.status, first.due_on) == ("assigned", due)


def test_the_organisation_goes_along_to_an_earlier_report_that_has_none(town):
    first, second = town.reported(), town.assigned()
    joined(town, second, first)
    assert issue_of(first).executor == town.executor
    assert Case.objects.get(pk=first.pk).status == "assigned"


def test_only_the_dispatcher_of_both_joins_them(town):
    first, second = town.assigned(), town.assigned()
    for stranger in (town.master, town.neighbour):
        with pytest.raises(DomainError) as error:
            merge(second.pk, into=first.reference, by=stranger, now=NOW)
        assert error.value.code in {"issue.into_elsewhere", "case.step_not_yours"}
    other = Organisation.objects.create(
        kind="executive_committee", is_body=True, name={"be": "Іншы"}, code="other"
    )
    Case.objects.filter(pk=first.pk).update(body_id=other.pk)
    assert refused(lambda: joined(town, second, first)) == "issue.into_elsewhere"


def test_an_issue_is_not_joined_with_a_later_one_nor_with_one_that_is_done(town):
    first, second = town.reported(), town.reported()
    assert refused(lambda: joined(town, first, second)) == "issue.into_later"
    assert refused(lambda: joined(town, second, town.done())) == "issue.into_closed"
    assert refused(lambda: merge(first.pk, into="7", by=town.dispatcher, now=NOW)) == (
        "issue.into_unknown"
    )
    done = town.done()
    assert refused(lambda: joined(town, done, first)) == "case.step_closed"


def test_everybody_who_came_with_it_is_told_once_where_it_goes_on(town):
    first, second = town.reported(), town.lodged(by=town.another).case
    joined(town, second, first)
    told = CaseMoved(
        case_id=second.pk, kind="issue", step="merge", status="merged", outcome="annulled", at=NOW
    )
    for _time in range(2):
        write_about_step(told)
    notice = Notice.objects.get(kind="issue_merge")
    assert notice.party_id == town.another.party_id
    assert second.reference in notice.body["be"]
    assert first.reference in notice.body["be"]


def test_what_was_another_trouble_comes_back_with_its_own_people_and_its_own_term(town):
    first, second = town.assigned(), town.lodged()
    due = second.case.due_on
    join(second.case.pk, by=town.another, language="be", now=NOW)
    own = people_of(second.case)
    joined(town, second.case, first)
    newcomer = join(first.pk, by=None, language="be", now=NOW)
    back = apart(town, second.case)
    assert (back.status, back.closed_on, back.outcome, back.due_on) == ("reported", None, "", due)
    assert people_of(second.case) == own
    assert follow.reporter_by_code(newcomer).issue_id == first.pk
    assert (issue_of(first).reporters_count, issue_of(second.case).reporters_count) == (2, 2)
    link = second.case.links.get()
    assert (link.ended_by, link.ended_because) == (town.dispatcher, WHY)
    assert joined(town, second.case, first).status == "merged"  # and together again
    acts = set(Entry.objects.filter(object_id=back.reference).values_list("action", flat=True))
    assert {"case.merge", "case.separate", "case.link", "case.end_link"} <= acts


def test_a_chain_of_joined_reports_comes_apart_in_its_middle(town):
    first, second, third = town.reported(), town.lodged(), town.lodged()
    both = people_of(second.case) | people_of(third.case)
    joined(town, third.case, second.case)
    joined(town, second.case, first)
    assert issue_of(first).reporters_count == 3
    apart(town, second.case)
    assert people_of(second.case) == both
    assert issue_of(first).reporters_count == 1
    assert Case.objects.get(pk=third.case.pk).status == "merged"


def test_who_has_reported_both_is_counted_once_and_stands_in_both_when_they_come_apart(town):
    first, second = town.reported(), town.reported()
    joined(town, second, first)
    assert issue_of(first).reporters_count == 1
    apart(town, second)
    for case in (first, second):
        assert follow.reporter_of(town.neighbour, case.pk) is not None


def test_reports_come_apart_with_reasons_and_by_the_dispatcher(town):
    first, second = town.reported(), town.reported()
    joined(town, second, first)
    with pytest.raises(RuleBroken):
        separate(second.pk, reasons=" ", by=town.dispatcher, now=NOW)
    for stranger in (town.master, town.neighbour, official(may.DISPATCH, body_id=town.utility.pk)):
        with pytest.raises(NotPermitted):
            separate(second.pk, reasons=WHY, by=stranger, now=NOW)


# ---- at the same moment ----
def both(*acts):
    def once(act):
        try:
            act()
        except RuleBroken as error:
            return error.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(once, acts))


@pytest.mark.django_db(transaction=True)
def test_two_dispatchers_who_join_at_once_join_once(town):
    first, second = town.reported(), town.lodged().case
    rivals = [town.dispatcher, official(may.DISPATCH, body_id=town.hall.pk)]
    done = both(
        *(lambda by=by: merge(second.pk, into=first.reference, by=by, now=NOW) for by in rivals)
    )
    assert done == ["case.step_closed", "done"]
    assert issue_of(first).reporters_count == 2
    assert second.links.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_that_are_joined_crosswise_at_once_are_joined_one_way(town):
    first, second = town.reported(), town.lodged().case
    rivals = [town.dispatcher, official(may.DISPATCH, body_id=town.hall.pk)]
    pairs = [(first, second), (second, first)]
    done = both(
        *(
            lambda one=one, into=into, by=by: merge(one.pk, into=into.reference, by=by, now=NOW)
            for (one, into), by in zip(pairs, rivals, strict=True)
        )
    )
    assert "done" in done
    assert set(done) <= {"done", "issue.into_later", "issue.into_closed"}
    assert issue_of(first).merged_into_id is None
    assert issue_of(second).merged_into_id == first.pk
