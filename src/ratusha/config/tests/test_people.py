"""The protagonists of documents and journeys are really there, and whole."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from ratusha.config.demonstration.people import settle_protagonists
from ratusha.config.steps import load_pack
from ratusha.exchange.public import Purpose, ask
from ratusha.kernel.pack import pack
from ratusha.parties.public import body_serving, load_bodies, may_act_for
from ratusha.territory.public import load_territory

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def state(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    """Made once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_territory(pack())
        load_bodies(pack())
        yield settle_protagonists(now=NOW)
        transaction.set_rollback(True)


def asked(person, service):
    return ask(
        service, subject=person.pk, purpose=Purpose("own_data"), by=None, body=None, now=NOW
    ).facts


def test_a_second_call_finds_the_same_people(state):
    again = settle_protagonists(now=NOW)
    assert again.people == state.people
    assert again.organisations == state.organisations


def test_alena_lives_with_her_husband_and_son(state):
    members = asked(state.people["alena"], "population.household")["members"]
    assert {m["relation"]["en"] for m in members} == {"the person asked about", "spouse", "child"}


def test_alena_has_a_kindergarten_child_and_a_newborn(state):
    children = asked(state.people["alena"], "population.children")["children"]
    assert [child["age"] for child in children] == [3, 0]


def test_the_newborn_lives_nowhere_yet(state):
    assert asked(state.people["hanna"], "population.residence") == {"history": []}


def test_the_register_knows_the_flat_and_its_owners(state):
    facts = asked(state.people["alena"], "dwellings.by_address")
    assert (facts["owned_by_subject"], facts["residents"]) == (True, 3)


def test_heads_may_act_for_their_organisations(state):
    people, organisations = state.people, state.organisations
    assert may_act_for(people["pavel"].pk, organisations["trader"].pk, NOW.date())
    assert not may_act_for(people["alena"].pk, organisations["trader"].pk, NOW.date())


@pytest.mark.parametrize("name", ["alena", "jadviha", "pavel", "volha"])
@pytest.mark.parametrize(
    "kind", ["residence_office", "social_protection", "education", "migration_office"]
)
def test_every_body_they_need_serves_them(state, name, kind):
    assert body_serving(kind, state.people[name].registered_at.code, NOW.date())


def test_every_address_is_of_a_unit_and_settlement_that_exist(state):
    from_pack = pack().yaml("demonstration.yaml")["homes"]
    for home in from_pack.values():
        assert body_serving("executive_committee", home["address"]["code"], NOW.date())
    assert state.people["jadviha"].registered_at.text("be").startswith("223121, аг. Гайна")


def test_loading_the_pack_tells_how_much_there_is():
    loaded = load_pack()
    assert loaded["territory"]["units"] == 1757
    assert loaded["bodies"]["bodies"] > 2800
