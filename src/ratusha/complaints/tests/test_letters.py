"""Who is written to, and what they may know."""

import pytest

from ratusha.cases.public import CaseMoved, CaseOpened, MessageSent, send_message
from ratusha.complaints import letters
from ratusha.complaints.services import decide, examine
from ratusha.notifications.models import Notice

from .conftest import NOW, TOUCHED

REASON = {"legal_source": "Закон № 433-З, арт. 25", "text": "Падстава не пацвердзілася."}


def opened(case):
    return CaseOpened(case_id=case.pk, kind=case.kind, at=NOW)


def moved(case, step):
    return CaseMoved(
        case_id=case.pk, kind=case.kind, step=step, status=case.status, outcome=case.outcome, at=NOW
    )


def letters_to(user):
    return list(Notice.objects.filter(party_id=user.party_id).order_by("pk"))


def test_lodging_is_confirmed_once_in_three_languages(dispute):
    complaint = dispute.complained()
    for _time in range(2):
        letters.write_about_lodging(opened(complaint))
    [letter] = letters_to(dispute.applicant)
    assert letter.subject["en"] == f"Complaint {complaint.reference} is lodged"
    assert {"be", "ru", "en"} == set(letter.body)
    assert "22 красавіка 2026" in letter.body["be"]


def test_a_result_is_told_with_its_reasons_to_who_complained(dispute):
    complaint = decide.decide(
        dispute.in_work().pk, result="uphold", by=dispute.judge, now=NOW, **REASON
    )
    letters.write_about_step(moved(complaint, "uphold"))
    [letter] = letters_to(dispute.applicant)
    assert "The decision is left in force" in letter.body["en"]
    assert REASON["text"] in letter.body["be"]


def test_the_applicant_is_told_of_somebody_elses_complaint_but_not_whose_and_why(dispute):
    complaint = dispute.complained_by_neighbour()
    accepted = examine.accept(complaint.pk, by=dispute.judge, now=NOW)
    letters.write_to_the_applicant(moved(accepted, "accept"))
    ended = decide.decide(complaint.pk, result="return", by=dispute.judge, now=NOW, **REASON)
    letters.write_to_the_applicant(moved(ended, "return"))
    told = letters_to(dispute.applicant)
    assert [one.kind for one in told] == ["complained_accept", "complained_return"]
    assert {one.case_reference for one in told} == {dispute.case.reference}
    words = " ".join(text for one in told for text in one.body.values())
    for secret in (dispute.neighbour.display_name, TOUCHED.touches, TOUCHED.demand, REASON["text"]):
        assert secret not in words
    assert complaint.reference not in words


@pytest.mark.parametrize("step", ["accept", "uphold"])
def test_the_applicant_is_not_told_twice_of_their_own_complaint(dispute, step):
    letters.write_to_the_applicant(moved(dispute.in_work(), step))
    assert letters_to(dispute.applicant) == []


def test_a_question_of_the_official_is_told_and_an_own_message_is_not(dispute):
    complaint = dispute.in_work()
    for by, from_applicant in ((dispute.judge, False), (dispute.applicant, True)):
        message = send_message(complaint.pk, text="Калі гэта было?", by=by, now=NOW)
        letters.write_about_message(
            MessageSent(
                case_id=complaint.pk, kind=complaint.kind, message_id=message.pk,
                from_applicant=from_applicant, at=NOW,
            )
        )  # fmt: skip
    assert len(letters_to(dispute.applicant)) == 1


def test_cases_of_other_kinds_are_not_ours_to_write_about(dispute):
    letters.write_about_lodging(opened(dispute.case))
    letters.write_about_step(moved(dispute.case, "accept"))
    letters.write_to_the_applicant(moved(dispute.case, "accept"))
    assert Notice.objects.count() == 0
