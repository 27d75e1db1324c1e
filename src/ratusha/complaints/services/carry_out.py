"""What the body complained about owes after a ruling, and that it has done it."""

from dataclasses import dataclass

from django.db import transaction

from ratusha.audit.public import record
from ratusha.cases.public import CaseMoved
from ratusha.complaints.law import law
from ratusha.complaints.models import Obligation
from ratusha.complaints.permissions import KIND
from ratusha.kernel.terms import Term


@dataclass(frozen=True)
class CarryingOut:
    """How long the body has, and where this is said, in a language."""

    term: Term
    source: str


def carrying_out(language: str) -> CarryingOut:
    rule = law().carrying_out
    return CarryingOut(Term.parse(rule.term), rule.source.cited(language))


@transaction.atomic
def hear_decision(event: CaseMoved) -> None:
    """The case complained about is closed, by a decision or a withdrawal: nothing is owed then. May be told twice."""
    if event.kind == KIND or not event.outcome:
        return
    owed = Obligation.objects.filter(
        case__links__about=event.case_id,
        case__links__kind=KIND,
        ended_at=None,
        made_at__lt=event.at,
    )
    for one in owed.select_related("case").select_for_update(of=("self",)):
        one.ended_at = event.at
        one.save(update_fields=["ended_at"])
        record("complaint.carried_out", "case", one.case.reference, by=None, outcome=event.outcome)
