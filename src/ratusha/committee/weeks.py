"""Weeks, and when a topic has really changed. Pure."""

from datetime import date, timedelta
from math import exp, lgamma, log

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

WEEKS_BEFORE = 4
CHANCE = 0.01
VERSION = "digest-2"


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


class Change(TextChoices):
    MORE = "more", _("more than chance explains")
    LESS = "less", _("less than chance explains")
    NOISE = "noise", _("within chance")
    UNKNOWN = "unknown", _("not comparable")


def change_of(now: int | None, before: list[int | None]) -> Change:
    """This week against the four before, each as it was published: a hidden one leaves nothing to compare.

    If nothing changed, each of the cases of five weeks falls into this one with the chance of one fifth.
    """
    if now is None or len(before) != WEEKS_BEFORE or any(one is None for one in before):
        return Change.UNKNOWN
    number = now + sum(one for one in before if one is not None)
    if _at_least(now, number) < CHANCE / 2:
        return Change.MORE
    return Change.LESS if 1 - _at_least(now + 1, number) < CHANCE / 2 else Change.NOISE


def _at_least(many: int, number: int) -> float:
    """That so many or more of `number` cases fall into one week of five."""
    share = 1 / (WEEKS_BEFORE + 1)
    return 1 - sum(
        exp(
            lgamma(number + 1) - lgamma(k + 1) - lgamma(number - k + 1)
            + k * log(share) + (number - k) * log(1 - share)
        )
        for k in range(min(many, number + 1))
    )  # fmt: skip
