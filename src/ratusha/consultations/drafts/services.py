"""The acts of a discussion of a draft."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.law import law
from ratusha.consultations.models import Comment, Draft, Reply, Version
from ratusha.consultations.permissions import ANSWER, MODERATE
from ratusha.consultations.petitions.rules import require_ground
from ratusha.consultations.polls.prepare import require_preparer
from ratusha.consultations.polls.rules import new_code
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken

from . import rules


@dataclass(frozen=True, kw_only=True)
class Text:
    language: str
    title: str
    about: str
    source: str
    closes_on: date


@dataclass(frozen=True, kw_only=True)
class Said:
    """A comment as it was written: about which part, in which language."""

    part: str
    text: str
    language: str


@transaction.atomic
def publish_draft(text: Text, *, body_id: UUID, by: User, now: datetime) -> Draft:
    """The draft is open for comments from today on."""
    require_preparer(by, body_id, now)
    today = timezone.localdate(now)
    rules.require_days(today, text.closes_on, law().drafts.least_days)
    rules.parts_of(text.source)
    draft = Draft.objects.create(
        code=new_code(), body_id=body_id, language=text.language, title=text.title,
        about=text.about, opens_on=today, closes_on=text.closes_on,
    )  # fmt: skip
    Version.objects.create(draft=draft, number=1, source=text.source, at=now)
    record("draft.publish", "draft", draft.code, by=by.pk, body=body_id)
    return draft


def _locked(draft_id: UUID) -> Draft:
    return Draft.objects.select_for_update().get(pk=draft_id)


@transaction.atomic
def add_version(draft_id: UUID, source: str, *, by: User, now: datetime) -> Version:
    """Comments keep their part; what it was before stays readable."""
    draft = _locked(draft_id)
    require_preparer(by, draft.body_id, now)
    if draft.finished_on:
        raise RuleBroken("draft.finished", _("The discussion is finished."))
    rules.parts_of(source)
    number = draft.versions.count() + 1
    version = Version.objects.create(draft=draft, number=number, source=source, at=now)
    record("draft.version", "draft", draft.code, by=by.pk, number=number)
    return version


@transaction.atomic
def comment(draft_id: UUID, said: Said, *, by: User, now: datetime) -> Comment:
    """By a person who is known; so many a day, against floods; the same words twice are one comment."""
    draft, today = _locked(draft_id), timezone.localdate(now)
    rules.require_open(draft.opens_on, draft.closes_on, today)
    if by.party_id is None:
        raise NotPermitted("draft.people_only", _("Only a person comments, as themselves."))
    version = draft.versions.last()
    assert version is not None, "a draft has a text"  # noqa: S101
    rules.require_part_of(said.part, {one.eid for one in version.parts})
    if not said.text.strip():
        raise RuleBroken("draft.comment_missing", _("Write your comment."), field="text")
    mine = Comment.objects.filter(draft=draft, author_id=by.party_id)
    again = mine.filter(part=said.part, text=said.text).first()
    if again:
        return again
    if mine.filter(at__gt=now - timedelta(days=1)).count() >= law().drafts.most_a_day:
        message = _("You have written %(most)s comments today. Come back tomorrow.")
        raise RuleBroken("draft.too_many", message % {"most": law().drafts.most_a_day})
    made = Comment.objects.create(
        draft=draft, version=version, part=said.part, text=said.text, language=said.language,
        author_id=by.party_id, at=now,
    )  # fmt: skip
    record("draft.comment", "draft", draft.code, by=by.pk, part=said.part)
    return made


def _require_may(by: User, permission: str, draft: Draft, now: datetime) -> None:
    if not by.may(permission, draft.body_id, on=timezone.localdate(now)):
        raise NotPermitted("draft.not_your_body", _("You may not do this for this body."))


@transaction.atomic
def hide(comment_id: UUID, *, ground: str, by: User, now: datetime) -> Comment:
    """From the closed list; the place stays, with the ground instead of the words."""
    found = (
        Comment.objects.select_for_update(of=("self",)).select_related("draft").get(pk=comment_id)
    )
    _require_may(by, MODERATE, found.draft, now)
    require_ground(ground, [one.code for one in law().petitions.grounds])
    if found.reply_id:
        raise RuleBroken("draft.answered", _("The comment has been answered."))
    found.hidden_ground = ground
    found.save(update_fields=["hidden_ground"])
    record("draft.hide", "draft", found.draft.code, by=by.pk, comment=str(found.pk), ground=ground)
    return found


@transaction.atomic
def reply(
    draft_id: UUID,
    comments: Collection[UUID],
    *,
    decision: str,
    reasons: str,
    part: str,
    by: User,
    now: datetime,
) -> Reply:
    """One answer to all comments that say the same; each comment is answered once."""
    draft = _locked(draft_id)
    _require_may(by, ANSWER, draft, now)
    rules.require_reasons(decision, reasons)
    if part:
        version = draft.versions.last()
        rules.require_part_of(part, {one.eid for one in version.parts} if version else set())
    chosen = list(draft.comments.select_for_update().filter(pk__in=comments, hidden_ground=""))
    if not chosen:
        raise RuleBroken("draft.no_comments", _("Choose at least one comment."), field="comments")
    if any(one.reply_id for one in chosen):
        raise Conflict("draft.answered_already", _("One of the comments is answered already."))
    made = Reply.objects.create(
        draft=draft, decision=decision, reasons=reasons, part=part, at=now, by=by
    )
    draft.comments.filter(pk__in=[one.pk for one in chosen]).update(reply=made)
    record("draft.reply", "draft", draft.code, by=by.pk, comments=len(chosen), decision=decision)
    return made


@transaction.atomic
def finish(draft_id: UUID, *, by: User, now: datetime) -> Draft:
    """When the days are over and every comment is answered."""
    draft, today = _locked(draft_id), timezone.localdate(now)
    _require_may(by, ANSWER, draft, now)
    if today <= draft.closes_on:
        raise RuleBroken("draft.still_open", _("The discussion still runs."))
    if draft.comments.filter(reply=None, hidden_ground="").exists():
        raise RuleBroken("draft.unanswered", _("A comment has not been answered yet."))
    draft.finished_on = today
    draft.save(update_fields=["finished_on"])
    record("draft.finish", "draft", draft.code, by=by.pk)
    return draft
