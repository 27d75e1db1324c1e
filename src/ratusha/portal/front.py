"""What the first page shows besides search: drafts to go on with and figures counted live. Plugged by config."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said
from ratusha.procedures.public import in_force
from ratusha.ui import formats

from .promise import ONLINE_FROM


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


def of_the_catalogue(on: date) -> list[Figure]:
    """The figures that the catalogue alone can give: how many procedures, how many fully online."""
    counted = in_force(on).aggregate(
        found=Count("pk"), online=Count("pk", filter=Q(electronic_level__gte=ONLINE_FROM))
    )
    found: int = counted["found"]
    if not found:
        return []
    address = reverse("portal:catalogue")
    return [
        Figure(formats.number(found), _("procedures in force"), address),
        Figure(formats.share(counted["online"] / found), _("of them fully online"), address),
    ]


_drafts: Callable[[HttpRequest], list[Draft]] = lambda _request: []  # noqa: E731 - an empty socket
_figures: Callable[[date], list[Figure]] = of_the_catalogue


def plug(
    *,
    drafts: Callable[[HttpRequest], list[Draft]] | None = None,
    figures: Callable[[date], list[Figure]] | None = None,
) -> None:
    """`drafts` is asked only for a person who is signed in; `figures` replace those of the catalogue."""
    global _drafts, _figures
    _drafts, _figures = drafts or _drafts, figures or _figures


def drafts(request: HttpRequest) -> list[Draft]:
    return _drafts(request) if request.user.is_authenticated else []


def figures(on: date) -> list[Figure]:
    return _figures(on)
