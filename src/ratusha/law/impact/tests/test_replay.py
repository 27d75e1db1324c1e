"""Past cases lived once more under another edition, and the person who answers for what changes."""

from datetime import date

import msgspec
import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import official, sign_in
from ratusha.applications.tests.state import BENEFIT, HOUSEHOLD, KINDERGARTEN, NOW
from ratusha.audit.models import Entry
from ratusha.kernel.errors import Conflict, NotPermitted
from ratusha.kernel.pack import pack
from ratusha.law.impact.replay import Kind, replay
from ratusha.law.impact.signing import report_on, sign_off
from ratusha.law.models import SignOff
from ratusha.law.publication import publishable
from ratusha.procedures.public import Field, RequiredDocument, edition_in_force

change = msgspec.structs.replace
SAID = {"be": "новае", "ru": "новое", "en": "new"}


def next_edition(code, **what):
    before = edition_in_force(code, NOW.date()).promise
    return change(before, valid_from=date(2027, 1, 1), **what)


def kinds(after):
    return {one.kind for one in replay(after).rows}


@pytest.fixture
def longer(applying):
    """One running case, and an edition with a longer term."""
    applying(HOUSEHOLD).lodged()
    term = edition_in_force(HOUSEHOLD, NOW.date()).promise.term
    return next_edition(HOUSEHOLD, term=change(term, base="15 days"))


def test_the_same_words_change_no_case(applying):
    applying(HOUSEHOLD).lodged()
    impact = replay(next_edition(HOUSEHOLD))
    assert (impact.replayed, impact.affected, impact.running) == (1, 0, 1)


def test_another_term_changes_the_day(longer):
    impact = replay(longer)
    (row,) = impact.rows
    assert (row.kind, row.before, row.after) == (Kind.TERM, "1 снежня 2026", "16 снежня 2026")
    assert (impact.running_affected, impact.counts["term"]) == (1, 1)


def test_the_longer_term_counts_only_where_another_body_is_asked(applying):
    applying(BENEFIT, "dzmitry").lodged(employed=False)
    term = edition_in_force(BENEFIT, NOW.date()).promise.term
    after = next_edition(BENEFIT, term=change(term, if_requested="2 months"))
    assert replay(after).affected == 0
    applying(BENEFIT, "alena").lodged(employed=True)
    assert kinds(after) == {Kind.TERM}


def test_a_new_document_to_bring_is_seen(applying):
    applying(HOUSEHOLD).lodged()
    promise = edition_in_force(HOUSEHOLD, NOW.date()).promise
    paper = RequiredDocument(code="photo", title=SAID, source=promise.source)
    after = next_edition(HOUSEHOLD, documents=[*promise.documents, paper])
    assert kinds(after) == {Kind.DOCUMENTS}


def test_a_new_question_would_have_stopped_the_application(applying):
    applying(HOUSEHOLD).lodged()
    promise = edition_in_force(HOUSEHOLD, NOW.date()).promise
    page = promise.form[-1]
    asked = Field(code="new_question", kind="text", label=SAID)
    form = [*promise.form[:-1], change(page, fields=[*page.fields, asked])]
    (row,) = replay(next_edition(HOUSEHOLD, form=form)).rows
    assert row.kind is Kind.ACCEPTANCE
    assert row.after.startswith("новае: ")


def test_another_fee_and_body_are_seen(applying):
    applying(HOUSEHOLD).lodged()
    promise = edition_in_force(HOUSEHOLD, NOW.date()).promise
    fee = change(promise.fee, kind="base_value", multiple="0.5")
    body = change(promise.body, kind="migration_office")
    assert kinds(next_edition(HOUSEHOLD, fee=fee, body=body)) == {Kind.FEE, Kind.BODY}


def test_a_closed_case_is_not_named(applying):
    case = applying(KINDERGARTEN, "dzmitry").granted()
    term = edition_in_force(KINDERGARTEN, NOW.date()).promise.term
    (row,) = replay(next_edition(KINDERGARTEN, term=change(term, base="1 month"))).rows
    assert row.case == "1 (2026-12)"
    assert case.reference not in str(row)


