"""A sealed protocol is never edited: what is wrong is corrected by a new signed document that names the old one."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.documents.public import Document
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.call_rules import next_place
from ratusha.measures.composition import (
    correction_of,
    corrections_of_extract,
    extract_of,
    words_of,
)
from ratusha.measures.council_rules import Phase, require_correction, require_phase
from ratusha.measures.models import AgendaItem, ProtocolCorrection, Session
from ratusha.measures.rules import require_words

from .agenda import lock_session, trace
from .protocol import CORRECTION, issue_paper
from .room import require_chair


@transaction.atomic
def correct_protocol(
    session_id: UUID,
    *,
    item: UUID | None,
    stood: str,
    reads: str,
    reasons: str,
    by: User,
    now: datetime,
) -> ProtocolCorrection:
    """By a chair; words alone: what was decided stands until another session. Extracts with them go out again."""
    session = lock_session(session_id)
    require_chair(by, session, now)
    require_phase(session.phase, Phase.SEALED)
    about = _item(session, item)
    stood = require_words(stood, field="stood", missing=_("Quote what stands in the protocol."))
    reads = require_words(reads, field="reads", missing=_("Write what is to be read instead."))
    reasons = require_words(reasons, field="reasons", missing=_("Write why it is corrected."))
    require_correction(stood, reads, words_of(session, about))
    number = _next_number(session)
    made = ProtocolCorrection(
        session=session, item=about, number=number, stood=stood, reads=reads, reasons=reasons, at=now, by=by,
    )  # fmt: skip
    document = issue_paper(
        correction_of(made), session, kind=CORRECTION, holder=session.body_id,
        number=f"{session.number}-{number}", by=by, now=now,
    )  # fmt: skip
    made.document_id = document.pk
    made.save(force_insert=True)
    items = [about] if about else list(session.items.select_related("case"))
    for one in items:
        if made in corrections_of_extract(one):
            _send_again(one, number, by=by, now=now)
    trace("correct", session, by, document=str(document.pk))
    return made


def _next_number(session: Session) -> int:
    """After every document that was issued: these stay when a correction is erased with its measure."""
    head = f"{session.number}-"
    issued = Document.objects.filter(
        kind=CORRECTION, body_id=session.body_id, number__startswith=head
    )
    tails = [one.removeprefix(head) for one in issued.values_list("number", flat=True)]
    return next_place(int(tail) for tail in tails if tail.isdecimal())


def _item(session: Session, item: UUID | None) -> AgendaItem | None:
    if item is None:
        return None
    found = session.items.select_related("case").filter(pk=item).first()
    if found is None:
        raise RuleBroken(
            "council.item_missing", _("Choose the item of the protocol."), field="item"
        )
    return found


def _send_again(item: AgendaItem, number: int, *, by: User, now: datetime) -> None:
    """The earlier extract stays; the new one says what was corrected."""
    session = item.session
    issue_paper(
        extract_of(item), session, holder=item.case.applicant_id,
        number=f"{session.number}/{item.position}-{number}", by=by, now=now,
        case_reference=item.case.reference,
    )  # fmt: skip
