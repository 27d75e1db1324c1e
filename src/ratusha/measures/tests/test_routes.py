"""Where money goes and who may carry a measure out: the table, written again by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.measures.routes import (
    STRICTNESS,
    TABLE,
    THREE_WAYS,
    Mechanism,
    Money,
    Programme,
    Purpose,
    require_mechanism,
    route_of,
    row_for,
)

purposes, sources = st.sampled_from(Purpose), st.sampled_from(Money)
OF_THE_STATE = ["republican", "local", "local_innovation", "central_innovation"]


@given(purposes, sources)
def test_every_purpose_and_source_has_exactly_one_row(purpose, source):
    assert [row for row in TABLE if (row.purpose, row.money) == (purpose, source)] == [
        row_for(purpose, source)
    ]


@given(purposes, st.sets(sources, min_size=1))
def test_mixed_money_is_refused_with_its_strictest_part_or_goes_by_it(purpose, mixed):
    rows = [row_for(purpose, one) for one in mixed]
    if any(row.refused for row in rows):
        with pytest.raises(RuleBroken):
            route_of(purpose, mixed)
        return
    route = route_of(purpose, mixed)
    assert route.examined == any(row.examined for row in rows)
    assert all(STRICTNESS.index(row.programme) <= STRICTNESS.index(route.programme) for row in rows)
    assert route.mechanisms in {row.mechanisms for row in rows}


@given(purposes, st.sets(sources, min_size=1), sources)
def test_one_more_source_never_makes_a_route_freer(purpose, mixed, more):
    try:
        wider = route_of(purpose, {*mixed, more})
    except RuleBroken:
        return
    route = route_of(purpose, mixed)
    assert wider.examined >= route.examined
    assert STRICTNESS.index(wider.programme) >= STRICTNESS.index(route.programme)


@pytest.mark.parametrize("source", ["republican", "local", "local_innovation"])
def test_money_of_budgets_and_local_innovation_funds_goes_through_passport_council_and_programme(
    source,
):
    route = route_of("measure", [source])
    assert route.examined
    assert route.programme == Programme.REQUIRED
    assert route.mechanisms == THREE_WAYS
    assert not route.sample


def test_own_funds_go_by_the_customers_own_procurement_without_a_programme():
    route = route_of("measure", ["own"])
    assert not route.examined
    assert route.programme == Programme.NOT_NEEDED
    assert route.mechanisms == (Mechanism.OWN_PROCEDURE,)
    assert route.acts == ("own_funds",)


def test_own_funds_mixed_with_the_budget_go_by_the_route_of_the_budget():
    route = route_of("measure", ["own", "republican"])
    assert route.examined
    assert route.mechanisms == THREE_WAYS


@pytest.mark.parametrize("source", OF_THE_STATE)
def test_a_pilot_paid_from_state_money_is_refused_by_rul_10(source):
    with pytest.raises(RuleBroken, match="RUL-10") as refused:
        route_of("pilot", ["own", source])
    assert refused.value.field == "sources"
    assert "RUL-10" in refused.value.message


def test_a_pilot_is_paid_for_by_its_implementer_or_from_other_sources():
    route = route_of("pilot", ["own", "other"])
    assert route.programme == Programme.LIST
    assert route.mechanisms == (Mechanism.AGREEMENT,)


@pytest.mark.parametrize("source", ["republican", "local", "central_innovation", "own", "other"])
def test_scaling_is_paid_for_from_local_innovation_funds_alone(source):
    with pytest.raises(RuleBroken, match="RUL-11"):
        route_of("scaling", [source])
    assert route_of("scaling", ["local_innovation"]).examined


def test_no_source_at_all_is_said_at_the_question():
    with pytest.raises(RuleBroken, match="source_missing"):
        route_of("measure", [])


@pytest.mark.parametrize("way", ["office", "customer_office"])
def test_without_a_competition_the_reason_is_said(way):
    route = route_of("measure", ["republican"])
    with pytest.raises(RuleBroken, match="reason_missing"):
        require_mechanism(route, way, why_not_competition=" ")
    require_mechanism(route, way, why_not_competition="Офіс ужо вядзе гэтую сістэму.")


def test_a_way_that_the_route_does_not_have_is_closed():
    with pytest.raises(RuleBroken, match="mechanism_closed"):
        require_mechanism(route_of("measure", ["own"]), "competition", why_not_competition="")
