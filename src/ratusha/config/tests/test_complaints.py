"""Where complaints meet applications: what is read, what is offered, what a result does to the case."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from ratusha.accounts.public import AccessMode, User, appoint
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications import public as applications
from ratusha.applications.tests.state import (
    HOUSEHOLD,
    LATER,
    NEXT_DAY,
    NOW,
    REASONS,
    Applying,
    living_state,
)
from ratusha.cases.public import CaseMoved
from ratusha.complaints import public as complaints
from ratusha.complaints.public import ComplaintDecided, Words
from ratusha.config.after_complaint import carry_out
from ratusha.documents.public import Document, standing_of
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.models import OutboxEntry
from ratusha.parties.public import organisation

WORDS = Words(demand="Я зарэгістравана менавіта тут.", language="be")
RESULT = {"legal_source": "Закон № 433-З, арт. 25", "text": "Адрас супадае з рэестрам."}


@pytest.fixture(scope="module")
def state(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    with django_db_blocker.unblock(), living_state() as made:
        yield made


@pytest.fixture(autouse=True)
def _afternoon(state, db, settings, tmp_path):  # noqa: ARG001 - wanted, not their values
    settings.DATA = tmp_path
    with time_machine.travel(LATER, tick=False), translation.override("be"):
        yield


@pytest.fixture
def applying(state) -> Applying:
    return Applying(state, HOUSEHOLD)


@pytest.fixture
def judge(state) -> User:
    """An official of the body above the one that issues the certificate."""
    user = User.objects.get(pk=state.officials["fund"].pk)
    above = organisation(state.bodies["clerk"].pk).parent_id
    rights = ["cases.see", "cases.accept", "cases.decide"]
    appoint(user, above, rights, {"en": "Lawyer"}, NOW.date(), by=None)
    return user


def considered(applying: Applying, judge: User, result: str, *, words: Words = WORDS) -> tuple:
    """A refused application, a complaint about it with this result, and the event that tells it."""
    case = applying.refused()
    complaint = complaints.complain(case.pk, words=words, by=applying.user, now=LATER)
    complaints.accept(complaint.pk, by=judge, now=LATER)
    complaints.decide(complaint.pk, result=result, by=judge, now=LATER, **RESULT)
    told = OutboxEntry.objects.get(event="complaints.ComplaintDecided").payload
    event = ComplaintDecided(
        **{**told, "complaint_id": complaint.pk, "case_id": case.pk, "at": LATER}
    )
    return case, complaint, event


def test_a_returned_decision_is_cancelled_and_the_application_considered_anew(applying, judge):
    case, _complaint, event = considered(applying, judge, "return")
    before = applications.Decision.objects.get(case=case)
    carry_out(event)
    case.refresh_from_db()
    assert (case.status, case.closed_on, case.handler) == ("in_work", None, None)
    assert case.due_on == LATER.date()  # a certificate is given on the day
    paper = Document.objects.with_standing().get(pk=before.document_id)
    assert standing_of(paper, LATER.date()) == "revoked"


def test_what_everybody_can_read_of_the_cancelled_paper_has_nothing_of_the_complaint(
    applying, judge
):
    case, _complaint, event = considered(applying, judge, "return")
    carry_out(event)
    said = applications.Decision.objects.get(case=case).cancelled_because
    assert RESULT["legal_source"] in said
    assert RESULT["text"] not in said
    assert WORDS.demand not in said


def test_a_cancelled_decision_is_cancelled_and_nothing_takes_its_place(applying, judge):
    case, _complaint, event = considered(applying, judge, "cancel")
    carry_out(event)
    case.refresh_from_db()
    assert case.status == "annulled"


def test_a_changed_decision_is_written_anew_in_a_term_of_its_own_that_both_can_read(
    applying, judge
):
    case, complaint, event = considered(applying, judge, "change")
    before = applications.Decision.objects.get(case=case)
    carry_out(event)
    case.refresh_from_db()
    assert case.status == "in_work"
    assert case.due_on == date(2026, 12, 16)  # fifteen days, a sample; a certificate has one
    assert complaints.Obligation.objects.get(case=complaint).due_on == case.due_on
    paper = Document.objects.with_standing().get(pk=before.document_id)
    assert standing_of(paper, LATER.date()) == "revoked"
    mine = sign_in(Client(), applying.user, AccessMode.PASSWORD)
    assert "16 снежня 2026" in owed(mine.get(case.address).text)
    desk = sign_in(Client(), applying.official, AccessMode.STRICT, case.body_id)
    said = owed(desk.get(case.desk_address).text)
    assert "16 снежня 2026" in said
    assert RESULT["text"] in said  # how to decide


def owed(page: str) -> str:
    """The cards beside the case."""
    return " ".join(
        re.findall(
            r'<section class="card" aria-labelledby="related.*?</section>',
            page.replace("\u00a0", " "),
            re.DOTALL,
        )
    )


@pytest.mark.parametrize("result", ["return", "change"])
def test_the_next_decision_ends_what_is_owed_and_an_earlier_one_told_late_does_not(
    applying, judge, result
):
    case, complaint, event = considered(applying, judge, result)
    moved = {"case_id": case.pk, "kind": "application", "step": "grant", "status": "granted"}
    complaints.hear_decision(CaseMoved(**moved, outcome="refused", at=NOW))
    carry_out(event)
    assert complaints.Obligation.objects.get(case=complaint).ended_at is None
    applications.take_up(case.pk, by=applying.official, now=NEXT_DAY)
    applications.grant(case.pk, by=applying.official, now=NEXT_DAY)
    for _twice in range(2):
        complaints.hear_decision(CaseMoved(**moved, outcome="granted", at=NEXT_DAY))
    assert complaints.Obligation.objects.get(case=complaint).ended_at == NEXT_DAY
    mine = sign_in(Client(), applying.user, AccessMode.PASSWORD)
    assert "снежня 2026" not in owed(mine.get(case.address).text).partition("Ваша скарга")[0]


def test_a_body_that_was_late_owes_a_decision_by_a_day_and_stays_late(applying, judge):
    case = applying.accepted()
    late = NOW + timedelta(days=3)
    complaint = complaints.complain(case.pk, words=WORDS, by=applying.user, now=late)
    complaints.accept(complaint.pk, by=judge, now=late)
    complaints.decide(complaint.pk, result="oblige", by=judge, now=late, **RESULT)
    before = case.due_on
    case.refresh_from_db()
    assert case.due_on == before
    assert complaints.Obligation.objects.get(case=complaint).due_on == date(2026, 12, 21)


@pytest.mark.parametrize("result", ["uphold"])
def test_a_decision_that_stands_is_left_alone(applying, judge, result):
    case, _complaint, event = considered(applying, judge, result)
    assert not complaints.Obligation.objects.exists()
    carry_out(event)
    case.refresh_from_db()
    assert case.status == "refused"


def test_a_result_told_twice_does_not_touch_the_new_decision(applying, judge):
    case, _complaint, event = considered(applying, judge, "return")
    carry_out(event)
    carry_out(event)
    applications.take_up(case.pk, by=applying.official, now=NEXT_DAY)
    applications.grant(case.pk, by=applying.official, now=NEXT_DAY)
    carry_out(event)
    case.refresh_from_db()
    assert case.status == "granted"


def test_a_new_decision_may_be_complained_about_anew(applying, judge):
    case, first, event = considered(applying, judge, "return")
    carry_out(event)
    applications.take_up(case.pk, by=applying.official, now=NEXT_DAY)
    applications.grant(case.pk, by=applying.official, now=NEXT_DAY)
    again = complaints.complain(case.pk, words=WORDS, by=applying.user, now=NEXT_DAY)
    assert again != first


def test_the_official_who_refused_cannot_consider_even_from_the_higher_body(applying, state):
    clerk = User.objects.get(pk=state.officials["clerk"].pk)
    above = organisation(state.bodies["clerk"].pk).parent_id
    rights = ["cases.see", "cases.accept", "cases.decide"]
    appoint(clerk, above, rights, {"en": "Lawyer"}, NOW.date(), by=None)
    complaint = complaints.complain(applying.refused().pk, words=WORDS, by=applying.user, now=LATER)
    page = sign_in(Client(), clerk, AccessMode.STRICT, above)
    assert (
        page.post(reverse("complaints:desk_accept", args=[complaint.reference])).status_code == 403
    )


def test_the_page_of_a_refused_application_offers_to_complain_until_the_day(applying):
    case = applying.refused()
    page = sign_in(Client(), applying.user, AccessMode.PASSWORD)
    text = page.get(reverse("applications:case", args=[case.reference])).text
    assert reverse("complaints:about", args=[case.reference]) in text
    assert "1 снежня 2027" in text.replace("\u00a0", " ")


def test_the_higher_body_reads_ground_and_reasons_and_the_look_is_noted(applying, judge):
    complaint = complaints.complain(applying.refused().pk, words=WORDS, by=applying.user, now=LATER)
    page = sign_in(Client(), judge, AccessMode.STRICT, complaint.body_id)
    assert complaint.reference in page.get(reverse("portal:desk")).text
    text = page.get(complaint.desk_address).text
    assert REASONS in text
    assert "статья 25" in text
    mine = sign_in(Client(), applying.user, AccessMode.PASSWORD)
    journal = mine.get(reverse("exchange:journal")).text
    assert "Разгляд скаргі" in journal


def test_a_letter_about_a_complaint_leads_to_the_complaint(applying):
    complaint = complaints.complain(applying.refused().pk, words=WORDS, by=applying.user, now=LATER)
    page = sign_in(Client(), applying.user, AccessMode.PASSWORD)
    assert page.get(reverse("portal:my_case", args=[complaint.reference])).url == complaint.address
    assert timezone.localdate(LATER) == complaint.lodged_on


@pytest.mark.parametrize("own", [True, False])
def test_the_term_of_a_complaint_can_be_recomputed_by_anybody(applying, state, own):
    case, user = applying.refused(), applying.user
    if own:
        complaint = complaints.complain(case.pk, words=WORDS, by=user, now=LATER)
    else:
        user = User.objects.get(pk=state.citizens["jadviha"].pk)
        complaint = complaints.complain_as_third_party(
            number=case.reference,
            first_body_id=case.body_id,
            subject=complaints.Subject.DECISION,
            applicant_id=user.party_id,
            words=Words(demand="Адмяніце.", language="be", touches="Мая кватэра."),
            by=user,
            now=LATER,
        )
    text = sign_in(Client(), user, AccessMode.PASSWORD).get(complaint.address).text
    address = re.search(r'href="([^"]*/clock/\?[^"]*)"', text)[1]
    counted = Client().get(unescape(address)).text.replace("\u00a0", " ")
    assert day_in_words(complaint.due_on) in counted
