"""What is said about appeals on the page of another case: that one may write about it, and what was written."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Related, is_applicant

from .rules import KIND
from .story import matter_of, number_of_matter


def said_beside(case: Case, *, user: User, at_desk: bool, on: date) -> list[Related]:
    """The person reads and goes on; the official reads the number and the state of what else was brought."""
    if at_desk:
        return _the_matter(case)
    if case.kind == KIND or not is_applicant(user, case, on):
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


def _the_matter(case: Case) -> list[Related]:
    matter = matter_of(case)
    if len(matter) < 2:  # noqa: PLR2004 - this case alone is no story
        return []
    lines = [
        f"{one.case.reference} · {one.case.status_label}"
        for one in matter
        if one.case.pk != case.pk
    ]
    title = _("The same matter: number %(number)s") % {"number": number_of_matter(matter)}
    return [Related(title=title, text="; ".join(lines))]


def ways_of(user: User, body_id: UUID | None, on: date) -> list[tuple[str, str]]:
    """From the desk: to appeals alike, for who decides at the body they act for."""
    if body_id is None or not user.may("cases.decide", body_id, on=on):
        return []
    return [(_("Appeals alike"), reverse("appeals:alike"))]
