"""Which body carries a procedure out."""

from datetime import date

import msgspec
import pytest

from ratusha.kernel.errors import RuleBroken
from ratusha.parties.tests.factories import BodyFactory
from ratusha.procedures.competence import responsible_body
from ratusha.procedures.definition import BodyRule, Definition
from ratusha.procedures.facts import Source
from ratusha.procedures.models import Edition
from ratusha.territory.public import Address
from ratusha.territory.tests.factories import UnitFactory

TODAY = date(2026, 11, 23)
HOME = Address(code="5000000000", house="1")


def promise(**rule):
    return Definition(
        code="T1/1.1",
        title={"ru": "Справка"},
        valid_from=TODAY,
        source=Source(title="Закон"),
        body=BodyRule(**rule) if rule else None,
    )


def edition(definition):
    return Edition(procedure_id="T1/1.1", definition=msgspec.to_builtins(definition), digest="d")


def test_a_row_without_a_known_body_says_so():
    with pytest.raises(RuleBroken) as broken:
        responsible_body(edition(promise()), address=HOME, on=TODAY)
    assert broken.value.code == "procedures.body_not_known"


def test_an_address_is_asked_for_before_a_body_is_looked_for():
    rule = promise(kind="education", by="object_address", field="place")
    with pytest.raises(RuleBroken) as broken:
        responsible_body(edition(rule), address=None, on=TODAY)
    assert broken.value.code == "procedures.address_not_known"


@pytest.mark.django_db
def test_the_nearest_body_of_the_kind_is_responsible():
    UnitFactory(code="5000000000")
    office = BodyFactory(kind="education", code="education:5000000000", serves=["5000000000"])
    assert responsible_body(edition(promise(kind="education")), address=HOME, on=TODAY) == office


@pytest.mark.django_db
def test_a_fixed_body_needs_no_address():
    ministry = BodyFactory(kind="ministry", code="ministry:1")
    rule = promise(kind="ministry", by="fixed")
    assert responsible_body(edition(rule), address=None, on=TODAY) == ministry


@pytest.mark.django_db
def test_a_body_named_by_its_code_is_responsible_among_its_kind():
    BodyFactory(kind="ministry", code="state:1")
    health = BodyFactory(kind="ministry", code="state:2")
    rule = promise(kind="ministry", by="fixed", named="state:2")
    assert responsible_body(edition(rule), address=None, on=TODAY) == health


@pytest.mark.django_db
def test_a_body_that_is_named_and_not_there_is_told_never_replaced():
    BodyFactory(kind="ministry", code="state:1")
    with pytest.raises(RuleBroken) as broken:
        responsible_body(
            edition(promise(kind="ministry", by="fixed", named="state:2")), address=None, on=TODAY
        )
    assert broken.value.code == "procedures.no_body_serves"


def test_a_body_that_nobody_has_read_in_an_act_is_a_sample():
    read = Source(title="Закон", confidence="recalled")
    assert BodyRule(kind="ministry").is_sample
    assert BodyRule(kind="ministry", source=Source(title="Правило")).is_sample
    assert not BodyRule(kind="ministry", source=read).is_sample


@pytest.mark.django_db
def test_a_place_that_no_body_serves_is_told():
    UnitFactory(code="5000000000")
    with pytest.raises(RuleBroken) as broken:
        responsible_body(edition(promise(kind="education")), address=HOME, on=TODAY)
    assert broken.value.code == "procedures.no_body_serves"
