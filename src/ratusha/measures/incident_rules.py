"""What happens in a pilot is written down by its day; a grave incident stops it at once. Pure.

No official text of these rules is stored: they carry the sample mark.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

from .pilot_rules import PilotStatus

LIVE = (PilotStatus.RUNNING, PilotStatus.EVALUATION)  # a diary is kept while something happens


class Severity(TextChoices):
    SLIGHT = "slight", gettext_lazy("Slight: nobody was troubled")
    SERIOUS = "serious", gettext_lazy("Serious: people were troubled, nobody was harmed")
    GRAVE = "grave", gettext_lazy("Grave: somebody was harmed or could have been")


SUSPENDS = (Severity.GRAVE,)


def require_live(status: str) -> None:
    if status not in LIVE:
        raise RuleBroken("pilot.not_running", _("The diary is kept while the pilot runs."))


def require_day(on: date, *, begun: date, today: date) -> None:
    """From the day of the agreement to today."""
    if not begun <= on <= today:
        message = _("Write a day since the pilot works there, not a coming one.")
        raise RuleBroken("pilot.day_outside", message, field="on")


def suspends(severity: str) -> bool:
    return severity in SUSPENDS


def require_incidents_answered(answered: Iterable[bool]) -> None:
    """A pilot goes on after a grave incident when it is written what was done about it."""
    if not all(answered):
        message = _("First write what was done about the grave incident; then the pilot goes on.")
        raise RuleBroken("pilot.incident_unanswered", message)
