"""What every kind of case has in common, as a statute that the kind fills in. Pure: no database, no clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

LONGEST_MESSAGE = 5000  # characters
LOWEST_SCORE, HIGHEST_SCORE = 1, 5


ENGINE_STEPS = {  # what the engine itself notes in the history of any case
    "lodge": gettext_lazy("Lodged"),
    "hand_to": gettext_lazy("Given to an official"),
    "stand_aside": gettext_lazy("An official stood aside: conflict of interest"),
    "tell_overdue": gettext_lazy("The term has passed: the head of the work was told"),
    "revoke": gettext_lazy("The document was revoked"),
}


class Outcome(TextChoices):
    """How a case ended; empty while it runs."""

    GRANTED = "granted", gettext_lazy("Granted")
    REFUSED = "refused", gettext_lazy("Refused")
    NOT_ACCEPTED = "not_accepted", gettext_lazy("Not accepted")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")
    ANNULLED = "annulled", gettext_lazy("The decision is cancelled")


class Criterion(TextChoices):
    """What a finished case is rated on (CM resolution 765/2019)."""

    SIMPLICITY = "simplicity", gettext_lazy("The process was simple and clear")
    INFORMATION = "information", gettext_lazy("Information was easy to find")
    TERM = "term", gettext_lazy("The term was kept")
    POLITENESS = "politeness", gettext_lazy("People were polite and friendly")


class Holder(TextChoices):
    """Whose move it is. A case has exactly one holder at any moment."""

    APPLICANT = "applicant", gettext_lazy("You")
    BODY = "body", gettext_lazy("The responsible body")
    OTHER_BODY = "other_body", gettext_lazy("Another body")
    FOREIGN_BODY = "foreign_body", gettext_lazy("A foreign body")
    NOBODY = "nobody", gettext_lazy("Nobody: the case is finished")


@dataclass(frozen=True)
class Move:
    """From any of `sources` to `target`; a move that ends the case names its outcome.

    One that `reopens` a finished case takes its outcome and its official away: the case is considered anew.
    """

    sources: tuple[str, ...]
    target: str
    outcome: str = ""
    reopens: bool = False


@dataclass(frozen=True, kw_only=True)
class Statute:
    """One kind of case: its statuses, steps, moves, and who may take each step.

    `who_may` maps a step to a predicate of (user, case, day); `user` is None when the system itself acts.
    `to_do` says in the official's words what a status asks for; `holder` says whose move it is. `page` and `desk_page`
    name the addresses where a case of this kind is shown; `results` says an ending in words of its own, by status;
    `weight` says how grave a broken term is among the kinds of case (see `risk`). `works_on`: who sees a
    case of this kind at the desk, where that is not everybody who sees the cases of the body.
    """

    kind: str
    statuses: type[TextChoices]
    steps: type[TextChoices]
    moves: Mapping[Any, Move]
    open: tuple[str, ...]
    who_may: Mapping[Any, Callable[[Any, Any, date], bool]]
    to_do: Mapping[Any, Any]
    holder: Mapping[Any, Holder]
    page: str = ""
    desk_page: str = ""
    results: Mapping[Any, Any] = field(default_factory=dict)
    weight: int = 1
    works_on: Callable[[Any, Any, date], bool] | None = None

    def next_status(self, status: str, step: str) -> Move:
        move = self.moves[step]
        if status not in move.sources:
            raise RuleBroken("case.step_closed", _("The case has moved on: reload the page."))
        return move


_statutes: dict[str, Statute] = {}


def enact(statute: Statute) -> Statute:
    """Make a kind of case known to the engine."""
    _statutes[statute.kind] = statute
    return statute


def statute_of(kind: str) -> Statute:
    return _statutes[kind]


def statuses_of_others() -> list[str]:
    """In which the next move is not the body's, of every kind of case."""
    return sorted(
        {
            status
            for statute in _statutes.values()
            for status, holder in statute.holder.items()
            if holder != Holder.BODY and status in statute.open
        }
    )


def require_message(text: str) -> str:
    text = text.strip()
    if not text:
        raise RuleBroken("case.message_empty", _("Write the message."), field="text")
    if len(text) > LONGEST_MESSAGE:
        message = _("The message is too long: at most %(most)s characters.")
        raise RuleBroken("case.message_long", message % {"most": LONGEST_MESSAGE}, field="text")
    return text


def require_reason_to_stand_aside(text: str) -> str:
    text = text.strip()
    if not text:
        message = _("Say what the conflict of interest is; the head of the work will read it.")
        raise RuleBroken("case.reason_missing", message, field="reason")
    return text


def require_days(since: date, until: date, *, today: date) -> None:
    """Nobody is replaced in the past."""
    if since < today:
        raise RuleBroken("case.day_past", _("Choose today or a later day."), field="since")
    if until < since:
        message = _("The last day cannot be before the first one.")
        raise RuleBroken("case.days_reversed", message, field="until")


def require_rating(outcome: str, scores: Mapping[str, int]) -> None:
    """A rating is possible only after a result, and on every criterion."""
    if outcome not in {Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_ACCEPTED}:
        raise RuleBroken("case.no_result", _("A case can be rated only after its result."))
    for criterion in Criterion:
        score = scores.get(criterion)
        if score is None or not LOWEST_SCORE <= score <= HIGHEST_SCORE:
            raise RuleBroken(
                "case.score_missing", _("Choose a mark from 1 to 5."), field=criterion.value
            )
