"""Begun and left, silent registers: red quarters lead back to the queue, and nothing is told of fewer than five."""

from collections import Counter
from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client

from ratusha.conversion import dropping
from ratusha.conversion.dropping import Going
from ratusha.conversion.models import Stage
from ratusha.conversion.quality import quarters
from ratusha.conversion.rules import Quality
from ratusha.conversion.services import falling
from ratusha.notifications.public import Notice
from ratusha.ui.tests.closed import closed_numbers
from ratusha.ui.tests.opened import read

from .conftest import CODE, NOW

PAGE = f"/en/steering/conversion/procedures/{CODE}/"
FIGURES = "/en/steering/conversion/figures"
SPRING = "2026-04-01"


@pytest.fixture
def drafts(monkeypatch):
    """`drafts([(month, lodged, left, silent)], pages)`: what the room of applications would say."""

    def say(months, pages=None):
        told = dropping.Drafts(
            lambda since, until, _procedure: [
                (CODE, *one) for one in months if since <= one[0] < until
            ],
            lambda _procedure, _since, _until: Counter(pages or {}),
        )
        monkeypatch.setattr(dropping, "_drafts", told)

    return say


# ---- rules ----
def test_a_share_has_a_colour_from_enough_on():
    limits = Quality(5, 2.5, least_begun=20, red_left_above=0.5, red_answered_below=0.95)
    assert limits.colour_of_left(19, 0.9) == "unknown"
    assert limits.colour_of_left(20, 0.5) == "fine"
    assert limits.colour_of_left(20, 0.55) == "red"
    assert limits.colour_of_silence(20, 0.95) == "fine"
    assert limits.colour_of_silence(20, 0.94) == "red"
    assert limits.colour_of_silence(0, None) == "unknown"


@pytest.mark.parametrize(
    ("lodged", "left", "told"),
    [
        (10, 5, True),
        (10, 0, True),
        (0, 6, True),
        (10, 4, False),
        (4, 10, False),
        (2, 2, False),
        (0, 0, False),
    ],
)
def test_no_count_of_fewer_than_five_is_told(lodged, left, told):
    assert Going(lodged, left).is_told is told


# ---- quarters ----
def test_months_make_a_quarter_and_one_red_signal_makes_it_red(ministry, drafts):
    ministry.is_promised()
    drafts([(date(2026, 4, 1), 5, 8, 0), (date(2026, 6, 1), 5, 7, 1)])
    ministry.rated(date(2026, 5, 12), 6, 4)
    spring = next(
        one for one in quarters(date(2026, 9, 1), CODE)[CODE] if one.first == date(2026, 4, 1)
    )
    assert spring.going == Going(10, 15, 1)
    assert spring.colours == {"marks": "fine", "left": "red", "silence": "fine"}
    assert (spring.colour, spring.red) == ("red", ["left"])


def test_two_red_quarters_of_any_signal_lead_back_with_the_reasons(ministry, drafts):
    card = ministry.switched_on()
    drafts([(date(2026, 10, 1), 8, 22, 0), (date(2027, 1, 1), 25, 5, 10)])
    assert falling.judge(NOW.replace(year=2027, month=4, day=2)) == 1
    card.refresh_from_db()
    assert card.stage == Stage.FELL_BACK
    assert [one["red"] for one in card.rated] == [["left"], ["silence"]]
    body = Notice.objects.of(ministry.drawer.party_id).get().body
    assert "2026-10-01: " in body["be"]
    desk = ministry.at_desk(ministry.drawer, ministry.drawing)
    page = desk.get(f"/en/steering/conversion/cards/{card.pk}/").text
    assert "many begin and leave" in page
    assert "registers were silent" in page


# ---- pages ----
def test_who_left_opens_to_the_pages_where_people_stopped(ministry, drafts):
    ministry.is_promised()
    drafts([(date(2026, 4, 1), 30, 20, 5)], {"facts": 11, "": 6, "files": 2, "rare": 1})
    client = Client()
    page = client.get(PAGE).text
    assert list(closed_numbers(page)) == []
    for figure, value in (
        ("begun", 50),
        ("left", 20),
        ("left-share", 0.4),
        ("answered-share", 0.9),
    ):
        assert f"{FIGURES}/{figure}/{CODE}/{SPRING}/" in page
        told = read(client.get(f"{FIGURES}/{figure}/{CODE}/{SPRING}/").text)
        assert (round(told.value, 6), told.comes_out()) == (value, True)
    told = read(client.get(f"{FIGURES}/left/{CODE}/{SPRING}/").text)
    assert sorted(value for _name, value in told.inputs) == [
        9,
        11,
    ]  # 6 with the 3 of the small pages


def test_of_a_few_nothing_is_told(ministry, drafts):
    ministry.is_promised()
    drafts([(date(2026, 4, 1), 30, 4, 0)])
    client = Client()
    assert "nothing is told of so few" in client.get(PAGE).text
    for figure in ("begun", "left", "left-share", "answered-share"):
        assert (
            client.get(f"{FIGURES}/{figure}/{CODE}/{SPRING}/").status_code == HTTPStatus.NOT_FOUND
        )
    drafts([(date(2026, 4, 1), 30, 10, 3)])
    assert client.get(f"{FIGURES}/left/{CODE}/{SPRING}/").status_code == HTTPStatus.OK
    assert (
        client.get(f"{FIGURES}/answered-share/{CODE}/{SPRING}/").status_code == HTTPStatus.NOT_FOUND
    )
