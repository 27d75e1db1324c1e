"""What a pilot has shown comes to one place after another: the plan of a place, and what is covered there."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.adoption import plans_of
from ratusha.measures.models import Measure, RolloutFact, RolloutPlan
from ratusha.measures.rollout_rules import (
    Planned,
    require_apart,
    require_fact_sound,
    require_facts_open,
    require_plan_open,
    require_plan_sound,
)
from ratusha.measures.rules import require_words
from ratusha.territory.public import lineage

from .moving import for_initiator


@transaction.atomic
def plan_place(
    case_id: UUID,
    *,
    place: str,
    counted: str,
    whole: int,
    starts_on: date,
    ends_on: date,
    by: User,
    now: datetime,
) -> RolloutPlan:
    """Said again, it replaces what was planned for this place; what was planned before is kept."""
    case = for_initiator(case_id, by, now)
    require_plan_open(Measure.objects.get(pk=case_id).purpose, case.status)
    require_plan_sound(Planned(whole, starts_on, ends_on))
    counted = require_words(counted, field="counted", missing=_("Write what is counted."))
    found = lineage(place)
    if not found or found[0] != place:
        raise RuleBroken("rollout.place_unknown", _("Choose the place."), field="place")
    require_apart(found, [lineage(one) for one in plans_of(case)])
    record("rollout.plan", "case", case.reference, by=by.pk, place=place)
    return RolloutPlan.objects.create(
        case=case, place=place, counted=counted, whole=whole, starts_on=starts_on, ends_on=ends_on,
        at=now, by=by,
    )  # fmt: skip


@transaction.atomic
def enter_covered(
    case_id: UUID, *, place: str, on: date, covered: int, evidence: str, by: User, now: datetime
) -> RolloutFact:
    case = for_initiator(case_id, by, now)
    require_facts_open(Measure.objects.get(pk=case_id).purpose, case.status)
    plan = plans_of(case).get(place)
    if plan is None:
        message = _("Choose a place that is planned.")
        raise RuleBroken("rollout.place_not_planned", message, field="place")
    require_fact_sound(covered, plan.planned, on=on, today=timezone.localdate(now))
    evidence = require_words(evidence, field="evidence", missing=_("Name the evidence."))
    record("rollout.cover", "case", case.reference, by=by.pk, place=place)
    return RolloutFact.objects.create(
        case=case, place=place, on=on, covered=covered, evidence=evidence, at=now, by=by
    )
