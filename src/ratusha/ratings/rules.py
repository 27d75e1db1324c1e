"""Who rates what and until when, what is said in public, and what a reply is. Pure."""

from datetime import date, timedelta
from hashlib import sha256

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel import words
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken

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


def print_of(words: str) -> str:
    """By which it is known whether words are still those that were read."""
    return sha256(words.encode()).hexdigest()


def require_as_read(words: str, as_read: str | None) -> None:
    """Whoever gave the rating may write it anew: what they have taken back is not released."""
    if as_read is not None and as_read != print_of(words):
        message = _("The words have been changed since you read them: open this page again.")
        raise Conflict("rating.words_changed", message)


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


def are_enough(people: int, least: int) -> bool:
    """Nobody, or so many that nothing is told of a few."""
    return people <= 0 or people >= least


def unless_few(people: int, least: int) -> int | None:
    return people if are_enough(people, least) else None
