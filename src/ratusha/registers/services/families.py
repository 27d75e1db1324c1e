"""Acts of civil status that tie people: births, marriages, their end."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.parties.public import (
    Names,
    Person,
    Role,
    end_mandate,
    give_mandate,
    mandates_between,
    register_person,
)
from ratusha.parties.public import record_death as end_of_days
from ratusha.registers import rules
from ratusha.registers.events import BirthRecorded, DeathRecorded
from ratusha.registers.models import FamilyTie
from ratusha.registers.rules import OTHER_SIDE, Register, Tie


def _tie(person_id: UUID, relative_id: UUID, kind: Tie, since: date, basis: str) -> None:
    """Both sides at once, so that each of the two finds the other near."""
    rules.require_two(person_id, relative_id)
    sides = ((person_id, relative_id, kind), (relative_id, person_id, OTHER_SIDE[kind]))
    FamilyTie.objects.bulk_create(
        FamilyTie(person_id=one, relative_id=other, kind=side, since=since, basis=basis)
        for one, other, side in sides
    )


@transaction.atomic
def tie_parent(
    child_id: UUID,
    parent_id: UUID,
    *,
    since: date,
    basis: str,
    by: UUID | None,
    adopted: bool = False,
) -> None:
    """Who is a parent in the register acts for the child while it is small."""
    _tie(child_id, parent_id, Tie.PARENT, since, basis)
    record("family.tie_parent", "person", str(child_id), by=by, parent=str(parent_id))
    give_mandate(
        parent_id,
        principal_id=child_id,
        role=Role.ADOPTER if adopted else Role.PARENT,
        source=_source(basis),
        since=since,
        by=by,
    )


def _source(basis: str) -> str:
    return f"{Register.POPULATION.value}: {basis}"[:200]


@transaction.atomic
def appoint_guardian(
    ward_id: UUID,
    guardian_id: UUID,
    *,
    since: date,
    until: date | None,
    basis: str,
    by: UUID | None,
) -> None:
    """A body of guardianship has appointed: the guardian acts for the ward until the register says otherwise."""
    _tie(ward_id, guardian_id, Tie.GUARDIAN, since, basis)
    record("family.appoint_guardian", "person", str(ward_id), by=by, guardian=str(guardian_id))
    give_mandate(
        guardian_id,
        principal_id=ward_id,
        role=Role.GUARDIAN,
        source=_source(basis),
        since=since,
        until=until,
        by=by,
    )


@transaction.atomic
def end_guardianship(
    ward_id: UUID, guardian_id: UUID, *, until: date, by: UUID | None, now: datetime
) -> None:
    """From the day after `until` the former guardian acts for the ward no more."""
    rules.require_not_future(until, timezone.localdate(now))
    for one, other in ((ward_id, guardian_id), (guardian_id, ward_id)):
        kinds = (Tie.GUARDIAN, Tie.WARD)
        FamilyTie.objects.of(one, *kinds).filter(relative_id=other, until=None).update(until=until)
    for mandate in mandates_between(guardian_id, ward_id, until):
        if mandate.role == Role.GUARDIAN:
            end_mandate(mandate.pk, until, by=by)
    record("family.end_guardianship", "person", str(ward_id), by=by, guardian=str(guardian_id))


@transaction.atomic
def record_birth(
    *,
    personal_number: str,
    names: Names,
    sex: str,
    born_on: date,
    citizenship: str,
    parents: Sequence[UUID],
    basis: str,
    by: UUID | None,
    now: datetime,
) -> Person:
    """A new person of the register with ties to the parents; where the child lives is recorded apart."""
    child = register_person(
        personal_number=personal_number,
        names=names,
        sex=sex,
        birth_date=born_on,
        citizenship=citizenship,
        by=by,
    )
    for parent_id in parents:
        tie_parent(child.pk, parent_id, since=born_on, basis=basis, by=by)
    publish(BirthRecorded(child_id=child.pk, parent_ids=list(parents), at=now))
    return child


@transaction.atomic
def record_death(
    person_id: UUID, *, died_on: date, basis: str, by: UUID | None, now: datetime
) -> None:
    """A marriage ends with it. Who is close may have a right now, so the event names them."""
    rules.require_not_future(died_on, timezone.localdate(now))
    close = FamilyTie.objects.in_force(died_on).of(person_id, Tie.SPOUSE, Tie.PARENT, Tie.CHILD)
    ties = list(close.order_by("since", "id").values_list("relative_id", "kind"))
    end_of_days(person_id, died_on, by=by)
    for spouse in [relative for relative, kind in ties if kind == Tie.SPOUSE]:
        for one, other in ((person_id, spouse), (spouse, person_id)):
            tied = FamilyTie.objects.of(one, Tie.SPOUSE).filter(relative_id=other, until=None)
            tied.update(until=died_on)
    record("family.record_death", "person", str(person_id), by=by, basis=basis)
    relatives = list(dict.fromkeys(relative for relative, _kind in ties))
    publish(DeathRecorded(person_id=person_id, relative_ids=relatives, died_on=died_on, at=now))


@transaction.atomic
def record_marriage(one: UUID, other: UUID, *, since: date, basis: str, by: UUID | None) -> None:
    """Both must be free: locked in one order, so that two marriages at once cannot slip through."""
    list(Person.objects.select_for_update().filter(pk__in=(one, other)).order_by("pk"))
    if FamilyTie.objects.filter(person_id__in=(one, other), kind=Tie.SPOUSE, until=None).exists():
        raise RuleBroken("marriage.not_free", _("One of the two is married already."))
    _tie(one, other, Tie.SPOUSE, since, basis)
    record("family.record_marriage", "person", str(one), by=by, spouse=str(other))


@transaction.atomic
def end_marriage(
    one: UUID, other: UUID, *, until: date, basis: str, by: UUID | None, now: datetime
) -> None:
    rules.require_not_future(until, timezone.localdate(now))
    sides = ((one, other), (other, one))
    ended = sum(
        FamilyTie.objects.filter(person_id=a, relative_id=b, kind=Tie.SPOUSE, until=None).update(
            until=until
        )
        for a, b in sides
    )
    if ended != len(sides):
        raise RuleBroken("marriage.none", _("These two are not married."))
    record("family.end_marriage", "person", str(one), by=by, spouse=str(other), basis=basis)
