"""Pages of a sitting and of an offer: stranger, error, success."""

import re
from decimal import Decimal
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.urls import reverse

from ratusha.accounts.public import AccessMode, User
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.public import Cost
from ratusha.applications.tests.state import BENEFIT, KINDERGARTEN, MOVE, NOW, TRADE
from ratusha.cases.public import Case
from ratusha.kernel.money import Money
from ratusha.life_events.models import Offer, Sitting
from ratusha.life_events.presentation import Part, sum_of
from ratusha.life_events.services.offers import hear_birth
from ratusha.life_events.services.sitting import lodge_all

from .test_services import alena, born, fill, newborn, sitting_of

__all__ = ["alena", "newborn"]


def address(name, *args) -> str:
    return reverse(f"life_events:{name}", args=args)


@pytest.fixture
def at_home(client, alena):
    return sign_in(client, alena, AccessMode.STRICT)


@pytest.fixture
def offer(state, newborn, alena) -> Offer:
    hear_birth(born(newborn, state))
    return Offer.objects.get(person_id=alena.party_id, about=str(newborn.pk))


def test_a_stranger_and_a_password_are_sent_to_sign_in_more_surely(client, alena, offer):
    sitting = sitting_of(alena)
    places = [address("choose", "birth"), address("offer", offer.pk)]
    places += [address(name, sitting.pk) for name in ("sitting", "go_on", "check")]
    for signed_in in (False, True):
        if signed_in:
            sign_in(client, alena, AccessMode.PASSWORD)
        for place in places:
            answer = client.get(place)
            assert answer.status_code == 302
            assert place in unquote(answer["Location"])


def test_what_is_another_person_s_is_not_found(client, state, alena, offer):
    sitting = sitting_of(alena)
    errand = sitting.errands.first()
    sign_in(client, state.citizens["dzmitry"], AccessMode.STRICT)
    for place in (
        *(address(name, sitting.pk) for name in ("sitting", "go_on", "check")),
        address("page", sitting.pk, errand.pk, "child"),
        address("offer", offer.pk),
    ):
        assert client.get(place).status_code == 404
        assert client.post(place).status_code == 404
    for name in ("change_offer", "decline_offer"):
        assert client.post(address(name, offer.pk)).status_code == 404
    offer.refresh_from_db()
    assert offer.reply == "open"


def test_an_event_nobody_knows_and_a_page_that_asks_nothing_are_not_found(at_home, alena):
    assert at_home.get(address("choose", "flood")).status_code == 404
    sitting = sitting_of(alena)
    assert at_home.get(address("page", sitting.pk, uuid4(), "child")).status_code == 404


def test_the_choice_says_what_each_gives_and_what_need_not_be_brought(at_home):
    text = at_home.get(address("choose", "birth")).content.decode()
    assert "Дапамога ў сувязі з нараджэннем дзіцяці" in text
    assert "Пасведчанне аб нараджэнні дзіцяці" in text
    assert "U200/2.46" not in text  # cannot be lodged here


def test_nothing_chosen_is_an_error_at_the_choice(at_home):
    answer = at_home.post(address("choose", "birth"), {})
    assert answer.status_code == 422
    assert 'href="#procedures"' in answer.content.decode()
    assert not Sitting.objects.exists()


def test_from_the_choice_to_the_numbers(at_home, newborn):
    """As a browser goes: each question once, one check page, one press."""
    answer = at_home.post(
        address("choose", "birth"), {"procedures": [KINDERGARTEN, BENEFIT]}, follow=True
    )
    told = {
        "child": str(newborn.pk), "relation": "parent", "employed": "no", "payment": "post",
        "wanted_from_day": "1", "wanted_from_month": "3", "wanted_from_year": "2027",
        "group_language": "be", "kindergarten": "",
    }  # fmt: skip
    asked = []
    while "/check/" not in answer.request["PATH_INFO"]:
        text = answer.content.decode()
        seen = re.search(r'name="questions" value="([^"]*)"', text)[1]
        asked += seen.split()
        mine = {k: v for k, v in told.items() if any(k.startswith(code) for code in seen.split())}
        answer = at_home.post(answer.request["PATH_INFO"], {**mine, "questions": seen}, follow=True)
        assert answer.status_code == 200
    assert sorted(asked) == sorted(set(asked))
    assert asked.count("child") == 1
    answer = at_home.post(answer.request["PATH_INFO"], follow=True)
    me = Sitting.objects.get().applicant_id
    codes = (BENEFIT, KINDERGARTEN)
    cases = Case.objects.filter(subject_code__in=codes, applicant_id=me)
    text = answer.content.decode()
    assert cases.count() == 2
    assert all(case.reference in text for case in cases)


def test_the_check_page_says_what_each_costs_and_all_together(at_home, state, alena, newborn):
    sitting = sitting_of(alena, "moving", (MOVE, KINDERGARTEN))
    fill(sitting, state, newborn, alena)
    text = at_home.get(address("check", sitting.pk)).text.replace("\u00a0", " ")
    assert "22,50 руб." in text
    assert "0,5 базавай велічыні" in text
    assert "Усяго да аплаты" not in text  # only one of them costs something


