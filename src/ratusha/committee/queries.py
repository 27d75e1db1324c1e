"""Finding tasks and those they can be given to, without writing anything."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from ratusha.accounts.public import User
from ratusha.appeals.public import KIND as APPEAL
from ratusha.cases.public import Case
from ratusha.issues.public import ISSUE
from ratusha.parties.public import Organisation
from ratusha.territory.public import Unit

from .models import Task, TaskQuerySet
from .permissions import may_see, works_there

GROUNDS = (ISSUE, APPEAL)  # kinds of case that a task may follow from


def reached_from(user: User, body_id: UUID | None, on: date) -> TaskQuerySet:
    """Those of the committee one acts for, and those its organisation is to carry out."""
    mine = Q(pk__in=[])
    if may_see(user, body_id, on):
        mine |= Q(committee=body_id)
    if works_there(user, body_id, on):
        mine |= Q(organisation=body_id)
    found = Task.objects.filter(mine).select_related("duty", "organisation", "committee")
    return found.with_past()


def bodies_of(committee: Organisation) -> QuerySet[Organisation]:
    """The bodies of its territory and those under it."""
    units = Unit.objects.filter(lineage__overlap=list(committee.serves))
    there = Q(parent=committee) | Q(serves__overlap=list(units.values_list("code", flat=True)))
    return Organisation.objects.filter(there, is_body=True).exclude(pk=committee.pk)


def find_case(committee: Organisation, reference: str) -> Case | None:
    """An issue or an appeal at the committee or a body of its territory."""
    found = Case.objects.filter(reference=reference, kind__in=GROUNDS).first()
    if found is None or found.body_id == committee.pk:
        return found
    return found if bodies_of(committee).filter(pk=found.body_id).exists() else None
