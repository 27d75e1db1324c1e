"""Which body is responsible: the function that every procedure stands on."""

from datetime import date

import pytest

from ratusha.parties import public
from ratusha.territory.tests.factories import UnitFactory

from .factories import BodyFactory

TODAY = date(2026, 12, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    """A village council in a district in a region."""
    region = UnitFactory(code="1000000000", level="region")
    district = UnitFactory(code="1204000000", above=region)
    return UnitFactory(code="1204804000", level="village_council", above=district)


@pytest.mark.usefixtures("place")
def test_the_nearest_body_of_the_kind_answers():
    BodyFactory(serves=["1000000000"])
    near = BodyFactory(serves=["1204000000"])
    assert public.body_serving("registry_office", "1204804000", TODAY) == near


@pytest.mark.usefixtures("place")
def test_a_village_that_is_not_listed_belongs_to_its_council():
    council = BodyFactory(serves=["1204804000"])
    assert public.body_serving("registry_office", "1204804026", TODAY) == council


@pytest.mark.usefixtures("place")
def test_a_body_of_another_kind_does_not_answer():
    BodyFactory(kind="police_department", serves=["1204000000"])
    assert public.body_serving("registry_office", "1204804000", TODAY) is None


@pytest.mark.usefixtures("place")
def test_a_closed_body_does_not_answer_from_the_day_it_closed():
    BodyFactory(serves=["1204000000"], status="closed", closed_on=TODAY)
    assert public.body_serving("registry_office", "1204804000", TODAY) is None
    assert public.body_serving("registry_office", "1204804000", date(2026, 11, 30))


@pytest.mark.usefixtures("place")
def test_a_group_of_kinds_is_answered_by_the_nearest_of_them():
    BodyFactory(kind="housing_utility", serves=["1204000000"])
    council = BodyFactory(kind="village_committee", serves=["1204804000"])
    assert public.body_serving("residence_office", "1204804000", TODAY) == council


@pytest.mark.usefixtures("place")
def test_a_place_without_a_body_is_reported():
    BodyFactory(serves=["1204000000"])
    UnitFactory(code="2000000000", level="region")
    assert public.check_service("registry_office", TODAY).gaps == ["2000000000"]


@pytest.mark.usefixtures("place")
def test_two_bodies_for_one_place_are_reported():
    BodyFactory.create_batch(2, serves=["1204000000"])
    assert public.check_service("registry_office", TODAY).overlaps == ["1204000000"]


@pytest.mark.usefixtures("place")
def test_finding_the_body_takes_one_query(django_assert_num_queries):
    BodyFactory(serves=["1204000000"])
    with django_assert_num_queries(1):
        public.body_serving("registry_office", "1204804000", TODAY)
