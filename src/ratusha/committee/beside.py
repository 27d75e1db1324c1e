"""What the committee's tasks say elsewhere: on the desk, and beside the issue or the appeal that one came from."""

from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Related
from ratusha.kernel.dates import day_in_words

from .models import Task
from .permissions import has_part
from .queries import GROUNDS


def ways_of(user: User, body_id: UUID | None, on: date) -> list[tuple[str, str]]:
    """From the desk, for who has a part in tasks."""
    if not has_part(user, body_id, on):
        return []
    return [(_("Tasks of the executive committee"), reverse("committee:board"))]


def said_beside(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:  # noqa: ARG001 - as all speakers
    """At the desk: whoever answers knows what the committee has asked for about it, and of whom."""
    if not at_desk or case.kind not in GROUNDS:
        return []
    language = get_language() or ""
    found = Task.objects.filter(case_reference=case.reference)
    return [
        Related(
            title=_("Task of the executive committee %(number)s") % {"number": one.number},
            text=_("%(organisation)s, until %(day)s. %(state)s.")
            % {
                "organisation": one.organisation.title(language),
                "day": day_in_words(one.duty.deadline),
                "state": one.state(on).label,
            },
        )
        for one in found.select_related("duty", "organisation").order_by("given_at")
    ]
