"""Two people sign: one hands the paper over, another, the head, signs and sends it. Then it is judged."""

import hashlib
import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.events import publish
from ratusha.obligations import public as obligations
from ratusha.plans import permissions, rules
from ratusha.plans.events import PaperMoved
from ratusha.plans.models import Filing, Paper, Review
from ratusha.plans.queries import findings_of, rows_in_force
from ratusha.plans.rules import Act, Kind, Stage

from .begin import ROOM
from .write import lock

ROW = (
    "number", "about", "code", "title", "task", "owner", "quarter", "unit", "direction", "base", "target",
    "money", "source", "risk",
)  # fmt: skip
RESULT = (
    "fact",
    "reason",
    "words",
    "evidence",
    "money",
    "next_steps",
    "known",
    "known_from",
    "difference",
)


@transaction.atomic
def prepare(paper_id: UUID, *, by: User, now: datetime) -> Paper:
    """Complete, as far as the one who prepared it can tell: from here on the head decides."""
    paper, today = lock(paper_id), timezone.localdate(now)
    permissions.require(allowed=permissions.may_prepare(by, paper, today))
    stage = rules.require_move(Stage(paper.stage), Act.PREPARE)
    rules.require_complete(findings_of(paper))
    paper.prepared_at, paper.prepared_by = now, by
    return _moved(paper, stage, Act.PREPARE, by=by, now=now)


@transaction.atomic
def reopen(paper_id: UUID, *, by: User, now: datetime) -> Paper:
    """The head, or who prepared it, wants something else in it."""
    paper, today = lock(paper_id), timezone.localdate(now)
    allowed = permissions.may_prepare(by, paper, today) or permissions.may_sign(by, paper, today)
    permissions.require(allowed=allowed)
    return _moved(
        paper, rules.require_move(Stage(paper.stage), Act.REOPEN), Act.REOPEN, by=by, now=now
    )


@transaction.atomic
def sign(paper_id: UUID, *, by: User, now: datetime) -> Paper:
    """The second signature (R06), not before the year of a report is over (R03); it is at the ministry then."""
    paper, today = lock(paper_id), timezone.localdate(now)
    permissions.require(allowed=permissions.may_sign(by, paper, today))
    stage = rules.require_move(Stage(paper.stage), Act.SIGN)
    prepared_by = paper.prepared_by
    rules.require_second(prepared_by=paper.prepared_by_id, signing=by.pk)
    rules.require_period_over(Kind(paper.kind), paper.year, today)
    rules.require_complete(findings_of(paper))
    if prepared_by is None:  # the database refuses it too
        raise LookupError("nobody has prepared this paper")
    content = content_of(paper)
    number = paper.filings.count() + 1
    Filing.objects.create(
        paper=paper,
        number=number,
        at=now,
        prepared_by=prepared_by,
        signed_by=by,
        content=content,
        digest=digest_of(content),
    )
    evidence = _("%(kind)s for %(year)s, filing No. %(number)s")
    words = {"kind": paper.get_kind_display(), "year": paper.year, "number": number}
    obligations.submit(paper.obligation_id, evidence=evidence % words, by=by, now=now, room=ROOM)
    return _moved(paper, stage, Act.SIGN, by=by, now=now)


def content_of(paper: Paper) -> dict[str, Any]:
    """The paper as plain values: what is signed, and what a digest is made of."""
    told: dict[str, Any] = {
        "kind": paper.kind,
        "body": paper.body.code,
        "year": paper.year,
        "training": paper.training,
        "trained": paper.trained,
    }
    if paper.kind == Kind.PLAN:
        told["rows"] = [{name: getattr(row, name) for name in ROW} for row in rows_in_force(paper)]
    else:
        told["rows"] = [
            {
                **{
                    name: getattr(one.row, name)
                    for name in ("number", "code", "title", "target", "unit")
                },
                "planned": one.row.money,
                **{name: getattr(one, name) for name in RESULT},
            }
            for one in paper.results.select_related("row")
        ]
    plain: dict[str, Any] = json.loads(json.dumps(told, cls=DjangoJSONEncoder))
    return plain


def digest_of(content: dict[str, Any]) -> str:
    return hashlib.sha256(
        json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
    ).hexdigest()


@transaction.atomic
def accept(paper_id: UUID, *, words: str = "", by: User, now: datetime) -> Paper:
    """Frozen from here on. The duty is accepted with it, and stays late if it was."""
    paper, filing, stage = _to_judge(paper_id, Act.ACCEPT, by, now)
    Review.objects.create(
        filing=filing, outcome=Review.Outcome.ACCEPTED, words=words.strip(), at=now, by=by
    )
    obligations.accept(paper.obligation_id, note=words, by=by, now=now, room=ROOM)
    return _moved(paper, stage, Act.ACCEPT, by=by, now=now)


@transaction.atomic
def give_back(paper_id: UUID, *, reason: str, by: User, now: datetime) -> Paper:
    """With a reason; the body mends it within the term of the duty, whose clock stands meanwhile."""
    paper, filing, stage = _to_judge(paper_id, Act.RETURN, by, now)
    duty = obligations.give_back(paper.obligation_id, reason=reason, by=by, now=now, room=ROOM)
    Review.objects.create(
        filing=filing,
        outcome=Review.Outcome.RETURNED,
        words=reason.strip(),
        mend_by=duty.mend_by,
        at=now,
        by=by,
    )
    return _moved(paper, stage, Act.RETURN, by=by, now=now)


def _to_judge(paper_id: UUID, act: Act, by: User, now: datetime) -> tuple[Paper, Filing, Stage]:
    paper = lock(paper_id)
    permissions.require(allowed=permissions.may_check(by, paper, timezone.localdate(now)))
    stage = rules.require_move(Stage(paper.stage), act)
    return paper, paper.filings.latest("number"), stage


def _moved(paper: Paper, stage: Stage, act: Act, *, by: User, now: datetime) -> Paper:
    paper.stage = stage
    paper.save(update_fields=["stage", "prepared_at", "prepared_by"])
    record(
        f"plans.{act.value}",
        "paper",
        paper.pk,
        by=by.pk,
        body=paper.body_id,
        kind=paper.kind,
        year=paper.year,
    )
    publish(
        PaperMoved(
            paper_id=paper.pk,
            kind=paper.kind,
            body_id=paper.body_id,
            year=paper.year,
            act=act.value,
            at=now,
        )
    )
    return paper
