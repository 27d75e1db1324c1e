"""The pages of the exchange: one's own journal, one's own bodies' requests, and nobody else's."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.exchange import public
from ratusha.exchange.public import Purpose
from ratusha.exchange.services.journal import write_down
from ratusha.parties.tests.factories import BodyFactory, PersonFactory

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
CASE = "2026-7HKM-4XQ3-9"
pytestmark = pytest.mark.django_db


@pytest.fixture
def alena(client):
    """A person who is signed in."""
    user = UserFactory(party_id=PersonFactory().pk)
    sign_in(client, user)
    return user


def seen(subject, body=None, *, purpose="examine", fields=("birth_date",), by=None, others=()):
    write_down(
        subject, others, service="population.person", fields=list(fields),
        purpose=Purpose(purpose, case_reference=CASE, procedure_code="U200/1.3.2"),
        legal_basis="Закон № 433-З, арт. 15", by=by, body=body, now=NOW,
    )  # fmt: skip


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


def asked(to_body):
    return public.request_other_body(
        "benefits.paid", to_body=to_body, from_body=BodyFactory().pk, subject=PersonFactory().pk,
        purpose=Purpose("interagency", case_reference=CASE),
        question={"be": "Ці прызначалася дапамога?", "ru": "Назначалось ли пособие?"}, by=None, now=NOW,
    )  # fmt: skip


@pytest.fixture
def desk(client):
    """A body and its official who may answer, signed in."""
    body = BodyFactory(kind="social_protection").pk
    sign_in(client, official("exchange.answer", body_id=body))
    return body


class TestTheJournal:
    def test_it_says_who_what_and_why(self, client, alena):
        seen(alena.party_id, BodyFactory(name={"be": "Аддзел ЗАГС", "ru": "Отдел ЗАГС"}).pk)
        page = client.get(address("exchange:journal")).text
        assert "Аддзел ЗАГС" in page
        assert "date of birth" in page
        assert "Examining your application" in page
        assert "Закон № 433-З, арт. 15" in page
        assert CASE in page

    @pytest.mark.parametrize(
        ("language", "words"),
        [("be", "дата нараджэння"), ("ru", "дата рождения"), ("en", "date of birth")],
    )
    def test_it_speaks_three_languages(self, client, alena, language, words):
        seen(alena.party_id)
        page = client.get(address("exchange:journal", language=language))
        assert words in page.text
        assert f'<html lang="{language}"' in page.text

    def test_another_persons_rows_are_not_there(self, client, alena):  # noqa: ARG002 - signs in
        seen(uuid4())
        assert "Nobody has looked yet" in client.get(address("exchange:journal")).text

    def test_a_mention_does_not_open_the_case_of_the_other(self, client, alena):
        public.plug_case_page(lambda reference: f"/cases/{reference}/")
        try:
            seen(uuid4(), others=[alena.party_id])
            page = client.get(address("exchange:journal")).text
        finally:
            public.plug_case_page(lambda _reference: "")
        assert "you were mentioned in it" in page
        assert "/cases/" not in page

    def test_a_stranger_is_sent_to_sign_in(self, client):
        assert client.get(address("exchange:journal")).status_code == 302

    def test_an_official_without_a_person_has_no_journal(self, client, desk):  # noqa: ARG002 - signs in
        assert "belongs to no person" in client.get(address("exchange:journal")).text

    def test_a_long_journal_has_pages_and_few_queries(
        self, client, alena, django_assert_max_num_queries
    ):
        body = BodyFactory().pk
        for _row in range(45):
            seen(alena.party_id, body)
        with django_assert_max_num_queries(10):
            page = client.get(address("exchange:journal") + "?page=2")
        assert page.text.count("<summary>Why?") == 20

    def test_one_case_can_be_shown_alone(self, client, alena):
        seen(alena.party_id)
        assert "Nobody has looked" in client.get(address("exchange:journal") + "?case=other").text


class TestRequests:
    def test_the_list_shows_what_ones_bodies_were_asked(self, client, desk):
        mine, other = asked(desk), asked(BodyFactory(kind="social_protection").pk)
        page = client.get(address("exchange:requests")).text
        assert mine.reference in page
        assert other.reference not in page

    def test_a_request_to_another_body_is_not_found(self, client, desk):  # noqa: ARG002 - signs in
        other = asked(BodyFactory(kind="social_protection").pk)
        assert client.get(address("exchange:answer", other.reference)).status_code == 404

    def test_an_official_without_the_permission_finds_nothing(self, client):
        body = BodyFactory(kind="social_protection").pk
        sign_in(client, official("cases.see", body_id=body))
        assert client.get(address("exchange:answer", asked(body).reference)).status_code == 404

    def test_an_answer_without_a_fact_is_explained_at_the_field(self, client, desk):
        request = asked(desk)
        page = client.post(
            address("exchange:answer", request.reference), {"answer": "held", "note": "Кава"}
        )
        assert page.status_code == 422
        assert "Fill in at least one of the facts." in page.text
        assert "Кава" in page.text

    def test_facts_are_answered_and_shown_afterwards(self, client, desk):
        request = asked(desk)
        there = address("exchange:answer", request.reference)
        typed = {"answer": "held", "granted": "yes", "kind": "на дзіця", "amount": "512,40",
                 "paid_until_day": "30", "paid_until_month": "11", "paid_until_year": "2026"}  # fmt: skip
        assert client.post(there, typed).status_code == 302
        request.refresh_from_db()
        assert request.facts["granted"] is True
        assert request.facts["amount"] == "512.40"
        assert "на дзіця" in client.get(there).text

    def test_no_data_held_needs_nothing_more(self, client, desk):
        request = asked(desk)
        client.post(address("exchange:answer", request.reference), {"answer": "nothing"})
        request.refresh_from_db()
        assert request.nothing_held

    def test_a_second_answer_changes_nothing(self, client, desk):
        request = asked(desk)
        there = address("exchange:answer", request.reference)
        client.post(there, {"answer": "nothing"})
        page = client.post(there, {"answer": "held", "granted": "yes"}, follow=True)
        request.refresh_from_db()
        assert request.facts == {}
        assert "no data held" in page.text

    def test_the_question_is_marked_with_its_language(self, client, desk):
        page = client.get(address("exchange:answer", asked(desk).reference)).text
        assert '<span lang="be">Ці прызначалася дапамога?</span>' in page

    def test_the_list_takes_few_queries(self, client, desk, django_assert_max_num_queries):
        for _one in range(8):
            asked(desk)
        with django_assert_max_num_queries(12):
            client.get(address("exchange:requests"))
