"""The bodies of the country pack: nobody is left without one."""

from datetime import date
from itertools import product

import pytest
from django.db import transaction

from ratusha.kernel.pack import pack
from ratusha.parties import public
from ratusha.parties.models import Organisation
from ratusha.territory.models import Settlement, Unit
from ratusha.territory.public import load_territory

TODAY = date(2026, 12, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def bodies(django_db_setup, django_db_blocker):  # noqa: ARG001 - the database must be there first
    """Loaded once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_territory(pack())
        yield public.load_bodies(pack())
        transaction.set_rollback(True)


def test_loading_twice_changes_nothing(bodies):
    before = list(Organisation.objects.order_by("code").values())
    assert public.load_bodies(pack()) == bodies == len(before)
    assert list(Organisation.objects.order_by("code").values()) == before


def test_every_kind_that_must_be_everywhere_is():
    kinds = [kind for kind, about in public.body_kinds().items() if about.get("everywhere")]
    found = {kind: public.check_service(kind, TODAY) for kind in kinds}
    assert {kind: check.gaps for kind, check in found.items() if check.gaps} == {}


def test_no_two_bodies_of_a_kind_claim_one_unit():
    kinds = set(Organisation.objects.bodies().values_list("kind", flat=True))
    assert {k: o for k in kinds if (o := public.check_service(k, TODAY).overlaps)} == {}


def test_a_district_of_the_capital_has_its_own_bodies():
    body = public.body_serving("social_protection", "5284000000", TODAY)
    assert body is not None
    assert body.title("ru").endswith("администрации Фрунзенского района г. Минска")


def test_a_town_asks_the_body_of_its_district():
    body = public.body_serving("registry_office", "1208501000", TODAY)
    assert body is not None
    assert body.title("be") == "Аддзел ЗАГС Бярозаўскага райвыканкама"


def test_a_derived_body_is_marked_as_a_sample():
    assert not Organisation.objects.get(code="registry_office:1208000000").sample
    assert Organisation.objects.get(code="education:1208000000").sample


def test_every_body_of_a_place_is_known_in_belarusian_and_russian():
    nameless = [
        b.code
        for b in Organisation.objects.bodies().exclude(kind__in=["village_committee"])
        if not {"be", "ru"} <= b.name.keys() and b.serves
    ]
    assert nameless == []


def test_the_answer_is_that_of_climbing_by_hand():
    """Every seventh settlement, three kinds, against the plainest way to look."""
    above = dict(Unit.objects.values_list("code", "parent_id"))
    kinds = ("registry_office", "housing_utility", "executive_committee")
    serving = {
        (kind, code): body
        for body in Organisation.objects.bodies(*kinds)
        for kind, code in product([body.kind], body.serves)
    }

    def climb(kind, code):
        while code and (kind, code) not in serving:
            code = above[code]
        return serving[kind, code] if code else None

    places = Settlement.objects.order_by("key").values_list("unit_id", flat=True)[::97]
    for kind, code in product(kinds, places):
        assert public.body_serving(kind, code, TODAY) == climb(kind, code)
