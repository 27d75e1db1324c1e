"""Finding measures, passports and what stands in the way, without writing anything."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.cases.public import Case

from .effect import Point
from .incident_rules import SUSPENDS
from .law import law
from .looking import findings_on_similar, similar_to
from .models import (
    AgendaItem,
    BenefitReview,
    Commissioning,
    Condition,
    Direction,
    Incident,
    Measure,
    Measurement,
    Opinion,
    PassportVersion,
)
from .passport.check import Finding, examine
from .passport.definition import PILOT_LEAVES_OUT, Answers, Form, form
from .passport.reading import rows
from .passport.ruling import Circumstances
from .permissions import EXAMINE, KINDS, OVER_ALL, PILOT, PREPARE
from .rules import review_days


def reached_from(user: User, body_id: UUID | None, on: date) -> QuerySet[Case]:
    """What one has a part in at the body one acts for: its own measures, those it examines, or all of them."""
    cases = Case.objects.filter(kind__in=KINDS)
    if any(user.may(permission, body_id, on=on) for permission in OVER_ALL):
        return cases
    mine = Q(pk__in=[])
    if user.may(PREPARE, body_id, on=on):
        carried = Measure.objects.filter(implementer_id=body_id).values("pk")
        mine |= Q(applicant_id=body_id) | Q(pk__in=carried)
    if user.may(EXAMINE, body_id, on=on):
        mine |= Q(pk__in=Measure.objects.filter(examined_by=body_id).values("pk"))
    return cases.filter(mine)


def open_directions(today: date) -> QuerySet[Direction]:
    """Under which an application for a pilot can be made that day."""
    there = Direction.objects.select_related("call").exclude(call__published_at=None)
    return there.filter(call__opens_on__lte=today, call__closes_on__gte=today)


def form_of(case: Case) -> Form:
    """A pilot has the light passport: the same form without the blocks that only a measure needs."""
    whole = form()
    if case.kind != PILOT:
        return whole
    blocks = [one for one in whole.blocks if one.code not in PILOT_LEAVES_OUT]
    return Form(whole.code, whole.source, blocks)


def last_version(case: Case) -> PassportVersion | None:
    return PassportVersion.objects.filter(case=case).last()


def last_returned(case: Case) -> PassportVersion | None:
    returned = PassportVersion.objects.filter(case=case, opinion__result=Opinion.Result.RETURNED)
    return returned.last()


def returns(case: Case) -> QuerySet[Opinion]:
    """By experts, since the Council decided the last time."""
    decided = (
        AgendaItem.objects.filter(case=case).exclude(decided_at=None).order_by("decided_at").last()
    )
    returned = Opinion.objects.filter(version__case=case, result=Opinion.Result.RETURNED)
    return returned.filter(at__gt=decided.decided_at) if decided else returned


def times_returned(case: Case) -> int:
    return returns(case).count()


def findings_of(case: Case, answers: Answers, today: date) -> list[Finding]:
    measure = Measure.objects.get(pk=case.pk)
    programme = law().programme(measure.programme)
    returned = last_returned(case)
    beside = Circumstances(
        pilot=case.kind == PILOT,
        today=today,
        years=programme.years if programme else None,
        returned=returned.answers if returned else None,
        sources=tuple(measure.sources),
    )
    found = examine(answers, form_of(case), beside)
    if case.kind != PILOT:
        found += findings_on_similar(answers, similar_to(case, answers))
    return found


def measurements_of(case: Case, until: datetime | None = None) -> list[Measurement]:
    """What was measured of a pilot; of two figures for one place and day the later one counts."""
    found = Measurement.objects.filter(case=case).select_related("by")
    if until:
        found = found.filter(at__lte=until)
    return list({(one.place, one.on): one for one in found}.values())


def incidents_of(case: Case) -> QuerySet[Incident]:
    """The last first, with what was done."""
    return Incident.objects.filter(case=case).select_related("by").prefetch_related("answers__by")


def grave_incidents(case: Case) -> QuerySet[Incident]:
    return Incident.objects.filter(case=case, severity__in=SUSPENDS)


def points_of(case: Case, until: datetime | None = None) -> list[Point]:
    return [
        Point(one.place, one.with_pilot, one.on, float(one.value))
        for one in measurements_of(case, until)
    ]


def days_of_reviews(case: Case) -> list[tuple[int, date]]:
    """Of a measure in operation: after how many months, and on which day."""
    since = Commissioning.objects.values_list("at", flat=True).get(pk=case.pk)
    return review_days(timezone.localdate(since), law().duties.reviews)


def reviewed(case: Case) -> list[int]:
    return list(BenefitReview.objects.filter(case=case).values_list("months", flat=True))


def promised_by(case: Case) -> list[dict[str, Any]]:
    """The indicators of the last passport: what was and what is to be."""
    version = last_version(case)
    told = rows(version.answers, "indicators", "indicators") if version else []
    return [
        {name: one.get(name) for name in ("name", "unit", "baseline", "target")} for one in told
    ]


def conditions_of(case: Case) -> QuerySet[Condition]:
    sealed = Condition.objects.filter(item__case=case).exclude(item__session__sealed_at=None)
    return sealed.select_related("item__session", "met_by")
