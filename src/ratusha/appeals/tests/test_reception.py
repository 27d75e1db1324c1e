"""Personal reception: hours and places, an oral appeal answered at once with consent, or going on as a written one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.appeals.models import Answer, Reception, Visitor
from ratusha.appeals.services import reception as receiving
from ratusha.appeals.services.answer import answer
from ratusha.appeals.services.consider import take_up
from ratusha.appeals.services.lodge import Words
from ratusha.cases.models import Case
from ratusha.exchange.models import AccessRecord
from ratusha.kernel.errors import DomainError
from ratusha.parties.public import party_name, party_names

from .conftest import GOOD, NOW, TEXT

BEGINS = NOW + timedelta(days=3)
HOURS = receiving.Hours(begins_at=BEGINS, minutes=15, places=2, room="вул. Мірная, 3, пакой 12")
WORDS = Words(sort="statement", text=TEXT, language="be")
WRITTEN = receiving.Said()
SPOKEN = receiving.Said(result="explain", text="Ліхтары паставяць да мая.", agrees=True)


def code_of(act, *arguments, **named):
    with pytest.raises(DomainError) as error:
        act(*arguments, **named)
    return error.value.code


@pytest.fixture
def there(town):
    return receiving.announce(town.body.pk, HOURS, receives=town.clerk, by=town.clerk, now=NOW)


def booked(town, there, by=None):
    return receiving.book(there.pk, matter="Пра ліхтары.", by=by or town.writer, now=NOW)


def received(town, visitor, said=WRITTEN, **other):
    told = {"compared": True, "by": town.clerk, "now": BEGINS, **other}
    return receiving.receive(visitor.pk, WORDS, said, **told)


# ---- hours and places ----
def test_places_are_taken_one_after_another_and_each_has_its_time(town, there):
    first, second = booked(town, there), booked(town, there, town.neighbour)
    assert (first.number, second.number) == (1, 2)
    assert second.turn == BEGINS + timedelta(minutes=15)
    assert (
        code_of(receiving.book, there.pk, matter="х", by=UserFactory(), now=NOW) == "reception.full"
    )
    assert booked(town, there) == first  # a second press


def test_a_place_that_is_given_up_is_free_again(town, there):
    mine = booked(town, there)
    assert code_of(receiving.give_up, mine.pk, by=town.neighbour, now=NOW) == "reception.not_yours"
    receiving.give_up(mine.pk, by=town.writer, now=NOW)
    assert booked(town, there, town.neighbour).number == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Visitor.objects.filter(pk=mine.pk).update(given_up_at=None)


def test_only_who_registers_announces_and_only_who_decides_receives(town):
    reader = official("cases.see", body_id=town.body.pk)
    told = {"by": town.clerk, "now": NOW}
    assert (
        code_of(receiving.announce, town.body.pk, HOURS, receives=reader, **told) == "reception.who"
    )
    told["by"] = reader
    wrong = code_of(receiving.announce, town.body.pk, HOURS, receives=town.clerk, **told)
    assert wrong == "reception.not_registrar"
    past = replace(HOURS, begins_at=NOW)
    told["by"] = town.clerk
    assert (
        code_of(receiving.announce, town.body.pk, past, receives=town.clerk, **told)
        == "reception.begun"
    )


def test_what_is_announced_again_is_the_same_or_refused(town, there):
    told = {"receives": town.clerk, "by": town.clerk, "now": NOW}
    assert receiving.announce(town.body.pk, HOURS, **told) == there
    for changed in ({"places": 3}, {"room": "Пакой 1"}, {"minutes": 20}):
        hours = replace(HOURS, **changed)
        wrong = code_of(receiving.announce, town.body.pk, hours, **told)
        assert wrong == "reception.announced_otherwise"


def test_the_same_hour_at_another_body_is_refused(town):
    there = receiving.announce(town.body.pk, HOURS, receives=town.clerk, by=town.clerk, now=NOW)
    Reception.objects.filter(pk=there.pk).update(body_id=town.other.pk)
    told = {"receives": town.clerk, "by": town.clerk, "now": NOW}
    wrong = code_of(receiving.announce, town.body.pk, HOURS, **told)
    assert wrong == "reception.announced_otherwise"


def test_who_comes_without_a_booking_takes_no_place(town, there):
    for number, user in ((3, UserFactory()), (4, UserFactory())):
        there.visitors.create(number=number, party_id=user.party_id, booked=False, at=NOW)
    assert booked(town, there).number == 1


# ---- the card ----
def test_an_answer_by_word_of_mouth_ends_the_appeal_with_consent_and_without_a_paper(town, there):
    visitor = booked(town, there)
    case = received(town, visitor, SPOKEN)
    assert (case.status, case.channel, case.lodged_by) == ("explained", "reception", None)
    given = Answer.objects.get(pk=case.pk)
    assert (given.orally, given.document_id, given.text) == (True, None, SPOKEN.text)
    assert received(town, visitor, SPOKEN) == case  # a second press
    assert AccessRecord.objects.filter(subject_id=town.writer.party_id).exists()


def test_without_consent_nothing_is_answered_by_word_of_mouth(town, there):
    visitor = booked(town, there)
    refused = replace(SPOKEN, agrees=False)
    assert code_of(received, town, visitor, refused) == "reception.no_consent"
    assert not Case.objects.exists()


def test_what_has_to_be_studied_goes_on_as_a_written_appeal_with_its_term(town, there):
    case = received(town, booked(town, there))
    assert (case.status, case.due_on) == ("registered", date(2026, 4, 7))
    take_up(case.pk, by=town.clerk, now=BEGINS)
    assert answer(case.pk, result="explain", text=GOOD, by=town.clerk, now=BEGINS).closed_on
    assert Answer.objects.get(pk=case.pk).document_id


def test_nobody_is_received_before_the_day_or_unseen(town, there):
    visitor = booked(town, there)
    assert code_of(received, town, visitor, now=NOW) == "reception.not_yet"
    assert code_of(received, town, visitor, compared=False) == "reception.not_compared"


def test_who_gave_the_place_up_is_not_received_by_it(town, there):
    visitor = booked(town, there)
    receiving.give_up(visitor.pk, by=town.writer, now=NOW)
    assert code_of(received, town, visitor) == "reception.given_up"


def test_a_spoken_answer_is_never_a_leaving_and_a_paper_is_never_spoken(town, there):
    given = Answer.objects.get(pk=received(town, booked(town, there), SPOKEN).pk)
    for wrong in ({"orally": False}, {"result": "left", "ground_code": "powers"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Answer.objects.filter(pk=given.pk).update(**wrong)


def test_a_wrong_document_lets_nobody_in(town, there):
    told = {"document_number": "MP0000000", "compared": True, "by": town.clerk, "now": BEGINS}
    assert code_of(receiving.come_without_booking, there.pk, **told) == "reception.no_such_document"
    assert not Visitor.objects.exists()


def test_who_only_had_a_place_is_forgotten_after_a_year(town, there):
    booked(town, there)
    received(town, booked(town, there, town.neighbour))
    assert receiving.forget_visitors(BEGINS + timedelta(days=364)) == 0
    assert receiving.forget_visitors(BEGINS + timedelta(days=366)) == 1
    assert Visitor.objects.get().party_id == town.neighbour.party_id


# ---- pages ----
def at(name, *arguments):
    return reverse(f"appeals:{name}", args=arguments)


def test_a_person_books_sees_the_time_and_gives_it_up(town, there):
    assert at("reception", there.pk) in Client().get(at("receptions")).text
    person = sign_in(Client(), town.writer, AccessMode.PASSWORD)
    empty = person.post(at("reception", there.pk), {"matter": ""})
    assert empty.status_code == 422
    person.post(at("reception", there.pk), {"matter": "Пра ліхтары."})
    assert at("give_up", there.pk) in person.get(at("reception", there.pk)).text
    stranger = sign_in(Client(), town.neighbour, AccessMode.PASSWORD)
    assert "Пра ліхтары." not in stranger.get(at("reception", there.pk)).text
    assert stranger.post(at("give_up", there.pk)).status_code == 404
    person.post(at("give_up", there.pk))
    assert not there.coming().exists()


def test_names_take_as_few_questions_for_many_as_for_one(town, there, django_assert_num_queries):
    people = [town.writer.party_id, town.neighbour.party_id]
    with django_assert_num_queries(2):
        names = party_names([*people, there.body_id], "be")
    assert names == {
        there.body_id: party_name(there.body_id, "be")
    }  # the writers are in no register here


def test_the_official_announces_and_fills_in_the_card(town, time_machine_at):
    desk = sign_in(Client(), town.clerk, AccessMode.STRICT, town.body.pk)
    typed = {"official": str(town.clerk.pk), "day_day": "23", "day_month": "3", "day_year": "2026", "hour": "9:70",
             "minutes": "15", "places": "4", "room": "Пакой 12"}  # fmt: skip
    assert desk.post(at("desk_announce"), typed).status_code == 422
    assert desk.post(at("desk_announce"), {**typed, "hour": "12.30"}).url == at("desk_receptions")
    there = Reception.objects.get()
    assert at("desk_reception", there.pk) in desk.get(at("desk_receptions")).text
    visitor = booked(town, there)
    time_machine_at(there.begins_at)
    desk = sign_in(Client(), town.clerk, AccessMode.STRICT, town.body.pk)
    assert "Пра ліхтары." in desk.get(at("desk_reception", there.pk)).text
    said = {
        "sort": "statement",
        "text": TEXT,
        "language": "be",
        "compared": "on",
        "result": "explain",
    }
    short = desk.post(at("desk_card", visitor.pk), {**said, "answer": "", "agrees": "on"})
    assert short.status_code == 422
    sent = desk.post(at("desk_card", visitor.pk), {**said, "answer": "Паставяць.", "agrees": "on"})
    case = Case.objects.get()
    assert sent.url == at("desk_case", case.reference)
    assert "Паставяць." in desk.get(sent.url).text
    person = sign_in(Client(), town.writer, AccessMode.PASSWORD)
    assert "Паставяць." in person.get(at("case", case.reference)).text
    assert desk.get(at("desk_card", visitor.pk)).url == sent.url


def test_a_reception_of_another_body_is_not_there(town, there):
    other = official("cases.accept", body_id=town.other.pk)
    desk = sign_in(Client(), other, AccessMode.STRICT, town.other.pk)
    assert desk.get(at("desk_reception", there.pk)).status_code == 404
    assert desk.get(at("desk_card", booked(town, there).pk)).status_code == 404
    reader = official("cases.see", body_id=town.body.pk)
    page = sign_in(Client(), reader, AccessMode.STRICT, town.body.pk)
    assert page.get(at("desk_receptions")).status_code == 403
