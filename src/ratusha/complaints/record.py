"""What only a complaint adds to the file of a case that its complainant takes along."""

from typing import Any

from ratusha.cases.public import Case
from ratusha.parties.public import party_name

from .models import Complaint, Ruling
from .rules import Standing


def record_of(case: Case, language: str) -> dict[str, Any]:
    """What was said, and the result. Whether a number was found is not in it: a third party reads this too."""
    complaint = Complaint.objects.get(pk=case.pk)
    told = (
        "standing",
        "subject",
        "number",
        "demand",
        "touches",
        "late_reasons",
        "restored_because",
    )
    own = complaint.standing == Standing.APPLICANT
    answered = complaint.explanations.exclude(answered_at=None) if own else []
    return {
        "complaint": {name: getattr(complaint, name) for name in told},
        "first_body": party_name(complaint.first_body_id, language),
        "explanations": [
            {"question": one.question, "answer": one.answer, "at": one.answered_at}
            for one in answered
        ],
        "ruling": _ruling(case),
    }


def _ruling(case: Case) -> dict[str, Any] | None:
    told = ("result", "ground_code", "legal_source", "text", "decided_at")
    ruling = Ruling.objects.filter(pk=case.pk).first()
    return {name: getattr(ruling, name) for name in told} if ruling else None
