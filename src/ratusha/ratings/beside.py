"""Marks beside the cases of a story, for whoever answers; the pages of an organisation here and among issues."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from ratusha.accounts.public import User
from ratusha.issues.public import Executor

from .models import Given, Organisation
from .permissions import acts_for


def marks_beside(cases: Iterable[UUID], *, user: User, on: date) -> dict[UUID, int]:
    """Of twenty. Who acts for an organisation never reads who gave it which marks."""
    given = Given.objects.filter(pk__in=list(cases)).select_related("organisation", "case__rating")
    return {
        one.pk: one.case.rating.sum_of_marks
        for one in given
        if not acts_for(user, one.organisation.party_id, on)
    }


def address_of(executor: Executor) -> str:
    """What people say of who mends; empty where nobody has rated it."""
    found = Organisation.objects.filter(_of(executor)).first()
    return found.get_absolute_url() if found else ""


def _of(executor: Executor) -> Q:
    return (
        Q(party_id=executor.body_id) if executor.body_id else Q(party_id=None, code=executor.code)
    )


def mends_as(organisation: Organisation) -> Executor | None:
    """Under which it is given issues, if it is."""
    if organisation.party_id:
        return Executor.objects.filter(body_id=organisation.party_id).first()
    return Executor.objects.filter(body_id=None, code=organisation.code).first()
