"""Between the agreement and switching on: the working group, development and test, forward and back."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ratusha.conversion.models import Stage, WorkKind
from ratusha.conversion.services import cards
from ratusha.conversion.work import in_turn, kinds_of, may_be_switched_on, stage_after
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.ui.tests.closed import closed_numbers
from ratusha.ui.tests.opened import read

from .conftest import CODE, NOW

TODAY = timezone.localdate(NOW)


# ---- rules ----
def test_each_step_has_its_turn_and_the_group_may_meet_again():
    assert in_turn("agreed", "shorten") == ["group"]
    assert in_turn("settled", "shorten") == ["development", "group"]
    assert in_turn("developed", "shorten") == ["test", "group"]
    assert in_turn("tested", "shorten") == ["group"]
    for over in ("draft", "agreeing", "disagreed", "returned", "switched_on", "fell_back"):
        assert in_turn(over, "shorten") == []


@pytest.mark.parametrize("variant", ["abolish", "merge"])
def test_what_ends_a_procedure_has_nothing_to_develop(variant):
    assert kinds_of(variant) == ["group"]
    assert may_be_switched_on("settled", variant)
    assert not may_be_switched_on("agreed", variant)
    assert not may_be_switched_on("settled", "shorten")


def test_the_group_sends_back_from_anywhere_and_a_failed_test_leads_to_development():
    for stage in ("agreed", "settled", "developed", "tested"):
        assert stage_after(WorkKind.GROUP, stage, goes_on=False) == "returned"
    assert stage_after(WorkKind.GROUP, "developed", goes_on=True) == "developed"
    assert stage_after(WorkKind.TEST, "developed", goes_on=False) == "settled"


# ---- acts ----
def test_a_card_goes_step_by_step_and_a_failed_test_leads_back(ministry):
    ministry.is_promised()
    card = ministry.agreed(ministry.sent())
    with pytest.raises(Conflict, match="not_in_turn"):
        ministry.done(card, WorkKind.TEST)
    assert ministry.done(card, WorkKind.GROUP).stage == Stage.SETTLED
    assert ministry.done(card, WorkKind.DEVELOPMENT).stage == Stage.DEVELOPED
    assert ministry.done(card, WorkKind.TEST, goes_on=False).stage == Stage.SETTLED
    with pytest.raises(Conflict, match="not_ready"):
        cards.switch_on(card, act="Указ № 1", by=ministry.drawer, now=NOW)
    ministry.done(card, WorkKind.DEVELOPMENT)
    assert ministry.done(card, WorkKind.TEST).stage == Stage.TESTED
    assert cards.switch_on(card, act="Указ № 1", by=ministry.drawer, now=NOW).switched_on_at
    assert [one.kind for one in card.works.all()] == [
        "group", "development", "test", "development", "test"
    ]  # fmt: skip


def test_one_card_is_open_until_it_is_switched_on_or_sent_back(ministry):
    card = ministry.tested()
    with pytest.raises(Conflict, match="open_card"):
        ministry.drawn()
    assert ministry.done(card, WorkKind.GROUP, goes_on=False).stage == Stage.RETURNED
    assert ministry.drawn().number == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"on": TODAY - timedelta(days=1)}, "on"),  # before the bodies had agreed
        ({"who": " "}, "who"),
        ({"result": " "}, "result"),
    ],
)
def test_a_step_says_who_when_and_what_came_of_it(ministry, changed, field):
    card = ministry.agreed(ministry.sent())
    with pytest.raises(RuleBroken) as refused:
        ministry.done(card, WorkKind.GROUP, **changed)
    assert refused.value.field == field


def test_only_the_body_that_has_drawn_the_card_writes_it_down(ministry):
    card = ministry.agreed(ministry.sent())
    ministry.drawer = ministry.of_regulator
    with pytest.raises(NotPermitted):
        ministry.done(card, WorkKind.GROUP)


def test_the_database_knows_no_work_without_a_result(ministry):
    card = ministry.tested()
    with pytest.raises(IntegrityError, match="work_says_who"), transaction.atomic():
        card.works.update(result="")


# ---- pages ----
def at(name, *args):
    return reverse(f"conversion:{name}", args=args)


def test_a_step_is_written_on_its_page_and_shown_on_the_card(ministry):
    card = ministry.agreed(ministry.sent())
    desk = ministry.at_desk(ministry.drawer, ministry.drawing)
    address = at("step", card.pk, "group")
    assert address in desk.get(at("card", card.pk)).text
    day = {"on_day": "1", "on_month": "9", "on_year": "2026"}
    typed = {**day, "who": "Група № 3", "goes_on": "yes"}
    wrong = desk.post(address, {**typed, "result": ""})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert desk.post(address, {**typed, "result": "Ухвалілі."}).status_code == HTTPStatus.FOUND
    page = desk.get(at("card", card.pk)).text
    assert "Група № 3" in page
    assert at("step", card.pk, "development") in page
    assert list(closed_numbers(page)) == []
    assert desk.get(address).status_code == HTTPStatus.OK  # it may meet again
    assert desk.get(at("step", card.pk, "test")).status_code == HTTPStatus.NOT_FOUND
    other = ministry.at_desk(ministry.of_regulator, ministry.regulator)
    assert other.get(address).status_code == HTTPStatus.NOT_FOUND


def test_the_dashboard_counts_cards_by_step_and_each_count_opens(ministry):
    card = ministry.tested()
    client = Client()
    home = client.get("/en/steering/conversion/").text
    assert list(closed_numbers(home)) == []
    figure = "/en/steering/conversion/figures/cards/tested/"
    assert figure in home
    told = read(client.get(figure).text)
    assert (told.value, told.comes_out()) == (1, True)
    assert CODE in client.get(figure).text
    assert (
        client.get("/en/steering/conversion/figures/cards/nowhere/").status_code
        == HTTPStatus.NOT_FOUND
    )
    cards.switch_on(card, act="Указ № 1", by=ministry.drawer, now=NOW + timedelta(days=12))
    told = read(client.get("/en/steering/conversion/figures/days-of-the-way/").text)
    assert (told.value, told.comes_out()) == (12, True)
