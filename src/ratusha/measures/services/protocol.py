"""The protocol: sealed once, and only then its decisions take effect (K06). And the conditions they set."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import lock
from ratusha.documents.public import Document, issue
from ratusha.kernel.errors import Conflict, NotPermitted
from ratusha.measures.composition import Paper, extract_of, protocol_of
from ratusha.measures.council_rules import Phase, require_phase
from ratusha.measures.law import law
from ratusha.measures.models import Condition, Session
from ratusha.measures.permissions import is_initiator
from ratusha.measures.queries import conditions_of
from ratusha.measures.rules import Status, Step, require_words

from .agenda import lock_session, trace
from .duties import CONDITION, declare_condition, duty, fulfil, period_of
from .moving import move
from .room import require_chair

PROTOCOL, EXTRACT, CORRECTION = "council_protocol", "council_extract", "council_correction"


@transaction.atomic
def seal_protocol(session_id: UUID, *, by: User, now: datetime) -> Session:
    """The chair signs; every initiator gets an extract of their item; the measures move."""
    session = lock_session(session_id)
    require_chair(by, session, now)
    require_phase(session.phase, Phase.CLOSED)
    document = issue_paper(
        protocol_of(session), session, holder=session.body_id, number=session.number, by=by, now=now
    )
    session.phase, session.sealed_at, session.document_id = Phase.SEALED, now, document.pk
    session.save(update_fields=["phase", "sealed_at", "document_id"])
    for item in session.items.select_related("case"):
        number = f"{session.number}/{item.position}"
        issue_paper(
            extract_of(item), session, holder=item.case.applicant_id, number=number, by=by, now=now,
            case_reference=item.case.reference,
        )  # fmt: skip
        for condition in item.conditions.all():
            declare_condition(condition, by=by, now=now)
        move(
            item.case_id, item.decision, by=None, caused_by=by, now=now, note=item.ground or number
        )
    trace("seal", session, by, document=str(document.pk))
    return session


def issue_paper(
    paper: Paper,
    session: Session,
    *,
    kind: str = PROTOCOL,
    holder: UUID,
    number: str,
    by: User,
    now: datetime,
    case_reference: str = "",
) -> Document:
    rules = law().council.source
    return issue(
        kind=EXTRACT if case_reference else kind,
        holder_id=holder,
        body_id=session.body_id,
        case_reference=case_reference,
        language=paper.language,
        title=paper.title,
        paragraphs=paper.paragraphs,
        facts=paper.facts,
        number=number,
        signed_by=by.display_name,
        legal_basis=law().acts["edict_381"].cited(paper.language),
        issued_at=now,
        valid_until=None,
        sample=rules.confidence == "sample",
        by=by,
    )


@transaction.atomic
def meet_condition(condition_id: UUID, *, evidence: str, by: User, now: datetime) -> Condition:
    """The initiator shows how a condition was met. Met late, it stays late; the last one lets the measure go on."""
    found = Condition.objects.select_for_update(of=("self",)).select_related("item__session")
    condition = found.get(pk=condition_id)
    case = lock(condition.item.case_id)
    today = timezone.localdate(now)
    if not is_initiator(by, case, today):
        raise NotPermitted(
            "measure.not_your_body", _("You may not act for the body of this measure.")
        )
    if condition.met_on or case.status != Status.CONDITIONS:
        raise Conflict("council.condition_met", _("This condition is met, or no longer matters."))
    condition.evidence = require_words(evidence, field="evidence", missing=_("Name the evidence."))
    condition.met_on, condition.met_by = today, by
    condition.save(update_fields=["evidence", "met_on", "met_by"])
    fulfil(duty(CONDITION, case, period_of(condition)), evidence=condition.evidence, by=by, now=now)
    record("council.meet_condition", "case", case.reference, by=by.pk, condition=str(condition.pk))
    if not conditions_of(case).filter(met_on=None).exists():
        move(case.pk, Step.MEET_CONDITIONS, by=None, caused_by=by, now=now)
    return condition
