"""What the first page shows of the other rooms: drafts to go on with, and the four figures counted live."""

from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.public import drafts_of
from ratusha.kernel.texts import in_language
from ratusha.portal.front import Draft, Figure
from ratusha.statistics.public import front_line
from ratusha.ui import formats

SHOWN = 3  # drafts; the rest is on one's own page


def drafts(request: HttpRequest) -> list[Draft]:
    assert isinstance(request.user, User)  # noqa: S101 - asked only for who is signed in
    words = _("Filled in %(done)s of %(pages)s steps, saved %(moment)s")
    return [
        Draft(
            in_language(one.draft.edition.promise.heading, get_language() or ""),
            words
            % {"done": one.done, "pages": one.pages, "moment": formats.moment(one.draft.saved_at)},
            reverse("applications:check", args=[one.draft.pk]),
        )
        for one in drafts_of(request.user, timezone.localdate())[:SHOWN]
    ]


def figures(on: date) -> list[Figure]:
    """A figure without anything to count is left out rather than shown as nought."""
    line = front_line(on)
    address = reverse("portal:catalogue")
    shown = [
        (formats.number(line.procedures), _("procedures in force"), address),
        (formats.share(line.electronic.value), _("fully electronic"), address),
        (formats.share(line.in_term.value), _("of cases in term"), ""),
        (formats.number(line.satisfaction.value), _("rating of results, out of 5"), ""),
    ]
    return [Figure(*one) for one in shown if one[0]]
