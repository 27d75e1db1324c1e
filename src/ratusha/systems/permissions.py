"""Who does what in the register. The owner writes, approvers agree, the registrar accepts: never one for another."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

from .models import Asked, Filing

KEEP = declare_permission("systems.keep", _("Write the cards of the systems of the body"))
APPROVE = declare_permission("systems.approve", _("Agree on systems for the body that is asked"))
REGISTER = declare_permission("systems.register", _("Accept cards into the register of systems"))
OVERSEE = declare_permission("systems.oversee", _("Read the whole register of systems"))
OFFICE = declare_permission(
    "systems.office", _("Keep the people and the training of an office of digitalisation")
)
ALL = (KEEP, APPROVE, REGISTER, OVERSEE)


def has_part(user: User, body_id: UUID | None, on: date) -> bool:
    return any(user.may(one, body_id, on=on) for one in ALL)


def may_keep(user: User, owner_id: UUID, on: date) -> bool:
    return user.may(KEEP, owner_id, on=on)


def may_answer(user: User, asked: Asked, on: date) -> bool:
    """For the body that was asked, by somebody who does not write for the owner."""
    return user.may(APPROVE, asked.body_id, on=on) and not may_keep(user, asked.filing.owner_id, on)


def may_register(user: User, filing: Filing, registrar_id: UUID, on: date) -> bool:
    """At the registrar, by somebody who neither wrote it, nor writes for its owner, nor agreed to it."""
    if not user.may(REGISTER, registrar_id, on=on) or may_keep(user, filing.owner_id, on):
        return False
    own = user.pk in (filing.begun_by_id, filing.asked_by_id)
    return not own and not filing.asked.filter(by=user).exists()
