"""Acts on parties: what changed, what was traced, what the database refuses."""

from datetime import date

import pytest
from django.db import IntegrityError, connection

from ratusha.audit.models import Entry
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.parties import public
from ratusha.parties.models import Mandate, Person
from ratusha.parties.public import Role
from ratusha.territory.public import Address

from .factories import ALENA, BodyFactory, MandateFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 1)
NUMBER = "7123456A789PB6"


def register(**change):
    facts = {"personal_number": NUMBER, "names": ALENA, "sex": "F", "birth_date": date(1991, 5, 17)}
    return public.register_person(**facts | change, by=None)


def test_a_person_is_found_by_number_and_the_number_is_not_in_the_database():
    someone = register()
    assert public.find_person_by_number(NUMBER) == someone
    assert Person.objects.get().personal_number == NUMBER
    with connection.cursor() as cursor:
        cursor.execute("SELECT parties_person::text FROM parties_person")
        assert NUMBER not in cursor.fetchone()[0]


def test_registering_leaves_a_trace():
    someone = register()
    assert Entry.objects.get().object_id == str(someone.pk)


def test_a_wrong_number_is_refused():
    with pytest.raises(RuleBroken, match="personal_number_check"):
        register(personal_number="7123456A789PB5")


def test_the_same_number_twice_is_a_conflict():
    register()
    with pytest.raises(Conflict, match="number_taken"):
        register()


def test_nobody_dies_before_being_born():
    with pytest.raises(RuleBroken, match="died_before_birth"):
        public.record_death(PersonFactory().pk, date(1990, 1, 1), by=None)


def test_the_database_refuses_a_death_before_birth_too():
    with pytest.raises(IntegrityError, match="person_died_after_birth"):
        PersonFactory(died_on=date(1990, 1, 1))


def test_moving_changes_where_the_person_is_registered():
    someone = PersonFactory()
    public.change_address(someone.pk, Address(code="5000000000", house="5"), by=None)
    someone.refresh_from_db()
    assert someone.registered_at == Address(code="5000000000", house="5")


def test_everybody_may_act_for_oneself():
    someone = PersonFactory()
    assert public.may_act_for(someone.pk, someone.pk, TODAY)


def test_a_mandate_lasts_from_its_first_to_its_last_day():
    mandate = MandateFactory(since=date(2026, 1, 1), until=date(2026, 6, 30))
    pair = (mandate.person_id, mandate.organisation_id)
    assert [public.may_act_for(*pair, day) for day in (
        date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1),
    )] == [False, True, True, False]  # fmt: skip


def test_closing_an_organisation_ends_its_mandates():
    mandate = MandateFactory()
    public.close_organisation(mandate.organisation_id, TODAY, by=None)
    assert Mandate.objects.get().until == TODAY
    assert public.organisations_of(mandate.person_id, TODAY) == []


def test_two_open_mandates_of_a_kind_are_refused_by_the_database():
    mandate = MandateFactory()
    with pytest.raises(IntegrityError, match="one_open_mandate_of_a_kind"):
        MandateFactory(person=mandate.person, organisation=mandate.organisation)


def test_a_mandate_is_given_with_a_trace():
    someone, company = PersonFactory(), OrganisationFactory()
    public.give_mandate(
        someone.pk, company.pk, role=Role.HEAD, source="EGR", since=TODAY, by=someone.pk
    )
    assert public.organisations_of(someone.pk, TODAY) == [company]
    assert Entry.objects.get().action == "mandate.give"


def test_a_payer_number_with_a_mistake_is_refused():
    with pytest.raises(RuleBroken, match="payer_number"):
        public.register_organisation(
            payer_number="200988542", kind="limited_company", name={"be": "ТАА"}, by=None
        )


def test_only_a_body_serves_a_territory():
    with pytest.raises(IntegrityError, match="only_a_body_serves_territory"):
        OrganisationFactory(serves=["5000000000"])


def test_a_party_is_named_whether_person_or_body():
    assert public.party_name(PersonFactory().pk, "ru") == "Ковалёва Елена Викторовна"
    assert public.party_name(BodyFactory().pk, "ru") == "Отдел ЗАГС"


def test_a_document_counts_only_while_it_is_valid():
    someone = PersonFactory()
    public.add_document(
        someone.pk, kind="id_card", number="BY0000001", issued_on=date(2022, 1, 10),
        valid_until=date(2032, 1, 10), issued_by={"be": "АУС"}, by=None,
    )  # fmt: skip
    assert [d.number for d in public.documents_of(someone.pk, TODAY)] == ["BY0000001"]
    assert public.documents_of(someone.pk, date(2032, 1, 11)) == []
