from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.audit.models import Entry
from ratusha.cases import public as services
from ratusha.cases import related
from ratusha.cases.models import Case, ClockEntry
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.terms import Term

from .factories import CaseFactory, Step

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
MARKS = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}


def worker(case, *more):
    return official("cases.see", "cases.accept", "cases.decide", *more, body_id=case.body_id)


def test_an_opened_case_has_a_number_a_running_clock_a_history_and_a_trace():
    applicant = UserFactory()
    case = services.open_case(
        kind="errand", status="lodged", applicant_id=applicant.party_id, by=applicant, body_id=uuid4(),
        subject_code="T/1", title={"be": "Даручэнне"}, language="be", term=Term.parse("15 days"),
        term_source="Law 433-З, art. 20", now=NOW,
    )  # fmt: skip
    case.refresh_from_db()
    assert (case.lodged_on, case.due_on) == (date(2026, 3, 10), date(2026, 3, 25))
    assert case.reference.startswith("2026-")
    assert [s.step for s in case.history.all()] == ["lodge"]
    assert Entry.objects.filter(action="case.lodge", object_id=case.reference).count() == 1


def test_a_number_that_a_case_has_already_is_drawn_again(monkeypatch):
    drawn = iter(2 * "00000000" + "11111111")
    monkeypatch.setattr("secrets.choice", lambda _letters: next(drawn))
    first, second = (
        services.open_case(
            kind="errand", status="lodged", applicant_id=uuid4(), by=UserFactory(), body_id=uuid4(),
            subject_code="T/1", title={"be": "Даручэнне"}, language="be", term=Term.parse("15 days"),
            term_source="Law 433-З, art. 20", now=NOW,
        )
        for _once in range(2)
    )  # fmt: skip
    assert (first.reference[:9], second.reference[:9]) == ("2026-0000", "2026-1111")


def test_granting_closes_the_case_and_leaves_a_trace():
    case = CaseFactory(in_work=True)
    case.handler = worker(case)
    case.save()
    services.take_step(case.pk, Step.GRANT, by=case.handler, now=NOW)
    case.refresh_from_db()
    assert (case.status, case.outcome, case.closed_on) == ("granted", "granted", date(2026, 3, 10))
    assert Entry.objects.filter(action="case.grant").count() == 1


def test_nobody_accepts_their_own_application():
    case = CaseFactory()
    insider = official("cases.accept", body_id=case.body_id, party_id=case.applicant_id)
    with pytest.raises(NotPermitted):
        services.take_step(case.pk, Step.ACCEPT, by=insider, now=NOW)


def test_an_official_of_another_body_may_take_no_step():
    case = CaseFactory()
    with pytest.raises(NotPermitted):
        services.take_step(case.pk, Step.ACCEPT, by=official("cases.accept"), now=NOW)


def test_only_the_handler_decides():
    case = CaseFactory(in_work=True)
    case.handler = worker(case)
    case.save()
    with pytest.raises(NotPermitted):
        services.take_step(case.pk, Step.GRANT, by=worker(case), now=NOW)


def test_a_failed_step_changes_nothing():
    case = CaseFactory()
    with pytest.raises(RuleBroken, match="step_closed"):
        services.take_step(case.pk, Step.GRANT, by=worker(case), now=NOW)
    case.refresh_from_db()
    assert case.status == "lodged"
    assert not case.history.exists()
    assert not Entry.objects.filter(action__startswith="case.").exists()


def test_a_step_taken_twice_is_taken_once():
    case = CaseFactory()
    services.take_step(case.pk, Step.ACCEPT, by=worker(case), now=NOW)
    with pytest.raises(RuleBroken, match="step_closed"):
        services.take_step(case.pk, Step.ACCEPT, by=worker(case), now=NOW)
    assert case.history.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_officials_at_the_same_moment_get_one_success():
    case = CaseFactory()
    rivals = [worker(case), worker(case)]

    def accept(by):
        try:
            services.take_step(case.pk, Step.ACCEPT, by=by, now=NOW)
        except RuleBroken as error:
            return error.code
        finally:
            connection.close()
        return "accepted"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(accept, rivals)) == ["accepted", "case.step_closed"]
    assert case.history.count() == 1


def test_an_extension_is_counted_from_the_same_start():
    case = CaseFactory()
    services.extend_term(
        case.pk, term=Term.parse("1 month"), reason="request_to_body", source="Law 433-З, art. 20", by=None, now=NOW
    )  # fmt: skip
    case.refresh_from_db()
    assert case.due_on == date(2026, 4, 2)


def test_a_stopped_clock_has_no_due_date_until_it_goes_on():
    case = CaseFactory()
    services.stop_clock(case.pk, reason="foreign_request", source="Law 433-З", by=None, now=NOW)
    case.refresh_from_db()
    assert (case.due_on, case.stopped_on) == (None, date(2026, 3, 10))
    later = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
    services.resume_clock(case.pk, reason="foreign_request", source="Law 433-З", by=None, now=later)
    case.refresh_from_db()
    assert case.stopped_on is None
    assert case.due_on == date(2026, 3, 27)


def test_a_clock_is_not_stopped_twice():
    case = CaseFactory()
    services.stop_clock(case.pk, reason="foreign_request", source="Law 433-З", by=None, now=NOW)
    with pytest.raises(RuleBroken, match="clock_stands"):
        services.stop_clock(case.pk, reason="foreign_request", source="Law 433-З", by=None, now=NOW)


