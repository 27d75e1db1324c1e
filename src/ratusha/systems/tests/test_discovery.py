"""The register looks for what is not in it: what is proposed, what a person decides, what is published."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.systems.discovery.rules import (
    Coverage,
    Trace,
    best_match,
    is_overdue,
    is_registered,
    read_traces,
    speaks_of_a_system,
)
from ratusha.systems.models import Proposal
from ratusha.systems.services import discovery as acts

from .conftest import NOW

FILE = (
    "kind;organisation;subject;on;address\n"
    "contract;Міністэрства аховы здароўя;Развитие информационной системы «Рэестр лекаў»;2026-05-01;\n"
    "contract;Гарвыканкам;Создание информационной системы учёта зелёных насаждений;2026-06-01;\n"
    "contract;Гарвыканкам;Ремонт крыши;;\n"
    "domain;Гарвыканкам;Азеляненне горада;;green.example.by\n"
    "domain;Міністэрства;Лекі;;https://www.leki.example.by/start\n"
).encode()


def at(name, *arguments):
    return reverse(f"systems:{name}", args=arguments)


# ---- what a trace says ----
NAMES = {"SYS-2026-00001": ["Рэестр лекаў", "Реестр лекарств"]}


@pytest.mark.parametrize(
    ("kind", "subject", "is_one"),
    [
        ("contract", "Развитие информационной системы", True), ("contract", "Ремонт крыши", False),
        ("budget", "Стварэнне рэестра кветак", True), ("budget", "Набыццё мэблі", False),
        ("domain", "anything", True), ("log", "x", True),
    ],
)  # fmt: skip
def test_a_contract_must_speak_of_a_system_and_a_domain_is_one(kind, subject, is_one):
    assert speaks_of_a_system(Trace(kind, "", subject)) is is_one


def test_a_trace_is_taken_for_the_system_that_is_most_like_it():
    same = best_match(Trace("contract", "", "Развіццё сістэмы Рэестр лекаў"), NAMES, {})
    assert same.number == "SYS-2026-00001"
    assert is_registered(same)
    other = best_match(Trace("contract", "", "Улік зялёных насаджэнняў горада"), NAMES, {})
    assert not is_registered(other)
    by_address = best_match(
        Trace("domain", "", "?", address="https://WWW.x.by/a"), NAMES, {"x.by": "SYS-1"}
    )
    assert by_address.number == "SYS-1"
    assert best_match(Trace("contract", "", "x"), {}, {}) is None


def test_one_trace_brought_twice_is_one():
    assert (
        Trace("domain", "A", "x", address="a.by").key
        == Trace("domain", "a ", "y", address="A.BY").key
    )


def test_coverage_leaves_open_traces_on_neither_side():
    assert Coverage(175, 750, 40).value == pytest.approx(175 / 925)
    assert Coverage(0, 0, 3).value is None


def test_a_proposal_is_late_after_thirty_days():
    assert not is_overdue(date(2026, 1, 1), date(2026, 1, 31))
    assert is_overdue(date(2026, 1, 1), date(2026, 2, 1))


@pytest.mark.parametrize(
    "content",
    [
        b"title\nx", b"kind,organisation,subject\nmoon,A,B", b"kind,organisation,subject\nlog,A,",
        b"kind,organisation,subject,on\nlog,A,B,1.2.2026", "kind,organisation,subject\nlog,Ж,Ж".encode("cp1251"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_row(content):
    with pytest.raises(RuleBroken) as broken:
        read_traces(content)
    assert broken.value.field == "file"


# ---- in the register ----
@pytest.fixture
def taken(state):
    state.entered("Рэестр лекаў")
    state.entered("Лекі", address="leki.example.by")
    assert state.registrar_body
    return acts.take_traces(FILE, by=state.registrar, now=NOW)


def test_traces_of_known_systems_and_of_none_are_left_out(taken):
    assert taken == (5, 3, 2)
    subjects = set(Proposal.objects.values_list("subject", flat=True))
    assert subjects == {
        "Создание информационной системы учёта зелёных насаждений",
        "Азеляненне горада",
    }


def test_traces_come_in_once(state, taken):
    assert taken[2] == 2
    assert acts.take_traces(FILE, by=state.registrar, now=NOW)[2] == 0


def test_a_decision_needs_reasons_and_counts(state, taken):
    assert taken
    one, other = Proposal.objects.all()
    with pytest.raises(RuleBroken, match="reasons"):
        acts.decide(one.pk, standing="confirmed", reasons="", by=state.registrar, now=NOW)
    with pytest.raises(RuleBroken, match="no_answer"):
        acts.decide(one.pk, standing="open", reasons="x", by=state.registrar, now=NOW)
    acts.decide(one.pk, standing="confirmed", reasons="Ёсць сістэма.", by=state.registrar, now=NOW)
    acts.decide(
        other.pk, standing="dismissed", reasons="Старонка сайта.", by=state.registrar, now=NOW
    )
    found = acts.coverage()
    assert (found.registered, found.confirmed, found.open) == (2, 1, 0)
    with pytest.raises(NotPermitted):
        acts.decide(one.pk, standing="dismissed", reasons="x", by=state.keeper, now=NOW)
    with pytest.raises(NotPermitted):
        acts.take_traces(FILE, by=state.keeper, now=NOW)


# ---- pages ----
def test_the_registrar_takes_in_and_decides_on_pages(state):
    state.entered("Рэестр лекаў")
    page = state.at_desk(state.registrar, state.registrar_body)
    wrong = page.post(at("take_traces"), {"file": SimpleUploadedFile("a.csv", b"x")})
    assert wrong.status_code == 422
    assert (
        page.post(at("take_traces"), {"file": SimpleUploadedFile("a.csv", FILE)}).status_code == 302
    )
    found = Proposal.objects.first()
    assert at("decide", found.pk) in page.get(at("proposals")).text
    assert (
        page.post(at("decide", found.pk), {"standing": "confirmed", "reasons": ""}).status_code
        == 422
    )
    sent = page.post(at("decide", found.pk), {"standing": "confirmed", "reasons": "Так."})
    assert sent.url == at("proposals")
    assert at("decide", found.pk) not in page.get(at("proposals")).text
    assert at("decide", found.pk) in page.get(at("proposals"), {"show": "confirmed"}).text


def test_nobody_else_finds_the_proposals(state, taken):
    assert taken
    keeper = state.at_desk(state.keeper, state.owner)
    for address in (at("proposals"), at("take_traces"), at("decide", Proposal.objects.first().pk)):
        assert keeper.get(address).status_code == 404


def test_everybody_reads_the_coverage_and_who_is_late_but_no_names(state, taken):
    assert taken
    shown = Client().get(at("coverage")).text
    assert "100,0\xa0%" in shown
    assert "зялёных" not in shown
    assert "Гарвыканкам" not in shown
    with time_machine.travel(NOW + timedelta(days=31), tick=False):
        assert "чакае больш" in Client().get(
            at("coverage"), {"x": "1"}
        ).text or "чакаюць больш" in (Client().get(at("coverage"), {"x": "2"}).text)
    assert state.registrar
