"""Bring together what a form needs: the edition's promise, the answers, the facts, the applicant, the day."""

from datetime import date
from typing import Any
from uuid import UUID

from ratusha.cases.public import Case
from ratusha.parties.public import describe_party

from .answers import Filled
from .models import Application, Draft


def applicant(party_id: UUID) -> dict[str, Any]:
    """What conditions may know of the applicant: kind, and for a person the birth date."""
    return describe_party(party_id)


def of_draft(draft: Draft, today: date, described: dict[str, Any] | None = None) -> Filled:
    """`described`: the applicant, where that is known already."""
    return Filled(
        promise=draft.edition.promise,
        answers=draft.answers,
        facts=draft.facts,
        applicant=described or applicant(draft.applicant_id),
        today=today,
    )


def of_application(case: Case, application: Application, today: date) -> Filled:
    return Filled(
        promise=application.edition.promise,
        answers=application.answers,
        facts=application.facts,
        applicant=applicant(case.applicant_id),
        today=today,
    )
