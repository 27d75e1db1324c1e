"""Who does what to measures and pilots. Nobody judges what their own body proposes or carries out."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission
from ratusha.cases.public import Case

from .models.measure import Measure

MEASURE, PILOT = "measure", "pilot"
KINDS = (MEASURE, PILOT)

PREPARE = declare_permission("measures.prepare", _("Prepare measures and pilots of the body"))
MANAGE = declare_permission("measures.manage", _("Route measures and keep the programme"))
EXAMINE = declare_permission("measures.examine", _("Examine technical passports and give opinions"))
INCLUDE = declare_permission(
    "measures.include", _("Record the act that approves a programme or a list")
)
COUNCIL = declare_permission(
    "measures.council", _("Keep the agenda and the protocol of the Council")
)
CHAIR = declare_permission("measures.chair", _("Chair the Council on digital projects"))
VOTE = declare_permission("measures.vote", _("Vote in the Council on digital projects"))
REGISTER = declare_permission("measures.register", _("Accept systems into the register of systems"))
OVERSEE = declare_permission(
    "measures.oversee", _("Read all measures and pilots, for state control")
)
ALL = (PREPARE, MANAGE, EXAMINE, INCLUDE, COUNCIL, CHAIR, VOTE, REGISTER, OVERSEE)
OVER_ALL = (MANAGE, INCLUDE, COUNCIL, CHAIR, VOTE, REGISTER, OVERSEE)


def _at(user: User | None, permission: str, body_id: UUID | None, on: date) -> bool:
    return user is not None and user.may(permission, body_id, on=on)


def is_initiator(user: User | None, case: Case, on: date) -> bool:
    """Prepares measures for the body that has proposed this one."""
    return _at(user, PREPARE, case.applicant_id, on)


def is_apart(user: User | None, case: Case, on: date) -> bool:
    """Neither prepares what this body proposes nor works for who carries it out."""
    if user is None or is_initiator(user, case, on) or case.lodged_by_id == user.pk:
        return False
    return not works_for_implementer(user, case, on)


def _implementer(case: Case) -> UUID | None:
    return Measure.objects.values_list("implementer_id", flat=True).get(pk=case.pk)


def works_for_implementer(user: User | None, case: Case, on: date) -> bool:
    """Where the body that proposes a measure carries it out itself, its own people stay apart by their acts."""
    implementer = _implementer(case)
    return implementer != case.applicant_id and _at(user, PREPARE, implementer, on)


def may_hand_over(user: User | None, case: Case, on: date) -> bool:
    """The implementer; the initiator for one who is not among the organisations here."""
    return works_for_implementer(user, case, on) or (
        _implementer(case) in {None, case.applicant_id} and is_initiator(user, case, on)
    )


def may_manage(user: User | None, case: Case, on: date) -> bool:
    return _at(user, MANAGE, case.body_id, on) and is_apart(user, case, on)


def may_examine(user: User | None, case: Case, on: date) -> bool:
    """An expert of the organisation that was asked, who neither routes measures nor proposes this one."""
    asked = Measure.objects.values_list("examined_by", flat=True).get(pk=case.pk)
    if not _at(user, EXAMINE, asked, on) or _at(user, MANAGE, case.body_id, on):
        return False
    return is_apart(user, case, on)


def may_include(user: User | None, case: Case, on: date) -> bool:
    """The apparatus of the Government; who includes has not routed."""
    has = user is not None and bool(user.bodies_with(INCLUDE, on=on))
    return has and not _at(user, MANAGE, case.body_id, on) and is_apart(user, case, on)


def may_write_call(user: User | None, body_id: UUID | None, on: date) -> bool:
    """The manager of the programme prepares the yearly directions and answers questions about them."""
    return _at(user, MANAGE, body_id, on)


def may_publish_call(user: User | None, body_id: UUID | None, on: date) -> bool:
    """Who approves lists, and does not write the directions."""
    has = user is not None and bool(user.bodies_with(INCLUDE, on=on))
    return has and not may_write_call(user, body_id, on)


def may_register(user: User | None, case: Case, on: date) -> bool:
    return _at(user, REGISTER, case.body_id, on) and is_apart(user, case, on)


def may_keep_council(user: User | None, body_id: UUID | None, on: date) -> bool:
    """The secretary, who keeps the agenda and never votes."""
    return _at(user, COUNCIL, body_id, on)


def may_chair(user: User | None, body_id: UUID | None, on: date) -> bool:
    return _at(user, CHAIR, body_id, on)


def may_look_around(user: User, body_id: UUID | None, on: date) -> bool:
    """Anybody who has a part in measures at the body they act for."""
    return any(_at(user, permission, body_id, on) for permission in ALL)
