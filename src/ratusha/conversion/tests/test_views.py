"""Pages of conversion: what everybody reads, what only those with a part in it find, what is refused at its field."""

from datetime import date
from http import HTTPStatus

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import official
from ratusha.conversion.models import Card, Stage, WorkKind

from .conftest import AS_IS, CODE, TO_BE


def at(name, *args):
    return reverse(f"conversion:{name}", args=args)


def test_everybody_reads_the_goal_by_every_way_to_count(ministry, client):
    ministry.is_promised()
    shown = client.get(at("home")).content.decode()
    assert shown.count("100,0") >= 4  # one procedure, online: official, from end to end, …
    assert "{'be'" not in shown  # a name in three languages is never printed raw


def test_a_procedure_shows_how_people_rated_it_by_quarter(ministry, client):
    ministry.is_promised()
    ministry.rated(date(2026, 5, 4), 5, 2)
    shown = client.get(at("procedure", *CODE.split("/"))).content.decode()
    assert "2,00" in shown
    assert shown.count('class="tag quiet"') >= 3  # the quarters of which too few people spoke


def test_a_card_is_drawn_from_what_the_procedure_promises(ministry):
    ministry.is_promised(level="e2")
    desk = ministry.at_desk(ministry.drawer, ministry.drawing)
    address = at("new", *CODE.split("/"))
    assert "| carry" not in desk.get(address).content.decode()  # it asks for no papers
    assert "| visit" in desk.get(address).content.decode()
    wrong = {"variant": "shorten", "as_is": AS_IS, "to_be": AS_IS}
    refused = desk.post(address, wrong)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert desk.post(address, {**wrong, "to_be": TO_BE}).status_code == HTTPStatus.FOUND
    assert Card.objects.get().stage == Stage.DRAFT


@pytest.mark.parametrize("name", ["card", "send", "switch_on"])
def test_a_card_is_not_there_for_an_official_without_a_part_in_it(ministry, name):
    card = ministry.drawn()
    stranger = official("cases.see", body_id=ministry.drawing.pk)
    desk = ministry.at_desk(stranger, ministry.drawing)
    found = desk.get(at(name, card.pk)) if name == "card" else desk.post(at(name, card.pk))
    assert found.status_code == HTTPStatus.NOT_FOUND


def test_both_sides_speak_and_the_drawer_switches_on_with_the_act(ministry):
    card = ministry.sent()
    for side, user, body in (
        ("regulator", ministry.of_regulator, ministry.regulator),
        ("concerned", ministry.of_concerned, ministry.concerned),
    ):
        desk = ministry.at_desk(user, body)
        address = at("speak", card.pk, side)
        silent = desk.post(address, {"agrees": "no", "words": ""})
        assert silent.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert desk.post(address, {"agrees": "yes"}).status_code == HTTPStatus.FOUND
    drawer = ministry.at_desk(ministry.drawer, ministry.drawing)
    card.refresh_from_db()
    for kind in WorkKind:
        ministry.done(card, kind)
    without = drawer.post(at("switch_on", card.pk), {"act": ""})
    assert without.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (
        drawer.post(at("switch_on", card.pk), {"act": "Указ № 1"}).status_code == HTTPStatus.FOUND
    )
    card.refresh_from_db()
    assert (card.stage, card.act) == (Stage.SWITCHED_ON, "Указ № 1")
