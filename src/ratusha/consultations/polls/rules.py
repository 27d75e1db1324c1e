"""What holds for a poll. Pure: no database, no clock, no request."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import NotPermitted, RuleBroken

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CODE_LENGTH = 14  # of the number of an election
CREDENTIAL_LENGTH = 14  # and one more that tells a typing error
MOST_QUESTIONS, FEWEST_ANSWERS, MOST_ANSWERS = 5, 2, 12


class PollStatus(models.TextChoices):
    PREPARED = "prepared", gettext_lazy("being prepared")
    OPEN = "open", gettext_lazy("people are voting")
    CLOSED = "closed", gettext_lazy("being counted")
    COUNTED = "counted", gettext_lazy("counted")
    TOO_FEW = "too_few", gettext_lazy("too few ballots to count")


def new_code() -> str:
    return "".join(secrets.choice(BASE58) for _place in range(CODE_LENGTH))


def new_credential() -> str:
    """A secret of a voter, with its check character (Belenios specification, 4.8)."""
    letters = "".join(secrets.choice(BASE58) for _place in range(CREDENTIAL_LENGTH))
    number = 0
    for letter in letters:
        number = number * len(BASE58) + BASE58.index(letter)
    return letters + BASE58[53 - number % 53]


def require_questions(questions: Sequence[Mapping[str, Any]]) -> None:
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        raise RuleBroken("poll.questions", _("Ask from one to five questions."), field="question_1")
    for place, one in enumerate(questions, start=1):
        if not FEWEST_ANSWERS <= len(one["answers"]) <= MOST_ANSWERS:
            message = _("Offer from two to twelve answers, one in a line.")
            raise RuleBroken("poll.answers", message, field=f"answers_{place}")
        if len(set(one["answers"])) != len(one["answers"]):
            message = _("Two answers are the same.")
            raise RuleBroken("poll.answers_differ", message, field=f"answers_{place}")
        if not 1 <= one["max"] <= len(one["answers"]):
            message = _("Nobody can choose more answers than there are.")
            raise RuleBroken("poll.most", message, field=f"most_{place}")


def require_trustees(bodies: Collection[UUID], organiser: UUID, least: int) -> None:
    """The key is divided so that no body alone can read a ballot."""
    if len(bodies) < least:
        message = _("Name at least %(least)s trustees.") % {"least": least}
        raise RuleBroken("poll.trustees_too_few", message, field="trustees")
    if len(set(bodies) | {organiser}) < 2 or set(bodies) == {organiser}:  # noqa: PLR2004
        message = _("At least one trustee must belong to another body than yours.")
        raise RuleBroken("poll.trustees_of_one_body", message, field="trustees")


def require_not_trustee(user_id: UUID, trustees: Collection[UUID]) -> None:
    if user_id in trustees:
        message = _("Who prepares the poll keeps no part of its key.")
        raise RuleBroken("poll.organiser_is_trustee", message, field="trustees")


def require_prepared(status: str) -> None:
    if status != PollStatus.PREPARED:
        raise RuleBroken("poll.opened", _("The poll is open already and cannot be changed."))


def require_all_keys(keys: Collection[str]) -> None:
    if not all(keys):
        raise RuleBroken("poll.keys_missing", _("Not every trustee has brought a key yet."))


def is_voting(status: str, closes_at: datetime, now: datetime) -> bool:
    return status == PollStatus.OPEN and now < closes_at


def require_voting(status: str, closes_at: datetime, now: datetime) -> None:
    if not is_voting(status, closes_at, now):
        raise RuleBroken("poll.not_open", _("Voting is not open: it has ended or has not begun."))


def require_ended(status: str, closes_at: datetime, now: datetime) -> None:
    if status != PollStatus.OPEN or now < closes_at:
        raise RuleBroken("poll.not_ended", _("Voting has not ended yet."))


def require_counting(status: str) -> None:
    if status != PollStatus.CLOSED:
        raise RuleBroken("poll.not_counting", _("There is nothing to count now."))


def require_summed(tally: str) -> None:
    if not tally:
        message = _("The ballots are still being summed: come back in some minutes.")
        raise RuleBroken("poll.not_summed", message)


def require_mine(mine: bool) -> None:  # noqa: FBT001
    if not mine:
        raise NotPermitted("poll.not_yours", _("You have no part in this poll."))


def choices_of(question: Mapping[str, Any], chosen: Collection[int]) -> list[int]:
    """The answer as it is encrypted: first whether it is blank, then a 0 or 1 for each answer."""
    if len(chosen) > question["max"]:
        message = _("Choose at most %(most)s.") % {"most": question["max"]}
        raise RuleBroken("poll.too_many_answers", message)
    return [int(not chosen), *(int(n in chosen) for n in range(len(question["answers"])))]
