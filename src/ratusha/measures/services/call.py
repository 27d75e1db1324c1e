"""The yearly call for pilots: written by one, published with its act by another, questions answered in the open."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.texts import Text
from ratusha.measures.call_rules import (
    code_of_call,
    next_place,
    require_days,
    require_directions,
    require_every_language,
    require_new,
    require_no_person,
    require_not_published,
    require_open,
    require_opens_ahead,
)
from ratusha.measures.law import law, responsible_body
from ratusha.measures.models import Call, CallQuestion, Direction
from ratusha.measures.permissions import PREPARE, may_publish_call, may_write_call
from ratusha.measures.rules import require_act, require_words

NUMBERING = "measures.calls"


@dataclass(frozen=True, kw_only=True)
class CallDraft:
    """What a call says, in each language of the site."""

    name: Text
    terms: Text
    how_to_apply: Text
    sought: Text
    opens_on: date
    closes_on: date

    def words(self) -> dict[str, Text]:
        return {name: said for name, said in asdict(self).items() if isinstance(said, dict)}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What a direction says, in each language of the site."""

    sphere: str
    owner_id: UUID
    name: Text
    problem: Text
    data: Text
    site: Text
    success: Text

    def words(self) -> dict[str, Text]:
        return {name: said for name, said in asdict(self).items() if isinstance(said, dict)}


def _require_writer(by: User, now: datetime) -> None:
    if not may_write_call(by, responsible_body().pk, timezone.localdate(now)):
        raise NotPermitted(
            "pilot.call_not_yours", _("The manager of the programme writes the call.")
        )


def _locked(code: str) -> Call:
    return Call.objects.select_for_update(of=("self",)).get(code=code)


def _require_sound(draft: CallDraft) -> None:
    require_every_language(draft.words())
    require_days(draft.opens_on, draft.closes_on, least=law().pilots.call_days)


@transaction.atomic
def write_call(draft: CallDraft, *, by: User, now: datetime) -> Call:
    _require_writer(by, now)
    _require_sound(draft)
    _hold_numbers()
    require_new(_same_drafts(draft).values_list("code", flat=True))
    call = Call.objects.create(**_place_of(draft), written_by=by, **vars(draft))
    record("pilot.call.write", "call", call.code, by=by.pk)
    return call


def _hold_numbers() -> None:
    """Calls get their codes one after another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [NUMBERING])


def _same_drafts(draft: CallDraft) -> QuerySet[Call]:
    return Call.objects.filter(published_at=None, **vars(draft))


def _place_of(draft: CallDraft) -> dict[str, Any]:
    year = draft.opens_on.year
    codes = Call.objects.filter(code__startswith=str(year)).values_list("code", flat=True)
    return {"year": year, "code": code_of_call(year, codes)}


@transaction.atomic
def rewrite_call(code: str, draft: CallDraft, *, by: User, now: datetime) -> Call:
    """Moved to another year, a draft is of that year and has its next code."""
    _require_writer(by, now)
    _hold_numbers()
    call = _locked(code)
    require_not_published(call.state(timezone.localdate(now)))
    _require_sound(draft)
    require_new(_same_drafts(draft).exclude(pk=call.pk).values_list("code", flat=True))
    moved = draft.opens_on.year != call.year
    changed = {**vars(draft), "written_by": by, **(_place_of(draft) if moved else {})}
    for name, given in changed.items():
        setattr(call, name, given)
    call.save(update_fields=list(changed))
    record("pilot.call.rewrite", "call", call.code, by=by.pk, before=code)
    return call


@transaction.atomic
def add_direction(code: str, problem: Problem, *, by: User, now: datetime) -> Direction:
    _require_writer(by, now)
    call = _locked(code)
    require_not_published(call.state(timezone.localdate(now)))
    require_every_language(problem.words())
    position = next_place(call.directions.values_list("position", flat=True))
    direction = Direction.objects.create(call=call, position=position, **vars(problem))
    record("pilot.direction.add", "call", call.code, by=by.pk, position=position)
    return direction


@transaction.atomic
def drop_direction(code: str, *, position: int, by: User, now: datetime) -> Call:
    """Out of a draft."""
    _require_writer(by, now)
    call = _locked(code)
    require_not_published(call.state(timezone.localdate(now)))
    call.directions.filter(position=position).delete()
    record("pilot.direction.drop", "call", call.code, by=by.pk, position=position)
    return call


@transaction.atomic
def publish_call(code: str, *, act: str, by: User, now: datetime) -> Call:
    """By whom approves lists, never by whom has written it; from now on it is not changed."""
    call = _locked(code)
    today = timezone.localdate(now)
    if not may_publish_call(by, responsible_body().pk, today) or by.pk == call.written_by_id:
        message = _("The call is published by the body that approves lists.")
        raise NotPermitted("pilot.call_not_approved_by_you", message)
    if call.published_at:
        raise Conflict("pilot.call_published", _("It is published already."))
    require_directions(call.directions.count())
    require_opens_ahead(call.opens_on, today)
    call.act, call.published_at, call.published_by = require_act(act), now, by
    call.save(update_fields=["act", "published_at", "published_by"])
    record("pilot.call.publish", "call", call.code, by=by.pk, act=call.act)
    return call


@transaction.atomic
def ask(
    code: str, *, text: str, language: str, body_id: UUID | None, by: User, now: datetime
) -> CallQuestion:
    """By who may apply, while the call is open."""
    today = timezone.localdate(now)
    if not by.may(PREPARE, body_id, on=today):
        message = _("Questions are asked by organisations that may apply.")
        raise NotPermitted("pilot.question_not_yours", message)
    call = _locked(code)
    require_open(call.state(today))
    text = require_words(text, field="text", missing=_("Write the question."))
    require_no_person(text, field="text")
    question = CallQuestion.objects.create(call=call, language=language, text=text, at=now, by=by)
    record("pilot.question.ask", "call", call.code, by=by.pk)
    return question


@transaction.atomic
def answer_question(question_id: UUID, *, answer: str, by: User, now: datetime) -> CallQuestion:
    """Once, for everybody."""
    _require_writer(by, now)
    question = CallQuestion.objects.select_for_update(of=("self",)).get(pk=question_id)
    if question.answered_at:
        raise Conflict("pilot.question_answered", _("This question is answered already."))
    answer = require_words(answer, field="answer", missing=_("Write the answer."))
    require_no_person(answer, field="answer")
    question.answer, question.answered_at, question.answered_by = answer, now, by
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    record("pilot.question.answer", "call", question.call.code, by=by.pk)
    return question


def direction_for(direction_id: UUID, today: date) -> Direction:
    """Under which an application is made that day."""
    found = Direction.objects.select_related("call").filter(pk=direction_id).first()
    if found is None:
        message = _("Choose the direction under which you apply.")
        raise RuleBroken("pilot.direction_missing", message, field="direction")
    require_open(found.call.state(today))
    return found
