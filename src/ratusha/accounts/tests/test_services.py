from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import translation

from ratusha.accounts.models import Tries, User
from ratusha.accounts.public import (
    appoint,
    end_appointment,
    find_user,
    open_cabinet,
    prepare_cabinet,
    set_password,
)
from ratusha.accounts.rules import LIMITS, Limit, Scope
from ratusha.accounts.services.sign_in import sign_in_with_password
from ratusha.accounts.services.tries import TooManyTries
from ratusha.audit.models import Entry
from ratusha.kernel.errors import RuleBroken

from .factories import SINCE, UserFactory, official

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
HOME = "93.84.1.2"


def sign_in(login="7123456A789PB6", password="right horse", address=HOME, now=NOW):  # noqa: S107 - invented
    return sign_in_with_password(login, password, address=address, now=now)


@pytest.fixture
def alena():
    user = UserFactory()
    set_password(user, "7123456A789PB6", "right horse")
    return user


def test_an_official_may_only_what_the_appointment_lists():
    body = uuid4()
    user = official("cases.accept", body_id=body)
    assert user.may("cases.accept", body, on=TODAY)
    assert not user.may("cases.decide", body, on=TODAY)
    assert not user.may("cases.accept", uuid4(), on=TODAY)
    assert not user.may("cases.accept", None, on=TODAY)


def test_an_appointment_ends_at_once_and_leaves_a_trace():
    body = uuid4()
    user = official("cases.accept", body_id=body)
    end_appointment(user.appointments[0].pk, on=TODAY, by=None)
    user = User.objects.get(pk=user.pk)
    assert not user.may("cases.accept", body, on=TODAY)
    assert user.may("cases.accept", body, on=TODAY - timedelta(days=1))
    assert user.bodies_with("cases.accept", on=TODAY) == []
    assert Entry.objects.filter(action="appointment.end", body=body).count() == 1


def test_ending_twice_keeps_the_earlier_end():
    appointment = official().appointments[0]
    end_appointment(appointment.pk, on=TODAY, by=None)
    assert end_appointment(appointment.pk, on=TODAY + timedelta(days=9), by=None).until == TODAY


def test_an_appointment_of_the_future_gives_nothing_yet():
    user = official("cases.accept", since=date(2030, 1, 1))
    assert user.bodies_with("cases.accept", on=TODAY) == []


def test_permissions_are_asked_with_one_query(django_assert_num_queries):
    user = User.objects.get(pk=official("cases.accept").pk)
    with django_assert_num_queries(1):
        user.may("cases.accept", None, on=TODAY)
        user.bodies_with("cases.accept", on=TODAY)
        assert user.is_official


def test_a_role_is_not_a_permission():
    with pytest.raises(ValueError, match="Not permissions"):
        appoint(UserFactory(), uuid4(), ["boss"], {}, SINCE, by=None)


def test_a_cabinet_is_there_before_its_owner_comes_and_opens_once():
    party = uuid4()
    sleeping = prepare_cabinet(party, display_name="Alena", language="be")
    assert sleeping.opened_at is None
    opened = open_cabinet(party, display_name="Alena", language="be", now=NOW)
    again = open_cabinet(party, display_name="Alena", language="be", now=NOW + timedelta(days=1))
    assert opened.pk == again.pk == sleeping.pk == find_user(party).pk
    assert again.opened_at == NOW
    assert Entry.objects.filter(action="cabinet.open").count() == 1


@pytest.mark.parametrize("typed", ["7123456A789PB6", " 7123456a 789-pb6 ", "7123456А789РВ6"])
def test_the_identifier_is_found_however_it_is_typed(alena, typed):
    assert sign_in(typed) == alena


def test_the_identifier_itself_is_nowhere_in_the_table(alena):
    assert "7123456" not in str(User.objects.filter(pk=alena.pk).values())


@pytest.mark.usefixtures("alena")
@pytest.mark.parametrize(
    ("login", "password"),
    [("7123456A789PB6", "wrong"), ("7000000A000PB1", "right horse"), ("", "")],
)
def test_known_and_unknown_identifiers_get_the_same_answer(login, password):
    with translation.override("en"), pytest.raises(RuleBroken) as error:
        sign_in(login, password)
    assert (error.value.code, error.value.message) == (
        "sign_in.wrong",
        "The identifier or the password is wrong.",
    )


def test_a_closed_account_cannot_sign_in(alena):
    alena.is_active = False
    alena.save()
    with pytest.raises(RuleBroken, match=r"sign_in\.wrong"):
        sign_in()


def fail(times, **kwargs):
    for _ in range(times):
        with pytest.raises(RuleBroken, match=r"sign_in\.wrong"):
            sign_in(password="wrong", **kwargs)


@pytest.mark.usefixtures("alena")
@pytest.mark.parametrize("login", ["7123456A789PB6", "7000000A000PB1"])
def test_after_five_wrong_tries_an_identifier_waits_known_or_not(login):
    fail(5, login=login)
    with pytest.raises(TooManyTries) as error:
        sign_in(login)
    assert error.value.retry_at == NOW + timedelta(minutes=1)
    assert "12:01" in error.value.message


def test_the_wait_grows_and_then_the_right_password_opens(alena):
    fail(5)
    fail(1, now=NOW + timedelta(minutes=2))
    with pytest.raises(TooManyTries):
        sign_in(now=NOW + timedelta(minutes=4))
    assert sign_in(now=NOW + timedelta(minutes=8)) == alena
    assert not Tries.objects.filter(scope="identifier").exists()


@pytest.fixture
def few_tries(monkeypatch):
    limit = Limit(3, (timedelta(minutes=15),), timedelta(hours=1))
    monkeypatch.setitem(LIMITS, Scope.ADDRESS, limit)


@pytest.mark.usefixtures("few_tries")
def test_an_address_that_tries_many_identifiers_waits(alena):
    for number in range(3):
        fail(1, login=f"70000{number:02}A000PB1")
    with pytest.raises(TooManyTries):
        sign_in()
    assert sign_in(address="93.85.1.2") == alena


@pytest.mark.usefixtures("few_tries")
def test_signing_in_often_and_rightly_never_closes_the_address(alena):
    for _ in range(5):
        assert sign_in() == alena


def test_a_new_password_ends_the_old_one(alena):
    set_password(alena, "7123456A789PB6", "another horse")
    with pytest.raises(RuleBroken):
        sign_in()
