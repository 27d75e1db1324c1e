"""Acts on the registers: what changed, what was traced, what was refused."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection
from django.db.utils import ProgrammingError

from ratusha.audit.models import Entry
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.models import OutboxEntry
from ratusha.parties.tests.factories import ALENA, OrganisationFactory, PersonFactory
from ratusha.registers import public, queries
from ratusha.registers.models import Residence
from ratusha.registers.rules import day_of_age
from ratusha.territory.public import Address

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
HOME = Address(
    code="5284000000",
    settlement={"be": "г. Мінск", "ru": "г. Минск"},
    street={"be": "вул. Прытыцкага", "ru": "ул. Притыцкого"},
    house="10",
    flat="5",
)
VILLAGE = Address(code="6208845000", settlement={"be": "в. Лошніца", "ru": "д. Лошница"}, house="3")


def live(person, address=HOME, since=date(2020, 3, 1)):
    return public.record_residence(
        person.pk, address, since=since, basis="application", by=None, now=NOW
    )


def dwelling(address=HOME):
    return public.enter_dwelling(
        address, kind="flat", rooms=2, total_area=Decimal("52.4"), living_area=Decimal("30.1"), by=None,
    )  # fmt: skip


def test_a_death_ends_the_marriage_and_names_those_who_are_close():
    husband, wife, child = PersonFactory(), PersonFactory(), PersonFactory()
    public.record_marriage(husband.pk, wife.pk, since=date(2010, 5, 1), basis="акт", by=None)
    public.tie_parent(child.pk, husband.pk, since=date(2012, 5, 1), basis="акт", by=None)
    died_on = date(2026, 11, 20)
    public.record_death(husband.pk, died_on=died_on, basis="акт", by=None, now=NOW)
    assert queries.spouse_of(wife.pk, TODAY) is None
    told = OutboxEntry.objects.get(event="registers.DeathRecorded").payload
    assert set(told["relative_ids"]) == {str(wife.pk), str(child.pk)}
    facts, others = public.providers()["population.deaths"](wife.pk, on=TODAY)
    assert [(one["person"], one["died_on"]) for one in facts["deaths"]] == [
        (str(husband.pk), "2026-11-20")
    ]
    assert others == [husband.pk]


def test_nobody_dies_in_the_future():
    with pytest.raises(RuleBroken):
        public.record_death(
            PersonFactory().pk, died_on=date(2027, 1, 1), basis="акт", by=None, now=NOW
        )


@pytest.mark.parametrize(
    ("sex", "born", "told"),
    [
        ("F", date(1968, 12, 1), 1),
        ("F", date(1968, 12, 2), 0),  # tomorrow
        ("F", date(1968, 10, 31), 0),  # long ago
        ("M", date(1963, 12, 1), 1),
        ("M", date(1968, 12, 1), 0),
    ],
)
def test_the_age_of_retirement_is_told_once_on_its_day(sex, born, told):
    PersonFactory(sex=sex, birth_date=born)
    assert public.tell_pension_ages(NOW) == told
    assert public.tell_pension_ages(NOW) == 0


def test_the_dead_reach_no_age():
    PersonFactory(sex="F", birth_date=date(1968, 12, 1), died_on=date(2026, 11, 30))
    assert public.tell_pension_ages(NOW) == 0


def test_who_was_born_on_29_february_has_the_age_on_1_march():
    assert day_of_age(date(1968, 2, 29), 58) == date(2026, 3, 1)
    assert day_of_age(date(1968, 2, 29), 60) == date(2028, 2, 29)
    assert day_of_age(date(1968, 5, 31), 58) == date(2026, 5, 31)


def test_registering_somewhere_is_where_the_person_lives_now():
    someone = PersonFactory()
    live(someone)
    someone.refresh_from_db()
    assert someone.registered_at == HOME
    assert queries.residence_on(someone.pk, TODAY).registered_at == HOME


def test_moving_adds_to_the_history_and_keeps_what_was():
    someone = PersonFactory()
    live(someone)
    live(someone, VILLAGE, date(2024, 6, 1))
    assert queries.residence_on(someone.pk, date(2024, 5, 31)).registered_at == HOME
    assert queries.residence_on(someone.pk, date(2024, 6, 1)).registered_at == VILLAGE
    assert len(queries.residence_history(someone.pk)) == 2


def test_moving_leaves_a_trace():
    someone = PersonFactory()
    live(someone)
    assert {e.action for e in Entry.objects.all()} == {"residence.record", "person.change_address"}


def test_nobody_moves_earlier_than_the_last_move():
    someone = PersonFactory()
    live(someone)
    with pytest.raises(RuleBroken, match="before_the_last"):
        live(someone, VILLAGE, date(2019, 1, 1))


def test_nobody_moves_in_the_future():
    with pytest.raises(RuleBroken, match="future"):
        live(PersonFactory(), since=date(2027, 1, 1))


def test_a_correction_of_the_same_day_counts():
    someone = PersonFactory()
    live(someone)
    live(someone, VILLAGE)
    assert queries.residence_on(someone.pk, TODAY).registered_at == VILLAGE


def test_the_database_refuses_to_change_the_history():
    someone = PersonFactory()
    live(someone)
    with pytest.raises(ProgrammingError, match="added, never changed"):
        Residence.objects.filter(person_id=someone.pk).update(basis="another")


def test_the_household_follows_the_move():
    flat = dwelling()
    one, other = PersonFactory(), PersonFactory()
    live(one)
    live(other)
    live(other, VILLAGE, date(2024, 6, 1))
    assert [m.person_id for m in queries.household_of(flat.pk, TODAY)] == [one.pk]
    assert len(queries.household_of(flat.pk, date(2024, 5, 31))) == 2


def test_striking_off_leaves_nowhere():
    someone = PersonFactory()
    live(someone)
    public.strike_off(someone.pk, since=TODAY, basis="departure", by=None, now=NOW)
    assert queries.residence_on(someone.pk, TODAY) is None


def test_a_stay_leaves_the_residence_as_it_was():
    someone = PersonFactory()
    live(someone)
    public.record_residence(
        someone.pk, VILLAGE, since=TODAY, basis="stay", by=None, now=NOW, kind=public.Stay.STAY
    )
    assert queries.residence_on(someone.pk, TODAY).registered_at == HOME


def test_a_newborn_has_both_parents_and_they_the_child():
    mother, father = PersonFactory(), PersonFactory(sex="M")
    child = public.record_birth(
        personal_number="7123456A789PB6", names=ALENA, sex="F", born_on=date(2026, 11, 20),
        citizenship="BY", parents=[mother.pk, father.pk], basis="birth record", by=None,
        now=NOW,
    )  # fmt: skip
    assert set(public.parents_of(child.pk, TODAY)) == {mother.pk, father.pk}
    assert public.children_of(mother.pk, TODAY) == [child.pk]
    assert public.children_of(mother.pk, date(2026, 11, 19)) == []


def test_nobody_marries_twice_at_a_time():
    one, other, third = PersonFactory(), PersonFactory(sex="M"), PersonFactory(sex="M")
    public.record_marriage(one.pk, other.pk, since=date(2015, 7, 4), basis="record", by=None)
    with pytest.raises(RuleBroken, match="not_free"):
        public.record_marriage(third.pk, one.pk, since=TODAY, basis="record", by=None)


def test_after_the_end_of_a_marriage_both_are_free():
    one, other = PersonFactory(), PersonFactory(sex="M")
    public.record_marriage(one.pk, other.pk, since=date(2015, 7, 4), basis="record", by=None)
    public.end_marriage(other.pk, one.pk, until=date(2026, 1, 1), basis="record", by=None, now=NOW)
    assert public.spouse_of(one.pk, TODAY) is None
    assert public.spouse_of(one.pk, date(2025, 12, 31)) == other.pk


def test_shares_of_owners_make_one_whole():
    flat, one, other = dwelling(), PersonFactory(), PersonFactory()
    with pytest.raises(RuleBroken, match="shares_not_whole"):
        public.record_owners(flat.pk, [(one.pk, 1, 2)], since=TODAY, basis="sale", by=None)
    public.record_owners(
        flat.pk, [(one.pk, 1, 3), (other.pk, 2, 3)], since=TODAY, basis="sale", by=None
    )
    assert [s.owner_id for s in queries.owners_of(flat.pk, TODAY)] == [other.pk, one.pk]


def test_one_address_is_entered_once():
    dwelling()
    with pytest.raises(Conflict, match="known"):
        dwelling()


def test_trade_objects_are_numbered_and_only_active_organisations_have_them():
    company = OrganisationFactory()
    facts = {"name": "Крама", "kind": "shop", "address": HOME, "area": None, "basis": "application"}
    first = public.enter_trade_object(company.pk, since=TODAY, by=None, **facts)
    second = public.enter_trade_object(company.pk, since=TODAY, by=None, **facts)
    assert first.number != second.number
    closed = OrganisationFactory(status="closed", closed_on=TODAY)
    with pytest.raises(RuleBroken, match="not_active"):
        public.enter_trade_object(closed.pk, since=TODAY, by=None, **facts)


def test_a_tie_with_oneself_is_refused_by_the_database_too():
    someone = PersonFactory()
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO registers_familytie (person_id, id, relative_id, kind, since, basis)"
            " VALUES (%s, gen_random_uuid(), %s, 'spouse', '2020-01-01', '')",
            [someone.pk, someone.pk],
        )
