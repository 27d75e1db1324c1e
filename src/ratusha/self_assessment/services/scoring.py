"""Two blind assessors and a reviewer: opening, marking, settling, closing."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.documents.public import StoredFile, keep_file
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.self_assessment.bank import (
    Bank,
    ScoringState,
    after_marking,
    bank,
    counted,
    differing,
    require_reviewer,
    require_settled,
    require_two_people,
)
from ratusha.self_assessment.models import Mark, Scoring
from ratusha.self_assessment.permissions import COORDINATE
from ratusha.self_assessment.rules import ADDRESS

from .answering import Copy

DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Found:
    """What an assessor found of a feature."""

    is_there: bool
    minutes: int
    evidence: str = ""
    picture: Copy | None = None
    sha256: str = ""  # of the page as saved, where there is no picture


def bank_of(scoring: Scoring) -> Bank:
    """The features of the edition in which the unit is looked at."""
    return bank().of_year(timezone.localdate(scoring.opened_at).year)


def marks_of(scoring: Scoring, user_id: UUID) -> dict[str, bool]:
    """The newest mark of a person on each feature."""
    rows = Mark.objects.filter(scoring=scoring, by=user_id).values_list("feature", "is_there")
    return dict(rows)


@transaction.atomic
def open_scoring(
    unit: str, *, first: User, second: User, reviewer: User, by: User, body_id: UUID, now: datetime
) -> Scoring:
    if not by.may(COORDINATE, body_id, on=timezone.localdate(now)):
        raise NotPermitted("self_assessment.not_yours", _("You may not do this for this body."))
    require_two_people(first.pk, second.pk, reviewer.pk)
    made = Scoring.objects.create(
        unit=unit, body_id=body_id, first=first, second=second, reviewer=reviewer, opened_at=now
    )
    record("self_assessment.open_scoring", "scoring", made.pk, by=by.pk, body=body_id)
    return made


@transaction.atomic
def mark(scoring: Scoring, found: dict[str, Found], *, by: User, now: datetime) -> Scoring:
    """By an assessor: any feature while marking, only those they differ on while reconciling."""
    scoring = Scoring.objects.select_for_update().get(pk=scoring.pk)
    if by.pk not in {scoring.first_id, scoring.second_id}:
        raise NotPermitted("self_assessment.not_assessor", _("Only the two assessors mark."))
    open_to = _open_to(scoring)
    among = bank_of(scoring)
    for code, one in found.items():
        if code not in open_to:
            raise Conflict("self_assessment.not_open", _("This feature is not open any more."))
        if one.evidence and not ADDRESS.fullmatch(one.evidence):
            message = _("“%(address)s” is not an address. Write it in full, with https://.")
            raise RuleBroken("self_assessment.address", message % {"address": one.evidence[:80]})
        kept, digest = _proof(scoring, code, one, by, now)
        is_there = counted(found=one.is_there, minutes=one.minutes, most=among.minutes)
        Mark.objects.create(
            scoring=scoring, feature=code, is_there=is_there, minutes=one.minutes,
            evidence=one.evidence, picture=kept, sha256=digest, by=by, at=now,
        )  # fmt: skip
    first, second = marks_of(scoring, scoring.first_id), marks_of(scoring, scoring.second_id)
    scoring.state = after_marking(first, second, among)
    scoring.save(update_fields=["state"])
    record("self_assessment.mark", "scoring", scoring.pk, by=by.pk, body=scoring.body_id)
    return scoring


def _proof(
    scoring: Scoring, code: str, found: Found, by: User, now: datetime
) -> tuple[StoredFile | None, str]:
    """The picture with its digest, or the digest alone; of the same evidence what was kept before stays."""
    if found.picture is not None:
        kept = keep_file(
            content=found.picture.content, name=found.picture.name, by=by, now=now, used_in="self_assessment"
        )  # fmt: skip
        if not kept.media_type.startswith("image/"):
            message = _("“%(name)s” is not a picture.")
            raise RuleBroken("self_assessment.picture", message % {"name": found.picture.name[:80]})
        return kept, kept.sha256
    digest = found.sha256.lower()
    if digest and not DIGEST.fullmatch(digest):
        message = _("“%(digest)s” is not a digest SHA-256: 64 digits and letters a to f.")
        raise RuleBroken("self_assessment.digest", message % {"digest": found.sha256[:80]})
    before = Mark.objects.filter(scoring=scoring, feature=code, by=by).last()
    if before and before.evidence == found.evidence and digest in {"", before.sha256}:
        return before.picture, before.sha256
    return None, digest


def _open_to(scoring: Scoring) -> set[str]:
    if scoring.state == ScoringState.MARKING:
        return bank_of(scoring).codes()
    if scoring.state == ScoringState.RECONCILING:
        first, second = marks_of(scoring, scoring.first_id), marks_of(scoring, scoring.second_id)
        return set(differing(first, second))
    return set()


@transaction.atomic
def settle(scoring: Scoring, values: dict[str, bool], *, by: User, now: datetime) -> Scoring:
    """By the reviewer: what is left of their differences; then it is closed."""
    scoring = Scoring.objects.select_for_update().get(pk=scoring.pk)
    require_reviewer(is_reviewer=by.pk == scoring.reviewer_id)
    if scoring.state != ScoringState.REVIEW:
        raise Conflict("self_assessment.not_in_review", _("It is not the reviewer's turn."))
    first, second = marks_of(scoring, scoring.first_id), marks_of(scoring, scoring.second_id)
    require_settled(first, second, values)
    for code in differing(first, second):
        Mark.objects.create(
            scoring=scoring, feature=code, is_there=values[code], minutes=0, by=by, at=now
        )
    scoring.state, scoring.closed_at = ScoringState.CLOSED, now
    scoring.save(update_fields=["state", "closed_at"])
    record("self_assessment.close_scoring", "scoring", scoring.pk, by=by.pk, body=scoring.body_id)
    return scoring
