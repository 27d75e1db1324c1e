"""An issue as a statute: from the report to the proof that it is mended. Pure.

No act that we have read fixes statuses and terms of such a service: both are samples, and marked so.
"""

import re
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.cases.public import Holder, Move, Outcome, Statute, enact
from ratusha.kernel import words
from ratusha.kernel.errors import RuleBroken

from .permissions import (
    ISSUE,
    may_carry_out,
    may_dispatch,
    may_dispatch_or_the_system,
    speaks_for_reporters,
    works_on,
)

LONGEST_WORDS = 2000  # characters
CONTACT = re.compile(r"\w@\w|https?:|www\.|\+?\d(?:[\s()-]?\d){6,}")


class Status(TextChoices):
    REPORTED = "reported", pgettext_lazy("issue", "Reported")
    ASSIGNED = "assigned", pgettext_lazy("issue", "Given to an organisation")
    PLANNED = "planned", pgettext_lazy("issue", "Planned")
    DONE = "done", pgettext_lazy("issue", "Done, with a report")
    REOPENED = "reopened", pgettext_lazy("issue", "Not done: opened again")
    CLOSED = "closed", pgettext_lazy("issue", "Done and closed")
    MERGED = "merged", pgettext_lazy("issue", "Joined with an earlier report")
    NOT_OURS = "not_ours", pgettext_lazy("issue", "Refused: not ours")
    WITHDRAWN = "withdrawn", pgettext_lazy("issue", "Taken back")


class Step(TextChoices):
    ASSIGN = "assign", pgettext_lazy("issue", "Give to an organisation")
    GIVE_BACK = "give_back", pgettext_lazy("issue", "Give back to the dispatcher")
    PLAN = "plan", pgettext_lazy("issue", "Name the day of the work")
    FINISH = "finish", pgettext_lazy("issue", "Report that it is done")
    REOPEN = "reopen", pgettext_lazy("issue", "It is not done: open again")
    CLOSE = "close", pgettext_lazy("issue", "Close")
    MERGE = "merge", pgettext_lazy("issue", "Join with an earlier report")
    SEPARATE = "separate", pgettext_lazy("issue", "Take apart: it is another trouble")
    REFUSE = "refuse", pgettext_lazy("issue", "Refuse: not ours")
    WITHDRAW = "withdraw", pgettext_lazy("issue", "Take the report back")


S = Status
OPEN = (S.REPORTED, S.ASSIGNED, S.PLANNED, S.REOPENED)
ENDED = (S.DONE, S.CLOSED)
WITH_AN_ORGANISATION = (S.ASSIGNED, S.PLANNED, S.REOPENED)
MOVES = {
    Step.ASSIGN: Move(OPEN, S.ASSIGNED),
    Step.GIVE_BACK: Move(WITH_AN_ORGANISATION, S.REPORTED),
    Step.PLAN: Move(WITH_AN_ORGANISATION, S.PLANNED),
    Step.FINISH: Move(WITH_AN_ORGANISATION, S.DONE, Outcome.GRANTED),
    Step.REOPEN: Move((S.DONE,), S.REOPENED, reopens=True),
    Step.CLOSE: Move((S.DONE,), S.CLOSED),  # it ended when it was done; only the way back is closed
    Step.MERGE: Move(OPEN, S.MERGED, Outcome.ANNULLED),
    Step.SEPARATE: Move(
        (S.MERGED,), S.REPORTED, reopens=True
    ),  # its own term has gone on all the time
    Step.REFUSE: Move((S.REPORTED,), S.NOT_OURS, Outcome.NOT_ACCEPTED),
    Step.WITHDRAW: Move(OPEN, S.WITHDRAWN, Outcome.WITHDRAWN),
}
WHO_MAY = {
    Step.ASSIGN: may_dispatch_or_the_system,
    Step.GIVE_BACK: may_carry_out,
    Step.PLAN: may_carry_out,
    Step.FINISH: may_carry_out,
    Step.REOPEN: speaks_for_reporters,
    Step.CLOSE: speaks_for_reporters,
    Step.MERGE: may_dispatch,  # not the organisation: what it is judged by is counted in issues
    Step.SEPARATE: may_dispatch,
    Step.REFUSE: may_dispatch,
    Step.WITHDRAW: speaks_for_reporters,
}
TO_DO = {
    S.REPORTED: gettext_lazy("Give the issue to an organisation"),
    S.ASSIGNED: gettext_lazy("Name the day of the work, or report that it is done"),
    S.PLANNED: gettext_lazy("Do the work and report"),
    S.REOPENED: gettext_lazy("Look again: people say it is not done"),
}
STATUTE = enact(
    Statute(
        kind=ISSUE,
        statuses=Status,
        steps=Step,
        moves=MOVES,
        open=OPEN,
        who_may=WHO_MAY,
        to_do=TO_DO,
        holder={status: Holder.BODY if status in OPEN else Holder.NOBODY for status in Status},
        page="issues:issue",
        desk_page="issues:desk_issue",
        works_on=works_on,
        results={status: status.label for status in Status if status not in OPEN},
    )
)


