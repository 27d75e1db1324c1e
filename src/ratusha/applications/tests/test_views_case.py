"""One's own case and the official's page of it: stranger, error, success."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.cases.public import Case
from ratusha.exchange.public import journal_of

from .state import LATER, NOW, REASONS

POST_ONLY = ["open_decision"]


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def alena(client, applying):
    return sign_in(client, applying().user)


@pytest.fixture
def clerk(client, applying):
    one = applying()
    return sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)


def to(name: str, case: Case) -> str:
    return reverse(f"applications:{name}", args=[case.reference])


@pytest.mark.parametrize("name", ["case", "message", "add_document", "withdraw"])
def test_a_case_of_another_is_not_found(alena, applying, name):
    case = applying(who="dzmitry").lodged()
    assert alena.get(to(name, case)).status_code == 404


@pytest.mark.parametrize("name", POST_ONLY)
def test_what_changes_something_is_only_posted(alena, applying, name):
    assert alena.get(to(name, applying().lodged())).status_code in {302, 405}


def test_my_case_shows_number_term_and_who_looked(alena, applying):
    case = applying().lodged()
    answer = alena.get(to("case", case))
    assert answer.status_code == 200
    assert case.reference in answer.text
    assert "433-З" in answer.text or "Указ" in answer.text


def test_an_empty_message_is_422(alena, applying):
    answer = alena.post(to("message", applying().lodged()), {"text": " "})
    assert answer.status_code == 422
    assert "error-summary" in answer.text


def test_a_message_is_sent(alena, applying):
    case = applying().lodged()
    assert alena.post(to("message", case), {"text": "Дзень добры"}).status_code == 302
    assert case.messages.get().from_applicant


@pytest.mark.parametrize(
    ("page", "words"), [("message", {"text": "Дзень добры"}), ("withdraw", {"note": "Дзень добры"})]
)
def test_what_is_sent_after_the_visit_has_ended_waits_for_its_writer(client, applying, page, words):
    one = applying()
    there = to(page, one.lodged())
    assert "sign-in" in client.post(there, words)["Location"]
    answer = sign_in(client, one.user).get(there)
    assert answer.status_code == 200
    assert "Дзень добры" in answer.text
    assert "error-summary" not in answer.text
    assert "Дзень добры" not in client.get(there).text


def test_an_official_who_came_as_oneself_gets_the_words_back_at_the_desk(client, applying):
    one = applying()
    there = to("desk_message", one.lodged())
    sign_in(client, one.official)
    assert "capacity" in client.post(there, {"text": "Удакладніце адрас"})["Location"]
    sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)
    assert "Удакладніце адрас" in client.get(there).text


def test_a_refusal_written_too_late_is_not_written_twice(client, applying):
    one = applying()
    there = to("desk_refuse", one.accepted())
    client.post(there, {"reasons": REASONS})
    sign_in(client, one.official, acting=one.state.bodies["clerk"].pk)
    answer = client.get(there)
    assert answer.status_code == 200
    assert REASONS in answer.text


def test_withdrawing_is_asked_first_and_is_refused_after_the_end(alena, applying):
    case = applying().lodged()
    assert alena.get(to("withdraw", case)).status_code == 200
    assert alena.post(to("withdraw", case), {"sure": "1"}).status_code == 302
    answer = alena.post(to("withdraw", case), {"sure": "1", "note": "яшчэ раз"})
    assert answer.status_code == 422
    assert "яшчэ раз" in answer.text


def test_opening_the_decision_delivers_it(alena, applying):
    case = applying().granted()
    assert alena.post(to("open_decision", case)).status_code == 302
    case.refresh_from_db()
    assert case.status == "delivered"


def test_no_decision_no_paper(alena, applying):
    assert alena.post(to("open_decision", applying().lodged())).status_code == 404


def test_a_file_that_is_none_is_refused_at_its_field(alena, applying):
    case = applying().lodged()
    paper = SimpleUploadedFile("a.pdf", b"MZ this is no paper", content_type="application/pdf")
    answer = alena.post(to("add_document", case), {"title": "Даведка", "file": paper})
    assert answer.status_code == 422
    assert "Даведка" in answer.text
    assert not case.attachments.exists()


# the desk


def test_the_desk_asks_in_which_capacity(client, applying):
    case = applying().lodged()
    sign_in(client, applying().official, acting="myself")
    answer = client.get(to("desk_case", case))
    assert answer.status_code == 302
    assert "next=" in answer["Location"]


def test_a_citizen_has_no_desk(alena, applying):
    assert alena.get(to("desk_case", applying().lodged())).status_code in {302, 403, 404}


def test_a_case_of_another_body_is_not_found(client, applying):
    case = applying().lodged()
    elsewhere = applying().state
    sign_in(client, elsewhere.officials["village"], acting=elsewhere.bodies["village"].pk)
    for name in ("desk_case", "desk_accept", "desk_refuse", "desk_give"):
        assert client.get(to(name, case)).status_code == 404


def test_a_look_is_in_the_journal_once_in_thirty_minutes(clerk, applying, time_machine):
    case = applying().lodged()
    looks = journal_of(case.applicant_id).filter(service="case.file")
    clerk.get(to("desk_case", case))
    clerk.get(to("desk_case", case))
    assert looks.count() == 1
    assert (looks[0].case_reference, looks[0].body_id) == (case.reference, case.body_id)
    time_machine.shift(31 * 60)
    clerk.logout()
    sign_in(clerk, applying().official, acting=case.body_id)
    assert clerk.get(to("desk_case", case)).status_code == 200
    assert looks.count() == 2


def test_an_official_accepts_and_grants_through_the_pages(clerk, applying):
    case = applying().lodged()
    for name, data in (("desk_accept", {}), ("desk_grant", {"note": ""})):
        assert clerk.get(to(name, case)).status_code == 200
        assert clerk.post(to(name, case), data)["Location"] == to("desk_case", case)
    case.refresh_from_db()
    assert case.status == "granted"


def test_a_refusal_without_a_ground_is_422_and_keeps_the_words(clerk, applying):
    case = applying().accepted(now=NOW)
    answer = clerk.post(to("desk_refuse", case), {"reasons": REASONS})
    assert answer.status_code == 422
    assert "error-summary" in answer.text
    assert REASONS in answer.text


def test_a_step_taken_twice_is_explained(clerk, applying):
    case = applying().accepted(now=NOW)
    answer = clerk.post(to("desk_accept", case))
    assert answer.status_code == 422
    assert "error-summary" in answer.text


def test_a_step_on_a_case_that_a_colleague_holds_is_forbidden(client, applying):
    case = applying().accepted(now=NOW)
    rival = official("cases.see", "cases.decide", body_id=case.body_id)
    sign_in(client, rival, acting=case.body_id)
    assert client.post(to("desk_grant", case), {"note": ""}).status_code == 403


def test_the_head_gives_a_case_to_another(client, applying):
    case = applying().accepted(now=NOW)
    head = applying().state.officials["head"]
    sign_in(client, head, acting=case.body_id)
    assert client.post(to("desk_give", case), {}).status_code == 422
    assert client.post(to("desk_give", case), {"handler": str(head.pk)}).status_code == 302
    case.refresh_from_db()
    assert case.handler_id == head.pk


def test_pages_of_a_case_cost_few_queries(clerk, applying, django_assert_max_num_queries):
    case = applying().accepted(now=NOW)
    clerk.get(to("desk_case", case))
    with django_assert_max_num_queries(30):
        clerk.get(to("desk_case", case))
