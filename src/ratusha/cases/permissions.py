"""Who may do what to a case: the predicates that statutes build their tables from."""

from datetime import date

from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import Act, Mandate, allows, mandates_between

from .models import Case
from .rules import statute_of


def is_the_system(user: User | None, _case: Case, _on: date) -> bool:
    return user is None


ACT_OF_STEP = {
    "prepare": Act.PREPARE,
    "withdraw": Act.WITHDRAW,
    "deliver": Act.RECEIVE,
    "pay": Act.PAY,
}


def _mandates(user: User | None, case: Case, on: date) -> list[Mandate]:
    """For the applicant in anything at all."""
    if user is None or user.party_id is None or user.party_id == case.applicant_id:
        return []
    asked = (user.party_id, on)
    if asked not in case.found_to_act:
        case.found_to_act[asked] = mandates_between(user.party_id, case.applicant_id, on)
    return case.found_to_act[asked]


def mandate_for(user: User | None, case: Case, on: date, act: str = "") -> Mandate | None:
    """By which this person may do this in this case for the applicant; without an act, anything."""
    return next(
        (
            one
            for one in _mandates(user, case, on)
            if allows(one, procedure=case.subject_code, case_reference=case.reference, act=act)
        ),
        None,
    )


def is_applicant(user: User | None, case: Case, on: date) -> bool:
    """The applicant or somebody whose mandate reaches this case."""
    if user is None or user.party_id is None:
        return False
    return user.party_id == case.applicant_id or mandate_for(user, case, on) is not None


def may_for_applicant(user: User | None, case: Case, on: date, act: str) -> bool:
    """The applicant in everything, others as far as their mandate goes."""
    if user is None or user.party_id is None:
        return False
    return user.party_id == case.applicant_id or mandate_for(user, case, on, act) is not None


def act_of_step(step: str) -> str:
    """What a mandate must allow for this step of the applicant's."""
    return ACT_OF_STEP.get(step, Act.LODGE)


def _within_power(user: User | None, step: str, case: Case, on: date) -> bool:
    """Whoever acts for the applicant takes only the steps that the mandate allows."""
    is_agent = mandate_for(user, case, on) is not None
    return not is_agent or mandate_for(user, case, on, act_of_step(step)) is not None


def is_disinterested(user: User, case: Case, on: date) -> bool:
    """Nobody works on their own application, nor on one of whom they act for in anything."""
    own = user.party_id is not None and user.party_id == case.applicant_id
    return not own and not _mandates(user, case, on) and case.lodged_by_id != user.pk


def may_at_body(user: User | None, case: Case, on: date, permission: str) -> bool:
    return (
        user is not None
        and user.may(permission, case.body_id, on=on)
        and is_disinterested(user, case, on)
    )


def may_accept(user: User | None, case: Case, on: date) -> bool:
    return may_at_body(user, case, on, "cases.accept")


def may_take_up(user: User | None, case: Case, on: date) -> bool:
    """A free case may be taken by anybody at the body who decides; a held one only by its handler."""
    free = case.handler_id is None or (user is not None and case.handler_id == user.pk)
    return free and may_at_body(user, case, on, "cases.decide")


def is_handler(user: User | None, case: Case, on: date) -> bool:
    held = user is not None and case.handler_id == user.pk
    return held and may_at_body(user, case, on, "cases.decide")


def is_handler_or_the_system(user: User | None, case: Case, on: date) -> bool:
    return user is None or is_handler(user, case, on)


def may_assign(user: User | None, case: Case, on: date) -> bool:
    return may_at_body(user, case, on, "cases.assign")


def may_see_at_desk(user: User | None, case: Case, on: date) -> bool:
    return may_at_body(user, case, on, "cases.see")


def took_last(case: Case, step: str) -> User | None:
    """Who took this step the last time it was taken."""
    row = case.history.filter(step=step).select_related("by").last()
    return row.by if row else None


def check(user: User | None, step: str, case: Case, on: date) -> None:
    allowed = statute_of(case.kind).who_may[step](user, case, on)
    if not allowed or not _within_power(user, step, case, on):
        raise NotPermitted("case.step_not_yours", _("You may not take this step on this case."))


def steps_open_to(user: User, case: Case, on: date) -> list[str]:
    statute = statute_of(case.kind)
    return [
        step
        for step, move in statute.moves.items()
        if case.status in move.sources
        and statute.who_may[step](user, case, on)
        and _within_power(user, step, case, on)
    ]
