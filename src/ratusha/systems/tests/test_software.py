"""Software in the register: taken in by its keeper, described, replaced in waves; who sees what."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ratusha.accounts.tests.factories import official
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.systems import permissions as may
from ratusha.systems.models import BillTaken, SoftwareItem, SoftwareUse
from ratusha.systems.services import software as acts

from .conftest import NOW
from .test_bills import SMALL, SPDX, written

LICENCES = (
    "name,vendor,version,origin,layer,licences,cost,support_ends_on\n"
    "База,Вендар,12,foreign,dbms,4,900.00,2026-12-31\nСвая база,Наш,1,domestic,dbms,,,\n"
).encode()


def at(name, *arguments):
    return reverse(f"systems:{name}", args=arguments)


@pytest.fixture
def system(state):
    assert state.registrar_body
    return state.entered()


@pytest.fixture
def keeper(state):
    return state.at_desk(state.keeper, state.owner)


@pytest.fixture
def database(state, system):
    acts.take_inventory(system.number, LICENCES, by=state.keeper, now=NOW)
    return SoftwareItem.objects.get(name="База")


def test_a_second_bill_knows_what_the_first_has_entered(state, system):
    first = acts.take_bill(system.number, written(SMALL), by=state.keeper, now=NOW)
    assert (first.parts, first.new, first.known) == (2, 2, 0)
    again = acts.take_bill(system.number, written(SMALL), by=state.keeper, now=NOW)
    assert (again.new, again.known, again.gone) == (0, 2, 0)
    assert SoftwareUse.objects.count() == 2
    other = acts.take_bill(system.number, written(SPDX), by=state.keeper, now=NOW)
    assert (other.new, other.known, other.gone) == (
        0,
        1,
        1,
    )  # the same package, told in another form
    assert SoftwareItem.objects.count() == 2
    assert SoftwareUse.objects.filter(until=None).count() == 1


def test_open_source_is_known_by_its_ecosystem_and_licence(state, system):
    acts.take_bill(system.number, written(SMALL), by=state.keeper, now=NOW)
    assert SoftwareItem.objects.get(name="lib").origin == "open_source"
    assert SoftwareItem.objects.get(name="inner").origin == "unknown"


def test_a_bill_takes_no_database_away(state, system, database):
    acts.take_bill(system.number, written(SMALL), by=state.keeper, now=NOW)
    assert SoftwareUse.objects.filter(item=database, until=None).exists()


def test_a_list_of_licences_describes(database):
    assert (database.layer, database.origin, database.licences, str(database.cost)) == (
        "dbms", "foreign", 4, "900.00",
    )  # fmt: skip
    assert database.support_ends_on == date(2026, 12, 31)


def test_only_the_keeper_takes_in_and_a_broken_file_leaves_nothing(state, system):
    stranger = official(may.KEEP, body_id=state.other.pk)
    with pytest.raises(NotPermitted):
        acts.take_bill(system.number, written(SMALL), by=stranger, now=NOW)
    with pytest.raises(RuleBroken):
        acts.take_bill(system.number, b"{", by=state.keeper, now=NOW)
    assert not BillTaken.objects.exists()


def test_a_substitute_then_a_plan_then_a_result(state, database):
    own = SoftwareItem.objects.get(name="Свая база")
    given = {"by": state.keeper, "now": NOW}
    plan = {"substitute": own.pk, "wave": 1, "on": date(2026, 11, 1), "measure": "", **given}
    with pytest.raises(RuleBroken, match="no_substitute"):
        acts.plan_replacement(database.pk, **plan)
    with pytest.raises(RuleBroken, match="evidence"):
        acts.name_substitute(database.pk, substitute=own.pk, fit=80, evidence=" ", **given)
    with pytest.raises(RuleBroken, match="itself"):
        acts.name_substitute(database.pk, substitute=database.pk, fit=80, evidence="x", **given)
    acts.name_substitute(database.pk, substitute=own.pk, fit=80, evidence="Тэст.", **given)
    with pytest.raises(RuleBroken, match="wave_past"):
        acts.plan_replacement(database.pk, **{**plan, "on": NOW.date() - timedelta(days=1)})
    acts.plan_replacement(database.pk, **plan)
    assert acts.plan_replacement(database.pk, **{**plan, "wave": 2}).wave == 2
    assert acts.finish_replacement(database.pk, result="Працуе.", **given).done_on == NOW.date()
    with pytest.raises(RuleBroken, match="no_plan"):
        acts.finish_replacement(database.pk, result="Працуе.", **given)


def test_who_uses_it_or_registers_describes_it(state, database):
    told = acts.describe(database.pk, vendor="Іншы", by=state.registrar, now=NOW)
    assert (told.described_by, told.described_at) == (state.registrar, NOW)
    with pytest.raises(NotPermitted):
        acts.describe(
            database.pk, vendor="x", by=official(may.KEEP, body_id=state.other.pk), now=NOW
        )


# ---- pages ----
def test_a_file_is_taken_in_on_its_page(system, keeper):
    where = at("take_in", system.number)
    assert keeper.get(where).status_code == 200
    wrong = keeper.post(where, {"file": SimpleUploadedFile("a.json", b"{")})
    assert wrong.status_code == 422
    assert "#id_file" in wrong.text
    assert keeper.post(where, {}).status_code == 422
    sent = keeper.post(where, {"file": SimpleUploadedFile("a.json", json.dumps(SMALL).encode())})
    assert sent.status_code == 302
    keeper.post(where, {"file": SimpleUploadedFile("a.CSV", LICENCES)})
    assert BillTaken.objects.count() == 2


def test_a_stranger_finds_no_items(state, system, database):
    nobody = state.at_desk(official("cases.see", body_id=state.other.pk), state.other)
    for address in (
        at("items"),
        at("matrix"),
        at("item", database.pk),
        at("item_act", database.pk, "describe"),
    ):
        assert nobody.get(address).status_code == 404
    other = state.at_desk(official(may.KEEP, body_id=state.other.pk), state.other)
    assert other.get(at("take_in", system.number)).status_code == 404
    assert other.get(at("item_act", database.pk, "describe")).status_code == 403
    assert Client().get(at("items")).status_code == 302


def test_the_matrix_says_in_words_what_stands_in_a_layer(keeper, database):
    shown = keeper.get(at("matrix")).text
    assert "! замежнае, без плана" in shown
    database.support_ends_on = date(2020, 1, 1)
    database.save()
    assert "✕ падтрымка скончылася" in keeper.get(at("matrix")).text


def test_items_with_remarks_come_first(state, keeper, system, database):
    acts.take_bill(system.number, written(SMALL), by=state.keeper, now=NOW)
    assert database.pk
    assert "inner" not in keeper.get(at("items")).text
    shown = keeper.get(at("items"), {"show": "all", "q": "INNER"}).text
    assert "S01" in shown
    assert "База" not in shown


def test_an_item_is_described_on_its_page(keeper, database):
    where = at("item_act", database.pk, "describe")
    assert keeper.get(where).status_code == 200
    typed = {"vendor": "V", "origin": "foreign", "layer": "dbms", "criticality": "5"}
    assert keeper.post(where, typed).status_code == 422
    assert keeper.post(where, {**typed, "criticality": "4", "cost": "10,50"}).status_code == 302
    database.refresh_from_db()
    assert (database.criticality, str(database.cost), database.licences) == (4, "10.50", None)
    own = SoftwareItem.objects.get(name="Свая база")
    named = {"substitute": str(own.pk), "fit": "70", "evidence": "Тэст."}
    assert keeper.post(at("item_act", database.pk, "substitute"), named).status_code == 302
    day = {"on_day": "1", "on_month": "12", "on_year": "2026"}
    plan = {"substitute": str(own.pk), "wave": "1", **day}
    assert keeper.post(at("item_act", database.pk, "plan"), plan).status_code == 302
    assert keeper.post(at("item_act", database.pk, "finish"), {"result": "Так."}).status_code == 302
    assert keeper.get(at("item", database.pk)).status_code == 200
    assert keeper.get(at("item_act", database.pk, "burn")).status_code == 404


def test_everybody_reads_shares_and_nobody_which_system_runs_on_what(system, database):
    shown = Client().get(at("software")).text
    assert "База" not in shown
    assert system.number not in shown
    assert "50,0\xa0%" in shown  # one of two is foreign
    assert database.pk
