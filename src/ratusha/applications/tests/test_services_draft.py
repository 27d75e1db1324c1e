"""Drafts: begun once, nothing typed is lost, nobody else's, forgotten in time."""

from datetime import timedelta

import pytest

from ratusha.applications.models import Draft
from ratusha.applications.public import begin, discard, drafts_of, forget_old_drafts, save_page
from ratusha.applications.services.draft import keep_typed
from ratusha.audit.models import Entry
from ratusha.exchange.public import journal_of
from ratusha.kernel.errors import NotPermitted
from ratusha.procedures.public import edition_in_force
from ratusha.registers.public import Register, bring_up, take_down

from .state import BENEFIT, HOUSEHOLD, LATER, NOW, TODAY, TRADE


def test_beginning_asks_each_register_once_and_the_journal_tells_the_person(applying):
    alena = applying()
    draft = alena.begun()
    rows = journal_of(alena.user.party_id)
    services = [row.service for row in rows]
    assert sorted(services) == sorted(draft.edition.promise.services)
    assert {(row.purpose, row.procedure_code) for row in rows} == {("prefill", HOUSEHOLD)}
    assert all(row.legal_basis for row in rows)


def test_going_on_with_a_draft_asks_no_register_again(applying):
    alena = applying()
    first = alena.begun()
    asked = journal_of(alena.user.party_id).count()
    again = alena.begun(now=LATER)
    assert again.pk == first.pk
    assert journal_of(alena.user.party_id).count() == asked


def test_beginning_leaves_one_trace_however_often_one_comes_back(applying):
    alena = applying()
    draft = alena.begun()
    alena.begun(now=LATER)
    assert Entry.objects.filter(action="draft.begin", object_id=str(draft.pk)).count() == 1


def test_the_draft_holds_what_the_registers_say_with_source_and_moment(applying):
    draft = applying().begun()
    fact = draft.facts["population.residence"]
    assert fact["facts"]["address"]["house"] == "62"
    assert fact["source"]["en"] == "Population register"
    assert fact["as_of"] == NOW.isoformat()


def test_one_applies_separately_for_oneself_under_different_procedures(applying):
    assert applying().begun().pk != applying(BENEFIT).begun().pk


def test_nobody_begins_for_somebody_else(applying, state):
    edition = edition_in_force(HOUSEHOLD, TODAY)
    with pytest.raises(NotPermitted, match="not_yours"):
        begin(
            edition,
            user=applying().user,
            applicant_id=state.party("dzmitry"),
            language="be",
            now=NOW,
        )


def test_an_official_without_a_cabinet_of_their_own_begins_nothing(state, applying):
    from_no_party = applying().user
    from_no_party.party_id = None
    with pytest.raises(NotPermitted, match="not_yours"):
        begin(
            edition_in_force(HOUSEHOLD, TODAY),
            user=from_no_party,
            applicant_id=state.party("alena"),
            language="be",
            now=NOW,
        )


def test_the_head_begins_for_the_organisation(applying, state):
    draft = applying(TRADE, "pavel", of="trader").begun()
    assert draft.applicant_id == state.party("trader")
    assert draft.facts["organisations.by_unp"]["facts"]["payer_number"]


def test_a_silent_register_does_not_stop_the_person(applying):
    take_down(Register.DWELLINGS, {"be": "вучэнні"}, by=None, now=NOW)
    draft = applying().begun()
    assert draft.facts["dwellings.by_address"] == {"unavailable": True}
    assert "facts" in draft.facts["population.residence"]


def test_a_register_that_was_silent_is_asked_again_when_the_person_comes_back(applying):
    take_down(Register.DWELLINGS, {"be": "вучэнні"}, by=None, now=NOW)
    applying().begun()
    bring_up(Register.DWELLINGS, by=None, now=LATER)
    assert applying().begun(now=LATER).facts["dwellings.by_address"]["facts"]["total_area"]


def test_a_saved_page_is_done_and_keeps_the_answers_of_the_others(applying):
    alena = applying()
    draft = alena.begun()
    save_page(draft.pk, "facts", {"residence": "x"}, by=alena.user, language="be", now=NOW)
    save_page(draft.pk, "purpose", {"purpose": "bank"}, by=alena.user, language="ru", now=LATER)
    draft.refresh_from_db()
    assert draft.answers == {"residence": "x", "purpose": "bank"}
    assert draft.done == ["facts", "purpose"]
    assert (draft.language, draft.saved_at) == ("ru", LATER)


