"""Whether an official is a close relative of the applicant: the register says yes or no, and nothing else."""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.registers.public import are_close_relatives

from .models import Case


def require_no_kinship(official: User, case: Case, on: date, *, asked_by: User) -> None:
    """Asked when an official takes a case up or is given it; the question is in the journal, with its answer."""
    if official.party_id is None:
        return
    related = are_close_relatives(official.party_id, case.applicant_id, on)
    record(
        "case.ask_kinship",
        "case",
        case.reference,
        by=asked_by.pk,
        body=case.body_id,
        official=str(official.pk),
        related=related,
    )
    if related:
        message = _(
            "The applicant is a close relative of this official: another one has to work on it."
        )
        raise RuleBroken("case.close_relative", message, field="handler")
