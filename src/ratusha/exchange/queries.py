"""Reading the journal and the requests."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from .models import AccessRecord, InteragencyRequest


def journal_of(subject: UUID) -> QuerySet[AccessRecord]:
    """Everything that was given about this person, the newest first."""
    return AccessRecord.objects.filter(subject_id=subject).order_by("-at", "-id")


def requests_for(bodies: Iterable[UUID]) -> QuerySet[InteragencyRequest]:
    """What these bodies still have to answer, the most urgent first."""
    return InteragencyRequest.objects.for_bodies(bodies).waiting().order_by("due_on", "id")


def requests_of_case(case_reference: str) -> QuerySet[InteragencyRequest]:
    return InteragencyRequest.objects.filter(case_reference=case_reference).order_by("sent_at")