def test_the_head_gives_a_case_to_an_official_who_may_decide():
    case = CaseFactory(in_work=True)
    head, clerk = worker(case, "cases.assign"), worker(case)
    services.hand_to(case.pk, clerk, by=head, now=NOW)
    case.refresh_from_db()
    assert case.handler == clerk


def test_a_case_is_not_given_to_who_may_not_decide():
    case = CaseFactory(in_work=True)
    with pytest.raises(RuleBroken, match="handler_unfit"):
        services.hand_to(case.pk, official("cases.see"), by=worker(case, "cases.assign"), now=NOW)


def test_a_clerk_may_not_take_a_case_from_a_colleague():
    case = CaseFactory(in_work=True)
    case.handler = worker(case)
    case.save()
    rival = worker(case)
    with pytest.raises(NotPermitted):
        services.hand_to(case.pk, rival, by=rival, now=NOW)


def test_a_stranger_may_not_write_in_a_case():
    with pytest.raises(NotPermitted):
        services.send_message(CaseFactory().pk, text="Hello", by=UserFactory(), now=NOW)


def test_an_empty_message_is_not_sent():
    applicant = UserFactory()
    case = CaseFactory(applicant_id=applicant.party_id)
    with pytest.raises(RuleBroken, match="message_empty"):
        services.send_message(case.pk, text="  \n ", by=applicant, now=NOW)


def test_a_finished_case_is_rated_once():
    applicant = UserFactory()
    case = CaseFactory(applicant_id=applicant.party_id, granted=True)
    services.rate(case.pk, scores=MARKS, comment="", by=applicant, now=NOW)
    with pytest.raises(Conflict, match="rated"):
        services.rate(case.pk, scores=MARKS, comment="", by=applicant, now=NOW)


def test_a_running_case_is_not_rated():
    applicant = UserFactory()
    with pytest.raises(RuleBroken, match="no_result"):
        services.rate(
            CaseFactory(applicant_id=applicant.party_id).pk, scores=MARKS, comment="", by=applicant, now=NOW
        )  # fmt: skip


def test_a_case_is_rated_only_by_its_applicant():
    with pytest.raises(NotPermitted):
        services.rate(
            CaseFactory(granted=True).pk, scores=MARKS, comment="", by=UserFactory(), now=NOW
        )


def test_the_database_refuses_an_outcome_of_an_open_case():
    case = CaseFactory()
    with (
        pytest.raises(IntegrityError, match="case_outcome_if_and_only_if_closed"),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=case.pk).update(outcome="granted")


def test_the_database_refuses_a_second_start_of_a_clock():
    case = CaseFactory()
    with pytest.raises(IntegrityError, match="clock_starts_once"), transaction.atomic():
        ClockEntry.objects.create(
            case=case, tick="start", on=date(2026, 3, 3), term="1 day", source="x", at=NOW
        )


def test_an_official_sees_the_cases_of_their_bodies_only_and_never_their_own():
    case, own = CaseFactory(), CaseFactory()
    clerk = official("cases.see", body_id=case.body_id, party_id=own.applicant_id)
    CaseFactory(body_id=case.body_id, applicant_id=own.applicant_id)
    day = date(2026, 3, 10)
    assert list(Case.objects.at_desk_of(clerk, day, body=case.body_id)) == [case]
    assert not Case.objects.at_desk_of(clerk, day, body=own.body_id).exists()
    assert not Case.objects.at_desk_of(clerk, day, body=None).exists()


def test_lodging_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    applicant = UserFactory()
    with django_assert_max_num_queries(8):
        services.open_case(
            kind="errand", status="lodged", applicant_id=applicant.party_id, by=applicant, body_id=uuid4(),
            subject_code="T/1", title={"be": "Даручэнне"}, language="be", term=Term.parse("15 days"),
            term_source="Law 433-З, art. 20", now=NOW,
        )  # fmt: skip


@pytest.fixture
def speaker():
    """Something that another kind says about every case; what was plugged in before comes back."""
    before = list(related._speakers)
    yield related.plug_related
    related.plug_related(*before)


def test_a_case_is_linked_once_to_the_one_it_is_about():
    first, second = CaseFactory(), CaseFactory()
    services.link_cases(second, about=first, kind="complaint", by=None, now=NOW)
    assert [link.case for link in first.links_to_it.all()] == [second]
    assert Entry.objects.filter(action="case.link", object_id=second.reference).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        services.link_cases(second, about=first, kind="complaint", by=None, now=NOW)


def test_no_case_is_about_itself():
    case = CaseFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        services.link_cases(case, about=case, kind="complaint", by=None, now=NOW)


def test_another_kind_says_to_the_reader_what_concerns_the_case(speaker):
    case, reader = CaseFactory(), UserFactory()
    said = related.Related(title="Complaint", text="One may complain.")

    def speak(one, *, user, at_desk, on):
        return [said] if (one, user, at_desk, on) == (case, reader, False, NOW.date()) else []

    speaker(speak)
    assert related.related_to(case, user=reader, at_desk=False, on=NOW.date()) == [said]
    assert related.related_to(case, user=reader, at_desk=True, on=NOW.date()) == []
