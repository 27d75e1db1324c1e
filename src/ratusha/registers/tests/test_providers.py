"""What the registers answer to the exchange."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from ratusha.kernel.errors import RegisterUnavailable
from ratusha.parties.tests.factories import MandateFactory, OrganisationFactory, PersonFactory
from ratusha.registers import public
from ratusha.registers.public import Register
from ratusha.territory.public import Address

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
HOME = Address(
    code="5284000000", settlement={"be": "г. Мінск", "ru": "г. Минск"},
    street={"be": "вул. Прытыцкага", "ru": "ул. Притыцкого"}, house="10", flat="5",
)  # fmt: skip


def asked(service, subject, **arguments):
    facts, others = public.providers()[service](subject.pk, on=TODAY, **arguments)
    return facts, list(others)


@pytest.fixture
def family():
    """A mother with a child in a flat they own half and half; the father lives elsewhere."""
    flat = public.enter_dwelling(
        HOME, kind="flat", rooms=2, total_area=Decimal("52.4"), living_area=Decimal("30.1"), by=None,
    )  # fmt: skip
    mother, child = PersonFactory(), PersonFactory(birth_date=date(2020, 4, 1))
    father = PersonFactory(sex="M")
    for parent in (mother, father):
        public.tie_parent(child.pk, parent.pk, since=child.birth_date, basis="record", by=None)
    for someone in (mother, child):
        public.record_residence(
            someone.pk, HOME, since=date(2021, 1, 1), basis="application", by=None, now=NOW
        )
    shares = [(mother.pk, 1, 2), (child.pk, 1, 2)]
    public.record_owners(flat.pk, shares, since=date(2021, 1, 1), basis="sale", by=None)
    return mother, child, father


def test_a_person_is_told_with_name_in_every_language(family):
    facts, _ = asked("population.person", family[0])
    assert facts["name"]["be"] == "Кавалёва Алена Віктараўна"
    assert (facts["age"], facts["alive"]) == (35, True)


def test_the_address_comes_in_every_language(family):
    text = asked("population.residence", family[0])[0]["address_text"]
    assert "вул. Прытыцкага" in text["be"]
    assert "ул. Притыцкого" in text["ru"]


def test_earlier_addresses_say_until_when(family):
    mother = family[0]
    there = Address(code="6208845000", settlement={"be": "в. Лошніца"}, house="3")
    public.record_residence(mother.pk, there, since=date(2025, 6, 1), basis="b", by=None, now=NOW)
    history = asked("population.residence", mother)[0]["history"]
    assert [(h["since"], h["until"]) for h in history] == [
        ("2021-01-01", "2025-06-01"),
        ("2025-06-01", ""),
    ]


def test_a_household_names_who_lives_together(family):
    mother, child, _father = family
    facts, others = asked("population.household", mother)
    assert [m["relation"]["en"] for m in facts["members"]] == ["the person asked about", "child"]
    assert others == [child.pk]


def test_children_say_whether_they_live_together(family):
    mother, _child, father = family
    assert asked("population.children", mother)[0]["children"][0]["lives_together"]
    assert not asked("population.children", father)[0]["children"][0]["lives_together"]


def test_a_dwelling_says_whether_the_person_owns_it(family):
    mother, _child, father = family
    facts, _ = asked("dwellings.by_address", mother)
    assert (facts["total_area"], facts["residents"], facts["owned_by_subject"]) == (
        "52.40",
        2,
        True,
    )
    assert [owner["share"] for owner in facts["owners"]] == ["1/2", "1/2"]
    elsewhere, others = asked("dwellings.by_address", father, address=HOME.to_dict())
    assert not elsewhere["owned_by_subject"]
    assert len(others) == 2


def test_whoever_is_registered_nowhere_has_no_address():
    nobody = PersonFactory()
    assert asked("population.residence", nobody) == ({"history": []}, [])
    assert asked("population.household", nobody)[0]["count"] == 0
    assert asked("dwellings.by_address", nobody) == ({}, [])


def test_an_organisation_is_found_by_its_payer_number():
    head = MandateFactory(organisation=OrganisationFactory(unp="200988541"))
    public.enter_organisation(
        head.organisation_id, registered_on=date(2015, 3, 2), authority={"be": "Мінгарвыканкам"},
        activity_code="47110", activity={"be": "Рознічны гандаль"}, by=None, now=NOW,
    )  # fmt: skip
    facts, _ = asked("organisations.by_unp", head.person, payer_number="200988541")
    assert (facts["active"], facts["activity_code"]) == (True, "47110")
    assert facts["head"]["be"] == "Кавалёва Алена Віктараўна"


def test_an_organisation_that_applies_is_found_without_its_number():
    shop = OrganisationFactory(unp="200988541")
    facts, _ = asked("organisations.by_unp", shop)
    assert facts["payer_number"] == "200988541"


def test_an_organisation_that_applies_is_its_own_subject():
    head = MandateFactory(organisation=OrganisationFactory(unp="200988541"))
    assert asked("organisations.by_unp", head.organisation)[0]["payer_number"] == "200988541"
    assert asked("organisations.by_unp", head.person)[0]["payer_number"] == "200988541"


def test_an_organisation_is_no_person():
    company = OrganisationFactory()
    assert asked("population.person", company) == ({}, [])
    assert asked("population.children", company)[0]["count"] == 0


def test_a_number_that_is_not_registered_gives_nothing():
    assert asked("organisations.by_unp", PersonFactory(), payer_number="200988541") == ({}, [])


def test_a_person_sees_the_organisations_they_act_for():
    head = MandateFactory()
    assert asked("organisations.mine", head.person)[0]["count"] == 1
    assert asked("organisations.mine", PersonFactory())[0]["count"] == 0


def test_a_register_that_is_down_answers_nobody_and_the_others_do(family):
    public.take_down(Register.POPULATION, {"be": "вучэнні"}, by=None, now=NOW)
    public.take_down(Register.POPULATION, {"be": "яшчэ раз"}, by=None, now=NOW)
    with pytest.raises(RegisterUnavailable):
        asked("population.person", family[0])
    assert asked("organisations.mine", family[0])
    public.bring_up(Register.POPULATION, by=None, now=NOW)
    assert asked("population.person", family[0])[0]


@pytest.mark.parametrize(
    ("service", "queries"),
    [("population.person", 3), ("population.residence", 2), ("population.household", 5),
     ("population.children", 6), ("dwellings.by_address", 6)],
)  # fmt: skip
def test_answers_take_few_queries(family, service, queries, django_assert_max_num_queries):
    with django_assert_max_num_queries(queries):
        asked(service, family[0])
