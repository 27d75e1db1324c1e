"""A card: drawn by one, agreed by two others, switched on; and its pages."""

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.applications.tests.conftest import in_belarusian, own_data
from ratusha.applications.tests.state import NOW, LivingState, living_state
from ratusha.conversion import permissions as may
from ratusha.conversion.law import law
from ratusha.conversion.models import Agreement, Card, Side, Stage
from ratusha.conversion.services import cards
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.parties.public import find_body

__all__ = ["in_belarusian", "own_data"]
CODE = "U200/2.6"
WAY = {
    "as_is": "Збірае | 5 | 3 | 2 | carry\nЧакае | 10 | 0 | 0 | wait",
    "to_be": "Чакае | 1 | 0 | 0",
}
ROOM = "/en/steering/conversion/"


@pytest.fixture(scope="module")
def state(django_db_setup, django_db_blocker) -> Iterator[LivingState]:  # noqa: ARG001 - wanted first
    """Gone with this file: the tests after it begin with empty tables."""
    with django_db_blocker.unblock(), living_state() as made:
        yield made


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()
    yield
    cache.clear()


def body(code):
    found = find_body(code)
    assert found is not None
    return found.pk


@pytest.fixture
def drawer(state, db):  # noqa: ARG001
    home = body("state:360")
    return official(may.DRAW, body_id=home, display_name="Рэінжынер"), home


@pytest.fixture
def regulator(state, db):  # noqa: ARG001
    home = body(
        law().regulator(CODE.partition("/")[0], int(CODE.partition("/")[2].partition(".")[0]))
    )
    return official(may.AGREE, body_id=home, display_name="Рэгулятар"), home


@pytest.fixture
def concerned(state, db):  # noqa: ARG001
    home = body(law().concerned["citizens"])
    return official(may.AGREE, body_id=home, display_name="Міністэрства"), home


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def draw(drawer, **changed):
    given = {"variant": "shorten", "acts": "", **WAY, **changed}
    return cards.draw(CODE, **given, body_id=drawer[1], by=drawer[0], now=NOW)


@pytest.fixture
def sent(drawer):
    return cards.send(draw(drawer), by=drawer[0], now=NOW)


def speak(card, side, who, agrees=True, words=""):  # noqa: FBT002
    return cards.speak(card, side, agrees=agrees, words=words, by=who[0], now=NOW)


# ---- acts ----
def test_a_card_is_sent_to_two_sides_with_three_working_days(sent):
    assert sent.stage == Stage.AGREEING
    assert sent.agree_by is not None
    assert None not in cards.asked(sent).values()
    assert (sent.agree_by - NOW.date()).days >= 3


def test_both_sides_agree_and_without_work_nothing_is_switched_on(
    sent, drawer, regulator, concerned
):
    speak(sent, Side.REGULATOR, regulator)
    assert Card.objects.get().stage == Stage.AGREEING
    with pytest.raises(Conflict):
        cards.switch_on(sent, act="Загад № 1", by=drawer[0], now=NOW)
    speak(sent, Side.CONCERNED, concerned)
    assert Card.objects.get().stage == Stage.AGREED
    with pytest.raises(Conflict, match="not_ready"):
        cards.switch_on(sent, act="Загад № 1", by=drawer[0], now=NOW)


def test_who_does_not_agree_says_why_and_a_new_card_is_drawn(sent, drawer, regulator):
    with pytest.raises(RuleBroken, match="no_reason"):
        speak(sent, Side.REGULATOR, regulator, agrees=False)
    speak(sent, Side.REGULATOR, regulator, agrees=False, words="Патрэбны закон.")
    assert Card.objects.get().stage == Stage.DISAGREED
    assert draw(drawer).number == 2


def test_a_side_speaks_for_itself_and_once(sent, regulator, concerned, drawer):
    for who in (concerned, drawer):
        with pytest.raises(NotPermitted):
            speak(sent, Side.REGULATOR, who)
    speak(sent, Side.REGULATOR, regulator)
    with pytest.raises(Conflict):
        speak(sent, Side.REGULATOR, regulator)


def test_nobody_agrees_to_their_own_card(drawer, regulator):
    own = official("conversion.draw", "conversion.agree", body_id=regulator[1])
    card = cards.send(draw((own, regulator[1])), by=own, now=NOW)
    with pytest.raises(NotPermitted, match="own_card"):
        cards.speak(card, Side.REGULATOR, agrees=True, words="", by=own, now=NOW)
    assert drawer


def test_a_way_that_is_not_lighter_is_not_drawn(drawer):
    with pytest.raises(RuleBroken, match="not_lighter"):
        draw(drawer, to_be="Чакае | 30 | 0 | 0")


def test_one_card_of_a_procedure_is_open_at_a_time(sent, drawer):  # noqa: ARG001
    with pytest.raises(Conflict, match="open_card"):
        draw(drawer)


# ---- pages ----
def at(who):
    return sign_in(Client(), who[0], acting=who[1])


@pytest.mark.parametrize("language", ["be", "ru", "en"])
def test_everybody_sees_the_goal_the_queue_and_a_procedure(state, client, db, language):  # noqa: ARG001
    room = f"/{language}/steering/conversion/"
    for page in ("", "queue/", f"procedures/{CODE}/"):
        assert client.get(room + page).status_code == 200


def test_the_goal_names_both_owners_and_three_ways_to_count(state, client, db):  # noqa: ARG001
    page = client.get(ROOM).text
    assert "Ministry of Justice for citizens, Ministry of Economy for business" in page
    assert page.count("official</span>") == 1
    assert "Several ways to count" in page


def test_the_queue_shows_its_factors_and_what_is_not_known(state, client, db):  # noqa: ARG001
    page = client.get(f"{ROOM}queue/").text
    assert "no data" in page
    assert "of 5 factors known" in page


def test_an_unknown_procedure_is_not_there(state, client, db):  # noqa: ARG001
    assert client.get(f"{ROOM}procedures/U200/99.99/").status_code == 404


def test_a_stranger_finds_no_cards(sent):
    stranger = at((official("cases.see", body_id=sent.body_id), sent.body_id))
    for page in ("cards/", f"cards/{sent.pk}/", f"procedures/{CODE}/cards/new/"):
        assert stranger.get(ROOM + page).status_code == 404
    for act in ("send/", "switch-on/", "sides/regulator/"):
        assert stranger.post(f"{ROOM}cards/{sent.pk}/{act}").status_code == 404


def test_a_card_is_drawn_sent_and_agreed_in_pages(drawer, regulator):
    desk = at(drawer)
    new = f"{ROOM}procedures/{CODE}/cards/new/"
    wrong = desk.post(new, {"variant": "shorten", **WAY, "to_be": "Чакае"})
    assert wrong.status_code == 422
    assert "#id_to_be" in wrong.text
    made = desk.post(new, {"variant": "shorten", **WAY})
    assert made.status_code == 302
    assert desk.post(f"{made.url}send/").status_code == 302
    side = at(regulator)
    assert "Do you agree?" in side.get(made.url).text
    silent = side.post(f"{made.url}sides/regulator/", {"agrees": "no", "words": ""})
    assert silent.status_code == 422
    assert side.post(f"{made.url}sides/regulator/", {"agrees": "yes"}).status_code == 302
    assert Agreement.objects.get().agrees
    assert side.post(f"{made.url}send/").status_code in {403, 422}
    assert CODE in side.get(f"{ROOM}cards/").text
