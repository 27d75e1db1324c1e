"""The pages of the side ways: a supplement, a second official, a clock that stands, a refusal across the counter."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.applications.models import Decision, Supplement
from ratusha.applications.public import (
    ask_correction,
    ask_for_second_official,
    await_payment,
    reopen,
    resume,
    suspend,
)
from ratusha.cases.public import Case
from ratusha.ui.formats import day

from .state import BENEFIT, LATER, NOW, REASONS, TODAY, TRADE, a_page
from .test_services_accept import ABROAD
from .test_services_correct import ANSWER, UNTIL, WANTED
from .test_services_reopen import WHY


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def at_desk(client, applying):
    one = applying()
    return sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)


@pytest.fixture
def asked(applying):
    case = applying().accepted(now=NOW)
    return ask_correction(case.pk, wanted=WANTED, until=UNTIL, by=applying().official, now=NOW)


def to(name: str, case: Case) -> str:
    return reverse(f"applications:{name}", args=[case.reference])


# a supplement


def test_an_official_asks_for_a_supplement(at_desk, applying):
    case = applying().accepted(now=NOW)
    assert to("desk_ask_correction", case) in at_desk.get(to("desk_case", case)).text
    assert "10" in at_desk.get(to("desk_ask_correction", case)).text
    sent = {"wanted": WANTED, "until_day": "8", "until_month": "12", "until_year": "2026"}
    answer = at_desk.post(to("desk_ask_correction", case), sent)
    assert answer.status_code == 302
    assert Supplement.objects.get(case=case).until == UNTIL


def test_a_day_too_far_is_422_and_keeps_the_words(at_desk, applying):
    case = applying().accepted(now=NOW)
    sent = {"wanted": WANTED, "until_day": "8", "until_month": "2", "until_year": "2027"}
    answer = at_desk.post(to("desk_ask_correction", case), sent)
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert WANTED in answer.text


def test_the_applicant_sees_what_is_wanted_and_answers(client, applying, asked):
    alena = sign_in(client, applying().user)
    page = alena.get(to("case", asked)).text
    assert WANTED in page
    assert to("answer", asked) in page
    assert WANTED in alena.get(to("answer", asked)).text
    paper = SimpleUploadedFile("2.pdf", a_page(), content_type="application/pdf")
    sent = {"text": ANSWER, "title": "Старонка 2", "file": paper}
    assert alena.post(to("answer", asked), sent).status_code == 302
    asked.refresh_from_db()
    assert (asked.status, asked.attachments.get().title) == ("in_work", "Старонка 2")
    assert ANSWER in alena.get(to("case", asked)).text


def test_an_empty_answer_is_422_and_a_file_needs_a_name(client, applying, asked):
    alena = sign_in(client, applying().user)
    assert alena.post(to("answer", asked), {"text": " "}).status_code == 422
    paper = SimpleUploadedFile("2.pdf", a_page(), content_type="application/pdf")
    answer = alena.post(to("answer", asked), {"text": ANSWER, "file": paper})
    assert answer.status_code == 422
    assert ANSWER in answer.text
    asked.refresh_from_db()
    assert asked.status == "correction"


def test_a_stranger_finds_nothing_to_answer(client, applying, asked):
    stranger = sign_in(client, applying(who="dzmitry").user)
    assert stranger.get(to("answer", asked)).status_code == 404


def test_going_on_before_the_day_is_422(at_desk, asked):
    answer = at_desk.post(to("desk_go_on", asked), {"note": "не чакаю"})
    assert answer.status_code == 422
    assert "не чакаю" in answer.text


# four eyes


@pytest.fixture
def written(applying, state):
    case = applying().accepted(now=NOW)
    ask_for_second_official(case.body_id, asked=True, by=state.officials["head"], now=NOW)
    return case


def test_the_writer_is_told_that_another_confirms(at_desk, written):
    page = at_desk.get(to("desk_grant", written)).text
    assert "другая службовая асоба" in page
    assert at_desk.post(to("desk_grant", written), {"note": ""}).status_code == 302
    page = at_desk.get(to("desk_case", written)).text
    assert to("desk_confirm", written) not in page
    assert at_desk.post(to("desk_confirm", written)).status_code == 403


def test_a_draft_is_given_back_written_again_and_confirmed(client, applying, written):
    first = applying().official
    sign_in(client, first, acting=written.body_id)
    client.post(to("desk_refuse", written), {"ground": "no_grounds", "reasons": REASONS})
    other = official("cases.see", "cases.decide", body_id=written.body_id)
    sign_in(client, other, acting=written.body_id)
    page = client.get(to("desk_confirm", written)).text
    assert REASONS in page
    assert client.post(to("desk_give_back", written), {"note": " "}).status_code == 422
    assert client.post(to("desk_give_back", written), {"note": "Дапішыце"}).status_code == 302
    sign_in(client, first, acting=written.body_id)
    assert "Дапішыце" in client.get(to("desk_case", written)).text
    client.post(to("desk_refuse", written), {"ground": "no_grounds", "reasons": REASONS})
    sign_in(client, other, acting=written.body_id)
    assert client.post(to("desk_confirm", written)).status_code == 302
    decision = Decision.objects.of(written)
    assert (decision.by, decision.drafted_by) == (other, first)


def test_without_a_draft_there_is_nothing_to_confirm(at_desk, applying):
    assert at_desk.get(to("desk_confirm", applying().accepted(now=NOW))).status_code == 404


# the clock


def test_a_clock_that_stands_says_so_and_afterwards_both_dates(client, applying, time_machine):
    trade = applying(TRADE, "pavel", of="trader")
    case = trade.accepted(now=NOW)
    suspend(case.pk, by=trade.official, now=NOW, note=ABROAD)
    pavel = sign_in(client, trade.user)
    page = pavel.get(to("case", case)).text
    assert ABROAD in page
    assert day(date(2026, 12, 1)) in page  # stands since
    assert day(date(2026, 12, 8)) in page  # was to come by
    later = NOW + timedelta(days=10)
    resume(case.pk, by=trade.official, now=later)
    time_machine.move_to(later, tick=False)
    pavel = sign_in(client, trade.user)
    page = pavel.get(to("case", case)).text
    assert day(date(2026, 12, 11)) in page
    assert day(date(2026, 12, 18)) in page  # seven days were left


def test_the_person_sees_what_another_body_was_asked_and_since_when(client, applying, state):
    case = applying(BENEFIT).accepted(now=NOW)
    page = sign_in(client, applying(BENEFIT).user).get(to("case", case)).text
    assert state.bodies["fund"].title("be") in page
    assert day(date(2026, 12, 1)) in page


def test_a_payment_that_is_awaited_is_said(client, applying):
    case = applying().accepted(now=NOW)
    await_payment(case.pk, now=NOW, until=UNTIL)
    page = sign_in(client, applying().user).get(to("case", case)).text
    assert day(date(2026, 12, 8)) in page


# a refusal across the counter; a cancelled decision


def test_the_way_of_telling_is_asked_at_the_counter_only(at_desk, applying):
    case = applying().lodged(now=NOW)
    assert 'name="form"' not in at_desk.get(to("desk_refuse_to_accept", case)).text
    Case.objects.filter(pk=case.pk).update(channel="counter")
    assert 'name="form"' in at_desk.get(to("desk_refuse_to_accept", case)).text
    sent = {"ground": "documents_missing", "reasons": REASONS, "form": "oral"}
    assert at_desk.post(to("desk_refuse_to_accept", case), sent).status_code == 302
    assert Decision.objects.of(case).form == "oral"
    assert at_desk.get(to("desk_case", case)).status_code == 200


def test_a_cancelled_decision_is_shown_as_cancelled(client, applying):
    case = applying().refused(now=NOW)
    reopen(case.pk, reason=WHY, by=None, now=NOW)
    alena = sign_in(client, applying().user)
    page = alena.get(to("case", case)).text
    assert WHY in page
    assert alena.post(to("open_decision", case)).status_code == 404
    assert Decision.objects.of(case).cancelled_at.date() == TODAY
