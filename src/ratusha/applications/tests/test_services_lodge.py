"""Lodging: the draft becomes a case with a number, a body and a running term; all of it, or nothing."""

from datetime import date, timedelta

import pytest

from ratusha.applications.models import Application, Draft
from ratusha.applications.public import begin, lodge, save_page
from ratusha.applications.services.draft import follow_the_rules
from ratusha.audit.models import Entry
from ratusha.cases.public import Case, CaseOpened
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.parties.tests.factories import MandateFactory
from ratusha.procedures.models import Edition
from ratusha.procedures.public import edition_in_force
from ratusha.registers.public import Register, take_down

from .state import BENEFIT, HOUSEHOLD, KINDERGARTEN, LATER, MOVE, NEXT_DAY, NOW, TODAY, TRADE


def changed_since(edition: Edition, day: date) -> Edition:
    """The edition ends and the next one begins, as a new edition of the law brings it."""
    Edition.objects.filter(pk=edition.pk).update(valid_until=day)
    return Edition.objects.create(
        procedure_id=edition.procedure_id,
        number=edition.number + 1,
        valid_from=day,
        title=edition.title,
        definition=edition.definition,
        digest="f" * 64,
        electronic_level=edition.electronic_level,
        access_mode=edition.access_mode,
        applicants=edition.applicants,
    )


def test_a_lodged_application_has_a_number_that_can_be_read_out(applying):
    reference = applying().lodged().reference
    assert reference.startswith("2026-")
    assert normalise_reference(reference.lower().replace("-", " ")) == reference


def test_the_term_runs_from_the_day_of_lodging(applying):
    same_day = applying().lodged()
    ten_days = applying(BENEFIT).lodged()
    assert (same_day.lodged_on, same_day.due_on) == (TODAY, TODAY)
    assert ten_days.due_on == date(2026, 12, 11)


def test_lodging_leaves_a_trace_a_history_and_an_event(applying, published):
    case = applying().lodged()
    assert Entry.objects.filter(action="case.lodge", object_id=case.reference).count() == 1
    assert [step.step for step in case.history.all()] == ["lodge"]
    assert [event.case_id for event in published(CaseOpened)] == [case.pk]


@pytest.mark.parametrize(
    ("code", "who", "of", "official"),
    [
        (HOUSEHOLD, "alena", "", "clerk"),
        (HOUSEHOLD, "jadviha", "", "village"),
        (MOVE, "alena", "", "migration"),
        (TRADE, "pavel", "trader", "trade"),
    ],
    ids=["where one lives", "in a village", "where one moves to", "where the shop is"],
)
def test_the_body_is_found_by_address(applying, state, code, who, of, official):  # noqa: PLR0917 - a table
    assert applying(code, who, of=of).lodged().body_id == state.bodies[official].pk


def test_the_case_keeps_the_edition_the_answers_and_the_facts(applying):
    alena = applying()
    case = alena.lodged()
    application = Application.objects.get(pk=case.pk)
    assert application.edition == edition_in_force(HOUSEHOLD, TODAY)
    assert application.answers == {"purpose": "school"}
    assert application.facts["population.residence"]["facts"]["address"]["flat"] == "41"


def test_the_draft_stays_as_a_receipt_without_its_contents(applying):
    alena = applying()
    draft = alena.filled()
    case = lodge(draft.pk, by=alena.user, now=NOW)
    draft.refresh_from_db()
    assert draft.lodged_as == case
    assert (draft.answers, draft.typed, draft.facts) == ({}, {}, {})


def test_a_second_press_gives_the_same_case(applying, published):
    alena = applying()
    draft = alena.filled()
    first = lodge(draft.pk, by=alena.user, now=NOW)
    second = lodge(draft.pk, by=alena.user, now=LATER)
    assert second == first
    assert Case.objects.count() == 1
    assert len(published(CaseOpened)) == 1


def test_after_lodging_one_may_begin_the_same_again(applying):
    alena = applying()
    assert alena.lodged().pk != alena.lodged(now=LATER).pk


def test_a_draft_of_another_is_not_lodged(applying):
    draft = applying().filled()
    with pytest.raises(Draft.DoesNotExist):
        lodge(draft.pk, by=applying(who="dzmitry").user, now=NOW)


def test_incomplete_answers_are_refused_with_the_field(applying):
    alena = applying(BENEFIT)
    draft = alena.filled(payment="account")
    with pytest.raises(RuleBroken, match="incomplete") as refusal:
        lodge(draft.pk, by=alena.user, now=NOW)
    assert refusal.value.field == "account"
    assert not Case.objects.exists()


def test_an_answer_outside_the_choices_is_refused_with_the_field(applying):
    alena = applying(KINDERGARTEN)
    draft = alena.filled(group_language="tlh")
    with pytest.raises(RuleBroken, match="incomplete") as refusal:
        lodge(draft.pk, by=alena.user, now=NOW)
    assert refusal.value.field == "group_language"


def test_a_child_that_the_register_does_not_know_is_refused(applying, state):
    alena = applying(BENEFIT)
    draft = alena.filled(child=str(state.party("pavel")))
    with pytest.raises(RuleBroken, match="incomplete") as refusal:
        lodge(draft.pk, by=alena.user, now=NOW)
    assert refusal.value.field == "child"


def test_a_check_that_held_when_the_page_was_saved_must_hold_on_the_day(applying):
    alena = applying(KINDERGARTEN)
    draft = alena.filled(wanted_from="2026-12-01")
    with pytest.raises(RuleBroken, match="incomplete") as refusal:
        lodge(draft.pk, by=alena.user, now=NEXT_DAY)
    assert refusal.value.field == "wanted_from"


