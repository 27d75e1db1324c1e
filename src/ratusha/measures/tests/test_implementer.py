"""Three ways to the implementer: what must be known before each, and what everybody reads of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from ratusha.kernel.errors import RuleBroken
from ratusha.measures.implementer_rules import Shown, require_shown
from ratusha.measures.models import Measure, Mechanism
from ratusha.measures.services import carry_out
from ratusha.systems.models import Certificate, Office, Specialist

TODAY = date(2026, 9, 1)
OFFICE = Shown(office="office-19", roles=["architect"], level=3, price_by_method=True)
HANDED = Shown(handed="Загад № 4: правы, сродкі, тэрмін.")
TENDER = Shown(tender="auc-1", criteria="Цана", unfair_checked_on=TODAY)
FINE = {"today": TODAY, "listed": True, "lacking": (), "conflict": False}


@pytest.mark.parametrize(
    ("way", "shown", "beside", "field"),
    [
        ("office", OFFICE, {}, None),
        ("office", OFFICE, {"listed": False}, "office"),
        ("office", OFFICE, {"lacking": ["Няма."]}, "office"),
        ("office", OFFICE, {"conflict": True}, "office"),
        ("office", replace(OFFICE, roles=()), {}, "roles"),
        ("office", replace(OFFICE, price_by_method=False), {}, "price_by_method"),
        ("customer_office", HANDED, {}, None),
        ("customer_office", Shown(), {}, "handed"),
        ("competition", TENDER, {}, None),
        ("competition", replace(TENDER, tender=" "), {}, "tender"),
        ("competition", replace(TENDER, criteria=""), {}, "criteria"),
        ("competition", replace(TENDER, unfair_checked_on=None), {}, "unfair_checked_on"),
        (
            "competition",
            replace(TENDER, unfair_checked_on=date(2026, 9, 2)),
            {},
            "unfair_checked_on",
        ),
        ("own_procedure", Shown(), {"listed": False}, None),
    ],
)
def test_each_way_shows_what_it_must(way, shown, beside, field):
    given = {**FINE, **beside}
    if field is None:
        require_shown(way, shown, **given)
        return
    with pytest.raises(RuleBroken) as broken:
        require_shown(way, shown, **given)
    assert broken.value.field == field


@pytest.fixture
def included(state):
    case = state.recommended()
    carry_out.include(case.pk, act="Пастанова № 5", by=state.apparatus, now=state.now)
    return case


def named(state, case, shown=OFFICE):
    return carry_out.choose(
        case.pk, mechanism="office", implementer="Офіс", why_not_competition="Вядзе сістэму.", shown=shown,
        by=state.initiator, now=state.now,
    )  # fmt: skip


def test_an_office_is_named_when_it_is_listed_knows_is_certified_and_is_free(state, included):
    with pytest.raises(RuleBroken, match="not_listed"):
        named(state, included)
    office = Office.objects.create(code="office-19", kind="office", body=state.health)
    with pytest.raises(RuleBroken, match="lacking"):  # T01
        named(state, included)
    day = state.now.date()
    person = Specialist.objects.create(office=office, role="architect", level=3, since=day)
    certificate = Certificate.objects.create(
        specialist=person, title="Курс", valid_from=day - timedelta(days=9), valid_to=day - timedelta(days=1),
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="lacking"):  # T03
        named(state, included)
    certificate.valid_to = None
    certificate.save()
    person.loads = {f"{day.year}-Q{(day.month + 2) // 3}": 100}
    person.save()
    with pytest.raises(RuleBroken, match="lacking"):  # nobody is free
        named(state, included)
    person.loads = {}
    person.save()
    Measure.objects.filter(pk=included.pk).update(examined_by=state.health.pk)
    with pytest.raises(RuleBroken, match="conflict"):
        named(state, included)
    Measure.objects.filter(pk=included.pk).update(examined_by=state.experts[0].pk)
    typed_for_others = {
        name: getattr(shown, name)
        for shown, names in (
            (TENDER, ("tender", "criteria", "unfair_checked_on")),
            (HANDED, ("handed",)),
        )
        for name in names
    }
    named(state, included, replace(OFFICE, **typed_for_others))
    kept = Mechanism.objects.get()
    assert (kept.office, kept.roles, kept.level) == ("office-19", ["architect"], 3)
    assert kept.implementer == "Міністэрства аховы здароўя"  # not what was typed
    assert (kept.tender, kept.criteria, kept.unfair_checked_on, kept.handed) == ("", "", None, "")
    assert Measure.objects.get(pk=included.pk).implementer_id == state.health.pk
    page = Client().get(reverse("measures:card", args=[included.reference])).text
    assert "Вядзе сістэму." in page
    assert "architect" not in page  # cells of a few people are told to nobody


def test_of_a_competition_only_what_it_asks_for_is_kept(state, included):
    shown = replace(TENDER, office="office-19", roles=["architect"], level=3, handed="Загад № 4")
    given = {"mechanism": "competition", "why_not_competition": "Вядзе сістэму.", "shown": shown}
    by = {"by": state.initiator, "now": state.now}
    with pytest.raises(RuleBroken) as broken:
        carry_out.choose(included.pk, implementer=" ", **given, **by)
    assert broken.value.field == "implementer"
    carry_out.choose(included.pk, implementer="ТАА", **given, **by)
    kept = Mechanism.objects.get()
    assert (kept.implementer, kept.tender, kept.criteria) == ("ТАА", "auc-1", "Цана")
    assert (kept.why_not_competition, kept.office, kept.roles, kept.level, kept.handed) == (
        "", "", [], None, "",
    )  # fmt: skip
