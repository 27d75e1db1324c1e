"""Offices are loaded from the pack; their heads keep people, needs and training."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.pack import Pack
from ratusha.kernel.words import require_words
from ratusha.systems.law import body_called
from ratusha.systems.models import (
    Certificate,
    CompetenceNeed,
    Office,
    Specialist,
    TrainingLine,
)
from ratusha.systems.offices.rules import (
    check_load,
    require_days_in_order,
    require_time_for_an_effect,
)
from ratusha.systems.permissions import OFFICE
from ratusha.systems.rules import require_sound

from . import duties

LONGEST = 4000


@transaction.atomic
def load_offices(pack: Pack) -> int:
    """Bring the offices in line with the pack; a second run changes nothing."""
    told = pack.yaml("offices.yaml")["offices"]
    for one in told:
        Office.objects.update_or_create(
            code=one["code"],
            defaults={
                "kind": one["kind"], "body": body_called(one["body"]),
                "sphere": one.get("sphere", ""), "region": one.get("region", ""), "act": one.get("act", ""),
                "sample": one.get("sample", True),
            },
        )  # fmt: skip
    record("office.load", "office", "pack", by=None, count=len(told))
    return len(told)


@transaction.atomic
def enter_specialist(
    code: str, *, role: str, level: int, since: date, by: User | None, user: User | None = None
) -> Specialist:
    office = _office(code, by, since)
    made = Specialist.objects.create(office=office, user=user, role=role, level=level, since=since)
    record("office.enter", "office", code, by=by.pk if by else None, role=role, level=level)
    return made


@transaction.atomic
def load_specialist(
    specialist_id: UUID, *, quarter: str, load: int, by: User, now: datetime
) -> Specialist:
    """T02: nobody works more than 120 per cent."""
    found = (
        Specialist.objects.select_for_update(of=("self",))
        .select_related("office")
        .get(pk=specialist_id)
    )
    _require_head(found.office, by, timezone.localdate(now))
    loads = {**found.loads, quarter: load}
    require_sound(check_load(loads))
    found.loads = loads
    found.save(update_fields=["loads"])
    record("office.load_specialist", "specialist", found.pk, by=by.pk, quarter=quarter, load=load)
    return found


@transaction.atomic
def enter_certificate(
    specialist_id: UUID, *, title: str, valid_from: date, valid_to: date | None, by: User, now: datetime
) -> Certificate:  # fmt: skip
    found = Specialist.objects.select_related("office").get(pk=specialist_id)
    _require_head(found.office, by, timezone.localdate(now))
    title = require_words(
        title, code="office.certificate", field="title", missing=_("Write what it certifies."), longest=300,
    )  # fmt: skip
    require_days_in_order(valid_from, valid_to)
    made = Certificate.objects.create(
        specialist=found, title=title, valid_from=valid_from, valid_to=valid_to
    )
    record("office.certificate", "specialist", found.pk, by=by.pk)
    return made


@transaction.atomic
def need(code: str, *, by: User | None, on: date, **told: Any) -> CompetenceNeed:
    office = _office(code, by, on)
    made = CompetenceNeed.objects.create(office=office, **told)
    record(
        "office.need",
        "office",
        code,
        by=by.pk if by else None,
        role=made.role,
        quarter=made.quarter,
    )
    return made


@transaction.atomic
def ask_for_training(
    code: str, *, kind: str, role: str, level: int, course: str, provider: str, budget: Decimal | None,
    quarter: str, by: User | None, on: date,
) -> TrainingLine:  # fmt: skip
    office = _office(code, by, on)
    course = require_words(
        course,
        code="office.course",
        field="course",
        missing=_("Write what is to be learnt."),
        longest=300,
    )
    made = TrainingLine.objects.create(
        office=office, kind=kind, role=role, level=level, course=course, provider=provider.strip(),
        budget=budget, quarter=quarter,
    )  # fmt: skip
    record("office.training", "office", code, by=by.pk if by else None, role=role, quarter=quarter)
    return made


@transaction.atomic
def finish_training(line_id: UUID, *, reached: int, by: User, now: datetime) -> TrainingLine:
    found = _line(line_id, by, now)
    if found.done_on:
        raise RuleBroken("office.training_done", _("It is finished already."))
    found.done_on, found.reached = timezone.localdate(now), reached
    found.save(update_fields=["done_on", "reached"])
    duties.declare_effect(found, by=by, now=now)
    record("office.finish_training", "training", found.pk, by=by.pk, reached=reached)
    return found


@transaction.atomic
def tell_effect(line_id: UUID, *, effect: str, by: User, now: datetime) -> TrainingLine:
    """What is different when there has been time for it; before that nobody can know."""
    found, today = _line(line_id, by, now), timezone.localdate(now)
    if not found.done_on:
        raise RuleBroken("office.training_open", _("It is not finished yet."))
    require_time_for_an_effect(duties.effect_from(found.done_on), today)
    found.effect = require_words(
        effect,
        code="office.effect",
        field="effect",
        missing=_("Write what is different now."),
        longest=LONGEST,
    )
    found.effect_on = today
    found.save(update_fields=["effect", "effect_on"])
    duties.effect_told(found, by=by, now=now)
    record("office.effect", "training", found.pk, by=by.pk)
    return found


def _line(line_id: UUID, by: User, now: datetime) -> TrainingLine:
    found = (
        TrainingLine.objects.select_for_update(of=("self",))
        .select_related("office")
        .get(pk=line_id)
    )
    _require_head(found.office, by, timezone.localdate(now))
    return found


def _office(code: str, by: User | None, on: date) -> Office:
    found = Office.objects.get(code=code)
    if by:
        _require_head(found, by, on)
    return found


def _require_head(office: Office, by: User, on: date) -> None:
    if not by.may(OFFICE, office.body_id, on=on):
        raise NotPermitted("office.not_yours", _("You do not lead this office."))
