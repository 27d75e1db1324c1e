"""What a pilot has shown comes to one place after another: rules, acts, the page with its map and its numbers."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from ratusha.accounts.public import AccessMode
from ratusha.accounts.tests.factories import sign_in
from ratusha.cases.models import Case
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.adoption import adoption_of, shade_of
from ratusha.measures.forms.pilot import enter_covered
from ratusha.measures.models import Measure, RolloutPlan
from ratusha.measures.rollout_rules import (
    Planned,
    require_apart,
    require_fact_sound,
    require_facts_open,
    require_plan_open,
    require_plan_sound,
)
from ratusha.measures.services import rollout
from ratusha.measures.services.erase import erase
from ratusha.territory.models import Unit
from ratusha.ui.tests.opened import numbers_on, read

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 11)
REGION, DISTRICT, OTHER = "4000000000", "4220000000", "6000000000"


# ---- rules ----
@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2026, 8, 1), 0), (FIRST, 0), (date(2026, 9, 6), 20), (LAST, 40), (date(2027, 1, 1), 40)],
)
def test_a_place_is_covered_evenly_between_its_days(today, due):
    assert Planned(40, FIRST, LAST).by(today) == due


def test_only_what_scales_a_pilot_is_rolled_out_and_figures_come_when_it_is_carried_out():
    require_plan_open("scaling", "passport")
    require_facts_open("scaling", "trial")
    for purpose, status in (("measure", "passport"), ("scaling", "terminated")):
        with pytest.raises(RuleBroken, match="not_scaling"):
            require_plan_open(purpose, status)
    for purpose, status in (("measure", "trial"), ("scaling", "passport")):
        with pytest.raises(RuleBroken, match="not_carried_out"):
            require_facts_open(purpose, status)


def test_a_plan_covers_something_and_ends_after_it_starts():
    require_plan_sound(Planned(1, FIRST, LAST))
    with pytest.raises(RuleBroken, match="nothing_to_cover"):
        require_plan_sound(Planned(0, FIRST, LAST))
    with pytest.raises(RuleBroken, match="ends_before"):
        require_plan_sound(Planned(1, FIRST, FIRST))


def test_a_district_within_a_planned_region_would_count_twice():
    region, district, other = [REGION], [DISTRICT, REGION], [OTHER]
    require_apart(district, [other, district])
    for one, two in ((district, region), (region, district)):
        with pytest.raises(RuleBroken, match="counted_twice"):
            require_apart(one, [two])


def test_no_more_is_covered_than_there_is_and_not_tomorrow():
    planned = Planned(40, FIRST, LAST)
    require_fact_sound(40, planned, on=FIRST, today=FIRST)
    with pytest.raises(RuleBroken, match="more_than_whole"):
        require_fact_sound(41, planned, on=FIRST, today=FIRST)
    with pytest.raises(RuleBroken, match="day_ahead"):
        require_fact_sound(1, planned, on=LAST, today=FIRST)


def test_what_is_not_known_has_no_shade():
    assert [shade_of(one) for one in (None, Decimal(0), Decimal("0.2"), Decimal("0.99"), Decimal(1))] == [
        0, 1, 2, 5, 5,
    ]  # fmt: skip


# ---- acts and pages ----
@pytest.fixture
def carried(state):
    """A scaling measure that is carried out, with the region and a district of another on the map."""
    for code, level, above in (
        (REGION, "region", []),
        (DISTRICT, "district", [REGION]),
        (OTHER, "region", []),
    ):
        Unit.objects.create(
            code=code, level=level, name={"be": f"Месца {code[:2]}"}, parent_id=above[0] if above else None,
            lineage=[code, *above], folded=code,
        )  # fmt: skip
    case = state.routed()
    Measure.objects.filter(pk=case.pk).update(purpose="scaling", sources=["local_innovation"])
    Case.objects.filter(pk=case.pk).update(status="implementation")
    return Case.objects.get(pk=case.pk)


def planned(state, case, place, **changed):
    given = {"counted": "школы", "whole": 40, "starts_on": FIRST, "ends_on": LAST, **changed}
    return rollout.plan_place(case.pk, place=place, by=state.initiator, now=state.now, **given)


def covered(state, case, place, number, **changed):
    given = {"on": state.now.date(), "evidence": "Акт № 2", "by": state.initiator, **changed}
    return rollout.enter_covered(case.pk, place=place, covered=number, now=state.now, **given)


def test_places_are_offered_in_the_order_of_the_roll_out(state, carried):
    planned(state, carried, OTHER)
    planned(state, carried, REGION, starts_on=FIRST + timedelta(days=1))
    asked = enter_covered(carried)["place"]
    assert [code for code, _name in asked.choices if code] == [OTHER, REGION]


def test_a_place_is_planned_then_covered_and_every_total_says_what_it_covers(state, carried):
    planned(state, carried, REGION)
    planned(state, carried, OTHER, whole=10)
    with pytest.raises(RuleBroken, match="counted_twice"):
        planned(state, carried, DISTRICT)
    with pytest.raises(RuleBroken, match="place_unknown"):
        planned(state, carried, "9999999999")
    with pytest.raises(RuleBroken, match="place_not_planned"):
        covered(state, carried, DISTRICT, 1)
    with pytest.raises(NotPermitted):
        covered(state, carried, REGION, 1, by=state.manager)
    covered(state, carried, REGION, 5)
    covered(state, carried, REGION, 12)
    found = adoption_of(carried, FIRST + timedelta(days=5))
    assert (found.covered, found.whole, found.due) == (12, 50, 25)
    assert found.share == Decimal("0.24")
    assert [(one.code, one.behind) for one in found.places] == [(REGION, True), (OTHER, False)]
    planned(state, carried, REGION, whole=60)
    assert adoption_of(carried, FIRST).whole == 70
    assert RolloutPlan.objects.count() == 3  # what was planned before is kept
    erase(carried)
    assert not RolloutPlan.objects.exists()


def test_everybody_sees_the_places_and_each_number_opens(state, carried):
    address = reverse("measures:adoption", args=[carried.reference])
    assert Client().get(address).status_code == 404
    planned(state, carried, REGION)
    planned(state, carried, OTHER, whole=10)
    with time_machine.travel(state.now + timedelta(days=5), tick=False):
        assert Client().get(address).status_code == 200  # nothing is known yet, and said so
        state.later(5)
        covered(state, carried, REGION, 12)
        page = Client().get(address)
        found = {}
        for link in numbers_on(page.text):
            told = read(Client().get(link).text)
            assert told.comes_out(), (link, told)
            found[link.partition("/figures/")[2].rstrip("/")] = told.value
    assert found["adopted-share"] == pytest.approx(0.24)
    assert found[f"adopted-due/{REGION}"] == 20
    assert "Ініцыятар" not in page.text


def test_a_place_is_planned_and_covered_at_the_desk(state, carried):
    page = sign_in(Client(), state.initiator, AccessMode.STRICT, state.transport.pk)
    at = lambda name: reverse("measures:step", args=[carried.reference, name])  # noqa: E731
    with time_machine.travel(state.now, tick=False):
        assert page.get(at("plan_place")).status_code == 200
        told = {"place": REGION, "counted": "школы", "whole": "40", "starts_on": "2026-09-01"}
        assert page.post(at("plan_place"), {**told, "ends_on": "2026-08-01"}).status_code == 422
        assert page.post(at("plan_place"), {**told, "ends_on": "2026-12-01"}).status_code == 302
        assert page.get(at("enter_covered")).status_code == 200
        fact = {"place": REGION, "on": "2026-09-01", "covered": "4", "evidence": "Акт"}
        assert page.post(at("enter_covered"), {**fact, "covered": "41"}).status_code == 422
        assert page.post(at("enter_covered"), fact).status_code == 302
        assert "4" in page.get(reverse("measures:measure", args=[carried.reference])).text
