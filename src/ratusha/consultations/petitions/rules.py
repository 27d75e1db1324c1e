"""What holds for a petition. Pure."""

from collections.abc import Collection
from datetime import date

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import NotPermitted, RuleBroken

LONGEST_TEXT = 5000


class PetitionStatus(models.TextChoices):
    LODGED = "lodged", gettext_lazy("waits for a moderator")
    COLLECTING = "collecting", gettext_lazy("collects signatures")
    REACHED = "reached", gettext_lazy("enough signatures: an answer is due")
    ANSWERED = "answered", gettext_lazy("the petition is answered")
    REFUSED = "refused", gettext_lazy("not published")
    WITHDRAWN = "withdrawn", gettext_lazy("withdrawn by its author")
    LAPSED = "lapsed", gettext_lazy("not enough signatures in time")


PUBLIC = (
    PetitionStatus.COLLECTING,
    PetitionStatus.REACHED,
    PetitionStatus.ANSWERED,
    PetitionStatus.LAPSED,
)
RUNNING = (PetitionStatus.LODGED, PetitionStatus.COLLECTING)
FINISHED = (
    PetitionStatus.ANSWERED,
    PetitionStatus.REFUSED,
    PetitionStatus.WITHDRAWN,
    PetitionStatus.LAPSED,
)


def require_status(status: str, *wanted: str) -> None:
    if status not in wanted:
        raise RuleBroken("petition.moved_on", _("The petition has moved on: reload the page."))


def require_collecting(status: str, until: date | None, today: date) -> None:
    if status != PetitionStatus.COLLECTING or until is None or today > until:
        raise RuleBroken("petition.not_collecting", _("This petition collects no signatures now."))


def require_few(running: int, most: int) -> None:
    """Against floods: one person has so many petitions before the state at once."""
    if running >= most:
        message = _("You have %(most)s petitions that are not finished: wait for one of them.")
        raise RuleBroken("petition.too_many", message % {"most": most})


def require_ground(code: str, grounds: Collection[str]) -> None:
    """A refusal names an entry of the closed list, and nothing else is a reason."""
    if code not in grounds:
        message = _("Choose the ground from the list.")
        raise RuleBroken("petition.ground_missing", message, field="ground")


def require_apart(author: object, moderator: object) -> None:
    if author == moderator:
        raise NotPermitted("petition.own", _("Nobody moderates a petition of their own."))


def has_reached(signed: int, threshold: int) -> bool:
    return signed >= threshold
