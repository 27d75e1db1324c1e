"""What only a pilot does: the agreement, the effect, and whether it is scaled."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.models import Evaluation
from ratusha.measures.pilot_checks import require_effect_for_scaling
from ratusha.measures.pilot_rules import PilotStep
from ratusha.measures.rules import require_words

from .moving import move


@transaction.atomic
def agree(case_id: UUID, *, agreement: str, by: User, now: datetime) -> Case:
    """The owner of the site gives access to the means of production free of charge (RUL-12)."""
    missing = _("Name the agreement: number, date, and that access is free of charge.")
    agreement = require_words(agreement, field="agreement", missing=missing)
    return move(case_id, PilotStep.AGREE, by=by, now=now, note=agreement)


@transaction.atomic
def evaluate(
    case_id: UUID,
    *,
    effect: Decimal,
    low: Decimal,
    high: Decimal,
    answers: int,
    text: str,
    by: User,
    now: datetime,
) -> Case:
    """The effect with the interval in which it lies nine times out of ten."""
    if not low <= effect <= high:
        message = _("The effect must lie within its interval.")
        raise RuleBroken("pilot.interval_wrong", message, field="effect")
    text = require_words(text, field="text", missing=_("Write how the effect was found."))
    case = move(case_id, PilotStep.EVALUATE, by=by, now=now)
    Evaluation.objects.create(
        case=case, effect=effect, low=low, high=high, answers=answers, text=text, at=now, by=by
    )
    return case


@transaction.atomic
def scale(case_id: UUID, *, council_reason: str, by: User, now: datetime) -> Case:
    """Only with an effect that is surely above zero, or a reason of the Council."""
    judged = Evaluation.objects.filter(case_id=case_id).last()
    low = judged.low if judged else Decimal()
    require_effect_for_scaling(low, council_reason=council_reason)
    return move(case_id, PilotStep.SCALE, by=by, now=now, note=council_reason.strip())


@transaction.atomic
def extend(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    reasons = require_words(reasons, field="reasons", missing=_("Write why it is extended."))
    return move(case_id, PilotStep.EXTEND, by=by, now=now, note=reasons)


@transaction.atomic
def stop(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    reasons = require_words(reasons, field="reasons", missing=_("Write why it is stopped."))
    return move(case_id, PilotStep.STOP, by=by, now=now, note=reasons)
