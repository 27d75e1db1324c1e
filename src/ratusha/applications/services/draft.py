"""From the first page to the last: a draft belongs to the person who types it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User, find_user
from ratusha.applications.answers import files_in
from ratusha.applications.channels import PORTAL, may_go_on
from ratusha.applications.events import DraftHandedOver
from ratusha.applications.models import Draft
from ratusha.audit.public import record
from ratusha.documents.public import release_file
from ratusha.exchange.public import Purpose, RegisterUnavailable, ask
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.events import publish
from ratusha.parties.public import Act, heads_of
from ratusha.procedures.public import Edition, edition_in_force

from .left import count_as_left, forget_marks

KEPT_DAYS = 30
PREFILL, EXAMINE, INTERAGENCY = "prefill", "examine", "interagency"  # purposes of the pack


def release(files: Iterable[dict[str, str]]) -> None:
    """Files that no draft points to any more are swept away by `documents`."""
    for file in files:
        release_file(UUID(file["id"]))


def purpose_of(edition: Edition, code: str, case_reference: str = "") -> Purpose:
    return Purpose(
        code=code,
        legal_basis=edition.promise.source.said(),
        case_reference=case_reference,
        procedure_code=edition.procedure_id,
    )


def known_facts(
    edition: Edition, applicant_id: UUID, by: User, now: datetime, *, body: UUID | None = None
) -> dict[str, Any]:
    """Ask every register that the form draws on; one that is silent now is noted and asked again later."""
    facts: dict[str, Any] = {}
    for service in edition.promise.services:
        try:
            answer = ask(
                service,
                subject=applicant_id,
                purpose=purpose_of(edition, PREFILL),
                by=by,
                body=body,
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
    edition: Edition,
    *,
    user: User,
    applicant_id: UUID,
    language: str,
    now: datetime,
    channel: str = PORTAL,
    at_body: UUID | None = None,
) -> Draft:
    """The person's running draft of this procedure, or a new one with what the registers know."""
    way = {"channel": channel, "at_body": at_body}
    wanted = Draft(user=user, edition=edition, applicant_id=applicant_id, **way)
    require_mandate(wanted, user, now, Act.PREPARE)
    _bring_up_to_date(edition, user, applicant_id, now)
    draft, new = Draft.objects.select_for_update(of=("self",)).get_or_create(
        user=user,
        edition=edition,
        applicant_id=applicant_id,
        lodged_as=None,
        defaults={"language": language, "begun_at": now, "saved_at": now, **way},
    )
    if new or any("unavailable" in fact for fact in draft.facts.values()):
        draft.facts = known_facts(edition, applicant_id, user, now, body=draft.at_body)
        draft.met_silence |= any("unavailable" in fact for fact in draft.facts.values())
        draft.save(update_fields=["facts", "met_silence"])
        if new:
            record("draft.begin", "draft", str(draft.pk), by=user.pk)
    return draft


def require_mandate(draft: Draft, user: User, now: datetime, act: Act) -> None:
    """Of the day of the act: a mandate may end between beginning and lodging."""
    if not may_go_on(user, draft, timezone.localdate(now), act):
        raise NotPermitted("application.not_yours", _("You may not apply for this applicant."))


def _bring_up_to_date(edition: Edition, user: User, applicant_id: UUID, now: datetime) -> None:
    older = Draft.objects.mine(user).filter(
        applicant_id=applicant_id, edition__procedure=edition.procedure_id
    )
    for draft in older.exclude(edition=edition).select_for_update(of=("self",)):
        _move(draft, edition, user, now)


def _move(draft: Draft, edition: Edition, by: User, now: datetime) -> Draft:
    draft.edition, draft.done, draft.saved_at = edition, [], now
    draft.facts = known_facts(edition, draft.applicant_id, by, now, body=draft.at_body)
    draft.save(update_fields=["edition", "done", "saved_at", "facts"])
    record("draft.follow_the_rules", "draft", str(draft.pk), by=by.pk)
    return draft


@transaction.atomic
def follow_the_rules(draft_id: UUID, *, by: User, now: datetime) -> Draft:
    """Move a draft to the edition in force: the answers stay, and every page is gone through again."""
    draft = _mine(draft_id, by)
    edition = edition_in_force(draft.edition.procedure_id, timezone.localdate(now))
    return draft if edition.pk == draft.edition_id else _move(draft, edition, by, now)


def _mine(draft_id: UUID, user: User) -> Draft:
    drafts = Draft.objects.mine(user).with_edition()
    return drafts.select_for_update(of=("self",)).get(pk=draft_id)


@transaction.atomic
def save_page(
    draft_id: UUID, page: str, answers: dict[str, Any], *, by: User, language: str, now: datetime
) -> Draft:
    draft = _mine(draft_id, by)
    before = files_in(draft.edition.promise, draft.answers)
    draft.answers = {**draft.answers, **answers}
    release([f for f in before if f not in draft.answers.values()])
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
def hand_over(draft_id: UUID, *, by: User, now: datetime) -> Draft:
    """Who prepared it for another gives it to that person, or to the head of that organisation, who is told."""
    draft = _mine(draft_id, by)
    require_mandate(draft, by, now, Act.PREPARE)
    heads = heads_of(draft.applicant_id, timezone.localdate(now))
    owner = find_user(heads[0].pk if heads else draft.applicant_id)
    if owner is None or owner == by:
        message = _("There is nobody with a cabinet to hand it over to.")
        raise RuleBroken("application.nobody_to_lodge", message)
    taken = Draft.objects.mine(owner).filter(
        edition=draft.edition_id, applicant_id=draft.applicant_id
    )
    if taken.exists():
        message = _("An application for this service has been begun there already.")
        raise Conflict("application.begun_already", message)
    draft.user = owner
    draft.saved_at = now
    draft.save(update_fields=["user", "saved_at"])
    record("draft.hand_over", "draft", str(draft.pk), by=by.pk, to=str(owner.pk))
    publish(
        DraftHandedOver(draft_id=draft.pk, agent_id=by.party_id, to_party_id=owner.party_id, at=now)
    )
    return draft


@transaction.atomic
def discard(draft_id: UUID, *, by: User, now: datetime) -> None:
    """A draft is the person's own paper: thrown away, nothing of it stays but the trace."""
    draft = _mine(draft_id, by)
    release(files_in(draft.edition.promise, draft.answers))
    record("draft.discard", "draft", str(draft.pk), by=by.pk)
    count_as_left([draft], now)
    draft.delete()


@transaction.atomic
def forget_old_drafts(*, now: datetime) -> int:
    """Erase what was begun and left: a draft is kept for KEPT_DAYS after it was last saved."""
    left = Draft.objects.filter(lodged_as=None, saved_at__lt=now - timedelta(days=KEPT_DAYS))
    drafts = list(left.select_related("edition"))
    for draft in drafts:
        release(files_in(draft.edition.promise, draft.answers))
    count_as_left(drafts, now)
    forget_marks(timezone.localdate(now))
    count, _kinds = left.delete()
    if count:
        record("draft.forget", "draft", "old", by=None, count=count)
    return count
