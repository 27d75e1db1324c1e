"""Finding complaints and explanations, without writing anything."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from ratusha.cases.public import Case

from .models import Complaint, Explanation
from .permissions import KIND


def complaints_about(case: Case) -> QuerySet[Case]:
    """The newest first."""
    return Case.objects.filter(kind=KIND, links__about=case, links__kind=KIND).order_by(
        "-lodged_at"
    )


def running_complaint_with_number(number: str, applicant_id: UUID) -> Case | None:
    running = Complaint.objects.filter(
        number=number, case__applicant_id=applicant_id, case__closed_on=None
    )
    found = running.select_related("case").first()
    return found.case if found else None


def explanations_asked_of(bodies: Collection[UUID]) -> QuerySet[Explanation]:
    """Questions of higher bodies that wait for an answer of these bodies, the nearest day first."""
    waiting = Explanation.objects.filter(
        complaint__first_body_id__in=bodies, answered_at=None, complaint__case__closed_on=None
    )
    return waiting.select_related("complaint__case").order_by("answer_by", "pk")