def test_an_edition_that_changes_cases_is_not_publishable_until_somebody_signs(longer, state):
    body = state.bodies["clerk"].pk
    codes = [p.code for p in publishable(longer, folder=pack().folder, now=NOW)]
    assert "impact" in codes
    sign_off(longer, by=official("law.sign_off", body_id=body), body_id=body, now=NOW)
    codes = [p.code for p in publishable(longer, folder=pack().folder, now=NOW)]
    assert "impact" not in codes
    kept = SignOff.objects.get()
    assert (kept.at, kept.report["impact"]["affected"]) == (NOW, 1)
    assert Entry.objects.filter(action="law.sign_off").exists()


def test_who_may_not_answer_does_not_sign(longer, state):
    body = state.bodies["clerk"].pk
    with pytest.raises(NotPermitted):
        sign_off(longer, by=official("law.examine", body_id=body), body_id=body, now=NOW)


def test_a_first_edition_has_nothing_to_sign(applying, state):
    applying(HOUSEHOLD)
    body = state.bodies["clerk"].pk
    first = edition_in_force(HOUSEHOLD, NOW.date()).promise
    assert report_on(first).before is None
    with pytest.raises(Conflict):
        sign_off(first, by=official("law.sign_off", body_id=body), body_id=body, now=NOW)


@pytest.fixture
def lawyer(client, state, time_machine):
    time_machine.move_to(NOW, tick=False)
    body = state.bodies["clerk"].pk
    return sign_in(client, official("law.examine", "law.sign_off", body_id=body), acting=body)


@pytest.fixture
def text(longer):  # noqa: ARG001 - the case that it changes
    """The longer edition as its file would hold it."""
    file = pack().folder / "procedures" / "U200" / "1.3.2.yaml"
    words = file.read_text(encoding="utf-8").replace("base: 0 days", "base: 15 days")
    return words.replace("valid_from: 2022-01-01", "valid_from: 2027-01-01")


def test_the_lawyer_pastes_sees_and_signs(lawyer, text):
    address = reverse("law:impact")
    assert lawyer.get(address).status_code == 200
    page = lawyer.post(address, {"text": text})
    assert page.status_code == 200
    assert "16 снежня 2026" in page.content.decode().replace("\xa0", " ")
    assert not SignOff.objects.exists()
    page = lawyer.post(address, {"text": text, "sign": "1"})
    assert page.status_code == 200
    assert SignOff.objects.count() == 1


@pytest.mark.parametrize("words", ["", "- a\n- b", "code: [", "title: x"])
def test_what_is_no_definition_is_explained_and_kept(lawyer, words):
    page = lawyer.post(reverse("law:impact"), {"text": words})
    assert page.status_code == 422
    assert words.splitlines()[0] in page.content.decode() if words else True


@pytest.mark.django_db
def test_the_lawyer_reads_how_the_scenarios_went(lawyer):
    listed = lawyer.get(reverse("law:scenarios"))
    assert "U200/2.6" in listed.content.decode()
    page = lawyer.get(reverse("law:scenario", args=["U200", "2.6"]))
    assert page.status_code == 200
    assert "refused.already_granted" in page.content.decode()
    again = lawyer.post(reverse("law:try_again", args=["U200", "2.6"]))
    assert again.status_code == 302


PLACES = [("law:scenarios", []), ("law:scenario", ["U200", "2.6"]), ("law:impact", [])]


@pytest.mark.parametrize(("name", "of"), PLACES)
def test_another_official_finds_nothing_there(client, state, name, of):
    body = state.bodies["clerk"].pk
    stranger = sign_in(client, official("cases.see", body_id=body), acting=body)
    assert stranger.get(reverse(name, args=of)).status_code == 404


def test_a_procedure_without_scenarios_has_no_page(lawyer):
    assert lawyer.get(reverse("law:scenario", args=["U200", "2.33.1"])).status_code == 404
    assert lawyer.get(reverse("law:scenario", args=["U200", "99.99"])).status_code == 404
