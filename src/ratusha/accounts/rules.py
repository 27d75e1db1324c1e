"""How surely a person is known, how long a visit lasts, how often one may guess. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessMode(models.IntegerChoices):
    """The three access modes of Law 433-Z, art. 14; a higher mode includes the lower ones."""

    NONE = 0, _("Without identification")
    PASSWORD = 1, _("Unique identifier and password")
    STRICT = 2, _("Strict identification")


@dataclass(frozen=True)
class VisitLength:
    idle: timedelta
    whole: timedelta


VISITS = {
    AccessMode.NONE: VisitLength(idle=timedelta(hours=2), whole=timedelta(days=1)),
    AccessMode.PASSWORD: VisitLength(idle=timedelta(hours=2), whole=timedelta(hours=12)),
    AccessMode.STRICT: VisitLength(idle=timedelta(minutes=30), whole=timedelta(hours=6)),
}


def visit_is_over(
    mode: AccessMode, *, began_at: datetime, seen_at: datetime, now: datetime
) -> bool:
    length = VISITS[mode]
    return now - seen_at > length.idle or now - began_at > length.whole


class Scope(models.TextChoices):
    """What tries are counted by."""

    IDENTIFIER = "identifier", _("Unique identifier")
    ADDRESS = "address", _("Network address")


@dataclass(frozen=True)
class Limit:
    """So many tries are free; each further one waits longer; after a quiet time all is forgotten."""

    free: int
    waits: tuple[timedelta, ...]
    forget_after: timedelta


LIMITS = {
    Scope.IDENTIFIER: Limit(
        5,
        (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1)),
        timedelta(hours=24),
    ),
    # A whole settlement or a public terminal may stand behind one address.
    Scope.ADDRESS: Limit(30, (timedelta(minutes=15),), timedelta(hours=1)),
}


def wait_after(scope: Scope, tries: int) -> timedelta | None:
    """How long the next try must wait after this many."""
    limit = LIMITS[scope]
    if tries < limit.free:
        return None
    return limit.waits[min(tries - limit.free, len(limit.waits) - 1)]
