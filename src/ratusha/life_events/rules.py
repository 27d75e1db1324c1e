"""The order of a sitting, the questions that are asked once, and what an offer may become. Pure.

Law 433-Z, art. 15: what the state holds is not asked for; each procedure stays a procedure of its own, with its own
number, body and term. That several are lodged in one sitting changes when they are asked, not what they are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django.db import models

GRANTED = "granted"
Shared = Mapping[str, str]  # by procedure, the field in which it asks the shared question


class Stage(StrEnum):
    """How far one procedure of a sitting has come."""

    FILL = "fill"
    WAIT = "wait"
    STOPPED = "stopped"
    LODGED = "lodged"
    ENDED = "ended"


class Reply(models.TextChoices):
    """What became of an offer."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    TAKEN = "taken"  # by the other person to whom it was offered


def in_order(codes: Sequence[str], after: Mapping[str, Collection[str]]) -> list[str]:
    """Each procedure after those whose results it needs; what was not chosen holds up nothing."""
    ordered: list[str] = []
    left = list(dict.fromkeys(codes))
    while left:
        free = next((c for c in left if not _needed(c, left, after)), None)
        if free is None:
            raise ValueError(f"these procedures wait for one another: {', '.join(left)}")
        left.remove(free)
        ordered.append(free)
    return ordered


def _needed(code: str, among: Collection[str], after: Mapping[str, Collection[str]]) -> list[str]:
    return [one for one in after.get(code, ()) if one in among]


def waits_for(
    code: str, after: Mapping[str, Collection[str]], outcomes: Mapping[str, str | None]
) -> list[str]:
    """Which chosen procedures must be granted first. `outcomes`: of each chosen one; None while it has not ended."""
    return [one for one in _needed(code, outcomes, after) if outcomes[one] != GRANTED]


def stage_of(
    code: str,
    after: Mapping[str, Collection[str]],
    outcomes: Mapping[str, str | None],
    lodged: Collection[str],
) -> Stage:
    """A procedure whose result was refused to the one before it is stopped: it would be refused too."""
    if code in lodged:
        return Stage.LODGED if outcomes[code] is None else Stage.ENDED
    waiting = waits_for(code, after, outcomes)
    if any(outcomes[one] is not None for one in waiting):
        return Stage.STOPPED
    return Stage.WAIT if waiting else Stage.FILL


def handed_on(
    code: str, answers: Mapping[str, Any], chosen: Sequence[str], shared: Iterable[Shared]
) -> dict[str, dict[str, Any]]:
    """What the answers of one procedure say to the others that come after it, by procedure and field.

    The one that comes first asks; an answer that is put right there is put right everywhere.
    """
    given: dict[str, dict[str, Any]] = {}
    for question in shared:
        asking = [one for one in chosen if one in question]
        if not asking or asking[0] != code or question[code] not in answers:
            continue
        for other in asking[1:]:
            given.setdefault(other, {})[question[other]] = answers[question[code]]
    return given


def answered_before(code: str, chosen: Sequence[str], shared: Iterable[Shared]) -> dict[str, str]:
    """The fields of this procedure that an earlier one asks already, and which one."""
    found = {}
    for question in shared:
        asking = [one for one in chosen if one in question]
        if code in asking[1:]:
            found[question[code]] = asking[0]
    return found


def asked_still(code: str, coming: set[tuple[str, str]], shared: Iterable[Shared]) -> set[str]:
    """The fields of this procedure that wait for the answer to a question that is still to come (procedure, field)."""
    return {
        question[code] for question in shared if code in question and coming & set(question.items())
    }


def is_open(reply: str, until: date, today: date) -> bool:
    """An offer that was answered, or whose days are over, cannot be confirmed."""
    return reply == Reply.OPEN and today <= until