def test_a_page_saved_twice_is_done_once(applying):
    alena = applying()
    draft = alena.begun()
    for _time in range(2):
        save_page(draft.pk, "purpose", {"purpose": "bank"}, by=alena.user, language="be", now=NOW)
    draft.refresh_from_db()
    assert draft.done == ["purpose"]


def test_words_that_did_not_pass_are_kept_and_the_page_is_open_again(applying):
    alena = applying()
    draft = alena.filled()
    keep_typed(draft.pk, "purpose", {"purpose": ["nonsense"]}, by=alena.user, now=LATER)
    draft.refresh_from_db()
    assert draft.typed == {"purpose": {"purpose": ["nonsense"]}}
    assert "purpose" not in draft.done
    assert draft.answers["purpose"] == "school"


def test_words_that_did_not_pass_go_when_the_page_passes(applying):
    alena = applying()
    draft = alena.begun()
    for page in ("facts", "purpose"):
        keep_typed(draft.pk, page, {"x": ["y"]}, by=alena.user, now=NOW)
    save_page(draft.pk, "purpose", {"purpose": "bank"}, by=alena.user, language="be", now=NOW)
    draft.refresh_from_db()
    assert list(draft.typed) == ["facts"]


@pytest.mark.parametrize(
    "act",
    [
        lambda draft, by: save_page(draft, "purpose", {}, by=by, language="be", now=NOW),
        lambda draft, by: keep_typed(draft, "purpose", {}, by=by, now=NOW),
        lambda draft, by: discard(draft, by=by, now=NOW),
    ],
    ids=["save", "keep words", "discard"],
)
def test_a_draft_of_another_does_not_exist_for_me(applying, act):
    draft = applying().begun()
    with pytest.raises(Draft.DoesNotExist):
        act(draft.pk, applying(who="dzmitry").user)
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_a_draft_thrown_away_leaves_only_a_trace(applying):
    alena = applying()
    draft = alena.filled()
    discard(draft.pk, by=alena.user, now=NOW)
    assert not Draft.objects.filter(pk=draft.pk).exists()
    trace = Entry.objects.get(action="draft.discard", object_id=str(draft.pk))
    assert trace.by == alena.user.pk


def test_a_lodged_draft_can_no_longer_be_changed(applying):
    alena = applying()
    draft = alena.filled()
    alena.lodged()
    with pytest.raises(Draft.DoesNotExist):
        save_page(draft.pk, "purpose", {}, by=alena.user, language="be", now=NOW)


def test_the_drafts_of_a_person_say_how_far_each_has_come(applying):
    alena = applying()
    half = alena.begun()
    save_page(half.pk, "facts", {}, by=alena.user, language="be", now=NOW)
    applying(BENEFIT).filled(now=LATER)
    applying(who="dzmitry").begun()
    listed = drafts_of(alena.user, TODAY)
    assert [(one.draft.edition.procedure_id, one.done, one.pages) for one in listed] == [
        (BENEFIT, 3, 3),
        (HOUSEHOLD, 1, 2),
    ]


def test_a_draft_left_for_thirty_days_is_kept(applying):
    draft = applying().begun()
    assert forget_old_drafts(now=NOW + timedelta(days=30)) == 0
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_a_draft_left_longer_is_forgotten_with_a_trace_of_the_number_only(applying):
    applying().begun()
    assert forget_old_drafts(now=NOW + timedelta(days=30, seconds=1)) == 1
    assert not Draft.objects.exists()
    assert Entry.objects.get(action="draft.forget").details == {"count": 1}


def test_what_was_saved_anew_is_not_forgotten(applying):
    alena = applying()
    draft = alena.begun()
    fresh = NOW + timedelta(days=25)
    save_page(draft.pk, "facts", {}, by=alena.user, language="be", now=fresh)
    assert forget_old_drafts(now=NOW + timedelta(days=31)) == 0


def test_the_receipt_of_what_was_lodged_is_not_forgotten(applying):
    applying().lodged()
    assert forget_old_drafts(now=NOW + timedelta(days=365)) == 0