def test_what_several_cost_is_added_up():
    def part(amount):
        total = Money(Decimal(amount), "BYN")
        cost = Cost(total=total, full=total, lines=[], freed=None, when="", shares=[])
        return Part(name="", groups=[], free=False, cost=cost)

    unknown = Part(name="", groups=[], free=False, cost=None)
    assert sum_of([part("22.50"), unknown, part("0"), part("45.00")]).amount == Decimal("67.50")
    assert sum_of([part("22.50"), unknown]) is None


def test_a_wrong_answer_keeps_its_words_and_says_what_is_wrong(at_home, alena, newborn):
    sitting = sitting_of(alena)
    place = address("page", sitting.pk, sitting.errands.get(procedure=BENEFIT).pk, "child")
    answer = at_home.post(place, {"child": str(newborn.pk), "questions": "child relation"})
    assert answer.status_code == 422
    again = at_home.get(place).content.decode()
    assert f'value="{newborn.pk}" selected' in again or "checked" in again


def test_who_saves_for_later_finds_the_sitting_on_my_page(at_home, alena, newborn):
    sitting = sitting_of(alena)
    place = address("page", sitting.pk, sitting.errands.get(procedure=BENEFIT).pk, "child")
    answer = at_home.post(
        place,
        {
            "child": str(newborn.pk),
            "relation": "parent",
            "questions": "child relation",
            "later": "1",
        },
        follow=True,
    )
    assert address("sitting", sitting.pk) in answer.content.decode()


def test_the_whole_event_is_on_one_page(at_home, alena, state, newborn):
    sitting = sitting_of(alena)
    fill(sitting, state, newborn, alena)
    cases = lodge_all(sitting, by=alena, now=sitting.begun_at)
    text = at_home.get(address("sitting", sitting.pk)).content.decode()
    assert all(case.reference in text for case in cases)
    assert address("go_on", sitting.pk) not in text


def test_an_offer_is_on_my_page_and_is_confirmed_with_one_press_of_its_page(at_home, offer):
    assert address("offer", offer.pk) in at_home.get(reverse("portal:my_page")).content.decode()
    text = at_home.get(address("offer", offer.pk)).content.decode()
    assert "Кавалёва Ганна" in text
    assert "Праз паштовае аддзяленне" in text
    answer = at_home.post(address("offer", offer.pk), follow=True)
    case = Case.objects.get(subject_code=BENEFIT, applicant_id=offer.person_id)
    assert case.reference in answer.content.decode()


def test_an_offer_that_was_declined_is_gone_and_cannot_be_confirmed(at_home, offer):
    answer = at_home.post(address("decline_offer", offer.pk), follow=True)
    assert address("offer", offer.pk) not in answer.content.decode()
    assert at_home.post(address("offer", offer.pk)).status_code == 422
    assert not Case.objects.filter(subject_code=BENEFIT, applicant_id=offer.person_id).exists()


def test_a_parent_sits_down_for_the_child_and_registers_it(at_home, state, alena):
    child = state.party("mikhail")
    own = at_home.get(address("choose", "birth")).content.decode()
    assert f"?for={child}" in own
    assert f'value="{MOVE}"' not in own  # it is the child who is registered
    place = f"{address('choose', 'birth')}?for={child}"
    assert f'value="{MOVE}"' in at_home.get(place).content.decode()
    assert at_home.post(place, {"procedures": [MOVE]}).status_code == 302
    assert Sitting.objects.get(user=alena).applicant_id == child


def test_nobody_sits_down_for_who_gave_no_mandate(at_home, state):
    place = f"{address('choose', 'birth')}?for={state.party('jadviha')}"
    assert at_home.get(place).status_code == 404
    assert at_home.post(place, {"procedures": [BENEFIT]}).status_code == 404


def test_a_trader_opens_a_shop_in_a_sitting_of_the_business(client, state):
    sign_in(client, state.citizens["pavel"], AccessMode.STRICT)
    trader = state.party("trader")
    answer = client.get(address("choose", "business"))
    assert f'value="{TRADE}"' in answer.content.decode()
    client.post(f"{address('choose', 'business')}?for={trader}", {"procedures": [TRADE]})
    sitting = Sitting.objects.get(applicant_id=trader)
    assert client.get(address("sitting", sitting.pk)).status_code == 200


def test_when_the_mandate_ends_the_sitting_is_not_found(client, state):
    pavel = User.objects.get(pk=state.citizens["pavel"].pk)
    sign_in(client, pavel, AccessMode.STRICT)
    sitting = Sitting.objects.create(
        user=pavel, applicant_id=state.party("company"), event="business", begun_at=NOW
    )
    sitting.errands.create(procedure=TRADE, place=0)
    assert client.get(address("sitting", sitting.pk)).status_code == 404
