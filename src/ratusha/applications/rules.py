"""Law 433-З as a statute: what may follow what, who may do it, what a decision must say. Pure."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.cases.public import (
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
    may_take_up,
)
from ratusha.kernel.errors import RuleBroken

KIND = "application"
LONGEST_REASONS = 4000  # characters


class Status(TextChoices):
    LODGED = "lodged", gettext_lazy("Lodged")
    NOT_ACCEPTED = "not_accepted", gettext_lazy("Not accepted")
    ACCEPTED = "accepted", gettext_lazy("Accepted")
    IN_WORK = "in_work", gettext_lazy("In work")
    WAITING = "waiting", gettext_lazy("Waiting for another body")
    SUSPENDED = "suspended", gettext_lazy("Suspended: a foreign body was asked")
    GRANTED = "granted", gettext_lazy("Granted")
    REFUSED = "refused", gettext_lazy("Refused")
    DELIVERED = "delivered", gettext_lazy("Delivered")
    WITHDRAWN = "withdrawn", gettext_lazy("Withdrawn")


class Step(TextChoices):
    ACCEPT = "accept", gettext_lazy("Accept")
    REFUSE_TO_ACCEPT = "refuse_to_accept", gettext_lazy("Refuse to accept")
    TAKE_UP = "take_up", gettext_lazy("Take up")
    REQUEST = "request", gettext_lazy("Ask another body")
    RECEIVE = "receive", gettext_lazy("The answers are in")
    SUSPEND = "suspend", gettext_lazy("Suspend: ask a foreign body")
    RESUME = "resume", gettext_lazy("Resume: the answer is here")
    GRANT = "grant", gettext_lazy("Grant")
    REFUSE = "refuse", gettext_lazy("Refuse")
    DELIVER = "deliver", gettext_lazy("Deliver")
    WITHDRAW = "withdraw", gettext_lazy("Withdraw")


OPEN = (Status.LODGED, Status.ACCEPTED, Status.IN_WORK, Status.WAITING, Status.SUSPENDED)
DECIDED = (Status.GRANTED, Status.REFUSED)
MOVES = {  # Law 433-Z, art. 14 to 27; the main line of a procedure
    Step.ACCEPT: Move((Status.LODGED,), Status.ACCEPTED),
    Step.REFUSE_TO_ACCEPT: Move((Status.LODGED,), Status.NOT_ACCEPTED, Outcome.NOT_ACCEPTED),
    Step.TAKE_UP: Move((Status.ACCEPTED, Status.IN_WORK), Status.IN_WORK),
    Step.REQUEST: Move((Status.ACCEPTED, Status.IN_WORK), Status.WAITING),
    Step.RECEIVE: Move((Status.WAITING,), Status.IN_WORK),
    Step.SUSPEND: Move((Status.IN_WORK,), Status.SUSPENDED),
    Step.RESUME: Move((Status.SUSPENDED,), Status.IN_WORK),
    Step.GRANT: Move((Status.IN_WORK,), Status.GRANTED, Outcome.GRANTED),
    Step.REFUSE: Move((Status.IN_WORK,), Status.REFUSED, Outcome.REFUSED),
    Step.DELIVER: Move(DECIDED, Status.DELIVERED),
    Step.WITHDRAW: Move(OPEN, Status.WITHDRAWN, Outcome.WITHDRAWN),
}
WHO_MAY = {
    Step.ACCEPT: may_accept,
    Step.REFUSE_TO_ACCEPT: may_accept,
    Step.TAKE_UP: lambda user, case, on: (
        may_take_up(user, case, on) and (case.status == Status.ACCEPTED or case.handler_id is None)
    ),
    Step.REQUEST: is_handler_or_the_system,
    Step.RECEIVE: is_the_system,
    Step.SUSPEND: is_handler,
    Step.RESUME: is_handler,
    Step.GRANT: is_handler,
    Step.REFUSE: is_handler,
    Step.DELIVER: lambda user, case, on: (
        is_the_system(user, case, on) or is_applicant(user, case, on) or is_handler(user, case, on)
    ),
    Step.WITHDRAW: is_applicant,
}
TO_DO = {
    Status.LODGED: gettext_lazy("Check and accept"),
    Status.ACCEPTED: gettext_lazy("Take up"),
    Status.IN_WORK: gettext_lazy("Check and decide"),
    Status.WAITING: gettext_lazy("Wait for the answer of another body"),
    Status.SUSPENDED: gettext_lazy("Wait for the answer from abroad"),
    Status.GRANTED: gettext_lazy("Deliver the decision"),
    Status.REFUSED: gettext_lazy("Deliver the decision"),
}
HOLDER = {
    Status.LODGED: Holder.BODY,
    Status.ACCEPTED: Holder.BODY,
    Status.IN_WORK: Holder.BODY,
    Status.WAITING: Holder.OTHER_BODY,
    Status.SUSPENDED: Holder.FOREIGN_BODY,
    Status.GRANTED: Holder.APPLICANT,
    Status.REFUSED: Holder.APPLICANT,
    Status.NOT_ACCEPTED: Holder.NOBODY,
    Status.DELIVERED: Holder.NOBODY,
    Status.WITHDRAWN: Holder.NOBODY,
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

FOREIGN_REQUEST = "foreign_request"
OTHER_BODY_ASKED = "request_to_body"


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
