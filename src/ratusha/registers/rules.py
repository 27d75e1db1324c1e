"""What the registers hold and what follows from it. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Protocol, TypeVar
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.errors import RuleBroken

FULL_AGE = 18


class Register(models.TextChoices):
    POPULATION = "population", _("Population register")
    DWELLINGS = "dwellings", _("Address register")
    ORGANISATIONS = "organisations", _("Register of organisations and sole traders")


class Stay(models.TextChoices):
    RESIDENCE = "residence", _("place of residence")
    STAY = "stay", _("place of stay")


class Tie(models.TextChoices):
    """What the relative is to the person."""

    CHILD = "child", _("child")
    PARENT = "parent", _("parent")
    SPOUSE = "spouse", _("spouse")
    GUARDIAN = "guardian", _("guardian")
    WARD = "ward", _("ward")


OTHER_SIDE = {
    Tie.CHILD: Tie.PARENT,
    Tie.PARENT: Tie.CHILD,
    Tie.SPOUSE: Tie.SPOUSE,
    Tie.GUARDIAN: Tie.WARD,
    Tie.WARD: Tie.GUARDIAN,
}


class State(models.IntegerChoices):
    """Numbers as the register of organisations publishes them."""

    ACTIVE = 1, _("Active")
    EXCLUDED = 2, _("Excluded")
    CLOSING = 3, _("In liquidation")
    BANKRUPT = 4, _("Bankrupt")


def born_for(day: date, years: int) -> date:
    """Whoever was born on that day or before is so old on this day."""
    return day - relativedelta(years=years)


def day_of_age(born: date, years: int) -> date:
    """The birthday; of whoever was born on 29 February, in other years 1 March, as ages are counted everywhere here."""
    day = born + relativedelta(years=years)
    return day if day.day == born.day else day + timedelta(days=1)


class Dated(Protocol):
    @property
    def since(self) -> date: ...


D = TypeVar("D", bound=Dated)


def in_force(history: Sequence[D], on: date) -> D | None:
    """The last entry that had begun by that day. Entries come oldest first, as they were recorded."""
    begun = [entry for entry in history if entry.since <= on]
    return max(reversed(begun), key=lambda entry: entry.since, default=None)


def require_whole(shares: Iterable[tuple[int, int]]) -> None:
    """The shares of all owners make one whole."""
    if sum((Fraction(n, d) for n, d in shares), Fraction(0)) != 1:
        message = gettext("The shares of the owners must add up to the whole dwelling.")
        raise RuleBroken("dwelling.shares_not_whole", message, field="shares")


def require_later(since: date, latest: date | None) -> None:
    """History is added: nobody moves earlier than the last move that is known."""
    if latest and since < latest:
        message = gettext("The person is registered at another address from a later day already.")
        raise RuleBroken("residence.before_the_last", message, field="since")


def require_not_future(day: date, today: date) -> None:
    if day > today:
        raise RuleBroken(
            "register.future", gettext("The date cannot be in the future."), field="since"
        )


def require_two(person_id: UUID, relative_id: UUID) -> None:
    if person_id == relative_id:
        message = gettext("Nobody is their own relative.")
        raise RuleBroken("tie.with_oneself", message, field="relative")


def register_of(service: str) -> Register:
    """The register a service reads: the word before the dot."""
    return Register(service.split(".", maxsplit=1)[0])
