"""Who rates what and until when, what is said in public, and what a reply is. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel import words
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken

Key = TypeVar("Key", int, str)  # what is counted, in an order that says nothing of the numbers
LONGEST_WORDS = 1000  # characters
LONGEST_REPLY = 2000


class Sign(TextChoices):
    """What is strange about ratings. Of ratings, never of people."""

    BURST = "burst", gettext_lazy("Many more in one day than usual")
    NETWORK = "network", gettext_lazy("Many accounts from one address in a day")
    OWN = "own", gettext_lazy("By somebody who acts for the organisation")
    WORDS = "words", gettext_lazy("The same words from different people")


class Judged(TextChoices):
    """What was decided about a rating: added, never changed."""

    RELEASE = "release", pgettext_lazy("rating", "The words were released")
    HIDE = "hide", pgettext_lazy("rating", "The words are not published")
    SET_ASIDE = "set_aside", pgettext_lazy("rating", "Set aside: it does not count")
    RESTORE = "restore", pgettext_lazy("rating", "It counts again")


def last_day_to_change(given_on: date, closed_on: date | None, days: int) -> date:
    """Counted from the rating; a case that was opened again and ended later may be rated otherwise after its end."""
    return max(given_on, closed_on or given_on) + timedelta(days=days)


def require_may_change(until: date, *, today: date) -> None:
    if today > until:
        message = _("The marks could be changed until %(day)s. They stay as they are.")
        raise Conflict("rating.too_late", message % {"day": f"{until:%d.%m.%Y}"})


def require_not_own(*, acts_for_it: bool) -> None:
    """Who acts for the organisation does not judge what is said of it."""
    if acts_for_it:
        message = _("You act for the organisation that was rated: somebody else must decide.")
        raise NotPermitted("rating.own", message)


def require_reason(text: str) -> str:
    return words.require_words(
        text,
        code="rating.reason",
        field="reason",
        missing=_("Write the reason: it stays with the rating."),
        longest=LONGEST_WORDS,
    )


def require_reply(text: str) -> str:
    return words.require_words(
        text,
        code="rating.reply",
        field="text",
        missing=_("Write the reply."),
        longest=LONGEST_REPLY,
    )


def require_released(text: str) -> str:
    return words.require_words(
        text,
        code="rating.words",
        field="text",
        missing=_("Leave some words, or do not publish them."),
        longest=LONGEST_WORDS,
    )


def require_words_given(comment: str) -> None:
    if not comment:
        raise RuleBroken("rating.no_words", _("This rating has no words."))


def quarter_of(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def first_day_of(quarter: str) -> date:
    year, _q, number = quarter.partition("-Q")
    return date(int(year), int(number) * 3 - 2, 1)


def quarter_before(quarter: str) -> str:
    return quarter_of(first_day_of(quarter) - timedelta(days=1))


def last_day_of(quarter: str) -> date:
    first = first_day_of(quarter)
    return date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1) - timedelta(days=1)


def analysed_from(quarter: str, days_to_change: int) -> date:
    """When the marks of its last day can no longer be changed by who gave them."""
    return last_day_of(quarter) + timedelta(days=days_to_change + 1)


def quarter_words(quarter: str) -> str:
    year, _q, number = quarter.partition("-Q")
    roman = ("I", "II", "III", "IV")[int(number) - 1]
    return _("Quarter %(number)s of %(year)s") % {"number": roman, "year": year}


def _told_by_sum(counts: Mapping[Key, int], hidden: set[Key], least: int) -> bool:
    """Too few together, or so many that each must be the largest of what is small."""
    together = sum(counts[key] for key in hidden)
    return together < 2 * least or together == len(hidden) * (least - 1)


def shown_counts(counts: Mapping[Key, int], least: int) -> dict[Key, int | None]:
    """How often each mark was given, where no small number can be told: else `None`, and a second one beside it.

    A hidden number cannot be found by taking the others from the sum: two are hidden at least, together twice `least`.
    Which ones is a matter of their order, not of their size: the size would tell.
    """
    hidden = {key for key, count in counts.items() if 0 < count < least}
    rest = sorted(key for key, count in counts.items() if key not in hidden and count)
    while hidden and rest and (len(hidden) == 1 or _told_by_sum(counts, hidden, least)):
        hidden.add(rest.pop(0))
    if hidden and sum(counts[key] for key in hidden) == len(hidden) * (least - 1):
        hidden |= {key for key, count in counts.items() if not count}
    return {key: None if key in hidden else count for key, count in counts.items()}
