"""One thing a check has found, or why it could find nothing. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from .profile import Profile

SMALLEST_CLASS = 8  # members of a class that others are held against


class Level(TextChoices):
    FINE = "fine", pgettext_lazy("advice", "In order")
    LOOK = "look", pgettext_lazy("advice", "Look at it")
    UNKNOWN = "unknown", pgettext_lazy("advice", "Cannot be computed")


@dataclass(frozen=True)
class Advice:
    code: str
    level: Level
    block: str
    message: str


@dataclass(frozen=True)
class Other:
    """What another measure brings to the comparison."""

    reference: str
    profile: Profile


@dataclass(frozen=True)
class Software:
    """What the register of software knows under this name, in normal form."""

    name: str
    support_ends_on: date | None = None
    licences: int = 0
    licences_end_on: date | None = None


@dataclass(frozen=True)
class Around:
    """What a passport is looked at beside: other passports, what its customer paid before, words of the country."""

    today: date
    others: tuple[Other, ...] = ()
    alike: tuple[Other, ...] = ()  # the same sphere, and created or developed as this one
    planned: Decimal = Decimal()  # by the customer's contracts for years that are over
    paid: Decimal = Decimal()
    identity: tuple[str, ...] = ()  # words by which the state's sign-in is known
    payment: tuple[str, ...] = ()
    with_fee: tuple[str, ...] = ()  # those of its procedures for which a fee is taken
    outside: tuple[Decimal, Decimal, str] | None = (
        None  # dearer and longer by so many per cent, and whose experience
    )
    software: tuple[Software, ...] = ()  # of the register of software, by name
    dearer: tuple[
        Decimal, ...
    ] = ()  # by how many per cent measures became dearer after their first inclusion
    tariffs: tuple[tuple[str, Decimal], ...] = ()  # of a month, by the resource
    language: str = ""


Found = Iterator[Advice]
