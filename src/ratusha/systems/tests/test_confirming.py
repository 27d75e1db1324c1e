"""G08: a card that nobody has confirmed is a dated duty of its owner, reminded of, late for ever."""

from datetime import date, timedelta

import pytest

from ratusha.accounts.tests.factories import official
from ratusha.obligations.models import Reminder
from ratusha.obligations.public import FULFIL, Obligation, tonight
from ratusha.systems.card import StatusDate
from ratusha.systems.register_file.form import Entry
from ratusha.systems.register_file.writing import as_json
from ratusha.systems.rules import confirm_by
from ratusha.systems.services import filing
from ratusha.systems.services.duties import address_of_duty, ask_to_confirm
from ratusha.systems.services.taking_in import take_in

from .conftest import NOW

YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    ("confirmed_on", "since", "last_day"),
    [
        (date(2026, 9, 1), None, date(2027, 9, 1)),
        (date(2024, 2, 29), None, date(2025, 2, 28)),
        (date(2026, 9, 1), date(2026, 9, 1), date(2026, 10, 1)),
    ],
)
def test_a_year_after_it_was_confirmed_or_a_month_after_it_came_from_elsewhere(
    confirmed_on, since, last_day
):
    assert confirm_by(confirmed_on, since, months=12, days=30) == last_day


def owed():
    return Obligation.objects.filter(rule="systems.confirm")


def test_the_duty_arises_once_sixty_days_before(state):
    found = state.entered()
    assert state.registrar_body
    assert ask_to_confirm(NOW + YEAR - timedelta(days=61)) == 0
    assert ask_to_confirm(NOW + YEAR - timedelta(days=60)) == 1
    assert ask_to_confirm(NOW + YEAR) == 0
    duty = owed().get()
    assert (duty.subject_id, duty.due_on) == (state.owner.pk, date(2027, 9, 1))
    assert (duty.to_id, duty.about) == (state.registrar_body.pk, found.number)
    assert "Рэестр лекаў" in duty.said()
    assert address_of_duty(duty).endswith(f"/{found.number}/confirm/")


def test_the_owner_is_reminded_and_what_is_late_stays_late(state):
    found, later = state.entered(), NOW + YEAR + timedelta(days=5)
    assert state.registrar_body
    who = official(FULFIL, body_id=state.owner.pk)
    ask_to_confirm(NOW + YEAR - timedelta(days=60))
    tonight(NOW + YEAR - timedelta(days=60))
    assert Reminder.objects.filter(obligation__in=owed()).exists()
    assert who.pk
    tonight(later)
    filing.confirm(found.number, by=state.keeper, now=later)
    duty = owed().get()
    assert (duty.standing, duty.late_since) == ("submitted", date(2027, 9, 2))
    assert ask_to_confirm(later) == 0


def test_a_changed_card_is_a_confirmed_one(state):
    found, later = state.entered(), NOW + YEAR
    assert state.approvers
    ask_to_confirm(later)
    change = filing.begin_change(found.number, by=state.keeper, now=later)
    state.now = later
    filing.ask(change.pk, by=state.keeper, now=later)
    change.refresh_from_db()
    state.answered(change)
    filing.accept(change.pk, by=state.registrar, now=later)
    assert owed().get().standing == "accepted"


def test_an_archived_system_owes_nothing_and_a_secret_one_is_told_by_number(state):
    assert state.registrar_body
    archived = [StatusDate("planned", date(2025, 1, 1)), StatusDate("archived", date(2025, 2, 1))]
    state.entered("Архіў", statuses=archived)
    hidden = state.entered("Мяжа", access="service")
    assert ask_to_confirm(NOW + YEAR) == 1
    assert owed().get().said().endswith(hidden.number)


def test_what_came_from_another_register_is_owed_within_a_month(state):
    assert state.owner
    assert state.registrar_body
    take_in(as_json([Entry(state.card("Новая"), "SYS-2020-00001")]), name="x", now=NOW)
    assert ask_to_confirm(NOW) == 1
    assert owed().get().due_on == date(2026, 10, 1)
    filing.confirm("SYS-2020-00001", by=state.keeper, now=NOW)
    assert owed().get().standing == "submitted"
    assert ask_to_confirm(NOW) == 0


def test_a_card_that_is_old_already_is_not_late_on_the_first_night(
    state, django_assert_max_num_queries
):
    assert state.owner
    assert state.registrar_body
    found, night = state.entered(), NOW + YEAR + timedelta(days=90)
    assert ask_to_confirm(night) == 1
    duty = owed().get()
    assert (duty.about, duty.due_on) == (found.number, night.date() + timedelta(days=30))
    with django_assert_max_num_queries(2):
        assert ask_to_confirm(night + timedelta(days=1)) == 0
    tonight(night + timedelta(days=29))
    assert owed().get().late_since is None
