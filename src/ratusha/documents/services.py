"""The only code that writes papers and files. Each function is one act: all of it happens, or none."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import Event, publish
from ratusha.kernel.texts import Text
from ratusha.parties.public import is_organisation, party_name

from . import intake, paper, permissions, rules, tokens
from .keys import sealer
from .models import Content, Document, Revocation, StoredFile
from .seal import blank_mark, seal_file
from .verification import token_of

Actor = User | UUID | None
UNUSED_FOR = timedelta(hours=24)


def actor_id(by: Actor) -> UUID | None:
    return by.pk if isinstance(by, User) else by


@transaction.atomic
def keep_file(
    *,
    content: bytes,
    name: str,
    by: Actor,
    now: datetime,
    max_bytes: int = intake.MAX_BYTES,
    used_in: str = "",
) -> StoredFile:
    """Check the content and keep it; the same bytes of the same owner are kept once.

    A file that nothing uses goes after a day: say `used_in` here, or `use_file` later.
    """
    checked = intake.check(content, max_bytes=max_bytes)
    owner = (by.party_id or by.pk) if isinstance(by, User) else by
    if owner is None:
        raise ValueError("a file has an owner")
    digest = hashlib.sha256(checked.content).hexdigest()
    same = StoredFile.objects.filter(owner_id=owner, sha256=digest).first()
    kept = same.content if same else Content.objects.create(body=checked.content)
    stored = StoredFile.objects.create(
        owner_id=owner,
        name=intake.clean_name(name, checked.media_type),
        media_type=checked.media_type,
        size=len(checked.content),
        sha256=digest,
        content=kept,
        kept_at=now,
        used_at=now if used_in else None,
        used_in=used_in,
    )
    record("documents.keep_file", "file", str(stored.pk), by=actor_id(by), size=stored.size)
    return stored


@transaction.atomic
def use_file(file_id: UUID, *, used_in: str, now: datetime) -> None:
    """Say that the file belongs to something now: from here on it lives as long as that does."""
    StoredFile.objects.filter(pk=file_id, used_at=None).update(used_at=now, used_in=used_in)


@transaction.atomic
def release_file(file_id: UUID) -> None:
    """Nothing uses the file any more: the next sweep takes it if it is a day old."""
    StoredFile.objects.filter(pk=file_id).update(used_at=None, used_in="")


@transaction.atomic
def sweep_unused_files(*, now: datetime) -> int:
    """Delete what was uploaded and never used for a day; what another table still points to stays."""
    unused = StoredFile.objects.filter(used_at=None, kept_at__lt=now - UNUSED_FOR)
    gone = 0
    for stored in unused.select_for_update(skip_locked=True)[:500]:
        try:
            with transaction.atomic():
                StoredFile.objects.filter(pk=stored.pk).delete()
                if not StoredFile.objects.filter(content=stored.content_id).exists():
                    Content.objects.filter(pk=stored.content_id).delete()
        except (models.ProtectedError, IntegrityError):
            continue
        gone += 1
    record("documents.sweep_unused_files", "file", "", by=None, count=gone)
    return gone


def erase_files(file_ids: Collection[UUID]) -> None:
    """Called inside the act that erases the case they were brought to; bytes that another file still has stay."""
    contents = set(StoredFile.objects.filter(pk__in=file_ids).values_list("content_id", flat=True))
    StoredFile.objects.filter(pk__in=file_ids).delete()
    still = StoredFile.objects.filter(content__in=contents).values_list("content_id", flat=True)
    Content.objects.filter(pk__in=contents.difference(still)).delete()


def site_address(language: str, name: str, *arguments: str) -> str:
    with translation.override(language):
        return settings.SITE_ADDRESS.rstrip("/") + reverse(name, args=arguments)


@transaction.atomic
def issue(
    *,
    kind: str,
    holder_id: UUID,
    body_id: UUID,
    case_reference: str,
    language: str,
    title: str,
    paragraphs: Sequence[str],
    facts: Sequence[tuple[str, ...]],
    number: str,
    signed_by: str,
    legal_basis: str,
    issued_at: datetime,
    valid_until: date | None,
    sample: bool,
    by: Actor,
    appeal: str = "",
    holder_name: str = "",
    holder_details: Sequence[str] = (),
    body_name: str = "",
) -> Document:
    """Write the paper, seal it, enter it in the register. A fact is (what, content) or (what, content, origin).

    `title` is shown to whoever has the code: it says what the paper is, never whose. Names not given are looked up.
    """
    if not paper.printable(title).strip():
        raise ValueError("a document has a title")
    seals = sealer()
    holder = holder_name or party_name(holder_id, language)
    document = Document(
        kind=kind,
        number=number or next_number(case_reference, body_id),
        code=rules.new_code(),
        key=rules.new_key(),
        holder_id=holder_id,
        holder_name=holder,
        holder_short=holder if is_organisation(holder_id) else rules.initials(holder),
        body_id=body_id,
        body_name=body_name or party_name(body_id, language),
        case_reference=case_reference,
        language=language,
        title=title,
        issued_at=issued_at,
        issued_by_id=actor_id(by),
        valid_until=valid_until,
        sample=sample,
        key_id=seals.key_id,
    )
    document.token = tokens.write(token_of(document), seals)
    sheet = paper.Paper(
        language=language,
        body=document.body_name,
        title=title,
        number=document.number,
        issued_at=issued_at,
        holder=document.holder_name,
        holder_details=holder_details,
        paragraphs=paragraphs,
        facts=[(f[0], f[1], f[2] if len(f) > 2 else "") for f in facts],  # noqa: PLR2004
        legal_basis=legal_basis,
        appeal=appeal,
        valid_until=valid_until,
        lasting=kind == rules.CERTIFICATE,
        signed_by=signed_by,
        sample=sample,
        code=rules.spaced(document.code),
        key_id=seals.key_id,
        address=f"{site_address(language, 'documents:verified', document.key)}#{document.token}",
        check_page=site_address(language, "documents:verify"),
        marks=[f"ratusha-token-1-{document.token}", blank_mark(seals.key_id)],
    )
    content, document.seal = seal_file(paper.render(sheet), seals)
    document.sha256 = hashlib.sha256(content).hexdigest()
    document.size = len(content)
    document.content = Content.objects.create(body=content)
    document.save(force_insert=True)
    record("documents.issue", "document", document.number, by=actor_id(by), body=body_id, kind=kind)
    return document


def next_number(case_reference: str, body_id: UUID) -> str:
    """The case's own reference and the ordinal in it: no counter that all cases of a body would wait for."""
    if not case_reference:
        return rules.spaced(rules.new_code())
    earlier = Document.objects.filter(case_reference=case_reference, body_id=body_id).count()
    return f"{case_reference}/{earlier + 1}"