def require_words(text: str, *, field: str, missing: str) -> str:
    return words.require_words(
        text, code=f"issue.{field}", field=field, missing=missing, longest=LONGEST_WORDS
    )


def require_place(
    lat: float | None, lon: float | None, address: str, bounds: tuple[float, ...]
) -> None:
    """An issue is somewhere in this country: a point, or words that lead there. `bounds`: west, south, east, north."""
    if (lat is None) != (lon is None):
        message = _("A point has two numbers: latitude and longitude. Fill in both or none.")
        raise RuleBroken("issue.half_a_point", message, field="lat")
    if lat is None or lon is None:
        if not address.strip():
            message = _("Say where it is: write the address or choose a point.")
            raise RuleBroken("issue.nowhere", message, field="address")
        return
    west, south, east, north = bounds
    if not (south <= lat <= north and west <= lon <= east):  # NaN is in no country either
        message = _(
            "This point is outside the country. Check the two numbers, or write the address."
        )
        raise RuleBroken("issue.point_outside", message, field="lat")


def require_place_only(address: str) -> None:
    """Everybody reads the address at once: it leads to a place and never to a person."""
    if CONTACT.search(address):
        message = _(
            "Write only where it is: no telephone, e-mail or link. Everybody can read this."
        )
        raise RuleBroken("issue.contact_in_address", message, field="address")


def require_day(on: date, *, today: date) -> None:
    if on < today:
        message = _("The day of the work cannot be in the past.")
        raise RuleBroken("issue.day_past", message, field="on")


def missed_day(
    planned_on: date | None, due_on: date | None, *, today: date
) -> tuple[date, bool] | None:
    """The first day that was promised and has passed, and whether it was the planned one; None: none has."""
    days = [(due_on, False)] if due_on and due_on < today else []
    days += [(planned_on, True)] if planned_on and planned_on < today else []
    return min(days) if days else None


def last_day_to_reopen(closed_on: date, days: int) -> date:
    return closed_on + timedelta(days=days)


def require_may_reopen(closed_on: date | None, days: int, *, today: date) -> None:
    """Within so many days after the report; later a new issue is reported."""
    if closed_on is None or today > last_day_to_reopen(closed_on, days):
        message = _("It was reported done more than %(days)s days ago. Please report it anew.")
        raise RuleBroken("issue.too_late_to_reopen", message % {"days": days})


def require_may_join(
    case_id: object,
    into_id: object,
    *,
    into_open: bool,
    into_earlier: bool,
    into_mine: bool,
) -> None:
    """What is joined goes into an earlier issue that is still open, at the desk of the same dispatcher.

    The earlier one keeps its term: nobody's waiting is made longer, and two are never joined with each other crosswise.
    """
    if case_id == into_id:
        message = _("An issue cannot be joined with itself.")
        raise RuleBroken("issue.same", message, field="into")
    if not into_open:
        message = _("That issue is finished: choose one that is open.")
        raise RuleBroken("issue.into_closed", message, field="into")
    if not into_mine:
        message = _("That issue has another dispatcher, or you have reported it yourself.")
        raise RuleBroken("issue.into_elsewhere", message, field="into")
    if not into_earlier:
        message = _(
            "That issue was reported later. Join it with this one: the earlier term stands."
        )
        raise RuleBroken("issue.into_later", message, field="into")
