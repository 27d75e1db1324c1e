"""By which way and from where, what people complain of and pay, what the body says: with nothing of fewer than five."""

from datetime import timedelta
from decimal import Decimal
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ratusha.cases.models import CaseLink
from ratusha.cases.tests.factories import CaseFactory
from ratusha.conversion import counting
from ratusha.conversion.models import Card
from ratusha.conversion.rules import FEWEST, folded
from ratusha.conversion.services import cards
from ratusha.conversion.volume import complained, volume
from ratusha.conversion.ways import Told
from ratusha.kernel.errors import RuleBroken
from ratusha.parties.models import Organisation
from ratusha.payments.models import Charge
from ratusha.ui.tests.closed import closed_numbers
from ratusha.ui.tests.opened import read

from .conftest import AS_IS, CODE, NOW, TO_BE

TODAY = timezone.localdate(NOW)
PAGE = f"/en/steering/conversion/procedures/{CODE}/"
FIGURES = "/en/steering/conversion/figures"


def lodged(number, **given):
    given = {"channel": "portal", "lodged_on": TODAY, **given}
    return [CaseFactory(kind="application", subject_code=CODE, **given) for _one in range(number)]


def complain_about(cases):
    for case in cases:
        complaint = CaseFactory(kind="complaint", subject_code=CODE, lodged_on=TODAY)
        CaseLink.objects.create(case=complaint, about=case, kind="complaint", at=NOW)


def serves(code):
    return Organisation.objects.create(
        kind="executive_committee", is_body=True, name={"be": code}, code=f"x:{code}", serves=[code]
    ).pk


# ---- rules ----
@given(st.dictionaries(st.text(min_size=1, max_size=2), st.integers(0, 30), max_size=8))
def test_no_row_of_fewer_than_five_is_told_or_can_be_computed(counts):
    shown, rest = folded(counts)
    assert all(number >= FEWEST for number in shown.values())
    assert rest == 0 or rest >= FEWEST
    hidden = sum(counts.values()) - sum(shown.values())
    assert hidden == rest or (0 < hidden < FEWEST and not shown)


def test_a_small_row_takes_the_smallest_other_with_it():
    assert folded({"a": 9, "b": 7, "c": 3}) == ({"a": 9}, 10)
    assert folded({"a": 9, "b": 7}) == ({"a": 9, "b": 7}, 0)
    assert folded({"a": 3}) == ({}, 0)


# ---- volume ----
def test_volume_is_told_by_way_and_by_region_of_the_body(ministry):
    ministry.is_promised()
    lodged(6, body_id=serves("5000000000"))
    lodged(5, body_id=serves("6000000000"), channel="counter")
    lodged(7, body_id=ministry.drawing.pk, lodged_on=TODAY - timedelta(days=400))
    found = volume(CODE, TODAY)
    assert (found.all, found.by_channel) == (11, {"portal": 6, "counter": 5})
    assert sorted(found.by_region.values()) == [5, 6]
    page = Client().get(PAGE).text
    assert list(closed_numbers(page)) == []
    assert "at the counter, with help" in page
    assert "By region of the body" in page


def test_of_fewer_than_five_applications_no_rows_are_told(ministry):
    ministry.is_promised()
    lodged(3)
    lodged(6, applicant_id=uuid4())  # nine applications of four people
    (row,) = counting.table(TODAY)
    page = Client().get(PAGE).text
    assert row.cases == 0
    assert "By region of the body" not in page
    assert "fewer than five people have applied here in the last year" in page
    lodged(1)
    assert volume(CODE, TODAY).all == 5
    assert counting.cases_in_a_year(CODE, TODAY) == 10


# ---- complaints and fees ----
def test_complaints_count_as_trouble_and_open_from_five_on(ministry):
    ministry.is_promised()
    cases = lodged(8)
    complain_about(cases[:4])
    client = Client()
    assert complained(TODAY) == {CODE: 4}
    (row,) = counting.table(TODAY)
    assert (row.parts.complained, row.parts.trouble) == (4, 4)
    assert client.get(f"{FIGURES}/complaints/{CODE}/").status_code == HTTPStatus.NOT_FOUND
    told = read(client.get(f"{FIGURES}/trouble/{CODE}/").text)
    assert told.comes_out()
    assert "fewer than five of 8" in client.get(f"{FIGURES}/trouble/{CODE}/").text
    complain_about(cases[4:6])
    told = read(client.get(f"{FIGURES}/complaints/{CODE}/").text)
    assert (told.value, told.comes_out()) == (6, True)


def test_what_a_person_pays_is_the_mean_of_charges(ministry):
    ministry.is_promised()
    for number, case in enumerate(lodged(5)):
        Charge.objects.create(
            reference=case.reference, code="fee", purpose={"be": "Пошліна"}, payer_name="А", body_id=case.body_id,
            amount=Decimal(10 + number), currency="BYN", due_on=TODAY, charged_at=NOW,
        )  # fmt: skip
    told = read(Client().get(f"{FIGURES}/fee/{CODE}/").text)
    assert (told.value, told.comes_out()) == (12, True)
    Charge.objects.filter(amount=10).update(status="cancelled")
    assert Client().get(f"{FIGURES}/fee/{CODE}/").status_code == HTTPStatus.NOT_FOUND


# ---- what the body says ----
def drawn(ministry, told):
    return cards.draw(
        CODE, variant="shorten", as_is=AS_IS, to_be=TO_BE, acts="", told=told,
        body_id=ministry.drawing.pk, by=ministry.drawer, now=NOW,
    )  # fmt: skip


def test_what_a_body_says_needs_its_source(ministry):
    ministry.is_promised()
    with pytest.raises(RuleBroken) as refused:
        drawn(ministry, Told(volume=100))
    assert refused.value.field == "told_source"
    card = drawn(ministry, Told(cost=Decimal("31.50"), source="Справаздача"))
    with pytest.raises(IntegrityError, match="has_a_source"), transaction.atomic():
        Card.objects.filter(pk=card.pk).update(told_source="")


def test_what_a_year_costs_the_body_opens_to_cost_and_applications(ministry):
    ministry.is_promised()
    lodged(10)
    card = drawn(ministry, Told(volume=90, cost=Decimal("31.50"), source="Справаздача за 2025 год"))
    desk = ministry.at_desk(ministry.drawer, ministry.drawing)
    page = desk.get(f"/en/steering/conversion/cards/{card.pk}/").text
    assert list(closed_numbers(page)) == []
    assert "Справаздача за 2025 год" in page
    told = read(desk.get(f"/en/steering/conversion/cards/{card.pk}/saves/cost-a-year/").text)
    assert (told.value, told.comes_out()) == (3150, True)


def test_the_form_of_a_card_takes_what_the_body_says(ministry):
    ministry.is_promised()
    desk = ministry.at_desk(ministry.drawer, ministry.drawing)
    address = f"/en/steering/conversion/procedures/{CODE}/cards/new/"
    typed = {
        "variant": "shorten",
        "as_is": AS_IS,
        "to_be": TO_BE,
        "told_volume": "1 200",
        "told_cost": "31,5",
    }
    refused = desk.post(address, typed)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "#id_told_source" in refused.text
    assert desk.post(address, {**typed, "told_source": "Форма 1"}).status_code == HTTPStatus.FOUND
    card = Card.objects.get()
    assert (card.told_volume, card.told_cost, card.told_complaints) == (
        1200,
        Decimal("31.50"),
        None,
    )
