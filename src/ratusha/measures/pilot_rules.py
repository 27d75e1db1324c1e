"""A pilot as a statute: six steps of the Regulation on pilot projects (Edict No. 381). Pure."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.cases.public import Holder, Move, Outcome, Statute, enact, is_the_system

from .permissions import PILOT, is_initiator, may_examine, may_include, may_manage


class PilotStatus(TextChoices):
    APPLICATION = "application", gettext_lazy("The application is being written")
    COMPLETENESS = "completeness", gettext_lazy("Application submitted")
    EXPERTISE = "expertise", gettext_lazy("With the experts")
    COUNCIL = "council", gettext_lazy("Waits for the Council")
    CONDITIONS = "conditions", gettext_lazy("Recommended, conditions are to be met")
    LIST_PENDING = (
        "list_pending",
        gettext_lazy("Found expedient, waits for the list of the Government"),
    )
    REJECTED = "rejected", gettext_lazy("Rejected by the Council")
    AGREEMENT = "agreement", gettext_lazy("In the list, the agreement is being made")
    RUNNING = "running", gettext_lazy("The pilot is running")
    EVALUATION = "evaluation", gettext_lazy("Its effect is being judged")
    SCALED = "scaled", gettext_lazy("To be scaled")
    STOPPED = "stopped", gettext_lazy("Stopped")
    TERMINATED = "terminated", gettext_lazy("Terminated")


class PilotStep(TextChoices):
    SUBMIT = "submit", gettext_lazy("Submit the application")
    ASSIGN = "assign", gettext_lazy("Send to the experts")
    RETURN = "return", gettext_lazy("Return the application for rework")
    OPINE = "opine", gettext_lazy("Give the opinion")
    RECOMMEND = "recommend", gettext_lazy("The Council found it expedient")
    ON_CONDITIONS = "on_conditions", gettext_lazy("The Council found it expedient on conditions")
    DEFER = "defer", gettext_lazy("The Council deferred")
    REJECT = "reject", gettext_lazy("The Council rejected")
    MEET_CONDITIONS = "meet_conditions", gettext_lazy("All conditions are met")
    INCLUDE = "include", gettext_lazy("Enter into the list of the Government")
    AGREE = "agree", gettext_lazy("Enter the agreement")
    EVALUATE = "evaluate", gettext_lazy("Give the effect to be judged")
    SCALE = "scale", gettext_lazy("Scale")
    EXTEND = "extend", gettext_lazy("Extend the pilot")
    STOP = "stop", gettext_lazy("Stop the pilot")
    TERMINATE = "terminate", gettext_lazy("Terminate, by an act")


S = PilotStatus
OPEN = (
    S.APPLICATION, S.COMPLETENESS, S.EXPERTISE, S.COUNCIL, S.CONDITIONS, S.LIST_PENDING, S.AGREEMENT,
    S.RUNNING, S.EVALUATION,
)  # fmt: skip
MOVES = {
    PilotStep.SUBMIT: Move((S.APPLICATION,), S.COMPLETENESS),
    PilotStep.ASSIGN: Move((S.COMPLETENESS,), S.EXPERTISE),
    PilotStep.RETURN: Move((S.EXPERTISE,), S.APPLICATION),
    PilotStep.OPINE: Move((S.EXPERTISE,), S.COUNCIL),
    PilotStep.RECOMMEND: Move((S.COUNCIL,), S.LIST_PENDING),
    PilotStep.ON_CONDITIONS: Move((S.COUNCIL,), S.CONDITIONS),
    PilotStep.DEFER: Move((S.COUNCIL,), S.APPLICATION),
    PilotStep.REJECT: Move((S.COUNCIL,), S.REJECTED, Outcome.REFUSED),
    PilotStep.MEET_CONDITIONS: Move((S.CONDITIONS,), S.LIST_PENDING),
    PilotStep.INCLUDE: Move((S.LIST_PENDING,), S.AGREEMENT),
    PilotStep.AGREE: Move((S.AGREEMENT,), S.RUNNING),
    PilotStep.EVALUATE: Move((S.RUNNING,), S.EVALUATION),
    PilotStep.SCALE: Move((S.EVALUATION,), S.SCALED, Outcome.GRANTED),
    PilotStep.EXTEND: Move((S.EVALUATION,), S.RUNNING),
    PilotStep.STOP: Move((S.EVALUATION,), S.STOPPED, Outcome.REFUSED),
    PilotStep.TERMINATE: Move(OPEN, S.TERMINATED, Outcome.WITHDRAWN),
}
WHO_MAY = {
    PilotStep.SUBMIT: is_initiator,
    PilotStep.ASSIGN: may_manage,
    PilotStep.RETURN: may_examine,
    PilotStep.OPINE: may_examine,
    PilotStep.RECOMMEND: is_the_system,
    PilotStep.ON_CONDITIONS: is_the_system,
    PilotStep.DEFER: is_the_system,
    PilotStep.REJECT: is_the_system,
    PilotStep.MEET_CONDITIONS: is_the_system,
    PilotStep.INCLUDE: may_include,
    PilotStep.AGREE: is_initiator,
    PilotStep.EVALUATE: is_initiator,
    PilotStep.SCALE: may_manage,
    PilotStep.EXTEND: may_manage,
    PilotStep.STOP: may_manage,
    PilotStep.TERMINATE: may_manage,
}
SIX = (
    (gettext_lazy("Priority directions"), ()),
    (pgettext_lazy("pilot", "Application"), (S.APPLICATION, S.COMPLETENESS)),
    (gettext_lazy("Expertise and decision"), (S.EXPERTISE, S.COUNCIL, S.CONDITIONS)),
    (gettext_lazy("List of the Government"), (S.LIST_PENDING,)),
    (gettext_lazy("Agreement and carrying out"), (S.AGREEMENT, S.RUNNING)),
    (gettext_lazy("Effect and scaling"), (S.EVALUATION,)),
)
TO_DO = {
    S.APPLICATION: gettext_lazy("Fill in and submit the application"),
    S.COMPLETENESS: gettext_lazy("Check the application and send it to the experts"),
    S.EXPERTISE: gettext_lazy("Examine the application"),
    S.COUNCIL: gettext_lazy("Put on the agenda of the Council"),
    S.CONDITIONS: gettext_lazy("Meet the conditions of the Council"),
    S.LIST_PENDING: gettext_lazy("Record the act that approves the list"),
    S.AGREEMENT: gettext_lazy("Make the agreement"),
    S.RUNNING: gettext_lazy("Measure and keep the diary"),
    S.EVALUATION: gettext_lazy("Decide: scale, extend or stop"),
}
OF_THE_BODY = (S.COMPLETENESS, S.COUNCIL, S.LIST_PENDING, S.EVALUATION)


def _holder(status: PilotStatus) -> Holder:
    if status not in OPEN:
        return Holder.NOBODY
    if status == S.EXPERTISE:
        return Holder.OTHER_BODY
    return Holder.BODY if status in OF_THE_BODY else Holder.APPLICANT


STATUTE = enact(
    Statute(
        kind=PILOT,
        statuses=PilotStatus,
        steps=PilotStep,
        moves=MOVES,
        open=OPEN,
        who_may=WHO_MAY,
        to_do=TO_DO,
        holder={status: _holder(status) for status in PilotStatus},
        page="measures:card",
        desk_page="measures:measure",
        results={status: status.label for status in PilotStatus if status not in OPEN},
    )
)
