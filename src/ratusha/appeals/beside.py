"""What is said about appeals on the page of another case: that one may write about it, and what was written."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Related, is_applicant

from .rules import KIND


def said_beside(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:
    """The person may write about it; what was written stands in the whole story, under one number."""
    if at_desk or case.kind == KIND or not is_applicant(user, case, on):
        return []
    query = urlencode({"about": case.reference})
    return [
        Related(
            title=_("Something else about this?"),
            text=_("Write to any state body. Whoever answers sees this case too."),
            address=f"{reverse('appeals:start')}?{query}",
            action=_("Write an appeal"),
        )
    ]


def ways_of(user: User, body_id: UUID | None, on: date) -> list[tuple[str, str]]:
    """From the desk of the body: to appeals alike, for who decides; to its receptions, for who registers."""
    ways = [
        ("cases.decide", _("Appeals alike"), "appeals:alike"),
        ("cases.accept", _("Personal reception"), "appeals:desk_receptions"),
    ]
    return [
        (title, reverse(page))
        for permission, title, page in ways
        if body_id is not None and user.may(permission, body_id, on=on)
    ]
