"""A state for trying out follows its pack: words changed without a new first day are a correction, not a mistake.

In a real state what has been in force is never edited, and here a case keeps its edition too: an edition that a draft
or a case was made under stays and ends, and the corrected words begin after it. One that nothing holds is replaced.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import ProtectedError

from .models import Edition


@dataclass(frozen=True)
class Place:
    """Where the corrected words go among the editions of a procedure."""

    number: int
    valid_from: date
    valid_until: date | None


def edition_for(known: Sequence[Edition], since: date, until: date | None) -> Edition | None:
    """The last edition that stands for a file in force from `since` until the next file of the procedure."""
    own = [e for e in known if since <= e.valid_from and (until is None or e.valid_from < until)]
    return max(own, key=lambda e: e.valid_from, default=None)


def make_place(wrong: Edition, known: Sequence[Edition], today: date) -> Place | None:
    """Take the wrong edition away, or end it; None where it is over and stays as it was."""
    if wrong.valid_until is not None and wrong.valid_until <= today:
        return None
    try:
        with transaction.atomic():
            wrong.delete()
    except ProtectedError:
        start = max(today, wrong.valid_from + timedelta(days=1))
        if wrong.valid_until is not None and wrong.valid_until <= start:
            return None
        place = Place(max(e.number for e in known) + 1, start, wrong.valid_until)
        Edition.objects.filter(pk=wrong.pk).update(valid_until=start)
        wrong.valid_until = start
        return place
    return Place(wrong.number, wrong.valid_from, wrong.valid_until)
