"""The pages: what is theirs, what is wrong and said so, what is done."""

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.appeals.models import Appeal, Signature
from ratusha.appeals.services.answer import answer
from ratusha.appeals.services.consider import take_up
from ratusha.cases.models import Case

from .conftest import GOOD, NOW, TEXT, WORKS

TYPED = {"sort": "statement", "text": TEXT, "collective": "no", "language": "be"}


def at(name, *arguments):
    return reverse(f"appeals:{name}", args=arguments)


@pytest.fixture
def citizen():
    return lambda user: sign_in(Client(), user, AccessMode.PASSWORD)


@pytest.fixture
def clerk(town):
    return sign_in(Client(), town.clerk, AccessMode.STRICT, town.body.pk)


# ---- writing ----
def test_a_stranger_finds_the_body_by_a_part_of_its_name(town):
    town.body  # noqa: B018 - it exists
    page = Client().get(at("start"), {"q": "цэнтральнага"}).text
    assert at("new", town.body.pk) in page
    assert "Няма органа з такой назвай" in Client().get(at("start"), {"q": "ZZZ"}).text


@pytest.mark.parametrize("sought", ["\x00", "a\x00b", "\u202e\u200b", "A" * 5000, "' OR 1=1 --"])
def test_a_hostile_name_finds_no_body(town, sought):
    town.body  # noqa: B018 - it exists
    assert Client().get(at("start"), {"q": sought}).status_code == 200


def test_a_person_writes_in_one_page_and_reads_the_number_and_the_day(town, citizen):
    sent = citizen(town.writer).post(at("new", town.body.pk), TYPED)
    case = Case.objects.get(kind="appeal")
    assert sent.url == at("case", case.reference)
    shown = citizen(town.writer).get(sent.url).text
    assert case.reference in shown
    assert TEXT in shown


def test_what_is_missing_is_said_at_its_question(town, citizen):
    page = citizen(town.writer).post(at("new", town.body.pk), {**TYPED, "text": ""})
    assert page.status_code == 422
    assert "#id_text" in page.text


def test_an_earlier_case_is_named_and_must_be_ones_own(town, citizen):
    earlier = town.written()
    about = f"?about={earlier.reference}"
    assert earlier.reference in citizen(town.writer).get(at("new", town.above.pk) + about).text
    assert citizen(town.neighbour).get(at("new", town.above.pk) + about).status_code == 404


def test_words_of_an_attacker_stay_words(town, citizen):
    hostile = '<script>alert("1")</script>{{ 7*7 }}'
    sent = citizen(town.writer).post(at("new", town.body.pk), {**TYPED, "text": hostile})
    shown = citizen(town.writer).get(sent.url).text
    assert "<script>alert" not in shown
    assert "{{ 7*7 }}" in shown


# ---- what is another's is not there ----
@pytest.mark.parametrize("name", ["case", "withdraw", "contest", "add_document", "signed"])
def test_an_appeal_of_another_is_not_there(town, citizen, name):
    assert citizen(town.neighbour).get(at(name, town.written().reference)).status_code == 404


@pytest.mark.parametrize("name", ["desk_case", "desk_answer", "desk_take_up", "desk_give"])
def test_an_official_of_another_body_does_not_reach_it(town, name):
    other = official(*WORKS, body_id=town.other.pk)
    page = sign_in(Client(), other, AccessMode.STRICT, town.other.pk)
    assert page.get(at(name, town.written().reference)).status_code == 404


# ---- signing ----
def test_others_sign_at_the_secret_address_and_read_the_answer(town, citizen):
    case = town.written(collective=True)
    code = Appeal.objects.get().join_code
    page = citizen(town.neighbour)
    assert TEXT in page.get(at("join", code)).text
    assert page.post(at("join", code)).url == at("join", code)
    assert Signature.objects.get().party_id == town.neighbour.party_id
    take_up(case.pk, by=town.clerk, now=NOW)
    answer(case.pk, result="explain", text=GOOD, by=town.clerk, now=NOW)
    assert GOOD in page.get(at("signed", case.reference)).text
    assert town.writer.display_name not in page.get(at("signed", case.reference)).text


def test_a_wrong_address_tells_nothing(town, citizen):
    assert citizen(town.neighbour).get(at("join", "x" * 32)).status_code == 404


def test_after_it_is_taken_up_the_page_says_so(town, citizen):
    case = town.written(collective=True)
    take_up(case.pk, by=town.clerk, now=NOW)
    refused = citizen(town.neighbour).post(at("join", Appeal.objects.get().join_code))
    assert refused.status_code == 422
    assert not Signature.objects.exists()


# ---- the desk ----
def test_the_official_takes_it_up_answers_and_the_person_reads(town, clerk, citizen):
    case = town.written()
    assert TEXT in clerk.get(at("desk_case", case.reference)).text
    clerk.post(at("desk_take_up", case.reference))
    short = clerk.post(at("desk_answer", case.reference), {"result": "explain", "text": "Не."})
    assert short.status_code == 422
    assert "N03" in short.text
    assert "id_confirmed" in short.text
    sent = clerk.post(at("desk_answer", case.reference), {"result": "explain", "text": GOOD})
    assert sent.status_code == 302
    shown = citizen(town.writer).get(at("case", case.reference)).text
    assert GOOD in shown
    assert at("contest", case.reference) in shown


def test_forwarding_asks_for_the_body_and_leads_back_to_the_desk(town, clerk):
    case = town.written()
    town.other  # noqa: B018 - it exists
    page = clerk.get(at("desk_forward", case.reference), {"q": "гарсвятло"})
    assert str(town.other.pk) in page.text
    given = {"body": str(town.other.pk), "reasons": "Асвятленне – іх."}
    sent = clerk.post(at("desk_forward", case.reference) + "?q=гарсвятло", given)
    assert sent.url == reverse("portal:desk")
    assert Case.objects.get(pk=case.pk).body_id == town.other.pk
    assert clerk.get(at("desk_case", case.reference)).status_code == 404


def test_a_step_that_is_not_open_is_not_there(town, clerk):
    case = town.written()
    assert clerk.get(at("desk_study", case.reference)).status_code == 404
    assert clerk.get(at("desk_answer", case.reference)).status_code == 404


def test_each_look_at_the_desk_is_seen_by_the_person(town, clerk, citizen):
    case = town.written()
    clerk.get(at("desk_case", case.reference))
    assert case.reference in citizen(town.writer).get(reverse("exchange:journal")).text


def test_appeals_alike_are_answered_together(town, clerk):
    for number in range(3):
        town.written(by=UserFactory(), text=f"{TEXT} Кватэра {number}.")
    shown = clerk.get(at("alike")).text
    first = Appeal.objects.order_by("case__lodged_at", "pk").first()
    assert at("answer_group", first.pk) in shown
    short = clerk.post(at("answer_group", first.pk), {"result": "explain", "text_be": "Не."})
    assert short.status_code == 422
    assert "N03" in short.text
    assert "id_confirmed" in short.text
    assert at("desk_case", first.case.reference) in short.text
    sent = clerk.post(at("answer_group", first.pk), {"result": "explain", "text_be": GOOD})
    assert sent.url == at("alike")
    assert not Case.objects.filter(kind="appeal", closed_on=None).exists()


def test_who_decides_nothing_sees_no_groups(town):
    reader = official("cases.see", body_id=town.body.pk)
    page = sign_in(Client(), reader, AccessMode.STRICT, town.body.pk)
    assert page.get(at("alike")).status_code == 403
