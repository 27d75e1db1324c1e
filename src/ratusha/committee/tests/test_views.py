"""The pages: the two sides see their tasks, nobody else does, and what is wrong is said."""

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import official, sign_in
from ratusha.committee.models import Task
from ratusha.committee.rules import State
from ratusha.committee.services import tasks

from .conftest import after, day


def at(name, *arguments):
    return reverse(f"committee:{name}", args=arguments)


def browser(user, body) -> Client:
    return sign_in(Client(), user, AccessMode.STRICT, body.pk)


@pytest.fixture
def at_committee(hall):
    return browser(hall.deputy, hall.committee)


@pytest.fixture
def at_utility(hall):
    return browser(hall.foreman, hall.utility)


@pytest.fixture
def elsewhere(hall):
    return browser(official("obligations.fulfil", body_id=hall.stranger.pk), hall.stranger)


def typed(hall, **changed):
    on = day(days=10)
    whole = {
        "organisation": str(hall.utility.pk), "text": "Clean the yards", "resolution": "Decision No. 12",
        "case_reference": "", "due_on_day": on.day, "due_on_month": on.month, "due_on_year": on.year,
    }  # fmt: skip
    return {**whole, **changed}


def test_a_task_is_given_reported_returned_and_accepted_on_the_pages(
    hall, at_committee, at_utility
):
    answer = at_committee.post(at("give"), typed(hall))
    task = Task.objects.get()
    assert answer.url == task.get_absolute_url()
    assert "Clean the yards" in at_utility.get(at("board")).text
    at_utility.post(at("act", task.pk, "take"))
    at_utility.post(at("act", task.pk, "report"), {"text": "Act No. 31"})
    assert "Act No. 31" in at_committee.get(task.get_absolute_url()).text
    at_committee.post(at("act", task.pk, "return"), {"reason": "Two yards are missing"})
    assert "Two yards are missing" in at_utility.get(task.get_absolute_url()).text
    at_utility.post(at("act", task.pk, "report"), {"text": "Act No. 32"})
    at_committee.post(at("act", task.pk, "accept"))
    assert Task.objects.select_related("duty").get().state(day()) == State.ACCEPTED
    assert "Clean the yards" in at_committee.get(at("in_state", "accepted")).text


def test_the_organisations_are_one_list_however_many_they_are(hall, at_committee):
    utility = hall.utility
    text = at_committee.get(at("give")).text
    assert 'type="radio"' not in text
    assert f'<option value="{utility.pk}"' in text


def test_an_incomplete_task_is_explained_beside_its_fields_and_the_words_are_kept(
    hall, at_committee
):
    answer = at_committee.post(at("give"), typed(hall, resolution="", due_on_year="2020"))
    assert answer.status_code == 422
    assert "#id_resolution" in answer.text
    assert "Clean the yards" in answer.text
    past = at_committee.post(at("give"), typed(hall, due_on_year="2020"))
    assert "cannot be in the past" in past.text
    wrong = at_committee.post(at("give"), typed(hall, case_reference="2026"))
    assert "#id_case_reference" in wrong.text
    assert not Task.objects.exists()


def test_a_change_of_the_date_without_a_reason_is_refused_and_with_one_is_told(hall, at_committee):
    task, on = hall.given(), day(days=20)
    new = {"due_on_day": on.day, "due_on_month": on.month, "due_on_year": on.year}
    assert at_committee.post(at("act", task.pk, "move"), new).status_code == 422
    at_committee.post(at("act", task.pk, "move"), {**new, "reason": "Frost"})
    answer = at_committee.get(task.get_absolute_url())
    assert "Frost" in answer.text
    assert "control date changed" in answer.text


def test_a_stranger_finds_nothing(hall, elsewhere, client):
    task = hall.given()
    assert client.get(at("board")).status_code == 302
    for address in (
        at("board"), at("give"), at("in_state", "given"), at("in_state", "invented"),
        task.get_absolute_url(), at("act", task.pk, "report"),
    ):  # fmt: skip
        assert elsewhere.get(address).status_code == 404


def test_what_is_not_ones_turn_is_not_there(hall, at_committee, at_utility):
    task = hall.given()
    assert at_utility.get(at("act", task.pk, "accept")).status_code == 404
    assert at_committee.get(at("act", task.pk, "report")).status_code == 404
    assert at_committee.get(at("act", task.pk, "invented")).status_code == 404
    assert at_utility.get(at("give")).status_code == 404


def test_the_board_says_what_is_overdue_and_what_was_ever_late(hall, at_committee):
    late = hall.given(days=0)
    tasks.move_date(late.pk, due_on=day(days=9), reason="Frost", by=hall.deputy, now=after(days=2))
    text = at_committee.get(at("board")).text
    assert "<b>1</b>were ever late" in text
    assert "was late" in text


def test_many_tasks_are_leafed_through(hall, at_committee):
    for _one in range(7):
        hall.given()
    assert "All with this state: 7" in at_committee.get(at("board")).text
    assert at_committee.get(at("in_state", "given")).text.count("data-row") == 7


def test_the_desk_leads_to_the_board_only_who_has_a_part_in_it(hall, at_committee, elsewhere):
    hall.given()
    assert at("board") in at_committee.get(reverse("portal:desk")).text
    assert at("board") not in elsewhere.get(reverse("portal:desk")).text


def test_beside_the_issue_the_desk_reads_what_the_committee_asked_for(hall):
    case = hall.town.reported()
    hall.given(resolution="", case_reference=case.reference)
    dispatcher = browser(hall.town.dispatcher, hall.committee)
    assert "1/2026" in dispatcher.get(case.desk_address).text
