"""The picture of today, kept by each process for as long as nothing it was computed from has changed.

Whether something has is in the database alone (`Change`: its triggers are in migration 0003), so any number of
processes see an act as soon as it is there. What is kept is never more than one picture.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from .models import Change
from .picture import Picture, picture

VERSION = "SELECT count(*), COALESCE(max(id), 0), current_database() FROM programmes_change"
Version = tuple[int, int, str]


@dataclass
class _Kept:
    version: Version
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
        kept = _kept[LAST] = _Kept(now, picture(today))
    return kept.picture


@transaction.atomic
def forget_old_changes(_now: datetime) -> None:
    """One row stands for all that is past: a number that was never given before."""
    Change.objects.all().delete()
    Change.objects.create()
