"""The open pages and the open data: what everybody may read, and nothing more."""

from datetime import timedelta
from decimal import Decimal

import jsonschema_rs
import pytest
from django.test import Client
from django.urls import reverse

from ratusha.systems.card import (
    Card,
    DataObject,
    Hosting,
    Interface,
    Paper,
    Security,
    YearCost,
    plain,
    read,
)
from ratusha.systems.opened import OPEN, open_part
from ratusha.systems.services.entering import change_card

from .conftest import NOW, PERSON


def at(name, *arguments):
    return reverse(f"systems:{name}", args=arguments)


@pytest.fixture
def page():
    return Client()


@pytest.fixture
def three(state):
    first = state.entered("Рэгістр насельніцтва", objects=[PERSON], sphere="people")
    second = state.entered(
        "Рэестр лекаў", sphere="health", interfaces=[Interface(first.number, objects=["person"])],
        security=Security(level="3-юл", audited_on=NOW.date(), attestation="сакрэт"), contact="Ян",
        hosting=Hosting(site="вул. Тайная", why_elsewhere="закон"),
    )  # fmt: skip
    hidden = state.entered("Мяжа", access="service", interfaces=[Interface(first.number)])
    return first, second, hidden


def test_the_register_is_read_searched_and_narrowed(page, three):
    first, second, hidden = three
    shown = page.get(at("register")).text
    assert first.number in shown
    assert hidden.number not in shown
    assert "Рэестр лекаў" in page.get(at("register"), {"q": "рэестр ЛЕКАЎ"}).text
    assert first.number not in page.get(at("register"), {"q": "лекаў"}).text
    assert second.number not in page.get(at("register"), {"sphere": "people"}).text
    assert first.number not in page.get(at("register"), {"status": "archived"}).text


def test_what_is_for_service_use_is_nowhere(page, three):
    first, _second, hidden = three
    for address in (
        at("card", hidden.number),
        at("history", hidden.number),
        at("card_json", hidden.number),
    ):
        assert page.get(address).status_code == 404
    for address in (
        at("card", first.number), at("graph"), at("objects"), at("changes"), at("list_json"), at("list_csv"),
    ):  # fmt: skip
        answer = page.get(address)
        assert answer.status_code == 200
        assert hidden.number not in answer.text
        assert "Мяжа" not in answer.text


def test_what_is_inside_stays_inside(page, three):
    _first, second, _hidden = three
    for address in (
        at("card", second.number),
        at("history", second.number),
        at("card_json", second.number),
    ):
        shown = page.get(address).text
        for word in ("сакрэт", "3-юл", "Тайная", "Ян"):
            assert word not in shown


def test_every_field_of_a_card_is_either_open_or_kept_on_purpose():
    inside = set(Card.__struct_fields__) - set(OPEN)
    assert inside == {"security", "contact"}  # of security the day of the audit is told


def test_the_graph_stops_finds_ways_and_remembers_days(page, three):
    first, second, _hidden = three
    stopped = page.get(at("graph"), {"stop": first.number}).text
    assert "спыняецца, хваля 1" in stopped or "wave 1" in stopped
    way = page.get(at("graph"), {"from": first.number, "to": second.number})
    assert way.status_code == 200
    empty = page.get(at("graph"), {"on": "2020-01-01", "stop": "nonsense"})
    assert empty.status_code == 200
    assert first.number not in empty.text
    assert page.get(at("graph"), {"on": "2026-02-31"}).status_code == 200
    assert second.number in page.get(at("graph"), {"around": first.number}).text


def test_two_versions_are_compared(page, state, three):
    first, *_ = three
    later = NOW + timedelta(days=1)
    change_card(
        first.pk, state.card("Рэгістр насельніцтва", objects=[PERSON], costs=[YearCost(2026, Decimal(7))]),
        owner_id=state.owner.pk, by=None, now=later, reason="кошт",
    )  # fmt: skip
    shown = page.get(at("history", first.number)).text
    assert "<ins>7</ins>" in shown
    assert page.get(at("history", first.number), {"from": "x", "to": "99"}).status_code == 200


def test_two_days_are_compared(page, three):
    first, *_ = three
    shown = page.get(at("changes"), {"since": "2026-08-01", "until": "2026-09-01"}).text
    assert at("card", first.number) in shown
    assert (
        at("card", first.number)
        not in page.get(at("changes"), {"since": "2026-09-01", "until": "2026-09-01"}).text
    )


def test_the_list_follows_its_schema_and_says_when_nothing_is_new(page, three):
    first, *_ = three
    answer = page.get(at("list_json"))
    told = answer.json()
    schema = page.get(at("schema")).json()
    for one in told["systems"]:
        jsonschema_rs.validate(schema, one["card"])
    assert told["count"] == 2
    assert page.get(at("list_json"), headers={"If-None-Match": answer["ETag"]}).status_code == 304
    single = page.get(at("card_json", first.number))
    assert single.json()["card"] == told["systems"][0]["card"]
    assert (
        page.get(
            at("card_json", first.number), headers={"If-None-Match": single["ETag"]}
        ).status_code
        == 304
    )


def test_the_table_bears_what_a_spreadsheet_would_run(page, state):
    state.entered("=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in page.get(at("list_csv")).text


def test_a_card_survives_writing_and_reading(state):
    whole = state.card(
        objects=[DataObject("person", "Асоба", personal=True, volume=5)], personal_data_number="7",
        promised=Decimal("99.95"), costs=[YearCost(2026, Decimal("1.10"), Decimal("0.90"))],
        papers=[Paper("concept", "К", NOW.date(), "a" * 64)],
    )  # fmt: skip
    assert read(plain(whole)) == whole
    assert "contact" not in open_part(whole, set())
