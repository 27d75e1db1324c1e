"""The pages: what is theirs, what is wrong and said so, what is done."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from ratusha.accounts.public import AccessMode, appoint
from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.cases.models import Case, CaseLink
from ratusha.complaints.models import Complaint, Ruling
from ratusha.complaints.offers import said_beside
from ratusha.complaints.services import decide, examine, explain
from ratusha.parties.tests.factories import BodyFactory

from .conftest import NOW, TOUCHED, WORKS

REASON = {"legal_source": "Закон № 433-З, арт. 25", "text": "Падстава не пацвердзілася."}
TYPED = {
    "number": "", "subject": "decision", "touches": "Мая зямля.", "demand": "Адмяніце.", "language": "ru",
}  # fmt: skip


def at(name, *arguments):
    return reverse(f"complaints:{name}", args=arguments)


@pytest.fixture
def citizen():
    """`citizen(user)`: their browser."""
    return lambda user: sign_in(Client(), user, AccessMode.PASSWORD)


@pytest.fixture
def at_desk():
    return lambda user, body: sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture
def judge(dispute, at_desk):
    return at_desk(dispute.judge, dispute.above)


# ---- the applicant ----
def test_the_applicant_complains_in_one_page(dispute, citizen):
    page = citizen(dispute.applicant)
    shown = page.get(at("about", dispute.case.reference)).text
    assert "Так вырашана." in shown
    assert "Выканкам" in shown
    assert "9 сакавіка 2027" in shown.replace("\u00a0", " ")
    sent = page.post(
        at("about", dispute.case.reference), {"demand": "Не згодная.", "language": "be"}
    )
    complaint = Case.objects.get(kind="complaint")
    assert sent.url == at("case", complaint.reference)
    text = page.get(sent.url).text
    assert dispute.case.reference in text
    assert "Не згодная." in text


def test_empty_words_are_said_at_their_question(dispute, citizen):
    answer = citizen(dispute.applicant).post(
        at("about", dispute.case.reference), {"language": "be"}
    )
    assert answer.status_code == 422
    assert "#id_demand" in answer.text
    assert not Complaint.objects.exists()


def test_after_the_year_the_reason_is_asked_for(dispute, citizen, time_machine):
    time_machine.move_to("2027-03-11 09:00Z", tick=False)
    page = citizen(dispute.applicant)
    assert "late_reasons" in page.get(at("about", dispute.case.reference)).text
    answer = page.post(at("about", dispute.case.reference), {"demand": "Не.", "language": "be"})
    assert answer.status_code == 422
    assert "#id_late_reasons" in answer.text


def test_without_a_body_above_the_page_says_to_court_and_has_no_form(dispute, citizen):
    dispute.body.parent = None
    dispute.body.save()
    page = citizen(dispute.applicant)
    shown = page.get(at("about", dispute.case.reference)).text
    assert "аспрэчваюць адразу ў судзе" in shown
    assert "id_demand" not in shown
    assert (
        page.post(
            at("about", dispute.case.reference), {"demand": "Не.", "language": "be"}
        ).status_code
        == 200
    )
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("page", ["case", "withdraw"])
def test_a_complaint_is_nobody_elses(dispute, citizen, page):
    complaint = dispute.complained()
    assert citizen(dispute.neighbour).get(at(page, complaint.reference)).status_code == 404
    assert Client().get(at(page, complaint.reference)).status_code == 302


def test_nobody_complains_about_another_persons_case_as_if_it_were_theirs(dispute, citizen):
    assert citizen(dispute.neighbour).get(at("about", dispute.case.reference)).status_code == 404


def test_a_case_with_nothing_to_complain_about_offers_no_page(dispute, citizen):
    fresh = dispute.errand(due_on=date(2026, 4, 1))
    assert citizen(dispute.applicant).get(at("about", fresh.reference)).status_code == 404


def test_a_complaint_is_withdrawn_and_decided_on_its_pages(dispute, citizen):
    page = citizen(dispute.applicant)
    complaint = dispute.complained()
    page.post(at("withdraw", complaint.reference), {"note": ""})
    complaint.refresh_from_db()
    assert complaint.status == "withdrawn"
    again = decide.decide(
        dispute.in_work().pk, result="uphold", by=dispute.judge, now=NOW, **REASON
    )
    text = page.get(at("case", again.reference)).text
    assert REASON["text"] in text
    assert "цяпер вы можаце звярнуцца ў суд" in text


# ---- somebody else ----
@pytest.mark.django_db
def test_the_first_page_is_for_anybody_and_knows_no_decisions():
    assert Client().get(at("new")).status_code == 200
    answer = Client().post(at("new"), {"kind": "housing_utility", "place": ""})
    assert answer.status_code == 422


@pytest.mark.django_db
def test_a_ministry_is_chosen_from_a_list_and_needs_no_place():
    one = BodyFactory(kind="ministry", name={"be": "Міністэрства спраў", "ru": "Министерство дел"})
    closed = BodyFactory(kind="ministry", status="closed", closed_on=date(2020, 1, 1))
    answer = Client().post(
        at("new") + "?number=2026-7", {"kind": "ministry", "place": ""}, follow=True
    )
    assert answer.status_code == 200
    assert at("new_about", one.pk) + "?number=2026-7" in answer.text
    assert "Міністэрства спраў" in answer.text
    assert at("new_about", closed.pk) not in answer.text


@pytest.mark.django_db
def test_a_place_that_nobody_knows_is_said_at_its_question():
    answer = Client().post(at("new"), {"kind": "housing_utility", "place": "Нідзе"})
    assert answer.status_code == 422
    assert "#id_place" in answer.text


def lodged_with(page, dispute, number):
    return page.post(at("new_about", dispute.body.pk), {**TYPED, "number": number}, follow=True)


def test_what_a_third_party_sees_does_not_tell_whether_the_number_is_right(dispute, citizen):
    page = citizen(dispute.neighbour)
    right, wrong = dispute.case.reference, "2026-7NR4-9WD3-R"
    seen = []
    for number in (right, wrong):
        answer = lodged_with(page, dispute, number)
        complaint = Complaint.objects.get(number=number).case
        text = answer.text.replace(number, "№").replace(complaint.reference, "№№")
        seen.append((answer.status_code, text.partition("<main")[2].partition("csrf")[0]))
    assert seen[0] == seen[1]
    assert CaseLink.objects.count() == 1


def test_what_cannot_be_a_number_is_said_without_asking_whether_it_exists(dispute, citizen):
    answer = lodged_with(citizen(dispute.neighbour), dispute, "2026-7NR4-9WD3-0")
    assert answer.status_code == 422
    assert "#id_number" in answer.text
    assert "Мая зямля." in answer.text


def test_who_gives_the_number_of_their_own_case_is_led_to_it(dispute, citizen):
    given = {**TYPED, "number": dispute.case.reference}
    sent = citizen(dispute.applicant).post(at("new_about", dispute.body.pk), given)
    assert sent.url == at("about", dispute.case.reference)


def test_the_third_party_never_sees_the_file(dispute, citizen):
    complaint = dispute.complained_by_neighbour()
    examine.accept(complaint.pk, by=dispute.judge, now=NOW)
    text = citizen(dispute.neighbour).get(at("case", complaint.reference)).text
    assert dispute.case.title["be"] not in text
    assert "Так вырашана." not in text


def test_a_body_that_is_none_is_not_found(dispute, citizen):
    assert citizen(dispute.neighbour).get(at("new_about", dispute.case.pk)).status_code == 404


# ---- what is said on the page of the case ----
def titles(case, user, *, at_desk=False):
    return [
        one.title
        for one in said_beside(
            Case.objects.get(pk=case.pk), user=user, at_desk=at_desk, on=NOW.date()
        )
    ]


def test_a_decided_case_offers_to_complain_until_the_day(dispute):
    [offer] = said_beside(dispute.case, user=dispute.applicant, at_desk=False, on=NOW.date())
    assert offer.address == at("about", dispute.case.reference)
    assert "9 сакавіка 2027" in offer.text
    assert titles(dispute.case, dispute.neighbour) == []


def test_the_offer_gives_way_to_the_complaint_and_that_to_the_court(dispute):
    complaint = dispute.in_work()
    assert titles(dispute.case, dispute.applicant) == ["Ваша скарга"]
    decide.decide(complaint.pk, result="uphold", by=dispute.judge, now=NOW, **REASON)
    mine, court = said_beside(dispute.case, user=dispute.applicant, at_desk=False, on=NOW.date())
    assert "Рашэнне пакінута ў сіле" in mine.text
    assert "суд" in court.text
    assert court.address == ""


def test_the_applicant_sees_that_somebody_complained_only_when_it_is_considered(dispute):
    complaint = dispute.complained_by_neighbour()
    assert len(titles(dispute.case, dispute.applicant)) == 1
    examine.accept(complaint.pk, by=dispute.judge, now=NOW)
    told, _offer = said_beside(dispute.case, user=dispute.applicant, at_desk=False, on=NOW.date())
    assert told.sample
    assert told.address == ""
    for secret in (complaint.reference, TOUCHED.touches, dispute.neighbour.display_name):
        assert secret not in told.text + told.title


# ---- the desk of the higher body ----
def test_the_desk_shows_the_decision_its_ground_and_its_reasons(dispute, judge):
    complaint = dispute.complained_by_neighbour()
    text = judge.get(at("desk_case", complaint.reference)).text
    for shown in (
        "Так вырашана.",
        "Падстава",
        "Закон, арт. 25",
        TOUCHED.touches,
        dispute.case.reference,
    ):
        assert shown in text


def test_other_bodies_and_whose_application_it_was_find_no_complaint(dispute, at_desk):
    complaint = dispute.complained_by_neighbour()
    address = at("desk_case", complaint.reference)
    assert at_desk(dispute.decider, dispute.body).get(address).status_code == 404
    appoint(
        dispute.applicant, dispute.above.pk, WORKS, {"en": "Specialist"}, date(2020, 1, 1), by=None
    )
    assert at_desk(dispute.applicant, dispute.above).get(address).status_code == 404


def test_who_decided_is_told_that_another_must_consider(dispute, at_desk):
    insider = official(*WORKS, body_id=dispute.above.pk)
    dispute.case.history.update(by=insider)
    complaint = dispute.complained()
    page = at_desk(insider, dispute.above)
    text = page.get(at("desk_case", complaint.reference)).text
    assert "павінен разгледзець іншы спецыяліст" in text
    assert page.post(at("desk_accept", complaint.reference)).status_code == 403


def test_a_complaint_goes_the_whole_way_at_the_desk(dispute, judge, at_desk):
    complaint = dispute.complained()
    reference = complaint.reference
    assert judge.post(at("desk_accept", reference)).url == at("desk_case", reference)
    assert judge.post(at("desk_ask", reference), {"question": "Чаму?"}).status_code == 302
    body = at_desk(dispute.decider, dispute.body)
    assert reference in body.get(at("asked")).text
    assert dispute.applicant.display_name not in body.get(at("explain", reference)).text
    assert body.post(at("explain", reference), {"answer": ""}).status_code == 422
    assert body.post(at("explain", reference), {"answer": "Бо так."}).url == at("asked")
    assert body.get(at("explain", reference)).status_code == 404
    assert "Бо так." in judge.get(at("desk_case", reference)).text
    assert judge.post(at("desk_decide", reference), {"result": "return"}).status_code == 422
    assert (
        judge.post(at("desk_decide", reference), {"result": "return", **REASON}).status_code == 302
    )
    assert Ruling.objects.get(pk=complaint.pk).result == "returned"


def test_steps_that_have_nothing_to_do_are_not_offered(dispute, judge):
    unknown = dispute.complained_by_neighbour(number="2026-7NR4-9WD3-R")
    text = judge.get(at("desk_case", unknown.reference)).text
    assert at("desk_identify", unknown.reference) in text
    assert at("desk_accept", unknown.reference) not in text
    assert judge.post(at("desk_accept", unknown.reference)).status_code == 422
    known = dispute.complained()
    text = judge.get(at("desk_case", known.reference)).text
    assert at("desk_identify", known.reference) not in text
    assert at("desk_restore", known.reference) not in text
    assert at("desk_accept", known.reference) in text


def test_the_body_that_decided_is_led_to_what_it_must_explain(dispute):
    complaint = dispute.in_work()
    explain.ask_to_explain(complaint.pk, question="Чаму?", by=dispute.judge, now=NOW)
    [said] = said_beside(dispute.case, user=dispute.decider, at_desk=True, on=NOW.date())
    assert said.address == at("explain", complaint.reference)
    other = UserFactory()
    [said] = said_beside(dispute.case, user=other, at_desk=True, on=NOW.date())
    assert said.address == ""


def test_a_complaint_sent_after_the_visit_had_ended_waits_for_its_writer(dispute):
    browser = Client()
    browser.post(at("about", dispute.case.reference), {"demand": "Доўгі тэкст.", "language": "be"})
    sign_in(browser, dispute.applicant, AccessMode.PASSWORD)
    assert "Доўгі тэкст." in browser.get(at("about", dispute.case.reference)).text
    assert not Complaint.objects.exists()


def test_a_paper_is_added_and_read_by_who_may(dispute, citizen, judge, tmp_path):
    complaint = dispute.complained()
    page, address = citizen(dispute.applicant), at("add_document", complaint.reference)
    scan = tmp_path / "scan.png"
    Image.new("RGB", (40, 60), "white").save(scan)
    with scan.open("rb") as file:
        assert page.post(address, {"title": "Даведка", "file": file}).url == complaint.address
    paper = complaint.attachments.get()
    assert "Даведка" in page.get(complaint.address).text
    assert page.get(at("file", complaint.reference, paper.file_id)).status_code == 200
    assert judge.get(at("desk_file", complaint.reference, paper.file_id)).status_code == 200
    other = citizen(dispute.neighbour)
    assert other.get(at("file", complaint.reference, paper.file_id)).status_code == 404
    wrong = tmp_path / "scan.exe"
    wrong.write_bytes(b"MZ not a paper")
    with wrong.open("rb") as file:
        answer = page.post(address, {"title": "Файл", "file": file})
    assert answer.status_code == 422
    assert "#id_file" in answer.text


def test_the_head_of_the_work_gives_the_complaint_on_its_page(dispute, at_desk):
    head = official(*WORKS, "cases.assign", body_id=dispute.above.pk)
    complaint = dispute.complained()
    page, address = at_desk(head, dispute.above), at("desk_give", complaint.reference)
    assert address in page.get(complaint.desk_address).text
    assert page.post(address, {}).status_code == 422
    assert page.post(address, {"handler": str(head.pk)}).status_code == 302
    complaint.refresh_from_db()
    assert complaint.handler == head
