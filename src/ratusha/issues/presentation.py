"""What pages show of an issue, in the reader's language. Reads only."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, StepTaken
from ratusha.kernel.dates import day_in_words

from .facts import Facts
from .models import Assignment, Executor, Issue
from .permissions import has_desk
from .rules import Status, Step

TAGS = {
    Status.REPORTED: "soon",
    Status.REOPENED: "late",
    Status.DONE: "ok",
    Status.CLOSED: "ok",
    Status.MERGED: "quiet",
    Status.NOT_OURS: "quiet",
    Status.WITHDRAWN: "quiet",
}
TOLD_TO_ALL = (
    Step.ASSIGN,
    Step.REFUSE,
)  # whose notes everybody reads; a reporter's own words are not among them


@dataclass(frozen=True)
class Stop:
    title: str
    note: str
    state: str


def tag_of(status: str) -> str:
    return TAGS.get(Status(status), "plain")


def rail(case: Case, issue: Issue) -> list[Stop]:
    """Reported, given, planned, done: where it is; what ended otherwise stops there."""
    done = {one.step: one for one in case.history.all()}
    if case.status in {Status.MERGED, Status.NOT_OURS, Status.WITHDRAWN}:
        return [
            Stop(str(Status.REPORTED.label), day_in_words(case.lodged_on), "done"),
            Stop(case.status_label, day_in_words(case.closed_on) if case.closed_on else "", "now"),
        ]
    order = (Status.REPORTED, Status.ASSIGNED, Status.PLANNED, Status.DONE)
    reached = {Status.CLOSED: 3, Status.REOPENED: 1}.get(Status(case.status))
    place = order.index(Status(case.status)) if reached is None else reached
    notes = {
        Status.REPORTED: day_in_words(case.lodged_on),
        Status.ASSIGNED: str(issue.executor) if issue.executor else "",
        Status.PLANNED: day_in_words(issue.planned_on) if issue.planned_on else "",
        Status.DONE: day_in_words(case.closed_on) if case.closed_on else "",
    }
    stops = []
    for number, status in enumerate(order):
        if status == Status.PLANNED and number < place and Step.PLAN not in done:
            continue  # done at once, without a day being named
        ended = case.closed_on is not None
        state = "done" if number < place or ended else "now" if number == place else ""
        title = case.status_label if number == place else str(status.label)
        stops.append(Stop(title, notes[status], state))
    return stops


def history(case: Case) -> list[tuple[StepTaken, str]]:
    """Each step with its note, as officials read it."""
    steps = list(case.history.all())
    codes = [one.note for one in steps if one.step == Step.ASSIGN]
    # A step keeps the code of the organisation: its name is said in the language of who reads.
    names = {one.code: str(one) for one in Executor.objects.filter(code__in=codes)} if codes else {}
    return [
        (one, names.get(one.note, one.note) if one.step == Step.ASSIGN else one.note)
        for one in steps
    ]


def told(case: Case) -> list[tuple[datetime, str, str]]:
    """The history as everybody may read it: no names of persons, no words of reporters."""
    return [
        (one.at, one.label, note if one.step in TOLD_TO_ALL else "") for one, note in history(case)
    ]


def why(issue: Issue) -> dict[str, Any]:
    """Why this organisation: the rule, or the earlier issues the choice leans on."""
    routing = issue.routing
    keys = [key for key, _share in routing.get("likely", [])]
    names = {str(one.pk): str(one) for one in Executor.objects.filter(pk__in=keys)}
    leaning = list(
        Case.objects.filter(reference__in=routing.get("leans_on", [])).values_list(
            "reference", flat=True
        )
    )
    return {
        "assignment": _assignment(routing.get("assignment")),
        "by": routing.get("by", ""),
        "confidence": routing.get("confidence", 0),
        "likely": [(names[key], share) for key, share in routing.get("likely", []) if key in names],
        "leans_on": leaning,
        "said": {
            "assignment": _("This territory is assigned to the organisation."),
            "history": _(
                "Learned from how earlier issues of this kind near this place were given."
            ),
            "dispatcher": _("A dispatcher has decided."),
            "import": _("It came so with the file of another service."),
        }.get(routing.get("by", ""), _("Nobody is known well enough: a dispatcher decides.")),
    }


def _assignment(key: str | None) -> Assignment | None:
    """With its edition: which act says so, and from which day."""
    return Assignment.objects.select_related("edition").filter(pk=key).first() if key else None


def place_in_list(issue: Issue | Facts) -> str:
    return f"{issue.reported_at.isoformat()}~{issue.pk}"


def read_place(text: str) -> tuple[datetime, UUID] | None:
    """A place in the list from an address; what is not one is the beginning."""
    moment, _tilde, key = text.partition("~")
    try:
        at = datetime.fromisoformat(moment)
        return (at.astimezone(UTC), UUID(key)) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def ways_of(user: User, body_id: UUID | None, on: date) -> list[tuple[str, str]]:
    """Where an official goes from the desk: name and address."""
    if not has_desk(user, body_id, on):
        return []
    return [(_("Issues in town and village"), reverse("issues:desk_issues"))]
