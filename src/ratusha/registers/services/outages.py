"""The switch for drills: a register that is down answers nobody until it is brought up."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ratusha.audit.public import record
from ratusha.kernel.texts import Text
from ratusha.registers.models import Outage
from ratusha.registers.rules import Register


@transaction.atomic
def take_down(register: Register, reason: Text, *, by: UUID | None, now: datetime) -> None:
    """Taking down what is down already changes nothing."""
    _outage, began = Outage.objects.get_or_create(
        register=register, ended_at=None, defaults={"reason": reason, "began_at": now}
    )
    if began:
        record("register.take_down", "register", register, by=by)


@transaction.atomic
def bring_up(register: Register, *, by: UUID | None, now: datetime) -> None:
    if Outage.objects.filter(register=register, ended_at=None).update(ended_at=now):
        record("register.bring_up", "register", register, by=by)
