"""From the first page to the last: a draft belongs to the person who types it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.answers import files_in
from ratusha.applications.models import Draft
from ratusha.audit.public import record
from ratusha.documents.public import release_file
from ratusha.exchange.public import Purpose, RegisterUnavailable, ask
from ratusha.kernel.errors import NotPermitted
from ratusha.parties.public import may_act_for
from ratusha.procedures.public import Edition

from .held import forget_held

KEPT_DAYS = 30
PREFILL, EXAMINE, INTERAGENCY = "prefill", "examine", "interagency"  # purposes of the pack


def purpose_of(edition: Edition, code: str, case_reference: str = "") -> Purpose:
    return Purpose(
        code=code,
        legal_basis=edition.promise.source.said(),
        case_reference=case_reference,
        procedure_code=edition.procedure_id,
    )


def known_facts(edition: Edition, applicant_id: UUID, by: User, now: datetime) -> dict[str, Any]:
    """Ask every register that the form draws on; one that is silent now is noted and asked again later."""
    facts: dict[str, Any] = {}
    for service in edition.promise.services:
        try:
            answer = ask(
                service,
                subject=applicant_id,
                purpose=purpose_of(edition, PREFILL),
                by=by,
                body=None,
                now=now,
            )
        except RegisterUnavailable:
            facts[service] = {"unavailable": True}
        else:
            facts[service] = {
                "facts": answer.facts,
                "source": answer.source,
                "as_of": answer.as_of.isoformat(),
            }
    return facts


@transaction.atomic
def begin(
    edition: Edition, *, user: User, applicant_id: UUID, language: str, now: datetime
) -> Draft:
    """The person's running draft of this procedure, or a new one with what the registers know."""
    if user.party_id is None or not may_act_for(
        user.party_id, applicant_id, timezone.localdate(now)
    ):
        raise NotPermitted("application.not_yours", _("You may not apply for this applicant."))
    draft, new = Draft.objects.select_for_update(of=("self",)).get_or_create(
        user=user,
        edition=edition,
        applicant_id=applicant_id,
        lodged_as=None,
        defaults={"language": language, "begun_at": now, "saved_at": now},
    )
    if new or any("unavailable" in fact for fact in draft.facts.values()):
        draft.facts = known_facts(edition, applicant_id, user, now)
        draft.save(update_fields=["facts"])
        if new:
            record("draft.begin", "draft", str(draft.pk), by=user.pk)
    return draft


def _mine(draft_id: UUID, user: User) -> Draft:
    return Draft.objects.mine(user).select_for_update(of=("self",)).get(pk=draft_id)


@transaction.atomic
def save_page(
    draft_id: UUID, page: str, answers: dict[str, Any], *, by: User, language: str, now: datetime
) -> Draft:
    draft = _mine(draft_id, by)
    draft.answers = {**draft.answers, **answers}
    draft.typed = {k: v for k, v in draft.typed.items() if k != page}
    draft.done = [*(p for p in draft.done if p != page), page]
    draft.language, draft.saved_at = language, now
    draft.save(update_fields=["answers", "typed", "done", "language", "saved_at"])
    return draft


@transaction.atomic
def keep_typed(
    draft_id: UUID, page: str, typed: dict[str, list[str]], *, by: User, now: datetime
) -> Draft:
    """Keep the words of a page that did not pass, so that they are there on another device too."""
    draft = _mine(draft_id, by)
    draft.typed = {**draft.typed, page: typed}
    draft.done = [p for p in draft.done if p != page]
    draft.saved_at = now
    draft.save(update_fields=["typed", "done", "saved_at"])
    return draft


@transaction.atomic
def discard(draft_id: UUID, *, by: User) -> None:
    """A draft is the person's own paper: thrown away, nothing of it stays but the trace."""
    draft = _mine(draft_id, by)
    for file in files_in(draft.edition.promise, draft.answers):
        release_file(UUID(file["id"]))
    record("draft.discard", "draft", str(draft.pk), by=by.pk)
    draft.delete()


@transaction.atomic
def forget_old_drafts(*, now: datetime) -> int:
    """Erase what was begun and left: a draft is kept for KEPT_DAYS after it was last saved."""
    left = Draft.objects.filter(lodged_as=None, saved_at__lt=now - timedelta(days=KEPT_DAYS))
    count, _kinds = left.delete()
    forget_held(now=now)
    if count:
        record("draft.forget", "draft", "old", by=None, count=count)
    return count