def test_answers_to_questions_that_no_longer_apply_are_not_lodged(applying):
    case = applying(BENEFIT).lodged(payment="post", account="BY13NBRB3600900000002Z00AB00")
    assert "account" not in Application.objects.get(pk=case.pk).answers


def test_files_become_documents_of_the_case(applying):
    file = {"id": "0197f000-0000-7000-8000-00000000f11e", "name": "дагавор.pdf"}
    case = applying(MOVE).lodged(basis="tenancy", basis_file=file)
    kept = case.attachments.get()
    assert (str(kept.file_id), kept.title) == (file["id"], "дагавор.pdf")


def test_a_file_for_a_question_that_no_longer_applies_stays_out_of_the_case(applying):
    file = {"id": "0197f000-0000-7000-8000-00000000f11e", "name": "дагавор.pdf"}
    case = applying(MOVE).lodged(basis="owner", basis_file=file)
    assert not case.attachments.exists()


def test_an_edition_that_changed_in_between_is_not_lodged_under(applying):
    alena = applying()
    draft = alena.filled()
    changed_since(draft.edition, NEXT_DAY.date())
    with pytest.raises(Conflict, match="edition_changed"):
        lodge(draft.pk, by=alena.user, now=NEXT_DAY)
    assert not Case.objects.exists()


def test_a_draft_follows_the_rules_that_changed_and_loses_no_answer(applying):
    alena = applying()
    draft = alena.filled()
    newer = changed_since(draft.edition, NEXT_DAY.date())
    followed = follow_the_rules(draft.pk, by=alena.user, now=NEXT_DAY)
    assert (followed.edition, followed.done) == (newer, [])
    assert followed.answers == {"purpose": "school"}
    case = lodge(draft.pk, by=alena.user, now=NEXT_DAY)
    assert Application.objects.get(pk=case.pk).edition == newer


def test_a_draft_whose_rules_have_not_changed_stays_as_it_is(applying):
    alena = applying()
    draft = alena.filled()
    assert follow_the_rules(draft.pk, by=alena.user, now=LATER).done == ["facts", "purpose"]


def test_beginning_under_new_rules_goes_on_with_the_old_draft(applying):
    alena = applying()
    draft = alena.filled()
    newer = changed_since(draft.edition, NEXT_DAY.date())
    again = alena.begun(now=NEXT_DAY)
    assert (again.pk, again.edition, again.answers) == (draft.pk, newer, {"purpose": "school"})


def test_a_procedure_that_is_no_longer_in_force_is_not_lodged(applying):
    alena = applying()
    draft = alena.filled()
    Edition.objects.filter(pk=draft.edition_id).update(valid_until=NEXT_DAY.date())
    with pytest.raises(Conflict, match="edition_changed"):
        lodge(draft.pk, by=alena.user, now=NEXT_DAY)
    with pytest.raises(RuleBroken, match="not_in_force"):
        follow_the_rules(draft.pk, by=alena.user, now=NEXT_DAY)


def test_who_has_lost_the_mandate_does_not_lodge_for_the_organisation(state, applying):
    trader = state.protagonists.organisations["trader"]
    helper = state.protagonists.people["dzmitry"]
    mandate = MandateFactory(person=helper, organisation=trader, role="representative")
    dzmitry = applying(TRADE, "dzmitry", of="trader")
    draft = dzmitry.filled()
    mandate.until = TODAY
    mandate.save()
    with pytest.raises(NotPermitted, match="not_yours"):
        lodge(draft.pk, by=dzmitry.user, now=NEXT_DAY)


def test_a_fact_of_a_silent_register_is_typed_and_lodged(applying):
    take_down(Register.POPULATION, {"be": "вучэнні"}, by=None, now=NOW)
    home = {"code": "5284000000", "settlement": {"be": "г. Мінск"}, "house": "62", "flat": "41"}
    alena = applying()
    draft = alena.begun()
    with pytest.raises(RuleBroken, match="incomplete") as refusal:
        lodge(draft.pk, by=alena.user, now=NOW)
    assert refusal.value.field == "residence"
    save_page(draft.pk, "facts", {"residence": home}, by=alena.user, language="be", now=NOW)
    case = lodge(draft.pk, by=alena.user, now=NOW)
    assert Application.objects.get(pk=case.pk).answers["residence"] == home


def test_whoever_lives_nowhere_is_told_that_no_body_is_known(applying):
    hanna = applying().state.protagonists.people["hanna"]
    user = applying().user
    edition = edition_in_force(HOUSEHOLD, TODAY)
    draft = begin(edition, user=user, applicant_id=hanna.pk, language="be", now=NOW)
    home = {"code": "5284000000", "house": "62"}
    save_page(draft.pk, "facts", {"residence": home}, by=user, language="be", now=NOW)
    with pytest.raises(RuleBroken):
        lodge(draft.pk, by=user, now=NOW)
    assert not Case.objects.exists()


def test_lodging_costs_a_fixed_number_of_queries(applying, django_assert_max_num_queries):
    alena = applying()
    draft = alena.filled()
    user = alena.user
    with django_assert_max_num_queries(24):
        lodge(draft.pk, by=user, now=NOW + timedelta(minutes=5))


def test_a_number_that_was_drawn_before_is_drawn_again(applying, monkeypatch):
    taken = applying().lodged().reference
    lots = iter([taken, "2026-DDDD-DDDD-D"])
    monkeypatch.setattr("ratusha.cases.services.numbering.new_reference", lambda _today: next(lots))
    assert applying(BENEFIT).lodged().reference == "2026-DDDD-DDDD-D"
