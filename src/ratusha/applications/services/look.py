"""Opening the file of a case at the desk: seeing is an act too, and the person can read that it happened."""

from datetime import datetime

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.applications.models import Application
from ratusha.cases.public import Case
from ratusha.exchange.public import note_look

from .draft import EXAMINE, purpose_of


@transaction.atomic
def look_into(case: Case, *, by: User, now: datetime) -> Application:
    """The application of a case that an official of its body may see; the look is in the person's journal."""
    application = Application.objects.with_edition().get(pk=case.pk)
    note_look(
        case.applicant_id,
        purpose=purpose_of(application.edition, EXAMINE, case.reference),
        by=by,
        body=case.body_id,
        now=now,
    )
    return application
