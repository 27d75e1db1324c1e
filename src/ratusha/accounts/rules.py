"""How surely a person is known, how long a visit lasts, how often one may guess, what a card is asked for. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils.functional import Promise
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
    CARD = "card", _("PIN of a card")
    PUK = "puk", _("PUK of a card")
    EMAIL = "email", _("Letters with a link")


@dataclass(frozen=True)
class Limit:
    """So many tries are free; each further one waits longer; after a quiet time all is forgotten."""

    free: int
    waits: tuple[timedelta, ...]
    forget_after: timedelta


FOR_EVER = timedelta(days=100 * 365)
LIMITS = {
    Scope.IDENTIFIER: Limit(
        5,
        (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1)),
        timedelta(hours=24),
    ),
    # A whole settlement or a public terminal may stand behind one address.
    Scope.ADDRESS: Limit(30, (timedelta(minutes=15),), timedelta(hours=1)),
    # STB 34.101.79: three PINs, then ten PUKs, then never again.
    Scope.CARD: Limit(3, (FOR_EVER,), FOR_EVER),
    Scope.PUK: Limit(10, (FOR_EVER,), FOR_EVER),
    Scope.EMAIL: Limit(5, (timedelta(hours=1),), timedelta(hours=1)),
}


def wait_after(scope: Scope, tries: int) -> timedelta | None:
    """How long the next try must wait after this many."""
    limit = LIMITS[scope]
    if tries < limit.free:
        return None
    return limit.waits[min(tries - limit.free, len(limit.waits) - 1)]


def tries_left(scope: Scope, tries: int) -> int:
    return max(LIMITS[scope].free - tries, 0)


IDENTITY_CHECK_LASTS = timedelta(minutes=5)
EMAIL_LINK_LASTS = timedelta(hours=24)


@dataclass(frozen=True)
class Attribute:
    """Something a card knows of its owner, and why we ask for it."""

    code: str
    label: str | Promise
    why: str | Promise
    mandatory: bool = False


PURPOSE = "cabinet"  # the sign-in itself and the cabinet behind it
WANTED = (
    Attribute(
        "personal_number",
        _("Identification number"),
        _("Without it we cannot tell you from other people and find your cabinet."),
        mandatory=True,
    ),
    Attribute(
        "names",
        _("Surname, first name, patronymic"),
        _("Applications and decisions are written in this name."),
        mandatory=True,
    ),
    Attribute(
        "document_validity",
        _("That the card is valid"),
        _("A lost or outdated card must not open anybody’s cabinet."),
        mandatory=True,
    ),
    Attribute("birth_date", _("Date of birth"), _("To show at once what is meant for your age.")),
    Attribute("residence", _("Place of residence"), _("To name at once the body that serves you.")),
    Attribute("email", _("E-mail"), _("To offer it as the address for our letters.")),
    Attribute("phone", _("Phone"), _("So that an official can call you about your case.")),
)
MANDATORY = frozenset(a.code for a in WANTED if a.mandatory)


def passed_on(chosen: Collection[str], offered: Collection[str]) -> frozenset[str]:
    """The list after its owner has shortened it: what is needed, and of the rest only what was left ticked."""
    known = {a.code for a in WANTED}
    return frozenset((MANDATORY | set(chosen)) & known & set(offered))
