"""Who is asked whether it was done, how often, and what an answer must say. Pure.

No act that we have read fixes shares, days and tries: all are samples of the pack, and marked so.
"""

import hashlib
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.issues.rules import ENDED, LONGEST_WORDS, require_words
from ratusha.kernel.errors import Conflict, RuleBroken

TAKEN_FOR = timedelta(minutes=30)  # a call that was opened is nobody else's for so long
HIGHEST_MARK = 5
LOTS = 2**64


def fingerprint_of_seed(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()


def lot_of(seed: str, key: UUID) -> float:
    """A number from 0 to 1 that nobody can choose: the first eight bytes of SHA-256 of "seed:key"."""
    drawn = hashlib.sha256(f"{seed}:{key}".encode()).digest()
    return int.from_bytes(drawn[:8]) / LOTS


def is_hit(seed: str, key: UUID, percent: int) -> bool:
    """The seed was fixed before; the key is a number by chance; the category gives the share. Nothing else counts."""
    return lot_of(seed, key) < percent / 100


def last_day_to_answer(ended_on: date, days: int) -> date:
    return ended_on + timedelta(days=days)


def is_taken(taken_at: datetime | None, *, now: datetime) -> bool:
    return taken_at is not None and now - taken_at < TAKEN_FOR


def require_agreed(number: str, *, agreed: bool) -> None:
    """A telephone is kept only of who has agreed to be called (law 99-З, art. 5: consent)."""
    if number and not agreed:
        message = _(
            "Ask the caller whether we may call back. Without a yes the telephone is not kept."
        )
        raise RuleBroken("issue.not_agreed", message, field="agreed")
    if agreed and not number:
        message = _("Write the telephone that the caller agreed to be called at.")
        raise RuleBroken("issue.no_telephone", message, field="telephone")


def require_reported_done(status: str, *, same: bool) -> None:
    """Asked is only about work that is reported done: not when it was opened again or joined with another meanwhile."""
    if status not in ENDED or not same:
        message = _("This work is not reported done any more, so nothing is asked about it now.")
        raise Conflict("issue.survey_not_done", message)


def require_answer(*, done: bool | None, mark: int | None, words: str) -> str:
    """Whether it is done is the question. Who says no says what is missing, since the organisation has to find it."""
    if done is None:
        raise RuleBroken("issue.survey_done", _("Say whether it is done."), field="done")
    if mark is not None and not 1 <= mark <= HIGHEST_MARK:
        raise RuleBroken("issue.survey_mark", _("The marks go from 1 to 5."), field="mark")
    if done:
        return words.strip()[:LONGEST_WORDS]
    return require_words(words, field="words", missing=_("Write what is not done."))
