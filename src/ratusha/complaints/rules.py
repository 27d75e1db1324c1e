"""The administrative complaint as a statute (Law 433-Z, art. 30 and following). Pure."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.cases.public import Holder, Move, Outcome, Statute, enact, is_applicant, is_the_system
from ratusha.kernel import words
from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term, due

from .permissions import KIND, is_considering, may_check, may_consider

LONGEST_WORDS = 4000  # characters


class Standing(TextChoices):
    """By what right one complains."""

    APPLICANT = "applicant", gettext_lazy("The applicant")
    THIRD_PARTY = "third_party", gettext_lazy("A person whose rights the decision touches")


class Subject(TextChoices):
    DECISION = "decision", gettext_lazy("The decision")
    INACTION = "inaction", gettext_lazy("No decision was made within the term")


class Status(TextChoices):
    LODGED = "lodged", pgettext_lazy("complaint", "Lodged")
    NOT_CONSIDERED = "not_considered", gettext_lazy("Left without consideration")
    IN_WORK = "in_work", gettext_lazy("Under consideration")
    EXPLAINING = "explaining", gettext_lazy("The body was asked to explain")
    UPHELD = "upheld", gettext_lazy("The decision is left in force")
    CANCELLED = "cancelled", gettext_lazy("The decision is cancelled")
    RETURNED = "returned", gettext_lazy("Cancelled and returned for a new decision")
    CHANGED = "changed", gettext_lazy("The decision is changed")
    REJECTED = "rejected", gettext_lazy("Rejected: the body kept the term")
    OBLIGED = "obliged", gettext_lazy("The body missed the term and must decide")
    WITHDRAWN = "withdrawn", pgettext_lazy("complaint", "Withdrawn")


class Step(TextChoices):
    IDENTIFY = "identify", gettext_lazy("Find the decision")
    RESTORE = "restore", gettext_lazy("Restore the term")
    ACCEPT = "accept", gettext_lazy("Accept for consideration")
    NOT_CONSIDER = "not_consider", gettext_lazy("Leave without consideration")
    TAKE_UP = "take_up", gettext_lazy("Take up")
    ASK = "ask", gettext_lazy("Ask the body to explain")
    RECEIVE = "receive", gettext_lazy("The explanation is here")
    GO_ON = "go_on", gettext_lazy("Go on without the explanation")
    UPHOLD = "uphold", gettext_lazy("Leave the decision in force")
    CANCEL = "cancel", gettext_lazy("Cancel the decision")
    RETURN = "return", gettext_lazy("Cancel and return for a new decision")
    CHANGE = "change", gettext_lazy("Change the decision")
    REJECT = "reject", gettext_lazy("The body kept the term: reject the complaint")
    OBLIGE = "oblige", gettext_lazy("The body missed the term: oblige it to decide")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw the complaint")


OPEN = (Status.LODGED, Status.IN_WORK, Status.EXPLAINING)
MOVES = {
    Step.IDENTIFY: Move((Status.LODGED,), Status.LODGED),
    Step.RESTORE: Move((Status.LODGED,), Status.LODGED),
    Step.ACCEPT: Move((Status.LODGED,), Status.IN_WORK),
    Step.NOT_CONSIDER: Move((Status.LODGED,), Status.NOT_CONSIDERED, Outcome.NOT_ACCEPTED),
    Step.TAKE_UP: Move((Status.IN_WORK,), Status.IN_WORK),
    Step.ASK: Move((Status.IN_WORK,), Status.EXPLAINING),
    Step.RECEIVE: Move((Status.EXPLAINING,), Status.IN_WORK),
    Step.GO_ON: Move((Status.EXPLAINING,), Status.IN_WORK),
    Step.UPHOLD: Move((Status.IN_WORK,), Status.UPHELD, Outcome.REFUSED),
    Step.CANCEL: Move((Status.IN_WORK,), Status.CANCELLED, Outcome.GRANTED),
    Step.RETURN: Move((Status.IN_WORK,), Status.RETURNED, Outcome.GRANTED),
    Step.CHANGE: Move((Status.IN_WORK,), Status.CHANGED, Outcome.GRANTED),
    Step.REJECT: Move((Status.IN_WORK,), Status.REJECTED, Outcome.REFUSED),
    Step.OBLIGE: Move((Status.IN_WORK,), Status.OBLIGED, Outcome.GRANTED),
    Step.WITHDRAW: Move(
        OPEN, Status.WITHDRAWN, Outcome.WITHDRAWN
    ),  # art. 10: any time before the end
}
WHO_MAY = {
    Step.IDENTIFY: may_check,
    Step.RESTORE: may_check,
    Step.ACCEPT: may_check,
    Step.NOT_CONSIDER: may_check,
    Step.TAKE_UP: lambda user, case, on: case.handler_id is None and may_consider(user, case, on),
    Step.ASK: is_considering,
    Step.RECEIVE: is_the_system,
    Step.GO_ON: is_considering,
    Step.UPHOLD: is_considering,
    Step.CANCEL: is_considering,
    Step.RETURN: is_considering,
    Step.CHANGE: is_considering,
    Step.REJECT: is_considering,
    Step.OBLIGE: is_considering,
    Step.WITHDRAW: is_applicant,
}
RESULTS = {  # what a complaint that was considered ends in, by what it is about
    Subject.DECISION: (Step.UPHOLD, Step.CANCEL, Step.RETURN, Step.CHANGE),
    Subject.INACTION: (Step.REJECT, Step.OBLIGE),  # there is no decision to cancel
}
CONSIDERED = tuple(MOVES[step].target for steps in RESULTS.values() for step in steps)
MUST_DECIDE = (
    Status.RETURNED,
    Status.CHANGED,
    Status.OBLIGED,
)  # then the first body owes a decision
BY_A_DAY = (Status.CHANGED, Status.OBLIGED)  # what is returned has the whole term of its procedure
TO_DO = {
    Status.LODGED: gettext_lazy("Check the complaint and accept it"),
    Status.IN_WORK: gettext_lazy("Consider the complaint"),
    Status.EXPLAINING: gettext_lazy("Wait for the explanation of the body"),
}
HOLDER = {
    **dict.fromkeys(Status, Holder.NOBODY),
    Status.LODGED: Holder.BODY,
    Status.IN_WORK: Holder.BODY,
    Status.EXPLAINING: Holder.OTHER_BODY,
}
STATUTE = enact(
    Statute(
        kind=KIND,
        statuses=Status,
        steps=Step,
        moves=MOVES,
        open=OPEN,
        who_may=WHO_MAY,
        to_do=TO_DO,
        holder=HOLDER,
        page="complaints:case",
        desk_page="complaints:desk_case",
        results={status: status.label for status in Status if status not in OPEN},
        weight=2,  # somebody has been wronged once already, as they say
    )
)


def time_limit(counted_from: date, term: Term, calendar: Calendar) -> date:
    """The last day: to complain, one year from the decision (art. 31); of the body, to explain itself."""
    last = due(counted_from, term, calendar=calendar, source="").on
    assert last is not None, "a term without suspensions has an end"  # noqa: S101
    return last


def require_words(text: str, *, field: str, missing: str) -> str:
    return words.require_words(
        text, code=f"complaint.{field}", field=field, missing=missing, longest=LONGEST_WORDS
    )


def require_way_up(exists: bool) -> None:  # noqa: FBT001 - the question itself
    """Art. 30: where there is no body above, one goes directly to court."""
    if not exists:
        message = _("There is no higher body here: the decision is contested directly in court.")
        raise RuleBroken("complaint.no_higher_body", message)


def require_subject(subject: Subject | None) -> Subject:
    if subject is None:
        message = _(
            "There is nothing to complain about yet: the term is running, or nothing was decided."
        )
        raise RuleBroken("complaint.no_subject", message)
    return subject


def require_not_considered(considered: bool) -> None:  # noqa: FBT001 - the question itself
    if considered:
        message = _(
            "The higher body has considered your complaint about this decision. Next is a court."
        )
        raise RuleBroken("complaint.considered_before", message)


def require_reason_for_lateness(today: date, last_day: date, reasons: str) -> None:
    """Art. 31: a missed term is restored for a valid reason, so the reason must be told."""
    if today > last_day and not reasons.strip():
        message = _("The term has ended. Write why you could not complain in time.")
        raise RuleBroken("complaint.late_reasons_missing", message, field="late_reasons")


def require_ready(*, found: bool, late: bool, restored: bool) -> None:
    """A complaint is accepted when its decision is known and it is in time, or its term was restored."""
    if not found:
        message = _("There is no decision yet that this complaint could be about: find it first.")
        raise RuleBroken("complaint.decision_unknown", message)
    if late and not restored:
        message = _(
            "The complaint is late: first restore the term, or leave it without consideration."
        )
        raise RuleBroken("complaint.late", message)


def needless_now(*, found: bool, late: bool, restored: bool) -> set[Step]:
    """Steps of the check that have nothing to do here, or whose turn is not yet."""
    ready = found and (restored or not late)
    return {
        *([Step.IDENTIFY] if found else []),
        *([] if late and not restored else [Step.RESTORE]),
        *([] if ready else [Step.ACCEPT]),
    }


def require_result(subject: str, step: str) -> None:
    if step not in RESULTS[Subject(subject)]:
        message = _("Choose how the complaint ends.")
        raise RuleBroken("complaint.result_missing", message, field="result")
