"""The counter on PostgreSQL: queue, check, the same back office, and hands kept apart."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from ratusha.accounts.public import appoint
from ratusha.applications.models import Draft
from ratusha.applications.public import accept, lodge, save_page
from ratusha.applications.tests.state import HOUSEHOLD, NOW, TODAY, a_page
from ratusha.audit.models import Entry
from ratusha.cases.public import Case, steps_open_to
from ratusha.counter.models import SignedPaper, Ticket, Visit
from ratusha.counter.queries import board, wait_of
from ratusha.counter.services.papers import lodge_signed, print_for_signature, record_signed
from ratusha.counter.services.queue import call_next, did_not_come, take_ticket
from ratusha.counter.services.visit import begin_application, check_identity, finish
from ratusha.exchange.public import journal_of
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .conftest import DOCUMENT

LATER = NOW + timedelta(minutes=12)


def filled(visit, official) -> Draft:
    draft = begin_application(visit.pk, HOUSEHOLD, by=official, language="be", now=NOW)
    for one in draft.edition.promise.form:
        given = {"purpose": "school"} if any(f.code == "purpose" for f in one.fields) else {}
        draft = save_page(draft.pk, one.code, given, by=official, language="be", now=NOW)
    return draft


def lodged(visit, official, scan=None) -> Case:
    draft = filled(visit, official)
    print_for_signature(visit.pk, draft.pk, by=official, now=NOW)
    record_signed(visit.pk, draft.pk, scan=scan, by=official, now=NOW)
    return lodge_signed(visit.pk, draft.pk, by=official, now=NOW)


def test_tickets_are_numbered_by_body_and_day(official, body):
    first, second = (take_ticket(body, by=official, now=NOW) for _one in range(2))
    tomorrow = take_ticket(body, by=official, now=NOW + timedelta(days=1))
    assert [first.printed, second.printed, tomorrow.printed] == ["001", "002", "001"]


def test_the_database_gives_no_number_twice(official, body):
    ticket = take_ticket(body, by=official, now=NOW)
    with pytest.raises(IntegrityError, match="ticket_number_is_given_once_a_day"):
        Ticket.objects.create(body_id=body, day=TODAY, number=ticket.number, taken_at=NOW)


def test_only_who_serves_there_gives_tickets_and_calls(state, body):
    clerk = state.officials["clerk"]
    with pytest.raises(NotPermitted):
        take_ticket(body, by=clerk, now=NOW)
    with pytest.raises(NotPermitted):
        call_next(body, "1", by=clerk, now=NOW)


def test_who_has_waited_longest_is_called_and_one_at_a_time(official, body):
    first = take_ticket(body, by=official, now=NOW)
    take_ticket(body, by=official, now=NOW)
    visit = call_next(body, "3", by=official, now=NOW)
    assert visit.ticket == first
    with pytest.raises(RuleBroken, match="busy"):
        call_next(body, "3", by=official, now=NOW)


def test_calling_an_empty_queue_calls_nobody(official, body):
    assert call_next(body, "3", by=official, now=NOW) is None


def test_the_board_shows_numbers_and_the_measured_wait(official, body, visit):
    finish(visit.pk, by=official, now=LATER)
    for _one in range(2):
        take_ticket(body, by=official, now=LATER)
    last = take_ticket(body, by=official, now=LATER)
    call_next(body, "3", by=official, now=LATER)
    found = board(body, TODAY)
    assert [one.printed for one in found.called] == ["002"]
    assert [one.printed for one in found.waiting] == ["003", "004"]
    assert found.wait == timedelta(minutes=24)
    assert wait_of(last) == (1, timedelta(minutes=12))


def test_who_did_not_come_frees_the_window(official, body, called):
    did_not_come(called.pk, by=official, now=NOW)
    assert Ticket.objects.get().end == "absent"
    assert board(body, TODAY).called == []


def test_nothing_is_begun_before_the_check(official, called):
    with pytest.raises(RuleBroken, match="not_checked"):
        begin_application(called.pk, HOUSEHOLD, by=official, language="be", now=NOW)
    assert not Draft.objects.exists()


def test_the_check_is_in_the_journal_of_the_person(state, visit, body):
    rows = journal_of(state.party("alena"))
    assert [(row.purpose, row.body_id) for row in rows] == [("counter_identity", body)]
    assert visit.person_id == state.party("alena")
    assert visit.consented_at == NOW


def test_a_wrong_document_tells_nothing_and_the_third_ends_the_visit(official, called):
    def try_once():
        check_identity(
            called.pk, document_number="MP0000000", stands_here=True, agrees=True, by=official, now=NOW
        )  # fmt: skip

    for _one in range(3):
        with pytest.raises(RuleBroken, match="no_such_document"):
            try_once()
    assert Visit.objects.get().ended_at == NOW
    with pytest.raises(NotPermitted):
        try_once()
    assert Entry.objects.filter(action="counter.wrong_document").count() == 3


def test_an_official_does_not_serve_oneself(state, official, called):
    official.party_id = state.party("alena")
    with pytest.raises(RuleBroken, match="no_such_document"):
        check_identity(
            called.pk, document_number=DOCUMENT, stands_here=True, agrees=True, by=official, now=NOW
        )  # fmt: skip


def test_questions_to_registers_are_asked_in_the_name_of_the_counter(state, official, visit, body):
    begin_application(visit.pk, HOUSEHOLD, by=official, language="be", now=NOW)
    rows = journal_of(state.party("alena"))
    assert {row.body_id for row in rows} == {body}
    assert {row.purpose for row in rows} == {"counter_identity", "prefill"}


def test_the_case_is_the_persons_own_and_came_by_the_counter(state, official, visit):
    case = lodged(visit, official)
    assert (case.applicant_id, case.channel) == (state.party("alena"), "counter")
    assert Case.objects.mine(state.citizens["alena"], TODAY).get() == case
    assert SignedPaper.objects.get().case == case
    assert case.body_id == state.bodies["clerk"].pk


def test_the_scan_of_the_signed_paper_is_in_the_case(official, visit):
    scan = SimpleUploadedFile("заява.pdf", a_page(), "application/pdf")
    case = lodged(visit, official, scan)
    assert [one.title for one in case.attachments.all()] == ["Падпісаная заява"]


def test_nothing_is_lodged_without_the_signed_paper(official, visit):
    draft = filled(visit, official)
    with pytest.raises(RuleBroken, match="not_printed"):
        lodge(draft.pk, by=official, now=NOW)
    print_for_signature(visit.pk, draft.pk, by=official, now=NOW)
    with pytest.raises(RuleBroken, match="not_signed"):
        lodge_signed(visit.pk, draft.pk, by=official, now=NOW)
    assert not Case.objects.exists()


def test_a_change_after_signing_makes_the_signature_void(official, visit):
    draft = filled(visit, official)
    print_for_signature(visit.pk, draft.pk, by=official, now=NOW)
    record_signed(visit.pk, draft.pk, scan=None, by=official, now=NOW)
    page = next(p for p in draft.edition.promise.form if any(f.code == "purpose" for f in p.fields))
    save_page(draft.pk, page.code, {"purpose": "court"}, by=official, language="be", now=NOW)
    with pytest.raises(RuleBroken, match="changed_since_printed"):
        lodge_signed(visit.pk, draft.pk, by=official, now=NOW)


def test_what_is_not_filled_in_is_not_printed(official, visit):
    draft = begin_application(visit.pk, HOUSEHOLD, by=official, language="be", now=NOW)
    with pytest.raises(RuleBroken, match="not_filled"):
        print_for_signature(visit.pk, draft.pk, by=official, now=NOW)


def test_the_official_who_filed_does_not_decide(state, official, visit):
    case = lodged(visit, official)
    permissions = ["cases.see", "cases.accept", "cases.decide"]
    appoint(official, case.body_id, permissions, {"be": "Спецыяліст"}, TODAY, by=None)
    assert steps_open_to(official, case, TODAY) == []
    with pytest.raises(NotPermitted):
        accept(case.pk, by=official, now=NOW)
    assert steps_open_to(state.officials["clerk"], case, TODAY) != []


def test_when_the_person_leaves_nothing_about_them_opens_any_more(official, visit):
    draft = filled(visit, official)
    finish(visit.pk, by=official, now=LATER)
    assert not Draft.objects.filter(pk=draft.pk).exists()
    with pytest.raises(NotPermitted):
        begin_application(visit.pk, HOUSEHOLD, by=official, language="be", now=LATER)


def test_another_official_opens_nothing_at_this_window(state, visit):
    with pytest.raises(NotPermitted):
        begin_application(visit.pk, HOUSEHOLD, by=state.officials["clerk"], language="be", now=NOW)
