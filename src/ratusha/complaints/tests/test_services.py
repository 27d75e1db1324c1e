"""Lodging, checking, considering, deciding: each act whole or not at all."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ratusha.accounts.public import appoint
from ratusha.accounts.tests.factories import UserFactory, official
from ratusha.cases.models import Case, CaseLink
from ratusha.cases.public import rate
from ratusha.complaints.models import Complaint, Explanation, Ruling
from ratusha.complaints.permissions import KIND
from ratusha.complaints.queries import explanations_asked_of
from ratusha.complaints.record import record_of
from ratusha.complaints.rules import Status, Subject
from ratusha.complaints.services import decide, examine, explain, lodge
from ratusha.complaints.services.look import look_into
from ratusha.documents.models import Document
from ratusha.exchange.public import journal_of
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.models import OutboxEntry

from .conftest import NOW, TOUCHED, WORDS, WORKS

REASON = {"legal_source": "Закон № 433-З, арт. 25", "text": "Падстава не пацвердзілася."}
A_YEAR_LATER = datetime(2027, 3, 11, 9, 0, tzinfo=UTC)


def test_the_applicant_complains_to_the_body_above_and_the_month_runs(dispute):
    complaint = dispute.complained()
    own = Complaint.objects.get(pk=complaint.pk)
    assert (complaint.kind, complaint.status, complaint.body_id) == (
        KIND,
        "lodged",
        dispute.above.pk,
    )
    assert complaint.due_on == date(
        2026, 4, 22
    )  # 20 April is a moved day off, 21 April is Radunitsa
    assert (own.standing, own.subject, own.number) == (
        "applicant",
        "decision",
        dispute.case.reference,
    )
    assert own.may_complain_until == date(2027, 3, 9)
    assert CaseLink.objects.get(case=complaint).about == dispute.case


def test_a_second_press_gives_the_same_complaint(dispute):
    assert dispute.complained() == dispute.complained()
    assert dispute.complained_by_neighbour() == dispute.complained_by_neighbour()
    assert Complaint.objects.count() == 2


def test_nobody_complains_for_an_applicant_they_do_not_act_for(dispute):
    with pytest.raises(NotPermitted):
        dispute.complained(by=dispute.neighbour)
    with pytest.raises(NotPermitted):
        dispute.complained_by_neighbour(applicant_id=dispute.applicant.party_id)


def test_a_running_case_cannot_be_complained_about_until_its_term_has_ended(dispute):
    running = dispute.errand(in_work=True)
    with pytest.raises(RuleBroken, match="no_subject"):
        lodge.complain(
            running.pk, words=WORDS, by=dispute.applicant, now=datetime(2026, 3, 17, 9, tzinfo=UTC)
        )
    complaint = lodge.complain(running.pk, words=WORDS, by=dispute.applicant, now=NOW)
    own = Complaint.objects.get(pk=complaint.pk)
    assert (own.subject, own.may_complain_until) == (Subject.INACTION, date(2027, 3, 17))


def test_where_there_is_no_body_above_one_is_sent_to_court(dispute):
    dispute.body.parent = None
    dispute.body.save()
    with pytest.raises(RuleBroken, match="no_higher_body"):
        dispute.complained()
    with pytest.raises(RuleBroken, match="no_higher_body"):
        dispute.complained_by_neighbour()


def test_a_late_complaint_tells_why_and_waits_for_the_term_to_be_restored(dispute):
    with pytest.raises(RuleBroken, match="late_reasons"):
        dispute.complained(now=A_YEAR_LATER)
    words = lodge.Words(demand="Не згодны.", language="ru", late_reasons="Был в больнице.")
    complaint = dispute.complained(now=A_YEAR_LATER, words=words)
    with pytest.raises(RuleBroken, match=r"complaint\.late"):
        examine.accept(complaint.pk, by=dispute.judge, now=A_YEAR_LATER)
    examine.restore_term(
        complaint.pk, reasons="Справка подтверждает.", by=dispute.judge, now=A_YEAR_LATER
    )
    accepted = examine.accept(complaint.pk, by=dispute.judge, now=A_YEAR_LATER)
    assert accepted.status == Status.IN_WORK
    assert Complaint.objects.get(pk=complaint.pk).restored_because == "Справка подтверждает."


def test_a_reason_that_is_not_valid_ends_the_complaint_with_words(dispute):
    words = lodge.Words(demand="Не згодны.", language="be", late_reasons="Забыў.")
    complaint = dispute.complained(now=A_YEAR_LATER, words=words)
    decide.leave_without_consideration(
        complaint.pk,
        ground="late",
        reasons="Гэта не ўважлівая прычына.",
        by=dispute.judge,
        now=A_YEAR_LATER,
    )
    ruling = Ruling.objects.get(pk=complaint.pk)
    assert (ruling.result, ruling.ground_code) == ("not_considered", "late")
    assert ruling.legal_source == "Закон № 433-З, арт. 31"
    paper = Document.objects.get(pk=ruling.document_id)
    assert (paper.holder_id, paper.sample) == (dispute.applicant.party_id, False)


def test_a_ruling_by_a_rule_without_official_text_is_marked_as_a_sample(dispute):
    complaint = dispute.complained_by_neighbour(number="2026-7NR4-9WD3-R")
    decide.leave_without_consideration(
        complaint.pk, ground="no_decision", reasons="Няма такога.", by=dispute.judge, now=NOW
    )
    assert Document.objects.get(case_reference=complaint.reference).sample


def test_a_ground_of_no_list_and_an_explanation_without_words_are_refused(dispute):
    complaint = dispute.complained()
    with pytest.raises(RuleBroken, match="ground_missing"):
        decide.leave_without_consideration(
            complaint.pk, ground="because", reasons="Так.", by=dispute.judge, now=NOW
        )
    with pytest.raises(RuleBroken, match="reasons_missing"):
        decide.leave_without_consideration(
            complaint.pk, ground="late", reasons=" ", by=dispute.judge, now=NOW
        )
    complaint.refresh_from_db()
    assert complaint.status == Status.LODGED


# ---- somebody else complains ----
def visible_to_the_complainant(case: Case) -> dict[str, object]:
    return {
        "status": case.status, "due": case.due_on, "title": str(case.title["be"]).replace(
            Complaint.objects.get(pk=case.pk).number, "№"
        ), "subject": case.subject_code, "body": case.body_id, "history": [s.step for s in case.history.all()],
    }  # fmt: skip


def test_a_right_number_and_a_wrong_one_give_the_third_party_the_same(dispute):
    right = dispute.complained_by_neighbour()
    wrong = dispute.complained_by_neighbour(number="2026-7NR4-9WD3-R")
    assert visible_to_the_complainant(right) == visible_to_the_complainant(wrong)
    assert CaseLink.objects.filter(case=right, about=dispute.case).exists()
    assert not CaseLink.objects.filter(case=wrong).exists()


def test_a_number_of_another_body_is_not_linked(dispute):
    other = dispute.errand(granted=True)
    Case.objects.filter(pk=other.pk).update(body_id=dispute.above.pk)
    complaint = dispute.complained_by_neighbour(number=other.reference)
    assert not CaseLink.objects.filter(case=complaint).exists()


def test_a_third_party_says_how_the_decision_touches_them(dispute):
    with pytest.raises(RuleBroken, match="touches_missing"):
        dispute.complained_by_neighbour(words=WORDS)


@pytest.mark.parametrize("end", ["", "/1"])
def test_the_number_of_a_paper_leads_to_its_case_too(dispute, end):
    complaint = dispute.complained_by_neighbour(number=dispute.case.reference.lower() + end)
    assert CaseLink.objects.get(case=complaint).about == dispute.case


def test_a_complaint_about_a_decision_that_is_not_made_yet_is_not_accepted(dispute):
    running = dispute.errand(in_work=True, due_on=date(2026, 4, 1))
    complaint = dispute.complained_by_neighbour(number=running.reference)
    assert CaseLink.objects.get(case=complaint).about == running
    with pytest.raises(RuleBroken, match="decision_unknown"):
        examine.accept(complaint.pk, by=dispute.judge, now=NOW)
    hasty = dispute.complained_by_neighbour(
        number=running.reference + "/1", subject=Subject.INACTION
    )
    with pytest.raises(RuleBroken, match="decision_unknown"):
        examine.accept(hasty.pk, by=dispute.judge, now=NOW)


def test_what_cannot_be_a_number_finds_nothing(dispute):
    complaint = dispute.complained_by_neighbour(number="2026-7NR4-9WD3-R")
    with pytest.raises(Conflict, match="number_unknown"):
        lodge.identify(complaint.pk, number="нумар", by=dispute.judge, now=NOW)


def test_the_official_finds_the_decision_under_another_number(dispute):
    complaint = dispute.complained_by_neighbour(number="2026-7NR4-9WD3-R")
    with pytest.raises(RuleBroken, match="decision_unknown"):
        examine.accept(complaint.pk, by=dispute.judge, now=NOW)
    with pytest.raises(Conflict, match="number_unknown"):
        lodge.identify(complaint.pk, number="2026-7NR4-9WD3-R", by=dispute.judge, now=NOW)
    lodge.identify(complaint.pk, number=dispute.case.reference, by=dispute.judge, now=NOW)
    assert examine.accept(complaint.pk, by=dispute.judge, now=NOW).status == Status.IN_WORK


def test_a_look_is_in_the_journals_of_who_complains_and_of_whose_case_it_is(dispute):
    complaint = dispute.complained_by_neighbour()
    look_into(complaint, by=dispute.judge, now=NOW)
    theirs = journal_of(dispute.applicant.party_id).get()
    assert (theirs.case_reference, theirs.purpose) == (dispute.case.reference, "complaint")
    assert journal_of(dispute.neighbour.party_id).get().case_reference == complaint.reference


# ---- who considers ----
def test_who_decided_does_not_consider_the_complaint(dispute):
    insider = official(*WORKS, body_id=dispute.above.pk, party_id=None)
    dispute.case.history.update(by=insider)
    complaint = dispute.complained()
    with pytest.raises(NotPermitted):
        examine.accept(complaint.pk, by=insider, now=NOW)
    examine.accept(complaint.pk, by=dispute.judge, now=NOW)


def test_whose_application_it_was_does_not_consider_the_neighbours_complaint(dispute):
    insider = dispute.applicant
    appoint(insider, dispute.above.pk, WORKS, {"en": "Specialist"}, date(2020, 1, 1), by=None)
    complaint = dispute.complained_by_neighbour()
    with pytest.raises(NotPermitted):
        examine.accept(complaint.pk, by=insider, now=NOW)


def test_the_body_that_decided_does_not_consider(dispute):
    complaint = dispute.complained()
    with pytest.raises(NotPermitted):
        examine.accept(complaint.pk, by=dispute.decider, now=NOW)


def test_the_head_does_not_give_the_complaint_to_who_decided(dispute):
    head = official(*WORKS, "cases.assign", body_id=dispute.above.pk)
    insider, other = (official(*WORKS, body_id=dispute.above.pk) for _n in range(2))
    dispute.case.history.update(by=insider)
    complaint = dispute.in_work()
    with pytest.raises(RuleBroken, match=r"complaint\.conflict"):
        examine.give(complaint.pk, insider, by=head, now=NOW)
    complaint.refresh_from_db()
    assert complaint.handler == dispute.judge
    assert examine.give(complaint.pk, other, by=head, now=NOW).handler == other


def test_what_a_third_party_takes_along_is_the_same_for_a_right_number_and_a_wrong_one(dispute):
    taken = []
    for number in (dispute.case.reference, "2026-7NR4-9WD3-R"):
        complaint = dispute.complained_by_neighbour(number=number)
        taken.append({**record_of(complaint, "be")["complaint"], "number": ""})
    assert taken[0] == taken[1]


def test_the_explanation_is_among_the_materials_of_the_applicant_and_of_nobody_else(dispute):
    for complaint in (dispute.complained(), dispute.complained_by_neighbour()):
        examine.accept(complaint.pk, by=dispute.judge, now=NOW)
        explain.ask_to_explain(complaint.pk, question="Чаму?", by=dispute.judge, now=NOW)
        asked = Explanation.objects.get(complaint=complaint.pk)
        explain.explain(asked.pk, answer="Бо так.", by=dispute.decider, now=NOW)
    mine, theirs = (
        record_of(Complaint.objects.get(standing=s).case, "be")["explanations"]
        for s in ("applicant", "third_party")
    )
    assert [one["answer"] for one in mine] == ["Бо так."]
    assert theirs == []


def test_a_complaint_that_nobody_holds_is_taken_up(dispute):
    complaint = dispute.in_work()
    Case.objects.filter(pk=complaint.pk).update(handler=None)
    other = official(*WORKS, body_id=dispute.above.pk)
    assert examine.take_up(complaint.pk, by=other, now=NOW).handler == other


# ---- the first body explains ----
def test_the_body_that_decided_is_asked_and_the_consideration_goes_on_with_its_answer(dispute):
    complaint = dispute.in_work()
    explain.ask_to_explain(complaint.pk, question="Чаму?", by=dispute.judge, now=NOW)
    asked = explanations_asked_of([dispute.body.pk]).get()
    assert asked.answer_by == date(2026, 3, 27)
    with pytest.raises(NotPermitted):
        explain.explain(asked.pk, answer="Так.", by=dispute.judge, now=NOW)
    explain.explain(asked.pk, answer="Бо дакументаў не было.", by=dispute.decider, now=NOW)
    complaint.refresh_from_db()
    assert complaint.status == Status.IN_WORK
    with pytest.raises(Conflict):
        explain.explain(asked.pk, answer="Яшчэ раз.", by=dispute.decider, now=NOW)


def test_an_explanation_that_does_not_come_stops_nothing(dispute):
    complaint = dispute.in_work()
    explain.ask_to_explain(complaint.pk, question="Чаму?", by=dispute.judge, now=NOW)
    with pytest.raises(RuleBroken, match="step_closed"):
        decide.decide(complaint.pk, result="uphold", by=dispute.judge, now=NOW, **REASON)
    explain.go_on(complaint.pk, by=dispute.judge, now=NOW)
    late = Explanation.objects.get()
    explain.explain(late.pk, answer="Позна, але вось.", by=dispute.decider, now=NOW)
    decide.decide(complaint.pk, result="uphold", by=dispute.judge, now=NOW, **REASON)


# ---- the end ----
@pytest.mark.parametrize(
    ("step", "result"),
    [("uphold", "upheld"), ("cancel", "cancelled"), ("return", "returned"), ("change", "changed")],
)
def test_a_result_is_a_sealed_paper_and_an_event_for_others(dispute, step, result):
    complaint = decide.decide(
        dispute.in_work().pk, result=step, by=dispute.judge, now=NOW, **REASON
    )
    ruling = Ruling.objects.get(pk=complaint.pk)
    assert (complaint.status, ruling.result, complaint.closed_on) == (result, result, NOW.date())
    paper = Document.objects.get(pk=ruling.document_id)
    assert (paper.holder_id, paper.body_id) == (dispute.applicant.party_id, dispute.above.pk)
    told = OutboxEntry.objects.filter(event="complaints.ComplaintDecided").first()
    assert told is not None
    assert told.payload["case_id"] == str(dispute.case.pk)
    assert (told.payload["result"], told.payload["text"]) == (result, REASON["text"])
    assert told.payload["legal_source"] == REASON["legal_source"]


@pytest.mark.parametrize("missing", ["legal_source", "text"])
def test_a_result_without_norm_or_reasons_is_none(dispute, missing):
    complaint = dispute.in_work()
    with pytest.raises(RuleBroken) as caught:
        decide.decide(
            complaint.pk, result="cancel", by=dispute.judge, now=NOW, **{**REASON, missing: " "}
        )
    assert caught.value.field == missing
    assert not Ruling.objects.exists()


def test_a_body_that_missed_its_term_is_obliged_to_decide(dispute):
    running = dispute.errand(in_work=True)
    complaint = lodge.complain(running.pk, words=WORDS, by=dispute.applicant, now=NOW)
    examine.accept(complaint.pk, by=dispute.judge, now=NOW)
    with pytest.raises(RuleBroken, match="result_missing"):
        decide.decide(complaint.pk, result="cancel", by=dispute.judge, now=NOW, **REASON)
    ended = decide.decide(complaint.pk, result="oblige", by=dispute.judge, now=NOW, **REASON)
    assert ended.status == Status.OBLIGED


@pytest.mark.parametrize("when", ["lodged", "in_work", "explaining"])
def test_a_complaint_is_withdrawn_any_time_before_its_end(dispute, when):
    complaint = dispute.complained() if when == "lodged" else dispute.in_work()
    if when == "explaining":
        explain.ask_to_explain(complaint.pk, question="Чаму?", by=dispute.judge, now=NOW)
    with pytest.raises(NotPermitted):
        examine.withdraw(complaint.pk, by=dispute.neighbour, now=NOW)
    assert examine.withdraw(complaint.pk, by=dispute.applicant, now=NOW).status == "withdrawn"
    assert not explanations_asked_of([dispute.body.pk]).exists()


def test_one_complains_once_about_a_decision_and_again_after_withdrawing(dispute):
    examine.withdraw(dispute.complained().pk, by=dispute.applicant, now=NOW)
    again = dispute.complained(now=NOW + timedelta(hours=1))
    examine.accept(again.pk, by=dispute.judge, now=NOW)
    decide.decide(again.pk, result="uphold", by=dispute.judge, now=NOW, **REASON)
    with pytest.raises(RuleBroken, match="considered_before"):
        dispute.complained(now=NOW + timedelta(hours=2))


def test_the_complainant_rates_how_it_was_considered(dispute):
    complaint = decide.decide(
        dispute.in_work().pk, result="uphold", by=dispute.judge, now=NOW, **REASON
    )
    marks = {"simplicity": 5, "information": 4, "term": 5, "politeness": 5}
    assert (
        rate(complaint.pk, scores=marks, comment="", by=dispute.applicant, now=NOW).body_id
        == dispute.above.pk
    )


def test_two_neighbours_complain_about_one_decision(dispute):
    other = UserFactory()
    first = dispute.complained_by_neighbour()
    second = dispute.complained_by_neighbour(applicant_id=other.party_id, by=other, words=TOUCHED)
    assert first != second
    assert CaseLink.objects.filter(about=dispute.case).count() == 2
