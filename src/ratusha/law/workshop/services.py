"""The acts of the workshop. Each locks the draft, asks the rules and the person, and leaves a line of history."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.events import publish as tell
from ratusha.kernel.marked import Finding
from ratusha.kernel.pack import pack
from ratusha.law.compiler.reading.reader import read
from ratusha.law.compiler.reading.table import NotATable
from ratusha.law.publication import publishable
from ratusha.procedures.public import (
    check_text,
    put_in_force,
    read_definition_text,
    rows_of_the_lists,
)

from .events import ProcedurePublished
from .models import DraftMark, RowDraft
from .permissions import COMPILE, PUBLISH
from .reading import Made, made_of, rows_made, with_other_words
from .rules import RESOLVED, Act, State, require_open, require_second_person, require_settled

MOST_ROWS = 200


def _require(by: User, permission: str, body_id: UUID, now: datetime) -> None:
    if not by.may(permission, body_id, on=timezone.localdate(now)):
        raise NotPermitted("workshop.not_yours", _("You may not do this for this body."))


def _locked(draft: RowDraft) -> RowDraft:
    return RowDraft.objects.select_for_update().get(pk=draft.pk)


def _mark(draft: RowDraft, act: Act, by: User, now: datetime, **more: str) -> None:
    DraftMark.objects.create(draft=draft, act=act, by=by, at=now, **more)


@transaction.atomic
def take_in(data: bytes, *, by: User, body_id: UUID, now: datetime) -> list[RowDraft]:
    """A table, pasted or uploaded, becomes a draft for each of its rows."""
    _require(by, COMPILE, body_id, now)
    try:
        made = rows_made(read(data), valid_from=timezone.localdate(now))
    except NotATable as error:
        message = _(
            "There is no table here. Paste rows with their numbers, or save the file as DOCX, HTML or CSV."
        )
        raise RuleBroken("workshop.no_table", message, field="text") from error
    if not made:
        message = _("No row with a number was found, like 2.18. Paste the number with the row.")
        raise RuleBroken("workshop.no_row", message, field="text")
    if len(made) > MOST_ROWS:
        message = _("There are %(number)s rows here; up to %(most)s are taken at once.")
        numbers = {"number": len(made), "most": MOST_ROWS}
        raise RuleBroken("workshop.too_many", message % numbers, field="text")
    return [_kept(one, by, body_id, now) for one in made]


def _kept(made: Made, by: User, body_id: UUID, now: datetime) -> RowDraft:
    draft = RowDraft.objects.create(
        code=made.code,
        body_id=body_id,
        source=made.cells,
        cells=made.cells,
        facts=made.facts,
        to_do=made.to_do,
        text=made.text,
        compiled_at=now,
    )
    _mark(draft, Act.COMPILED, by, now, words=made.text)
    record("law.compile", "row_draft", draft.pk, by=by.pk, body=body_id, procedure=made.code)
    return draft


def resolved(draft: RowDraft) -> dict[str, str]:
    """What was decided of each phrase: the last mark counts."""
    marks = draft.marks.filter(act__in=RESOLVED).values_list("fact", "act")
    return dict(marks)


def open_facts(draft: RowDraft) -> list[str]:
    done = resolved(draft)
    return [fact["key"] for fact in draft.facts if fact["key"] not in done]


def findings(draft: RowDraft) -> list[Finding]:
    """The mistakes of the definition as it stands, with line and mend."""
    return check_text(draft.text, pack().folder, rows_of_the_lists(), code=draft.code)


@transaction.atomic
def settle(
    draft: RowDraft,
    accepted: Iterable[str],
    other_words: dict[str, str],
    *,
    by: User,
    now: datetime,
) -> RowDraft:
    """What a reviewer says of phrases: right, keep as written, or other words that are read anew."""
    draft = _locked(draft)
    _require(by, COMPILE, draft.body_id, now)
    require_open(draft.state)
    done, by_key = resolved(draft), {fact["key"]: fact for fact in draft.facts}
    for key in accepted:
        fact = by_key.get(key)
        if fact and key not in done and key not in other_words:
            act = Act.ACCEPTED if fact["parsed"] else Act.KEPT
            _mark(draft, act, by, now, fact=key, words=fact["phrase"])
    mended = {key: words for key, words in other_words.items() if key in by_key}
    if mended:
        _mend(draft, [(by_key[key], words) for key, words in mended.items()], by, now)
    return draft


def _mend(
    draft: RowDraft, mended: list[tuple[dict[str, Any], str]], by: User, now: datetime
) -> None:
    if draft.by_hand:
        message = _("The definition was changed by hand since: mend its text, not the phrase.")
        raise Conflict("workshop.by_hand", message)
    cells = draft.cells
    for fact, words in sorted(mended, key=lambda one: -one[0]["start"]):  # places before stay right
        cells = with_other_words(cells, fact, words)
        _mark(draft, Act.MENDED, by, now, fact=fact["key"], words=words)
    made = made_of(cells, valid_from=timezone.localdate(now))
    draft.cells, draft.facts, draft.to_do = made.cells, made.facts, made.to_do
    draft.text = made.text
    _reopen(draft)


def _reopen(draft: RowDraft) -> None:
    """Whatever changes is checked as a whole once more."""
    draft.state, draft.reviewed_by, draft.reviewed_at = State.COMPILED, None, None
    draft.save()


def write(draft: RowDraft, text: str, *, by: User, now: datetime) -> RowDraft:
    """The definition as its file holds it, changed by hand. Mistakes are kept too, and told beside it."""
    return rewrite(draft, lambda _before: text, by=by, now=now)


@transaction.atomic
def rewrite(draft: RowDraft, change: Callable[[str], str], *, by: User, now: datetime) -> RowDraft:
    """A change of the text as it stands now, whoever wrote it last."""
    draft = _locked(draft)
    _require(by, COMPILE, draft.body_id, now)
    require_open(draft.state)
    text = change(draft.text)
    if text.strip() != draft.text.strip():
        draft.text, draft.by_hand = text, True
        _mark(draft, Act.WRITTEN, by, now, words=text)
        _reopen(draft)
    return draft


@transaction.atomic
def review(draft: RowDraft, *, by: User, now: datetime) -> RowDraft:
    """The first person answers for the whole."""
    draft = _locked(draft)
    _require(by, COMPILE, draft.body_id, now)
    require_open(draft.state)
    require_settled(open_facts(draft), len(findings(draft)))
    draft.state, draft.reviewed_by, draft.reviewed_at = State.REVIEWED, by, now
    draft.save(update_fields=["state", "reviewed_by", "reviewed_at"])
    _mark(draft, Act.REVIEWED, by, now)
    record("law.review", "row_draft", draft.pk, by=by.pk, body=draft.body_id, procedure=draft.code)
    return draft


@transaction.atomic
def publish(draft: RowDraft, valid_from: date, *, by: User, now: datetime) -> RowDraft:
    """The second person puts it in force: scenarios green, nothing asked twice, changes answered for."""
    draft = _locked(draft)
    _require(by, PUBLISH, draft.body_id, now)
    require_second_person(draft.state, draft.reviewed_by_id, by.pk)
    require_settled(open_facts(draft), len(findings(draft)))
    folder = pack().folder
    definition = read_definition_text(draft.text, folder)
    problems = publishable(definition, folder=folder, now=now)
    if problems:
        message = _("It cannot go into force: %(why)s")
        why = "; ".join(problem.words for problem in problems)
        raise RuleBroken("workshop.not_publishable", message % {"why": why})
    edition = put_in_force(definition, valid_from=valid_from, today=timezone.localdate(now))
    draft.state, draft.edition = State.PUBLISHED, edition
    draft.published_by, draft.published_at = by, now
    draft.save(update_fields=["state", "edition", "published_by", "published_at"])
    _mark(draft, Act.PUBLISHED, by, now, words=draft.text)
    record(
        "law.publish", "edition", edition.pk, by=by.pk, body=draft.body_id, procedure=draft.code,
        draft=str(draft.pk), reviewed_by=str(draft.reviewed_by_id),
    )  # fmt: skip
    tell(
        ProcedurePublished(
            edition_id=edition.pk,
            code=draft.code,
            level=edition.electronic_level,
            valid_from=edition.valid_from,
            at=now,
        )
    )
    return draft
