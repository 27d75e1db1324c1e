"""What a page of programmes is asked for, how far its reader sees, and what its reader may do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.texts import Said
from ratusha.programmes.figures.compute import Figures, figures_of
from ratusha.programmes.kept import picture_now
from ratusha.programmes.permissions import keeps, rates, reports, sees_inside
from ratusha.programmes.tree import Node, nodes, way_to
from ratusha.ui.addresses import address_of

TITLES: dict[str, Callable[[], str]] = {
    "own": lambda: _("Own rating"),
    "independent": lambda: _("Independent rating"),
    "place": lambda: _("Place in a programme"),
    "baseline": lambda: _("Take a baseline"),
    "progress": lambda: _("Report progress"),
}


@dataclass(frozen=True)
class Asked:
    """Which page is asked for, of which day, and how far its reader sees."""

    figures: Figures
    today: date
    inside: bool


def looks_inside(request: HttpRequest, today: date) -> bool:
    body = getattr(request, "acting_body_id", None)
    return isinstance(request.user, User) and sees_inside(request.user, body, today)


def asked(request: HttpRequest, key: str) -> Asked:
    """A node of the tree or the reference of a measure; the rest is not there."""
    today = timezone.localdate()
    found = figures_of(picture_now(today), key)
    if found.node is None and found.row is None:
        raise Http404
    return Asked(found, today, looks_inside(request, today))


def way_of(figures: Figures) -> list[Node]:
    """The nodes above and the node itself; of a measure, those that hold it."""
    if figures.node is not None:
        return way_to(figures.node)
    return way_to(nodes()[figures.row.node]) if figures.row else []


def told_way(figures: Figures) -> list[tuple[Said | str, str]]:
    """The same as links, down to the place itself."""
    found: list[tuple[Said | str, str]] = [
        (_("State of digital development"), address_of("portal:steering"))
    ]
    found += [(one.said(), address_of("programmes:level", one.key)) for one in way_of(figures)]
    if figures.row:
        found.append((figures.said(), address_of("programmes:level", figures.key)))
    return found


def may(request: HttpRequest, at: Asked, act: str) -> bool:
    """Whether this person, at the body they act for, may do this with the measure of the page."""
    row, user = at.figures.row, request.user
    body = getattr(request, "acting_body_id", None)
    if (
        row is None
        or body is None
        or not isinstance(user, User)
        or (row.is_over and act != "place")
    ):
        return False
    initiator = row.facts.initiator_id
    match act:
        case "own":
            return body == initiator and reports(user, initiator, at.today)
        case "progress":
            return bool(row.stages) and body == initiator and reports(user, initiator, at.today)
        case "independent":
            return rates(user, body, initiator, at.today)
        case _:
            return keeps(user, body, at.today)


def offers(request: HttpRequest, at: Asked) -> list[tuple[str, str]]:
    """What this person may do here, with its words."""
    return [(act, title()) for act, title in TITLES.items() if may(request, at, act)]
