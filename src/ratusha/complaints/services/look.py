"""Opening a complaint at the desk: a look at the complainant's data, and at those of whose case it is about."""

from datetime import datetime

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.complaints.contested import complained_about
from ratusha.complaints.law import law
from ratusha.complaints.models import Complaint
from ratusha.exchange.public import Purpose, note_look

PURPOSE = "complaint"  # of the pack


@transaction.atomic
def look_into(case: Case, *, by: User, now: datetime) -> tuple[Complaint, Case | None]:
    """The complaint and the case it is about; each person concerned reads of it under a number they know."""
    about = complained_about(case)
    for seen in filter(None, (case, about)):
        note_look(
            seen.applicant_id,
            purpose=Purpose(
                code=PURPOSE, legal_basis=law().right.said(), case_reference=seen.reference
            ),
            by=by,
            body=case.body_id,
            now=now,
        )
    return Complaint.objects.select_related("case").get(pk=case.pk), about
