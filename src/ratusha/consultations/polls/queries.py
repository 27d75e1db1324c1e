"""What is shown of polls, without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from ratusha.accounts.public import User
from ratusha.consultations.law import law
from ratusha.consultations.models import Ballot, Poll
from ratusha.consultations.permissions import PREPARE
from ratusha.parties.public import party_name

from . import rules


@dataclass(frozen=True)
class Line:
    """One answer of a question with its votes; the first of a question are the blank ones."""

    answer: str
    votes: int
    share: float


def reached_from(user: User, body_id: UUID | None, on: date) -> QuerySet[Poll]:
    """What one prepares for the body one acts for, and what one keeps a key of."""
    mine = Q(pk__in=Poll.objects.filter(trustees__user=user).values("pk"))
    if user.may(PREPARE, body_id, on=on):
        mine |= Q(body_id=body_id)
    return Poll.objects.filter(mine).defer("archive", "receipts")


def shown(poll: Poll, now: datetime) -> dict[str, Any]:
    return {
        "poll": poll,
        "voting": rules.is_voting(poll.status, poll.closes_at, now),
        "trustees": [
            (one, party_name(one.body_id, get_language() or ""))
            for one in poll.trustees.select_related("user")
        ],
        "results": results_of(poll),
        "in_box": poll.ballots_cast if poll.closed_at else Ballot.objects.filter(poll=poll).count(),
        "law": law().polls,
    }


def results_of(poll: Poll) -> list[tuple[str, list[Line], int]]:
    """Each question with its answers, most votes first, and how many said nothing."""
    found = []
    for question, counts in zip(poll.questions, poll.result or [], strict=False):
        blank, *votes = counts
        cast = poll.ballots_cast or 0
        lines = [Line(a, n, n / cast) for a, n in zip(question["answers"], votes, strict=True)]
        found.append((question["question"], sorted(lines, key=lambda one: -one.votes), blank))
    return found


def receipts_of(poll: Poll) -> Sequence[str]:
    """What everybody sees of the box. While people vote it is renewed by `mix`: never by fewer than five at once."""
    return poll.receipts  # type: ignore[no-any-return]


def has_in_box(poll: Poll, receipt: str) -> bool:
    wanted = receipt.strip().rstrip("=")
    if poll.closed_at:
        return Poll.objects.filter(pk=poll.pk, receipts__contains=[wanted]).exists()
    return Ballot.objects.filter(poll=poll, receipt=wanted).exists()
