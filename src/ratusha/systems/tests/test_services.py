"""The way of a card into the register, by whom each step is taken, and what the database itself refuses."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from ratusha.accounts.public import appoint
from ratusha.accounts.tests.factories import official
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.obligations.public import Obligation, tonight
from ratusha.systems import permissions as may
from ratusha.systems import public
from ratusha.systems.card import Interface
from ratusha.systems.models import CardVersion, Mastery, System
from ratusha.systems.queries import cards_on, filings_reached_from
from ratusha.systems.services import entering, filing
from ratusha.systems.services.entering import change_card

from .conftest import NOW, PERSON


def test_a_new_system_gets_the_next_number_of_the_year(state):
    numbers = [state.entered(f"Сістэма {n}").number for n in range(3)]
    assert numbers == ["SYS-2026-00001", "SYS-2026-00002", "SYS-2026-00003"]


@pytest.mark.parametrize("brought", ["SYS-2026-99999", "SYS-2026-100000"])
def test_a_number_from_elsewhere_does_not_stop_the_numbering(state, brought):
    first = state.entered()
    System.objects.filter(pk=first.pk).update(number=brought)
    numbers = [state.entered(f"Сістэма {n}").number for n in range(2)]
    assert numbers == ["SYS-2026-00001", "SYS-2026-00002"]


def test_a_year_whose_numbers_are_used_up_says_so(state, monkeypatch):
    monkeypatch.setattr(entering, "LAST_PLACE", 1)
    state.entered()
    with pytest.raises(RuleBroken) as broken:
        state.entered("Другая")
    assert broken.value.code == "system.numbers_used_up"


def test_a_card_with_errors_does_not_come_in(state):
    with pytest.raises(RuleBroken) as broken:
        state.entered(commissioned_by="")
    assert "G05" in broken.value.message
    assert not System.objects.exists()


def test_a_data_object_has_one_master_by_rule_and_in_the_database(state):
    first = state.entered(objects=[PERSON])
    with pytest.raises(RuleBroken) as broken:
        state.entered("Другі", objects=[PERSON])
    assert "G01" in broken.value.message
    other = state.entered("Другі")
    with pytest.raises(IntegrityError, match="data_object_has_one_master"), transaction.atomic():
        Mastery.objects.create(object="person", system=other)
    change_card(first.pk, state.card(), owner_id=state.owner.pk, by=None, now=NOW, reason="")
    state.entered("Трэці", objects=[PERSON])
    assert Mastery.objects.get().system.number == "SYS-2026-00003"


def test_versions_are_kept_and_the_register_knows_every_day(state):
    found = state.entered()
    later = NOW + timedelta(days=40)
    change_card(
        found.pk, state.card("Рэестр лекаў і рэцэптаў"), owner_id=state.owner.pk, by=None, now=later,
        reason="",
    )  # fmt: skip
    then = cards_on(NOW.date() + timedelta(days=39), open_only=False)
    now = cards_on(later.date(), open_only=False)
    assert then[found.number].name["be"] == "Рэестр лекаў"
    assert now[found.number].name["be"] == "Рэестр лекаў і рэцэптаў"
    assert cards_on(NOW.date() - timedelta(days=1), open_only=False) == {}


@pytest.mark.parametrize("act", [lambda rows: rows.update(reason="x"), lambda rows: rows.delete()])
def test_the_database_keeps_versions_as_they_are(state, act):
    state.entered()
    with pytest.raises(DatabaseError, match="added, never changed"), transaction.atomic():
        act(CardVersion.objects.all())


# ---- agreements ----
def test_a_card_comes_in_when_all_have_agreed(state):
    found = state.asked()
    assert found.agreement == "establish"
    asked = set(found.asked.values_list("approver", flat=True))
    assert asked == {"security", "operator", "archives", "statistics"}  # no personal data
    assert {one.due_on for one in found.asked.all()} == {date(2026, 9, 15)}
    state.answered(found)
    assert found.standing == "agreed"
    system = filing.accept(found.pk, by=state.registrar, now=state.now)
    assert system.status == "planned"
    assert CardVersion.objects.get(system=system).by == state.registrar


def test_the_data_protection_body_is_asked_where_there_are_personal_data(state):
    found = state.asked(
        objects=[{"code": "patient", "name": "Пацыент", "personal": True}], personal_data_number="7"
    )
    assert found.asked.filter(approver="personal_data").exists()


def test_silence_is_late_and_never_consent(state):
    found = state.asked()
    state.answered(found, but="statistics")
    state.later(400)
    found.refresh_from_db()
    assert found.standing == "asked"
    with pytest.raises(RuleBroken) as broken:
        filing.accept(found.pk, by=state.registrar, now=state.now)
    assert broken.value.code == "system.not_agreed"
    late = found.asked.get(approver="statistics")
    answered = filing.answer(
        late.pk, answer="positive", reasons="", by=state.approver("statistics"), now=state.now
    )
    assert answered.answered_at.date() > answered.due_on


def test_one_refusal_sends_it_back_and_a_new_round_asks_everybody_again(state):
    found = state.asked()
    one = found.asked.get(approver="security")
    with pytest.raises(RuleBroken) as broken:
        filing.answer(
            one.pk, answer="negative", reasons=" ", by=state.approver("security"), now=NOW
        )
    assert broken.value.field == "reasons"
    filing.answer(
        one.pk, answer="negative", reasons="Няма.", by=state.approver("security"), now=NOW
    )
    found.refresh_from_db()
    assert found.standing == "refused"
    filing.write(found.pk, lambda told: {**told, "sphere": "health"}, by=state.keeper, now=NOW)
    again = filing.ask(found.pk, by=state.keeper, now=NOW)
    assert again.round == 2
    assert again.asked.filter(round=1, answer="negative").count() == 1
    assert again.asked.filter(round=2, answer="").count() == 4


def test_the_registrar_returns_it_with_reasons(state):
    found = state.asked()
    with pytest.raises(RuleBroken):
        filing.give_back(found.pk, reasons="", by=state.registrar, now=NOW)
    filing.give_back(found.pk, reasons="Няма мэты.", by=state.registrar, now=NOW)
    found.refresh_from_db()
    assert (found.standing, found.reasons) == ("returned", "Няма мэты.")
    filing.write(found.pk, lambda told: told, by=state.keeper, now=NOW)


def test_what_is_with_the_approvers_is_not_written(state):
    found = state.asked()
    with pytest.raises(RuleBroken) as broken:
        filing.write(found.pk, lambda told: told, by=state.keeper, now=NOW)
    assert broken.value.code == "system.filing_closed"


def test_nobody_does_the_work_of_another(state):
    found = state.asked()
    stranger = official(may.KEEP, body_id=state.other.pk)
    for act in (
        lambda: filing.begin(state.owner.pk, name={"be": "x"}, kind="system", by=stranger, now=NOW),
        lambda: filing.write(found.pk, lambda told: told, by=stranger, now=NOW),
        lambda: filing.answer(
            found.asked.get(approver="security").pk, answer="positive", reasons="",
            by=state.approver("operator"), now=NOW,
        ),
        lambda: filing.accept(found.pk, by=state.keeper, now=NOW),
        lambda: filing.give_back(found.pk, reasons="x", by=stranger, now=NOW),
    ):  # fmt: skip
        with pytest.raises(NotPermitted):
            act()


def test_a_registrar_who_has_agreed_does_not_accept(state):
    found = state.asked()
    who = official(may.APPROVE, body_id=state.approvers["security"].pk)
    appoint(who, state.registrar_body.pk, [may.REGISTER], {"en": "x"}, date(2020, 1, 1), by=None)
    one = found.asked.get(approver="security")
    filing.answer(one.pk, answer="positive", reasons="", by=who, now=NOW)
    state.answered(found)
    with pytest.raises(NotPermitted):
        filing.accept(found.pk, by=who, now=NOW)


def test_a_change_is_based_on_the_newest_version(state):
    found = state.entered()
    assert state.approvers
    change = filing.begin_change(found.number, by=state.keeper, now=NOW)
    assert filing.begin_change(found.number, by=state.keeper, now=NOW).pk == change.pk
    change_card(found.pk, state.card(), owner_id=state.owner.pk, by=None, now=NOW, reason="")
    with pytest.raises(RuleBroken) as broken:
        filing.ask(change.pk, by=state.keeper, now=NOW)
    assert broken.value.code == "system.filing_outdated"


def test_wrong_values_are_refused_with_their_place(state):
    begun = filing.begin(state.owner.pk, name={"be": "x"}, kind="system", by=state.keeper, now=NOW)
    with pytest.raises(RuleBroken) as broken:
        filing.write(
            begun.pk, lambda told: {**told, "costs": [{"year": 1066}]}, by=state.keeper, now=NOW
        )
    assert "$.costs[0].year" in broken.value.message


def test_the_owner_confirms_that_the_card_is_true(state):
    found = state.entered()
    later = state.later(300)
    assert filing.confirm(found.number, by=state.keeper, now=later).confirmed_on == later.date()


def test_one_reaches_what_one_has_a_part_in(state):
    found = state.asked()
    today = NOW.date()
    assert list(filings_reached_from(state.keeper, state.owner.pk, today)) == [found]
    assert list(filings_reached_from(state.registrar, state.registrar_body.pk, today)) == [found]
    approver = state.approver("security")
    assert list(filings_reached_from(approver, state.approvers["security"].pk, today)) == [found]
    stranger = official(may.KEEP, body_id=state.other.pk)
    assert not filings_reached_from(stranger, state.other.pk, today)


# ---- the door ----
def test_the_door_finds_systems_like_another(state):
    first = state.entered("Рэестр лекаў", objects=[PERSON])
    state.entered("Карта дарог")
    best = public.cards_like("рэестр лекаў", objects=["person"])[0]
    assert best.number == first.number
    assert best.score == pytest.approx(1.0, abs=0.1)
    assert public.card(first.number).name["be"] == "Рэестр лекаў"
    assert public.card("SYS-1999-00001") is None


def test_money_and_percent_survive_storage(state):
    first = state.entered("Даўца", promised=Decimal("99.95"))
    second = state.entered(
        "Спажывец", promised=Decimal("99.9"), interfaces=[Interface(first.number)]
    )
    second.refresh_from_db()
    assert second.card.promised == Decimal("99.9")


# ---- what approvers owe ----
def _owed(found):
    keys = [str(one.pk) for one in found.asked.all()]
    return Obligation.objects.filter(rule="systems.answer", about__in=keys)


def test_each_approver_owes_an_answer_and_a_late_one_stays_late(state):
    found = state.asked()
    assert {one.subject_id for one in _owed(found)} == {one.body_id for one in found.asked.all()}
    assert {one.due_on for one in _owed(found)} == {one.due_on for one in found.asked.all()}
    tonight(NOW + timedelta(days=30))
    state.later(31)
    state.answered(found)
    standings = set(_owed(found).values_list("standing", "late_since"))
    late = next(iter(found.asked.all())).due_on + timedelta(days=1)
    assert standings == {("submitted", late)}
    filing.accept(found.pk, by=state.registrar, now=state.now)
    assert set(_owed(found).values_list("standing", flat=True)) == {"accepted"}


def test_a_round_that_ends_leaves_no_duty_that_nobody_can_do(state):
    found = state.asked()
    filing.give_back(found.pk, reasons="Дапоўніце.", by=state.registrar, now=NOW)
    assert not _owed(found).filter(standing="awaited").exists()
