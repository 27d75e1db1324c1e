"""The decisions of law 433-З: their words, their papers, what they change, how they are delivered."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import official
from ratusha.applications.models import Application, Decision
from ratusha.applications.public import accept, deliver, grant, refuse, withdraw
from ratusha.audit.models import Entry
from ratusha.cases.public import CaseMoved, rate
from ratusha.documents.public import Document, Standing, verify_code
from ratusha.exchange.public import journal_of
from ratusha.kernel.errors import Conflict, NotPermitted, RegisterUnavailable, RuleBroken
from ratusha.kernel.events import deliver_due
from ratusha.procedures.public import Edition
from ratusha.registers.public import Register, bring_up, record_residence, residence_on, take_down
from ratusha.territory.public import Address

from .state import (
    HOUSEHOLD,
    KINDERGARTEN,
    LATER,
    MOVE,
    NEXT_DAY,
    NOW,
    REASONS,
    TODAY,
    TRADE,
    answers_to,
)

MARKS = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}


def paper_of(case) -> Document:
    return Document.objects.get(pk=Decision.objects.get(case=case).document_id)


# granting


def test_granting_closes_the_case_and_leaves_a_decision_and_traces(applying):
    clerk = applying()
    case = clerk.granted()
    decision = Decision.objects.get(case=case)
    assert (case.status, case.outcome, case.closed_on) == ("granted", "granted", TODAY)
    assert (decision.outcome, decision.ground_code, decision.by) == ("granted", "", clerk.official)
    actions = set(Entry.objects.values_list("action", flat=True))
    assert {"case.grant", "documents.issue"} <= actions


def test_granting_issues_a_paper_that_anybody_finds_genuine(applying):
    case = applying().granted()
    paper = paper_of(case)
    assert (paper.holder_id, paper.body_id) == (case.applicant_id, case.body_id)
    assert paper.case_reference == case.reference
    assert verify_code(paper.code, on=TODAY).standing is Standing.GENUINE


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("be", "Даведка аб занятым жылым памяшканні і складзе сям’і"),
        ("ru", "Справка о занимаемом жилом помещении и составе семьи"),
        ("en", "Certificate of dwelling and family composition"),
    ],
)
def test_the_paper_speaks_the_language_of_the_applicant(applying, language, title):
    paper = paper_of(applying(language=language).granted())
    assert (paper.language, paper.title) == (language, title)


def test_a_certificate_is_valid_for_its_six_months(applying):
    assert paper_of(applying().granted()).valid_until == date(2027, 6, 1)


def test_a_decision_knows_until_when_its_result_lasts_and_the_applicant_is_told(applying):
    decision = Decision.objects.of(applying().granted())
    assert decision.expires_on == date(2027, 6, 1)
    assert decision.notify_by == date(2026, 12, 8)  # five working days
    assert decision.notified_at is None
    deliver_due(now=LATER)
    decision.refresh_from_db()
    assert decision.notified_at == NOW


def test_a_paper_by_a_sample_rule_says_so(applying):
    assert paper_of(applying().granted()).sample


@pytest.mark.parametrize(
    ("code", "who", "of"),
    [
        (HOUSEHOLD, "jadviha", ""),
        (MOVE, "alena", ""),
        (KINDERGARTEN, "dzmitry", ""),
        (TRADE, "pavel", "trader"),
    ],
)
def test_every_electronic_procedure_ends_in_a_paper(applying, state, code, who, of):
    one = applying(code, who, of=of)
    by = state.officials["village"] if who == "jadviha" else one.official
    case = accept(one.lodged().pk, by=by, now=NOW)
    assert paper_of(grant(case.pk, by=by, now=NOW)).size > 1000


def test_what_the_decision_must_state_is_written_or_nothing_is_decided(applying):
    clerk = applying()
    case = clerk.accepted()
    edition = Application.objects.get(pk=case.pk).edition
    wanted = dict.fromkeys(("be", "ru", "en"), "Памер дапамогі")
    edition.definition["result"]["stated"] = wanted
    Edition.objects.filter(pk=edition.pk).update(definition=edition.definition, digest="stated")
    with pytest.raises(RuleBroken, match=r"application\.not_stated"):
        grant(case.pk, by=clerk.official, now=NOW, note=" ")
    assert grant(case.pk, by=clerk.official, now=NOW, note="120,00").outcome == "granted"
    assert Decision.objects.get(case=case).reasons == "120,00"


def test_a_note_of_the_official_stands_in_the_decision(applying):
    clerk = applying()
    case = grant(clerk.accepted().pk, by=clerk.official, now=NOW, note="Захоўвайце даведку.")
    assert Decision.objects.get(case=case).reasons == "Захоўвайце даведку."


def test_registration_enters_the_residence_in_the_register(applying, state):
    case = applying(MOVE).granted()
    home = residence_on(state.party("alena"), TODAY)
    assert home is not None
    assert (home.address["house"], home.basis, home.since) == ("28", case.reference, TODAY)


def test_what_fails_in_the_register_undoes_the_decision(applying, state):
    """Somebody was registered elsewhere from a later day in the meantime: nobody moves earlier than that."""
    migration = applying(MOVE)
    case = migration.accepted()
    elsewhere = Address.from_dict(state.protagonists.people["jadviha"].address)
    record_residence(
        state.party("alena"), elsewhere, since=NEXT_DAY.date(), basis="x", by=None, now=NEXT_DAY
    )
    with pytest.raises(RuleBroken):
        grant(case.pk, by=migration.official, now=NOW)
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("in_work", "")
    assert not Decision.objects.exists()
    assert not Document.objects.exists()


def test_what_fails_in_issuing_undoes_everything(applying, state, settings, published):
    """The place where the keys are kept is not a folder: nothing can be sealed."""
    migration = applying(MOVE)
    case = migration.accepted()
    before = residence_on(state.party("alena"), TODAY)
    blocked = settings.DATA / "blocked"
    blocked.write_text("")
    settings.DATA = blocked
    with pytest.raises(OSError, match="blocked"):
        grant(case.pk, by=migration.official, now=NOW)
    case.refresh_from_db()
    assert case.status == "in_work"
    assert residence_on(state.party("alena"), TODAY) == before
    assert not Decision.objects.exists()
    assert not Entry.objects.filter(action="case.grant").exists()
    assert "grant" not in [event.step for event in published(CaseMoved)]


def test_a_register_that_was_silent_is_heard_before_the_decision(applying):
    take_down(Register.DWELLINGS, {"be": "вучэнні"}, by=None, now=NOW)
    clerk = applying()
    case = clerk.accepted()
    bring_up(Register.DWELLINGS, by=None, now=LATER)
    grant(case.pk, by=clerk.official, now=LATER)
    facts = Application.objects.get(pk=case.pk).facts["dwellings.by_address"]
    assert facts["facts"]["total_area"] == "54.30"
    row = journal_of(case.applicant_id).filter(case_reference=case.reference).first()
    assert (row.purpose, row.body_id) == ("examine", case.body_id)


def test_nothing_is_decided_while_a_needed_register_is_silent(applying):
    take_down(Register.DWELLINGS, {"be": "вучэнні"}, by=None, now=NOW)
    clerk = applying()
    case = clerk.accepted()
    with pytest.raises(RegisterUnavailable):
        grant(case.pk, by=clerk.official, now=LATER)
    case.refresh_from_db()
    assert case.status == "in_work"


def test_only_the_handler_grants(applying):
    case = applying().accepted()
    rival = official("cases.decide", body_id=case.body_id)
    with pytest.raises(NotPermitted):
        grant(case.pk, by=rival, now=LATER)


def test_a_case_is_decided_once(applying):
    clerk = applying()
    case = clerk.granted()
    with pytest.raises(RuleBroken, match="step_closed"):
        refuse(case.pk, ground="no_grounds", reasons=REASONS, by=clerk.official, now=LATER)
    assert Decision.objects.get(case=case).outcome == "granted"


# refusing


def test_a_refusal_carries_ground_source_and_reasons(applying):
    case = applying().refused()
    decision = Decision.objects.get(case=case)
    assert (case.status, case.outcome) == ("refused", "refused")
    assert (decision.ground_code, decision.reasons) == ("no_grounds", REASONS)
    assert decision.ground["be"]
    assert "433-З" in decision.legal_source
    assert paper_of(case).title == "Адмова ў ажыццяўленні адміністрацыйнай працэдуры"


@pytest.mark.parametrize(
    ("ground", "reasons", "code", "field"),
    [
        ("", REASONS, "ground_missing", "ground"),
        ("documents_missing", REASONS, "ground_missing", "ground"),
        ("no_grounds", " \n ", "reasons_missing", "reasons"),
        ("no_grounds", "x" * 4001, "reasons_long", "reasons"),
    ],
    ids=["no ground", "a ground of another list", "no words", "endless words"],
)
def test_an_unlawful_refusal_is_impossible(applying, ground, reasons, code, field):
    clerk = applying()
    case = clerk.accepted()
    with pytest.raises(RuleBroken, match=code) as no:
        refuse(case.pk, ground=ground, reasons=reasons, by=clerk.official, now=LATER)
    assert no.value.field == field
    case.refresh_from_db()
    assert case.status == "in_work"


@pytest.mark.parametrize("missing", ["ground_code", "legal_source", "reasons"])
def test_the_database_refuses_an_unlawful_refusal(applying, missing):
    clerk = applying()
    case = clerk.accepted()
    whole = {"ground_code": "no_grounds", "legal_source": "Law 433-З, art. 25", "reasons": REASONS}
    with (
        pytest.raises(IntegrityError, match="decision_to_refuse_has_ground_source_and_reasons"),
        transaction.atomic(),
    ):
        Decision.objects.create(
            case=case, outcome="refused", decided_at=NOW, by=clerk.official, **{**whole, missing: ""}
        )  # fmt: skip


# delivery


def test_opening_the_decision_delivers_it(applying):
    alena = applying()
    case = deliver(alena.granted().pk, by=alena.user, now=LATER)
    assert case.status == "delivered"
    assert Decision.objects.get(case=case).delivered_at == LATER
    assert Entry.objects.get(action="case.deliver").by == alena.user.pk


def test_delivering_twice_changes_nothing(applying):
    alena = applying()
    case = deliver(alena.refused().pk, by=alena.user, now=LATER)
    deliver(case.pk, by=alena.user, now=NEXT_DAY)
    assert Decision.objects.get(case=case).delivered_at == LATER
    assert [s.step for s in case.history.all()].count("deliver") == 1


def test_an_official_hands_a_decision_over(applying):
    clerk = applying()
    assert deliver(clerk.granted().pk, by=clerk.official, now=LATER).status == "delivered"


def test_a_stranger_delivers_nothing(applying):
    case = applying().granted()
    with pytest.raises(NotPermitted):
        deliver(case.pk, by=applying(who="dzmitry").user, now=LATER)


def test_a_running_case_is_not_delivered(applying):
    alena = applying()
    assert deliver(alena.lodged().pk, by=alena.user, now=LATER).status == "lodged"


# rating


@pytest.mark.parametrize("end", ["granted", "refused"])
def test_a_case_is_rated_after_its_result_and_once(applying, end):
    alena = applying()
    case = getattr(alena, end)()
    rating = rate(case.pk, scores=MARKS, comment="Дзякуй", by=alena.user, now=LATER)
    assert (rating.body_id, rating.simplicity) == (case.body_id, 5)
    with pytest.raises(Conflict, match="rated"):
        rate(case.pk, scores=MARKS, comment="", by=alena.user, now=LATER)
    assert Entry.objects.filter(action="case.rate").count() == 1


def test_a_withdrawn_case_is_not_rated(applying):
    alena = applying()
    case = withdraw(alena.lodged().pk, by=alena.user, now=LATER)
    with pytest.raises(RuleBroken, match="no_result"):
        rate(case.pk, scores=MARKS, comment="", by=alena.user, now=LATER)


def test_what_a_case_says_outlives_a_change_of_the_state_around_it(applying, state):
    """The answers and facts of a decided case are its own copy."""
    case = applying(MOVE).granted()
    assert (
        Application.objects.get(pk=case.pk).answers["address"] == answers_to(state, MOVE)["address"]
    )
