"""The file of a case as plain values and as files: everything that is kept about it, and nothing that is not.

People at work are named by what they were in the case (applicant, official, the system): who acted is in the journal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ratusha.accounts.public import User
from ratusha.cases.public import Case, Rating, is_applicant
from ratusha.documents.public import Document, StoredFile, standing_of
from ratusha.exchange.public import journal_of, requests_of_case
from ratusha.kernel.texts import in_language
from ratusha.parties.public import party_name

from .parts import NOTES, part_of

FORMAT = "ratusha-case-1"


@dataclass(frozen=True)
class CaseFile:
    """`record` is what case.json says; `files` are the papers by their path in the package."""

    record: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)


def gather(case: Case, *, language: str, on: date) -> CaseFile:
    """`on`: the day for which the standing of the issued documents is told."""
    files: dict[str, bytes] = {}
    own = part_of(case, language)
    said = own.pop(NOTES, {})
    record = {
        "format": FORMAT,
        **_about(case, language),
        "history": [
            {"step": s.step, "label": s.label, "status": s.status, "at": s.at, "by": _as(s.by, case),
             "note": said.get(s.pk, s.note)}
            for s in case.history.select_related("by", "case")
        ],
        "clock": [
            {"tick": e.tick, "on": e.on, "term": e.term, "reason": e.reason, "source": e.source, "at": e.at}
            for e in case.clock.all()
        ],
        "messages": [
            {"from": "applicant" if m.from_applicant else "body", "text": m.text, "at": m.at}
            for m in case.messages.all()
        ],
        "attachments": list(_attachments(case, files)),
        "documents": list(_documents(case, files, on)),
        "requests": [
            {"service": r.service, "question": r.question, "to": party_name(r.to_body_id, language),
             "sent_at": r.sent_at, "due_on": r.due_on, "answered_at": r.answered_at, "facts": r.facts}
            for r in requests_of_case(case.reference)
        ],
        "looks": [
            {"at": one.at, "service": one.service, "fields": one.fields, "purpose": one.purpose,
             "legal_basis": one.legal_basis, "body": party_name(one.body_id, language) if one.body_id else ""}
            for one in journal_of(case.applicant_id).filter(case_reference=case.reference)
        ],
        "rating": _rating(case),
        **own,
    }  # fmt: skip
    return CaseFile(record, files)


def _about(case: Case, language: str) -> dict[str, Any]:
    plain = (
        "reference", "kind", "subject_code", "status", "outcome", "language", "channel", "lodged_at",
        "lodged_on", "due_on", "stopped_on", "closed_on",
    )  # fmt: skip
    return {
        "title": in_language(case.title, language).text,
        "applicant": party_name(case.applicant_id, language),
        "body": party_name(case.body_id, language),
        **{name: getattr(case, name) for name in plain},
    }


def _as(user: User | None, case: Case) -> str:
    if user is None:
        return "system"
    return "applicant" if is_applicant(user, case, case.lodged_on) else "official"


def _attachments(case: Case, files: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    kept = StoredFile.objects.select_related("content").in_bulk(
        [one.file_id for one in case.attachments.all()]
    )
    for number, one in enumerate(case.attachments.all(), 1):
        file = kept.get(one.file_id)
        path = f"attachments/{number:02}-{file.name}" if file else ""
        if file:
            files[path] = bytes(file.content.body)
        yield {
            "title": one.title,
            "at": one.at,
            "file": path,
            "sha256": file.sha256 if file else "",
        }


def _documents(case: Case, files: dict[str, bytes], on: date) -> Iterator[dict[str, Any]]:
    issued = Document.objects.with_standing().filter(
        case_reference=case.reference, holder_id=case.applicant_id
    )
    for document in issued.select_related("content").order_by("issued_at"):
        path = f"documents/{document.number.replace('/', '-')}.pdf"
        files[path] = bytes(document.content.body)
        yield {
            "number": document.number,
            "title": document.title,
            "kind": document.kind,
            "issued_at": document.issued_at,
            "valid_until": document.valid_until,
            "standing": standing_of(document, on).value,
            "code": document.code,
            "file": path,
        }


def _rating(case: Case) -> dict[str, Any] | None:
    rating = Rating.objects.filter(case=case).first()
    if rating is None:
        return None
    marks = ("simplicity", "information", "term", "politeness", "comment", "at")
    return {name: getattr(rating, name) for name in marks}
