"""Opening an appeal at the desk: a look at the person's data, which they read of."""

from datetime import datetime

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.appeals.law import law
from ratusha.appeals.models import Appeal
from ratusha.cases.public import Case
from ratusha.exchange.public import Purpose, note_look

PURPOSE = "appeal"  # of the pack


@transaction.atomic
def look_into(case: Case, *, by: User, now: datetime) -> Appeal:
    basis = law().right.said()
    note_look(
        case.applicant_id,
        purpose=Purpose(code=PURPOSE, legal_basis=basis, case_reference=case.reference),
        by=by,
        body=case.body_id,
        now=now,
    )
    return Appeal.objects.select_related("case").get(pk=case.pk)
