"""What the first page shows besides search: drafts to go on with and four figures counted live."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.public import drafts_of
from ratusha.kernel.texts import Said, in_my_language
from ratusha.statistics.public import front_line
from ratusha.ui import formats

MOST_DRAFTS = 3


@dataclass(frozen=True, slots=True)
class Draft:
    title: Said
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Figure:
    value: str
    label: str
    address: str = ""


def figures(on: date) -> list[Figure]:
    """A figure with nothing to count is left out: a dash would look like a failure, a nought like a fact."""
    line = front_line(on)
    if not line.procedures:
        return []
    catalogue = reverse("portal:catalogue")
    shown = [Figure(formats.number(line.procedures), _("procedures in force"), catalogue)]
    if line.electronic.value is not None:
        shown.append(
            Figure(
                formats.share(line.electronic.value),
                _("of them fully online"),
                _opened("electronic"),
            )
        )
    if line.in_term.value is not None:
        shown.append(
            Figure(
                formats.share(line.in_term.value), _("of cases in their term"), _opened("in-term")
            )
        )
    if line.satisfaction.value is not None:
        shown.append(
            Figure(
                formats.number(line.satisfaction.value, 1),
                _("rating of results, out of 5"),
                _opened("satisfaction"),
            )
        )
    return shown


def _opened(figure: str) -> str:
    """Where the figure opens to what it was counted from."""
    return reverse("statistics:number", args=[figure])


def drafts(request: HttpRequest, on: date) -> list[Draft]:
    if not isinstance(request.user, User):
        return []
    return [
        Draft(
            in_my_language(one.draft.edition.promise.heading),
            _("%(done)s of %(pages)s steps filled in, saved %(moment)s")
            % {"done": one.done, "pages": one.pages, "moment": formats.moment(one.draft.saved_at)},
            reverse("applications:check", args=[one.draft.pk]),
        )
        for one in drafts_of(request.user, on)[:MOST_DRAFTS]
    ]
