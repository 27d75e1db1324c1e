"""What the system itself knows: the look that is asked about, the draft of the answer, the paper of the answer."""

from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.documents.public import Document
from ratusha.exchange.public import AccessRecord, Look, journal_of, looks
from ratusha.records.models import DataRequest, Reply
from ratusha.ui import formats


def look_of(party: UUID, look: UUID, language: str, *, user: UUID) -> Look | None:
    """The line of this person's journal, in words; only one that a body has caused can be asked about."""
    row = row_of(party, look)
    return looks([row], user, language)[0] if row else None


def row_of(party: UUID, look: UUID) -> AccessRecord | None:
    return journal_of(party).filter(id=look, body_id__isnull=False).first()


def paper_code(reply: Reply | None) -> str:
    """The code under which the sealed answer is handed out; nothing where there is none."""
    if reply is None or reply.document_id is None:
        return ""
    return Document.objects.values_list("code", flat=True).get(pk=reply.document_id)


def drafted(case: Case, asked: DataRequest, *, user: UUID) -> str:
    """In the language of the person; the official reads, mends and signs it."""
    look = look_of(case.applicant_id, asked.look, case.language, user=user) if asked.look else None
    if look is None:
        return ""
    with translation.override(case.language):
        text = _(
            "On %(moment)s %(body)s received: %(what)s (%(fields)s). For what: %(why)s. Legal basis: %(basis)s."
        ) % {
            "moment": formats.moment(look.at),
            "body": look.who.text,
            "what": look.what.text,
            "fields": ", ".join(field.text for field in look.fields),
            "why": look.why.text,
            "basis": look.legal_basis,
        }
        about = _("It was needed in case %(reference)s.") % {"reference": look.case_reference}
    return f"{text} {about}" if look.case_reference else text