@transaction.atomic
def note_reading(document: Document, *, by: User) -> None:
    """An official opened a person's paper: the journal knows."""
    record("documents.read", "document", document.number, by=by.pk, body=document.body_id)


@dataclass(frozen=True, kw_only=True)
class DocumentRevoked(Event):
    document_id: UUID
    holder_id: UUID
    body_id: UUID
    case_reference: str
    at: datetime


@transaction.atomic
def revoke(document_id: UUID, *, reason: Text, by: Actor, now: datetime) -> Revocation:
    """Lock, check, add the revocation, leave a trace, announce. Cannot be taken back."""
    document = Document.objects.select_for_update().get(pk=document_id)
    if isinstance(by, User):
        permissions.check_may_revoke(by, document, on=timezone.localdate(now))
    if Revocation.objects.filter(document=document).exists():
        raise RuleBroken("document.revoked", _("This document has already been revoked."))
    if not any(words.strip() for words in reason.values()):
        raise RuleBroken("document.reason", _("Say why the document is revoked."), field="reason")
    actor = actor_id(by)
    record("documents.revoke", "document", document.number, by=actor, body=document.body_id)
    publish(
        DocumentRevoked(
            document_id=document.pk,
            holder_id=document.holder_id,
            body_id=document.body_id,
            case_reference=document.case_reference,
            at=now,
        )
    )
    return Revocation.objects.create(
        document=document, reason=reason, revoked_at=now, revoked_by_id=actor
    )
