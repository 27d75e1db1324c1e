"""What every act on a case does beside its change: hold the case, leave a trace, tell who was acted for."""

from datetime import datetime
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.audit.public import entry_of
from ratusha.cases.events import ActedForApplicant
from ratusha.cases.models import Case
from ratusha.kernel.events import publish
from ratusha.kernel.rows import Statement
from ratusha.parties.public import Mandate


def lock(case_id: UUID) -> Case:
    """The case, held against everybody else until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case_id)


def trace(
    case: Case,
    act: str,
    by: User | None,
    *,
    body: UUID | None = None,
    **details: object,
) -> None:
    entry(case, act, by, body=body, **details).run()


def entry(
    case: Case, act: str, by: User | None, *, body: UUID | None = None, **details: object
) -> Statement:
    return entry_of(
        f"case.{act}",
        "case",
        case.reference,
        by=by.pk if by else None,
        body=body,
        **details,
    )


def acted_for(case: Case, act: str, mandate: Mandate | None, now: datetime) -> None:
    """Who was acted for is told: by whom, what, and by which mandate."""
    if mandate is None:
        return
    trace(case, "act_for", None, deed=act, mandate=str(mandate.pk))
    publish(
        ActedForApplicant(
            case_id=case.pk,
            kind=case.kind,
            act=act,
            mandate_id=mandate.pk,
            agent_id=mandate.person_id,
            at=now,
        )
    )
