"""Law 433-З as a statute: what may follow what, who may do it, what a decision must say. Pure."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
    is_handler_or_the_system,
    is_the_system,
    may_accept,
    may_at_body,
    may_take_up,
    took_last,
)
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.errors import RuleBroken

KIND = "application"
LONGEST_REASONS = 4000  # characters


class Status(TextChoices):
    LODGED = "lodged", gettext_lazy("Lodged")
    NOT_ACCEPTED = "not_accepted", gettext_lazy("Not accepted")
    ACCEPTED = "accepted", gettext_lazy("Accepted")
    AWAITING_PAYMENT = "awaiting_payment", gettext_lazy("Waiting for payment")
    IN_WORK = "in_work", gettext_lazy("In work")
    CORRECTION = "correction", gettext_lazy("Waiting for a supplement")
    WAITING = "waiting", gettext_lazy("Waiting for another body")
    SUSPENDED = "suspended", gettext_lazy("Suspended: a foreign body was asked")
    TO_CONFIRM = "to_confirm", gettext_lazy("To be confirmed by a second official")
    GRANTED = "granted", gettext_lazy("Granted")
    REFUSED = "refused", gettext_lazy("Refused")
    DELIVERED = "delivered", gettext_lazy("Delivered")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")
    ANNULLED = "annulled", gettext_lazy("The decision is cancelled")


class Step(TextChoices):
    ACCEPT = "accept", gettext_lazy("Accept")
    REFUSE_TO_ACCEPT = "refuse_to_accept", gettext_lazy("Refuse to accept")
    AWAIT_PAYMENT = "await_payment", gettext_lazy("Wait for the payment")
    RECEIVE_PAYMENT = "receive_payment", gettext_lazy("The payment is in")
    TAKE_UP = "take_up", gettext_lazy("Take up")
    ASK_CORRECTION = "ask_correction", gettext_lazy("Ask the applicant for a supplement")
    CORRECT = "correct", gettext_lazy("Send the supplement")
    GO_ON = "go_on", gettext_lazy("Go on without it")
    REQUEST = "request", gettext_lazy("Ask another body")
    WAIT = "wait", gettext_lazy("Wait for the answers that are still to come")
    RECEIVE = "receive", gettext_lazy("The answers are in")
    SUSPEND = "suspend", gettext_lazy("Suspend: ask a foreign body")
    RESUME = "resume", gettext_lazy("Resume: the answer is here")
    PROPOSE = "propose", gettext_lazy("Give to a second official to confirm")
    GIVE_BACK = "give_back", gettext_lazy("Give the draft back")
    GRANT = "grant", gettext_lazy("Grant")
    REFUSE = "refuse", gettext_lazy("Refuse")
    DELIVER = "deliver", gettext_lazy("Deliver")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw")
    REOPEN = "reopen", gettext_lazy("Consider anew: the decision is cancelled")
    ANNUL = "annul", gettext_lazy("Cancel the decision")


class DecisionForm(TextChoices):
    """A refusal to accept may be said across the counter; every other decision is written."""

    WRITTEN = "written", gettext_lazy("Written")
    ORAL = "oral", gettext_lazy("Oral")


OPEN = (
    Status.LODGED,
    Status.ACCEPTED,
    Status.AWAITING_PAYMENT,
    Status.IN_WORK,
    Status.CORRECTION,
    Status.WAITING,
    Status.SUSPENDED,
    Status.TO_CONFIRM,
)
DECIDED = (Status.GRANTED, Status.REFUSED)
REFUSED_OUTCOMES = (Outcome.REFUSED, Outcome.NOT_ACCEPTED)
SETTLED = (Status.NOT_ACCEPTED, *DECIDED, Status.DELIVERED)  # a decision stands
MOVES = {  # Law 433-Z, art. 14 to 31
    Step.ACCEPT: Move((Status.LODGED,), Status.ACCEPTED),
    Step.REFUSE_TO_ACCEPT: Move((Status.LODGED,), Status.NOT_ACCEPTED, Outcome.NOT_ACCEPTED),
    Step.AWAIT_PAYMENT: Move(
        (Status.ACCEPTED, Status.IN_WORK, Status.WAITING), Status.AWAITING_PAYMENT
    ),
    Step.RECEIVE_PAYMENT: Move((Status.AWAITING_PAYMENT,), Status.IN_WORK),
    Step.TAKE_UP: Move((Status.ACCEPTED, Status.IN_WORK), Status.IN_WORK),
    Step.ASK_CORRECTION: Move((Status.IN_WORK, Status.WAITING), Status.CORRECTION),
    Step.CORRECT: Move((Status.CORRECTION,), Status.IN_WORK),
    Step.GO_ON: Move((Status.AWAITING_PAYMENT, Status.CORRECTION), Status.IN_WORK),
    Step.REQUEST: Move((Status.ACCEPTED, Status.IN_WORK), Status.WAITING),
    Step.WAIT: Move((Status.IN_WORK,), Status.WAITING),
    Step.RECEIVE: Move((Status.WAITING,), Status.IN_WORK),
    Step.SUSPEND: Move((Status.IN_WORK,), Status.SUSPENDED),
    Step.RESUME: Move((Status.SUSPENDED,), Status.IN_WORK),
    Step.PROPOSE: Move((Status.IN_WORK,), Status.TO_CONFIRM),
    Step.GIVE_BACK: Move((Status.TO_CONFIRM,), Status.IN_WORK),
    Step.GRANT: Move((Status.IN_WORK, Status.TO_CONFIRM), Status.GRANTED, Outcome.GRANTED),
    Step.REFUSE: Move((Status.IN_WORK, Status.TO_CONFIRM), Status.REFUSED, Outcome.REFUSED),
    Step.DELIVER: Move(DECIDED, Status.DELIVERED),
    Step.WITHDRAW: Move(OPEN, Status.WITHDRAWN, Outcome.WITHDRAWN),
    Step.REOPEN: Move(SETTLED, Status.IN_WORK, reopens=True),
    Step.ANNUL: Move(SETTLED, Status.ANNULLED, Outcome.ANNULLED),
}


def may_decide(user: User | None, case: Case, on: date) -> bool:
    """Of a draft that was given to be confirmed, another official than the one who wrote it decides."""
    if case.status == Status.TO_CONFIRM:
        return may_at_body(user, case, on, "cases.decide") and took_last(case, Step.PROPOSE) != user
    return is_handler(user, case, on)


def may_give_back(user: User | None, case: Case, on: date) -> bool:
    """Who could confirm gives it back with a note; who wrote it may take it back."""
    return may_decide(user, case, on) or is_handler(user, case, on)


WHO_MAY = {
    Step.ACCEPT: may_accept,
    Step.REFUSE_TO_ACCEPT: may_accept,
    Step.AWAIT_PAYMENT: is_the_system,
    Step.RECEIVE_PAYMENT: is_the_system,
    Step.TAKE_UP: lambda user, case, on: (
        may_take_up(user, case, on) and (case.status == Status.ACCEPTED or case.handler_id is None)
    ),
    Step.ASK_CORRECTION: is_handler,
    Step.CORRECT: is_applicant,
    Step.GO_ON: is_handler,
    Step.REQUEST: is_handler_or_the_system,
    Step.WAIT: is_the_system,
    Step.RECEIVE: is_the_system,
    Step.SUSPEND: is_handler,
    Step.RESUME: is_handler,
    Step.PROPOSE: is_handler,
    Step.GIVE_BACK: may_give_back,
    Step.GRANT: may_decide,
    Step.REFUSE: may_decide,
    Step.DELIVER: lambda user, case, on: (
        is_the_system(user, case, on) or is_applicant(user, case, on) or is_handler(user, case, on)
    ),
    Step.WITHDRAW: is_applicant,
    Step.REOPEN: is_the_system,  # the body that considers the complaint is named as who caused it
    Step.ANNUL: is_the_system,
}
TO_DO = {
    Status.LODGED: gettext_lazy("Check and accept"),
    Status.ACCEPTED: gettext_lazy("Take up"),
    Status.AWAITING_PAYMENT: gettext_lazy("Wait until the applicant has paid"),
    Status.IN_WORK: gettext_lazy("Check and decide"),
    Status.CORRECTION: gettext_lazy("Wait for what the applicant was asked to add"),
    Status.WAITING: gettext_lazy("Wait for the answer of another body"),
    Status.SUSPENDED: gettext_lazy("Wait for the answer from abroad"),
    Status.TO_CONFIRM: gettext_lazy("Confirm the draft, or give it back"),
    Status.GRANTED: gettext_lazy("Deliver the decision"),
    Status.REFUSED: gettext_lazy("Deliver the decision"),
}
HOLDER = {
    Status.LODGED: Holder.BODY,
    Status.ACCEPTED: Holder.BODY,
    Status.AWAITING_PAYMENT: Holder.APPLICANT,
    Status.IN_WORK: Holder.BODY,
    Status.CORRECTION: Holder.APPLICANT,
    Status.WAITING: Holder.OTHER_BODY,
    Status.SUSPENDED: Holder.FOREIGN_BODY,
    Status.TO_CONFIRM: Holder.BODY,
    Status.GRANTED: Holder.APPLICANT,
    Status.REFUSED: Holder.APPLICANT,
    Status.NOT_ACCEPTED: Holder.NOBODY,
    Status.DELIVERED: Holder.NOBODY,
    Status.WITHDRAWN: Holder.NOBODY,
    Status.ANNULLED: Holder.NOBODY,
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
        page="applications:case",
        desk_page="applications:desk_case",
    )
)

COUNTER = "counter"  # the channel of whoever came in person
FOREIGN_REQUEST = "foreign_request"
OTHER_BODY_ASKED = "request_to_body"
REOPENED = "decision_cancelled"


def require_ground(code: str, source: str, text: str) -> None:
    """A refusal cites one ground of the list, its legal source, and says why in words."""
    if not code or not source:
        message = _("Choose the ground: a refusal without one is not lawful.")
        raise RuleBroken("application.ground_missing", message, field="ground")
    text = text.strip()
    if not text:
        message = _("Explain to the applicant what the ground means in this case.")
        raise RuleBroken("application.reasons_missing", message, field="reasons")
    if len(text) > LONGEST_REASONS:
        message = _("The explanation is too long: at most %(most)s characters.")
        raise RuleBroken(
            "application.reasons_long", message % {"most": LONGEST_REASONS}, field="reasons"
        )


def require_form(form: DecisionForm, channel: str) -> None:
    """Oral, unless lodged by post or electronically, or asked for in writing (Law 433-Z, art. 17)."""
    if form == DecisionForm.ORAL and channel != COUNTER:
        message = _(
            "This application was not lodged at the counter: the refusal has to be written."
        )
        raise RuleBroken("application.form_written", message, field="form")


def require_supplement(wanted: str, until: date, *, today: date, latest: date) -> str:
    """The official says what is missing, and gives a day that can be met."""
    wanted = wanted.strip()
    if not wanted:
        message = _("Say what the applicant has to add, and why.")
        raise RuleBroken("application.supplement_empty", message, field="wanted")
    if not today < until <= latest:
        message = _("Choose a day after today and not later than %(latest)s.")
        raise RuleBroken(
            "application.supplement_day", message % {"latest": day_in_words(latest)}, field="until"
        )
    return wanted


def require_answer(text: str, *, files: int) -> str:
    text = text.strip()
    if not text and not files:
        message = _("Write an answer or add a file.")
        raise RuleBroken("application.answer_empty", message, field="text")
    return text


def require_time_passed(until: date | None, today: date) -> None:
    """The applicant has the whole of the last day."""
    if until and today <= until:
        message = _("The applicant has until %(until)s: go on after that day.")
        raise RuleBroken("application.still_time", message % {"until": day_in_words(until)})


def require_note(note: str) -> str:
    note = note.strip()
    if not note:
        message = _("Say what has to be changed in the draft.")
        raise RuleBroken("application.note_missing", message, field="note")
    return note


def require_stated(note: str, *, wanted: bool) -> None:
    """Where the decision tells what only the official can write, it is not made without it."""
    if wanted and not note.strip():
        message = _(
            "Write what the decision has to state: without it the person gets an empty paper."
        )
        raise RuleBroken("application.not_stated", message, field="note")


def require_no_draft(status: str) -> None:
    if status == Status.TO_CONFIRM:
        message = _("A draft of the decision is waiting: confirm it or give it back.")
        raise RuleBroken("application.draft_waits", message)


def require_paid(*, owed: bool) -> None:
    if owed:
        message = _("The payment is not in yet: until it is, the application can only be refused.")
        raise RuleBroken("application.not_paid", message)


def require_reason(text: str) -> str:
    text = text.strip()
    if not text:
        message = _("Say why the decision is cancelled.")
        raise RuleBroken("application.reason_missing", message, field="reason")
    return text
