"""What a complaint that is granted does to the case complained about. Kinds of one floor meet only here."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.applications import public as applications
from ratusha.cases.public import Case
from ratusha.complaints import public as complaints
from ratusha.complaints.public import ComplaintDecided

ACTS = {
    complaints.Status.CANCELLED: applications.annul,
    complaints.Status.RETURNED: applications.reopen,
    complaints.Status.CHANGED: applications.reopen,
}


def carry_out(event: ComplaintDecided) -> None:
    """Cancel the decision, and have the application decided anew if it is returned or changed. May be told twice.

    The reason is read by whoever checks the document, so it names the norm and nothing of what a person wrote.
    """
    act = ACTS.get(complaints.Status(event.result))
    case = Case.objects.filter(pk=event.case_id, kind=applications.KIND).first()
    if act is None or case is None or _is_done(event):
        return
    ruling = complaints.Ruling.objects.select_related("by").get(pk=event.complaint_id)
    reason = _reason(event, case.language)
    act(case.pk, reason=reason, by=ruling.by, now=event.at, **_term(event, case.language))


def _reason(event: ComplaintDecided, language: str) -> str:
    with translation.override(language):
        if event.result == complaints.Status.CHANGED:
            said = _("Changed by the higher body on a complaint (%(source)s).")
        else:
            said = _("Cancelled by the higher body on a complaint (%(source)s).")
    return said % {"source": event.legal_source}


def _term(event: ComplaintDecided, language: str) -> dict[str, Any]:
    """What is changed is decided already: the body only writes it, in a term of its own."""
    if event.result != complaints.Status.CHANGED:
        return {}
    rule = complaints.carrying_out(language)
    return {"term": rule.term, "source": rule.source}


def _is_done(event: ComplaintDecided) -> bool:
    """The decision complained about stands no more, perhaps another one does."""
    standing = applications.Decision.objects.filter(case=event.case_id, cancelled_at=None)
    return not standing.filter(decided_at__lte=event.at).exists()
