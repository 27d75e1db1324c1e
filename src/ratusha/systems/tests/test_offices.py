"""Offices: counted from the pack's rows; each head keeps the own office; a person sees what is kept of them."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext

from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.pack import pack
from ratusha.obligations.public import Obligation
from ratusha.parties.public import load_bodies
from ratusha.systems import permissions as may
from ratusha.systems.law import law
from ratusha.systems.models import Office, Specialist, TrainingLine
from ratusha.systems.services import offices as acts
from ratusha.territory.public import load_territory

from .conftest import NOW

TODAY = NOW.date()


def at(name, *arguments):
    return reverse(f"systems:{name}", args=arguments)


@pytest.fixture
def office(state):
    assert state.registrar_body  # to whom an effect is owed
    return Office.objects.create(code="office-05", kind="office", body=state.owner)


@pytest.fixture
def head(state):
    return official(may.OFFICE, body_id=state.owner.pk)


@pytest.fixture
def page(state, head):
    return state.at_desk(head, state.owner)


def test_there_are_forty_offices_and_twenty_seven_units_in_the_pack(db):  # noqa: ARG001 - its tables
    load_territory(pack())
    load_bodies(pack())
    assert acts.load_offices(pack()) == 67
    acts.load_offices(pack())
    kinds = list(Office.objects.values_list("kind", flat=True))
    assert (kinds.count("office"), kinds.count("unit")) == (40, 27)
    assert all(Office.objects.values_list("sample", flat=True))
    assert Office.objects.values("body").distinct().count() == 67


def test_everybody_reads_the_count_and_no_small_cell(office):
    for _n in range(4):
        acts.enter_specialist(office.code, role="data", level=2, since=TODAY, by=None)
    shown = Client().get(at("offices")).text
    hidden = f'<td class="num">{gettext("not told")}'
    assert hidden in shown
    acts.enter_specialist(office.code, role="data", level=2, since=TODAY, by=None)
    assert hidden not in Client().get(at("offices"), {"again": "1"}).text


def test_who_leads_another_office_finds_nothing(state, office):
    other = state.at_desk(official(may.OFFICE, body_id=state.other.pk), state.other)
    line = acts.ask_for_training(
        office.code, kind="retraining", role="data", level=3, course="Курс", provider="", budget=None,
        quarter="2027-Q1", by=None, on=TODAY,
    )  # fmt: skip
    for address in (
        at("office", office.code), at("office_act", office.code, "person"), at("training_act", line.pk, "finish"),
    ):  # fmt: skip
        assert other.get(address).status_code == 404
    with pytest.raises(NotPermitted):
        acts.enter_specialist(
            office.code,
            role="data",
            level=1,
            since=TODAY,
            by=official(may.OFFICE, body_id=state.other.pk),
        )


def test_people_needs_and_training_are_kept_on_pages(office, page):
    day = {"since_day": "1", "since_month": "9", "since_year": "2026"}
    where = at("office_act", office.code, "person")
    assert page.post(where, {"role": "data", "level": "7", **day}).status_code == 422
    assert page.post(where, {"role": "data", "level": "2", **day}).status_code == 302
    need = {"role": "data", "level": "3", "people": "1", "quarter": "2027-Q1"}
    assert (
        page.post(at("office_act", office.code, "need"), {**need, "quarter": "soon"}).status_code
        == 422
    )
    assert page.post(at("office_act", office.code, "need"), need).status_code == 302
    assert "T04" in page.get(at("office", office.code)).text
    training = {
        "kind": "retraining",
        "role": "data",
        "level": "3",
        "course": "Курс",
        "quarter": "2027-Q1",
    }
    assert page.post(at("office_act", office.code, "training"), training).status_code == 302
    assert "T04" not in page.get(at("office", office.code)).text
    line = TrainingLine.objects.get()
    assert page.get(at("training_act", line.pk, "effect")).status_code == 403
    assert page.post(at("training_act", line.pk, "finish"), {"reached": "3"}).status_code == 302
    assert page.post(at("training_act", line.pk, "finish"), {"reached": "3"}).status_code == 422
    early = page.post(at("training_act", line.pk, "effect"), {"effect": "Хутчэй."})
    assert early.status_code == 422
    assert gettext("Tell the effect") not in page.get(at("office", office.code)).text
    assert page.get(at("office_act", office.code, "burn")).status_code == 404


def test_too_much_load_is_refused_with_its_rule(office, page):
    who = acts.enter_specialist(office.code, role="data", level=2, since=TODAY, by=None)
    typed = {"specialist": str(who.pk), "quarter": "2026-Q4", "load": "130"}
    refused = page.post(at("office_act", office.code, "load"), typed)
    assert refused.status_code == 422
    assert "T02" in refused.text
    assert (
        page.post(at("office_act", office.code, "load"), {**typed, "load": "120"}).status_code
        == 302
    )
    who.refresh_from_db()
    assert who.loads == {"2026-Q4": 120}


def test_a_person_sees_what_is_kept_of_them_and_of_nobody_else(office):
    mine, other = UserFactory(), UserFactory()
    Specialist.objects.create(office=office, user=mine, role="security", level=3, since=TODAY)
    assert "Спецыяліст па бяспецы" in sign_in(Client(), mine).get(at("mine")).text
    assert "Спецыяліст па бяспецы" not in sign_in(Client(), other).get(at("mine")).text
    assert Client().get(at("mine")).status_code == 302


@pytest.fixture
def finished(office, head):
    line = acts.ask_for_training(
        office.code, kind="retraining", role="data", level=3, course="Курс", provider="", budget=None,
        quarter="2026-Q3", by=head, on=TODAY,
    )  # fmt: skip
    return acts.finish_training(line.pk, reached=3, by=head, now=NOW)


def test_half_a_year_after_a_training_its_effect_is_owed(state, head, finished):
    owed = Obligation.objects.get(rule="systems.effect", about=str(finished.pk))
    assert (owed.subject_id, owed.opens_on, owed.due_on) == (
        state.owner.pk, date(2027, 3, 1), date(2027, 4, 1),
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="effect_early") as early:
        acts.tell_effect(finished.pk, effect="Хутчэй.", by=head, now=NOW + timedelta(days=180))
    assert "1 сакавіка 2027" in early.value.message.replace("\N{NO-BREAK SPACE}", " ")
    later = NOW + timedelta(days=181)
    with time_machine.travel(later, tick=False):
        page = state.at_desk(head, state.owner)
        where = at("training_act", finished.pk, "effect")
        shown = page.get(at("office", "office-05")).text
        assert gettext("Tell the effect") in shown
        assert f"прайшло {law().effect_months} месяцаў" in shown.replace("\N{NO-BREAK SPACE}", " ")
        assert page.post(where, {"effect": " "}).status_code == 422
        assert page.post(where, {"effect": "Хутчэй."}).status_code == 302
        assert "Хутчэй." in page.get(at("office", "office-05")).text
    owed.refresh_from_db()
    finished.refresh_from_db()
    assert (owed.standing, finished.effect_on) == ("submitted", date(2027, 3, 1))


def test_certificates_are_entered_and_told_with_how_they_stand(state, office, page):
    who = acts.enter_specialist(office.code, role="security", level=2, since=TODAY, by=None)
    acts.enter_specialist(office.code, role="data", level=1, since=TODAY, by=None)

    def typed(title, since, until=None):
        days = {"valid_from": since, **({"valid_to": until} if until else {})}
        parts = {
            f"{name}_{part}": getattr(day, part)
            for name, day in days.items()
            for part in ("day", "month", "year")
        }
        return {"specialist": str(who.pk), "title": title, **parts}

    where = at("office_act", office.code, "certificate")
    backwards = typed("Даўні", TODAY, TODAY - timedelta(days=1))
    assert page.post(where, backwards).status_code == 422
    year = timedelta(days=365)
    for title, since, until in (
        ("Даўні", TODAY - 2 * year, TODAY - year), ("Хуткі", TODAY - year, TODAY + timedelta(days=90)),
        ("Вечны", TODAY - year, None), ("Будучы", TODAY + year, None),
    ):  # fmt: skip
        assert page.post(where, typed(title, since, until)).status_code == 302
    shown = page.get(at("certificates", office.code)).text
    for words in ("Даўні", "Вечны", "скончыўся", "хутка скончыцца", "яшчэ не дзейнічае", "2. "):
        assert words in shown
    other = state.at_desk(official(may.OFFICE, body_id=state.other.pk), state.other)
    assert other.get(at("certificates", office.code)).status_code == 404


def test_an_effect_is_told_only_of_what_is_finished(office, head):
    line = acts.ask_for_training(
        office.code, kind="retraining", role="data", level=3, course="Курс", provider="", budget=None,
        quarter="2027-Q1", by=head, on=TODAY,
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="training_open"):
        acts.tell_effect(line.pk, effect="x", by=head, now=NOW)
