"""When a case may be erased, and who says so (law 99-З: not longer than the purpose needs). Pure."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel import words
from ratusha.kernel.errors import NotPermitted, RuleBroken

LONGEST_REASON = 1000  # characters


class Hang(TextChoices):
    """Why a case whose term is over is kept all the same."""

    OPEN = "open", gettext_lazy("It is open again")
    NOT_DUE = "not_due", gettext_lazy("Its term is not over")
    HOLD = "hold", gettext_lazy("It is held by law")
    MONEY = "money", gettext_lazy("Money is still to be paid or given back")
    LINKED = "linked", gettext_lazy("A case that is tied to it is still kept")
    DATA_REQUEST = "data_request", gettext_lazy("The person has asked about their data")


class State(TextChoices):
    PREPARED = "prepared", gettext_lazy("Prepared: nobody has proposed it yet")
    PROPOSED = "proposed", gettext_lazy("Proposed: a second official confirms it")
    CONFIRMED = "confirmed", gettext_lazy("Confirmed: being erased")
    FINISHED = "finished", gettext_lazy("Carried out")
    DROPPED = "dropped", gettext_lazy("Given back")


@dataclass(frozen=True)
class Line:
    """One case as the act names it."""

    case_id: UUID
    reference: str
    kind: str
    closed_on: date
    kept_until: date
    basis: str


def kept_until(closed_on: date, years: int) -> date:
    """The last day. A term of years ends on the same day of the month; of 29 February, on the 28th."""
    try:
        return closed_on.replace(year=closed_on.year + years)
    except ValueError:
        return closed_on.replace(year=closed_on.year + years, day=28)


def digest_of(lines: Iterable[Line]) -> str:
    """What was proposed is what is confirmed: one sum over all lines, in the order of their numbers."""
    whole = hashlib.sha256()
    for one in sorted(lines, key=lambda line: line.reference):
        facts = (one.reference, one.case_id, one.kind, one.closed_on, one.kept_until, one.basis)
        whole.update(("\t".join(map(str, facts)) + "\n").encode())
    return whole.hexdigest()


def require_state(state: State, *wanted: State) -> None:
    if state not in wanted:
        raise RuleBroken("disposal.moved_on", _("This act has moved on: reload the page."))


def require_something(lines: Iterable[Line]) -> None:
    if not any(True for _one in lines):
        message = _("No case is left in this act: everything in it is held by something.")
        raise RuleBroken("disposal.empty", message)


def require_second(*, proposed_by: UUID | None, confirming: UUID) -> None:
    """Two officials: one proposes, another one confirms."""
    if proposed_by == confirming:
        message = _("You proposed this act: another official confirms it.")
        raise NotPermitted("disposal.same_official", message)


def require_disinterested(*, own: bool) -> None:
    if own:
        message = _("A case of your own is in this act: other officials deal with it.")
        raise NotPermitted("disposal.own_case", message)


def require_same(digest: str, lines: Iterable[Line]) -> None:
    if digest != digest_of(lines):
        raise RuleBroken("disposal.changed", _("The list is not the one that was proposed."))


def require_reason(text: str, *, missing: str, field: str = "reason") -> str:
    return words.require_words(
        text, code="disposal.reason", field=field, missing=missing, longest=LONGEST_REASON
    )


def require_not_held(*, held: bool) -> None:
    if held:
        raise RuleBroken("hold.stands", _("This case is already held."))
