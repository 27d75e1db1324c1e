"""The application on paper: printed, signed, scanned, lodged; and the receipt."""

from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.public import Draft, filled_in, lodge
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.counter import printing, rules
from ratusha.counter.models import SignedPaper, Visit
from ratusha.counter.queries import paper_of
from ratusha.documents.public import keep_file
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .queue import own_visit
from .visit import drafts_at


def _draft_at(visit: Visit, draft_id: UUID) -> Draft:
    draft = next((one for one in drafts_at(visit) if one.pk == draft_id), None)
    if draft is None:
        raise NotPermitted("counter.not_yours", _("There is no such application at your window."))
    return draft


@transaction.atomic
def print_for_signature(visit_id: UUID, draft_id: UUID, *, by: User, now: datetime) -> bytes:
    """The sheet; an earlier signature counts no more."""
    visit = own_visit(visit_id, by, now)
    draft = _draft_at(visit, draft_id)
    on_paper = filled_in(draft, on=timezone.localdate(now), language=draft.language)
    if not on_paper.complete:
        raise RuleBroken("counter.not_filled", _("Fill in every page first."))
    SignedPaper.objects.update_or_create(
        draft_id=draft.pk,
        defaults={
            "visit": visit,
            "digest": rules.digest(draft.answers),
            "printed_at": now,
            "signed_at": None,
            "scan_id": None,
        },
    )
    record("counter.print", "draft", str(draft.pk), by=by.pk, body=visit.body_id)
    return printing.application(visit, draft, on_paper.groups, now=now)


@transaction.atomic
def record_signed(
    visit_id: UUID,
    draft_id: UUID,
    *,
    scan: "UploadedFile[bytes] | None",
    by: User,
    now: datetime,
) -> SignedPaper:
    """The person has signed before the official's eyes; the scan may be added."""
    visit = own_visit(visit_id, by, now)
    draft = _draft_at(visit, draft_id)
    paper = paper_of(draft.pk)
    rules.require_signed(paper.digest if paper else "", draft.answers, signed=True)
    assert paper is not None  # noqa: S101 - the rule has looked
    if scan is not None:
        kept = keep_file(
            content=scan.read(), name=scan.name or "", by=by, now=now, used_in="application"
        )
        paper.scan_id = kept.pk
    paper.signed_at = now
    paper.save(update_fields=["signed_at", "scan_id"])
    record("counter.signed", "draft", str(draft.pk), by=by.pk, body=visit.body_id)
    return paper


def require_ready(draft: Draft) -> None:
    """Asked by `applications` before a draft of the counter is lodged."""
    paper = paper_of(draft.pk)
    signed = paper is not None and paper.signed_at is not None
    rules.require_signed(paper.digest if paper else "", draft.answers, signed=signed)


@transaction.atomic
def lodge_signed(visit_id: UUID, draft_id: UUID, *, by: User, now: datetime) -> Case:
    visit = own_visit(visit_id, by, now)
    draft = _draft_at(visit, draft_id)
    paper = paper_of(draft.pk)
    with translation.override(draft.language):
        title = _("The signed application")
    scans = [(paper.scan_id, title)] if paper and paper.scan_id else []
    case = lodge(draft.pk, by=by, now=now, papers=scans)
    SignedPaper.objects.filter(pk=draft.pk).update(case=case)
    record("counter.lodge", "case", case.reference, by=by.pk, body=visit.body_id)
    return case


def erase(case: Case) -> None:
    """Called inside the act that erases the case: what was signed goes with it, its scan is a file of the case."""
    SignedPaper.objects.filter(case=case).delete()
