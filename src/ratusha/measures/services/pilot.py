"""What only a pilot does: the agreement, its measurements, the effect, and whether it is scaled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.effect import Effect, Grade, effect_of
from ratusha.measures.models import Agreement, Evaluation, Measurement, PilotTerms
from ratusha.measures.permissions import is_initiator
from ratusha.measures.pilot_checks import Design, require_effect_for_scaling, require_place_named
from ratusha.measures.pilot_rules import PilotStatus, PilotStep
from ratusha.measures.queries import points_of
from ratusha.measures.rules import require_words

from .moving import move


@transaction.atomic
def agree(case_id: UUID, *, agreement: str, starts_on: date, by: User, now: datetime) -> Case:
    """The owner of the site gives access to the means of production free of charge (RUL-12)."""
    missing = _("Name the agreement: number, date, and that access is free of charge.")
    agreement = require_words(agreement, field="agreement", missing=missing)
    case = move(case_id, PilotStep.AGREE, by=by, now=now, note=agreement)
    Agreement.objects.create(case=case, text=agreement, starts_on=starts_on, at=now, by=by)
    return case


@transaction.atomic
def measure(
    case_id: UUID,
    *,
    place: str,
    with_pilot: bool,
    figures: Sequence[tuple[date, Decimal]],
    by: User,
    now: datetime,
) -> list[Measurement]:
    """Figures of one place, from before the pilot too. A later figure for the same day corrects the earlier one."""
    case = lock(case_id)
    today = timezone.localdate(now)
    if not is_initiator(by, case, today):
        raise NotPermitted(
            "measure.not_your_body", _("You may not act for the body of this measure.")
        )
    if case.status != PilotStatus.RUNNING:
        raise RuleBroken("pilot.not_running", _("A pilot is measured while it runs."))
    place = require_words(place, field="place", missing=_("Name the place."))
    if not with_pilot:
        require_place_named(place, PilotTerms.objects.get(pk=case_id).compared_with)
    if any(on > today for on, _value in figures):
        message = _("A figure of a coming day cannot be measured yet.")
        raise RuleBroken("pilot.day_ahead", message, field="figures")
    record("pilot.measure", "case", case.reference, by=by.pk, figures=len(figures))
    return Measurement.objects.bulk_create(
        Measurement(
            case=case, place=place, with_pilot=with_pilot, on=on, value=value, at=now, by=by
        )
        for on, value in figures
    )


@dataclass(frozen=True, kw_only=True)
class Stated:
    """An effect that is an opinion of experts, with the interval they give it."""

    effect: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@transaction.atomic
def evaluate(
    case_id: UUID,
    *,
    answers: int,
    text: str,
    by: User,
    now: datetime,
    cost: Decimal | None = None,
    side_effects: str = "",
    sites: Sequence[tuple[str, Decimal]] = (),
    stated: Stated | None = None,
) -> Case:
    """The effect and where it lies nine times out of ten: computed, or stated where it is an opinion."""
    text = require_words(text, field="text", missing=_("Write how the effect was found."))
    case = move(case_id, PilotStep.EVALUATE, by=by, now=now)
    terms = PilotTerms.objects.get(pk=case_id)
    found = _opinion(stated or Stated()) if terms.design == Design.OPINION else computed(case)
    Evaluation.objects.create(
        case=case, effect=_kept(found.effect), low=_kept(found.low), high=_kept(found.high),
        p=None if terms.design == Design.OPINION else found.p, grade=found.grade, points=found.points,
        warned=list(found.warned), answers=answers, cost=cost, sites=[[name, str(paid)] for name, paid in sites],
        side_effects=side_effects.strip(), text=text,
        at=now, by=by,
    )  # fmt: skip
    return case


def computed(case: Case) -> Effect:
    """By the comparison that the application has chosen (Q02)."""
    terms = PilotTerms.objects.get(pk=case.pk)
    agreement = Agreement.objects.get(pk=case.pk)
    towards = 1 if terms.target > terms.baseline else -1
    return effect_of(terms.design, points_of(case), begun=agreement.starts_on, towards=towards)


def _opinion(stated: Stated) -> Effect:
    if stated.effect is None or stated.low is None or stated.high is None:
        message = _("Write the effect and its interval: it is an opinion of experts.")
        raise RuleBroken("pilot.effect_missing", message, field="effect")
    if not stated.low <= stated.effect <= stated.high:
        message = _("The effect must lie within its interval.")
        raise RuleBroken("pilot.interval_wrong", message, field="effect")
    return Effect(float(stated.effect), float(stated.low), float(stated.high), 1, Grade.D, 0)


def _kept(value: float) -> Decimal:
    return Decimal(str(round(value, 3)))


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
