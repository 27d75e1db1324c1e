"""What was known on paper of measures that ran before: places, baselines, accepted progress, ratings. By an act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.kernel.errors import RuleBroken
from ratusha.programmes.law import law
from ratusha.programmes.models import Baseline, BaselineStage, Placement, Progress, Rating
from ratusha.programmes.rules import require_answers
from ratusha.steering.public import confidence

from .baseline import PromisedStage, stage_of
from .place import require_keeper, require_place
from .rate import VERSION


@dataclass(frozen=True, kw_only=True)
class PastRating:
    view: str
    on: date
    body_id: UUID
    answers: Mapping[str, tuple[int, str]]


@dataclass(frozen=True, kw_only=True)
class PastProgress:
    stage: int
    share: Decimal
    evidence: str
    on: date
    reported_by: User


@dataclass(frozen=True, kw_only=True)
class Past:
    """Of one measure, each list the oldest first. A baseline is its day, its reason and its stages."""

    case_id: UUID
    placements: Sequence[tuple[str, date]] = ()
    baselines: Sequence[tuple[date, str, Sequence[PromisedStage]]] = ()
    progress: Sequence[PastProgress] = ()
    ratings: Sequence[PastRating] = ()


@transaction.atomic
def take_over_past(
    past: Sequence[Past], *, act: str, body_id: UUID, by: User, now: datetime
) -> None:
    require_keeper(by, body_id, now)
    known = Case.objects.filter(pk__in=[one.case_id for one in past], body_id=body_id).count()
    if known != len(past):
        raise RuleBroken(
            "programme.not_ours", _("Some of these measures are not kept by this body.")
        )
    entered = {"by": by, "at": now}
    Placement.objects.bulk_create(
        Placement(
            case_id=one.case_id, node=node, act=require_place(node, act), since=since, **entered
        )
        for one in past
        for node, since in one.placements
    )
    promised = [
        (
            Baseline(case_id=one.case_id, number=number, taken_on=on, reason=reason, **entered),
            stages,
        )
        for one in past
        for number, (on, reason, stages) in enumerate(one.baselines, 1)
    ]
    Baseline.objects.bulk_create(made for made, _stages in promised)
    BaselineStage.objects.bulk_create(
        stage_of(made, one) for made, stages in promised for one in stages
    )
    Progress.objects.bulk_create(
        Progress(
            case_id=one.case_id, stage=done.stage, share=done.share, evidence=done.evidence, on=done.on,
            accepted_on=done.on, accepted_by=by, by=done.reported_by, at=now,
        )
        for one in past
        for done in one.progress
    )  # fmt: skip
    Rating.objects.bulk_create(
        _rating(one.case_id, given, by, now) for one in past for given in one.ratings
    )
    record("programmes.take_over", "body", str(body_id), by=by.pk, number=len(past), act=act)


def _rating(case_id: UUID, given: PastRating, by: User, now: datetime) -> Rating:
    codes = [one.code for one in law().confidence.questions]
    require_answers(dict(given.answers), codes)
    marks = {code: given.answers[code][0] for code in codes}
    overall = confidence.overall(marks, law().confidence.caps)
    assert overall is not None, "every mark is there"  # noqa: S101 - the rule above has seen to it
    return Rating(
        case_id=case_id, view=given.view, on=given.on, body_id=given.body_id, overall=overall, version=VERSION,
        answers={code: list(given.answers[code]) for code in codes}, by=by, at=now,
    )  # fmt: skip
