"""The appeal as a statute (Law 300-Z of 18 July 2011). Pure."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.accounts.public import User
from ratusha.cases.public import (
    Case,
    Holder,
    Move,
    Outcome,
    Statute,
    enact,
    is_applicant,
    is_handler,
    may_accept,
    may_take_up,
)
from ratusha.kernel import words
from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term, due

KIND = "appeal"
CONTESTS = "answer"  # the link of an appeal to the one whose answer it contests
FOLLOWS = "follows"  # the link of an appeal to an earlier case of the same person
LONGEST_WORDS = 10_000  # characters
MOST_SIGNATURES = 10_000  # beyond it is a petition, which has pages of its own


class Sort(TextChoices):
    """Art. 1: what an appeal is, by what is asked for."""

    STATEMENT = "statement", gettext_lazy("Statement: I ask to help with a right or an interest")
    PROPOSAL = "proposal", gettext_lazy("Proposal: I know how something could be better")
    COMPLAINT = "complaint", gettext_lazy("Complaint: my rights were broken, I ask to restore them")


class Status(TextChoices):
    REGISTERED = "registered", pgettext_lazy("appeal", "Registered")
    IN_WORK = "in_work", pgettext_lazy("appeal", "Being considered")
    SATISFIED = "satisfied", gettext_lazy("Satisfied")
    EXPLAINED = "explained", gettext_lazy("Explained")
    DECLINED = "declined", gettext_lazy("Declined with reasons")
    LEFT = "left", gettext_lazy("Left without consideration on the merits")
    WITHDRAWN = "withdrawn", pgettext_lazy("appeal", "Withdrawn")


class Step(TextChoices):
    TAKE_UP = "take_up", pgettext_lazy("appeal", "Take up")
    FORWARD = "forward", gettext_lazy("Forward to the competent body")
    STUDY = "study", gettext_lazy("Study it further: up to one month")
    PROLONG = "prolong", gettext_lazy("Name a longer term, with reasons")
    SATISFY = "satisfy", gettext_lazy("Satisfy what is asked for")
    EXPLAIN = "explain", gettext_lazy("Explain the matter")
    DECLINE = "decline", gettext_lazy("Decline, with reasons")
    LEAVE = "leave", gettext_lazy("Leave without consideration on the merits")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw the appeal")


OPEN = (Status.REGISTERED, Status.IN_WORK)
MOVES = {
    Step.TAKE_UP: Move((Status.REGISTERED, Status.IN_WORK), Status.IN_WORK),
    Step.FORWARD: Move((Status.REGISTERED, Status.IN_WORK), Status.REGISTERED),
    Step.STUDY: Move((Status.IN_WORK,), Status.IN_WORK),
    Step.PROLONG: Move((Status.IN_WORK,), Status.IN_WORK),
    Step.SATISFY: Move((Status.IN_WORK,), Status.SATISFIED, Outcome.GRANTED),
    Step.EXPLAIN: Move((Status.IN_WORK,), Status.EXPLAINED, Outcome.GRANTED),
    Step.DECLINE: Move((Status.IN_WORK,), Status.DECLINED, Outcome.REFUSED),
    Step.LEAVE: Move(OPEN, Status.LEFT, Outcome.NOT_ACCEPTED),
    Step.WITHDRAW: Move(OPEN, Status.WITHDRAWN, Outcome.WITHDRAWN),
}
ANSWERS = (Step.SATISFY, Step.EXPLAIN, Step.DECLINE)
ANSWERED = tuple(MOVES[step].target for step in ANSWERS)


def _checks(user: User | None, case: Case, on: date) -> bool:
    """Who registers at the body, or who holds the appeal already."""
    return may_accept(user, case, on) or is_handler(user, case, on)


def _takes_up(user: User | None, case: Case, on: date) -> bool:
    """What nobody holds, or what the head of the work has given to this official and nobody has begun."""
    waits = case.handler_id is None or case.status == Status.REGISTERED
    return waits and may_take_up(user, case, on)


TO_DO = {
    Status.REGISTERED: gettext_lazy("Take the appeal up, or forward it"),
    Status.IN_WORK: gettext_lazy("Answer the appeal"),
}
STATUTE = enact(
    Statute(
        kind=KIND,
        statuses=Status,
        steps=Step,
        moves=MOVES,
        open=OPEN,
        who_may={
            Step.TAKE_UP: _takes_up,
            Step.FORWARD: _checks,
            Step.LEAVE: _checks,
            Step.WITHDRAW: is_applicant,
            **dict.fromkeys((Step.STUDY, Step.PROLONG, *ANSWERS), is_handler),
        },
        to_do=TO_DO,
        holder={**dict.fromkeys(Status, Holder.NOBODY), **dict.fromkeys(OPEN, Holder.BODY)},
        page="appeals:case",
        desk_page="appeals:desk_case",
        results={status: status.label for status in Status if status not in OPEN},
    )
)


def last_day(counted_from: date, term: Term, calendar: Calendar) -> date:
    last = due(counted_from, term, calendar=calendar, source="").on
    assert last is not None, "a term without suspensions has an end"  # noqa: S101
    return last


def require_words(text: str, *, field: str, missing: str) -> str:
    return words.require_words(
        text, code=f"appeal.{field}", field=field, missing=missing, longest=LONGEST_WORDS
    )


def require_another_body(here: object, there: object) -> None:
    if here == there:
        message = _("The appeal is at this body already: choose another.")
        raise RuleBroken("appeal.same_body", message, field="body")


def require_longer(now_until: date | None, until: date) -> None:
    """A longer term is longer: the person was promised the day that stands now."""
    if now_until and until <= now_until:
        message = _("Choose a day after the one that stands now.")
        raise RuleBroken("appeal.not_longer", message, field="until")


def require_answered(status: str) -> None:
    if status not in ANSWERED:
        message = _("There is no answer yet that could be contested.")
        raise RuleBroken("appeal.not_answered", message)


def require_open_to_signatures(status: str, *, collective: bool, signatures: int) -> None:
    """An appeal is signed before it is considered: what others have signed is what the body reads."""
    if not collective or status != Status.REGISTERED:
        message = _("This appeal is being considered already, or takes no signatures.")
        raise RuleBroken("appeal.signing_is_over", message)
    if signatures >= MOST_SIGNATURES:
        message = _("This appeal has as many signatures as it can hold. Begin a petition instead.")
        raise RuleBroken("appeal.signatures_full", message)
