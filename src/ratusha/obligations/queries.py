"""Finding duties, without writing anything."""

from datetime import date
from uuid import UUID

from .models import Obligation, ObligationQuerySet


def find(rule: str, subject_id: UUID, period: str, about: str = "") -> Obligation | None:
    found = Obligation.objects.filter(rule=rule, subject_id=subject_id, period=period, about=about)
    return found.select_related("subject", "to").first()


def of_body(body_id: UUID) -> ObligationQuerySet:
    return Obligation.objects.of(body_id).select_related("subject", "to")


def late_bodies(rule: str, period: str, today: date) -> list[Obligation]:
    """Whose thing is not there although its day has passed, by name of the body."""
    passed = Obligation.objects.passed(today).filter(rule=rule, period=period)
    return list(passed.select_related("subject", "to").order_by("subject__code"))
