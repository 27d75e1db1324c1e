"""The queue and the visit. Pure: no database, no clock."""

import hashlib
import json
from collections.abc import Sequence
from datetime import timedelta
from statistics import median
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

CHANNEL = "counter"
MOST_FAILED_CHECKS = 3  # ours: a visit ends after so many wrong documents
MEASURED = 20  # ours: the last visits that the waiting time is computed from


class End(models.TextChoices):
    """How a ticket was settled; empty while it waits or is being served."""

    SERVED = "served", gettext_lazy("Served")
    ABSENT = "absent", gettext_lazy("Did not come")


def printed(number: int) -> str:
    """As it is called: 7 is "007"."""
    return f"{number:03}"


def waiting_time(ahead: int, durations: Sequence[timedelta], windows: int) -> timedelta | None:
    """The usual length of a visit for each who is ahead, shared by the windows; None where nothing was measured."""
    if not durations:
        return None
    usual = median(one.total_seconds() for one in durations)
    return timedelta(seconds=usual * ahead / max(windows, 1))


def digest(answers: dict[str, Any]) -> str:
    """What was printed, so that a paper signed before a change is no signature under it."""
    text = json.dumps(answers, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def require_signed(printed_digest: str, answers: dict[str, Any], *, signed: bool) -> None:
    """The person signs what is lodged (Law 433-Z, art. 14: an application in writing)."""
    if not printed_digest:
        message = _("Print the application for signature first.")
        raise RuleBroken("counter.not_printed", message)
    if printed_digest != digest(answers):
        message = _("The answers have changed since the paper was printed: print it again.")
        raise RuleBroken("counter.changed_since_printed", message)
    if not signed:
        message = _("Write down first that the person has signed the paper.")
        raise RuleBroken("counter.not_signed", message)


def require_checked(*, stands_here: bool, agrees: bool) -> None:
    if not stands_here:
        message = _("Compare the person with the photo of the document first.")
        raise RuleBroken("counter.not_compared", message, field="stands_here")
    if not agrees:
        message = _("Without the consent of the person nothing may be asked or filled in.")
        raise RuleBroken("counter.no_consent", message, field="agrees")
