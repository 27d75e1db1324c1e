"""Who may do what to a case: the predicates that statutes build their tables from."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import Act, Mandate, allows, mandates_between

from .models import Case, Substitution
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
    """Nobody works on their own application, on one of whom they act for, or where they have a conflict of interest."""
    own = user.party_id is not None and user.party_id == case.applicant_id
    own = own or case.lodged_by_id == user.pk or bool(_mandates(user, case, on))
    return not own and user.pk not in case.stood_aside


def stands_in(user: User | None, case: Case, on: date) -> bool:
    """Named as the deputy of the official of this case, for this day."""
    if user is None or case.handler_id in {None, user.pk}:
        return False
    asked = (user.pk, on)
    if asked not in case.found_to_substitute:
        named = Substitution.objects.of(user, case.body_id, on)
        case.found_to_substitute[asked] = named.filter(principal=case.handler_id).exists()
    return case.found_to_substitute[asked]


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
    """The official of the case, or who stands in for them."""
    held = user is not None and case.handler_id == user.pk
    return may_at_body(user, case, on, "cases.decide") and (held or stands_in(user, case, on))


def is_handler_or_the_system(user: User | None, case: Case, on: date) -> bool:
    return user is None or is_handler(user, case, on)


def works_for(user: User, body_id: UUID | None, on: date) -> list[UUID]:
    """Whose cases this official works on at the body: their own, and those of whom they stand in for."""
    if body_id is None:
        return [user.pk]
    named = Substitution.objects.of(user, body_id, on)
    return [user.pk, *named.values_list("principal_id", flat=True)]


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
