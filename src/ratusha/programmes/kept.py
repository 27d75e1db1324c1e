"""The picture of today, kept by each process for as long as nothing it was computed from has changed.

Whether something has is in the database alone (`Change`: its triggers are in migration 0003), so any number of
processes see an act as soon as it is there. What is kept is never more than one picture.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from .models import Change
from .picture import Picture, picture

VERSION = "SELECT count(*), COALESCE(max(id), 0), current_database() FROM programmes_change"
MOST_ANEW = 200  # measures; of more, all are read anew
Version = tuple[int, int, str]


@dataclass
class _Kept:
    version: Version
    seen: dict[int, UUID | None]  # the changes that the picture has taken in, and whose they were
    picture: Picture


_kept: dict[str, _Kept] = {}
LAST = "last"


def version() -> Version:
    """Another one after every committed change. A row alone would not do: numbers are given before they are seen."""
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        count, last, database = cursor.fetchone()
    return count, last, database


def picture_now(today: date) -> Picture:
    """The version is asked before the rows are read: what is kept may be newer than it says, and never older."""
    now, kept = version(), _kept.get(LAST)
    if kept is None or kept.version != now or kept.picture.today != today:
        seen = dict(Change.objects.values_list("pk", "measure"))
        measures = _changed(kept, seen, now, today)
        if kept is None or measures is None:
            made = picture(today)
        else:
            made = kept.picture.with_rows(picture(today, measures).rows, instead_of=measures)
        kept = _kept[LAST] = _Kept(now, seen, made)
    return kept.picture


def _changed(
    kept: _Kept | None, seen: dict[int, UUID | None], now: Version, today: date
) -> Collection[UUID] | None:
    """The measures that have changed since; None where that cannot be told, or there are many."""
    another_database = kept is not None and kept.version[-1] != now[-1]
    if kept is None or another_database or kept.picture.today != today or kept.seen.keys() - seen:
        return None
    named = {whose for number, whose in seen.items() if number not in kept.seen}
    measures = [whose for whose in named if whose is not None]
    return measures if len(measures) == len(named) <= MOST_ANEW else None


@transaction.atomic
def forget_old_changes(_now: datetime) -> None:
    """One row stands for all that is past: a number that was never given before."""
    Change.objects.all().delete()
    Change.objects.create()
