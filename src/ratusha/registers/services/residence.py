"""Where people are registered. The history is added to; the dwelling's household and the person's address follow."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ratusha.audit.public import record
from ratusha.kernel.events import publish
from ratusha.parties.public import Person, change_address
from ratusha.registers import rules
from ratusha.registers.events import ResidenceRecorded
from ratusha.registers.models import HouseholdMember, Residence
from ratusha.registers.queries import dwelling_at
from ratusha.registers.rules import Stay
from ratusha.territory.public import Address


@transaction.atomic
def record_residence(
    person_id: UUID,
    address: Address,
    *,
    since: date,
    basis: str,
    by: UUID | None,
    now: datetime,
    kind: Stay = Stay.RESIDENCE,
) -> Residence:
    """Register a person at an address from that day. A stay elsewhere leaves the place of residence as it was."""
    _lock(person_id, since, now, kind)
    dwelling = dwelling_at(address)
    if dwelling:  # the register knows its name in every language
        address = Address.from_dict(dwelling.address)
    entry = Residence.objects.create(
        person_id=person_id,
        kind=kind,
        address=address.to_dict(),
        code=address.code,
        dwelling_id=dwelling.pk if dwelling else None,
        since=since,
        basis=basis,
        recorded_by=by,
    )
    if kind == Stay.RESIDENCE:
        _leave_household(person_id, since)
        if dwelling:
            HouseholdMember.objects.create(
                dwelling_id=dwelling.pk, person_id=person_id, since=since
            )
        change_address(person_id, address, by=by)
        publish(ResidenceRecorded(person_id=person_id, since=since, at=now))
    record("residence.record", "person", str(person_id), by=by, kind=kind, since=since)
    return entry


@transaction.atomic
def strike_off(
    person_id: UUID, *, since: date, basis: str, by: UUID | None, now: datetime
) -> Residence:
    """End the registration without a new one."""
    _lock(person_id, since, now, Stay.RESIDENCE)
    entry = Residence.objects.create(
        person_id=person_id, kind=Stay.RESIDENCE, since=since, basis=basis, recorded_by=by
    )
    _leave_household(person_id, since)
    change_address(person_id, None, by=by)
    record("residence.strike_off", "person", str(person_id), by=by, since=since)
    return entry


def _lock(person_id: UUID, since: date, now: datetime, kind: Stay) -> None:
    """Two moves of one person wait for each other, and neither goes back before the last one."""
    Person.objects.select_for_update().get(pk=person_id)
    rules.require_not_future(since, timezone.localdate(now))
    last = Residence.objects.filter(person_id=person_id, kind=kind).order_by("-since").first()
    rules.require_later(since, last.since if last else None)


def _leave_household(person_id: UUID, until: date) -> None:
    left = (
        Residence.objects.filter(person_id=person_id, kind=Stay.RESIDENCE)
        .exclude(dwelling_id=None)
        .values_list("dwelling_id", flat=True)
    )
    members = HouseholdMember.objects.filter(dwelling_id__in=list(left), person_id=person_id)
    members.filter(Q(until=None) | Q(until__gt=until)).update(until=until)
