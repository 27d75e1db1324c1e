"""Beside the way: suspending by an act and going on, another programme, and mending what was published."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, Tick, lock, resume_clock, stop_clock
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures.incident_rules import require_incidents_answered
from ratusha.measures.law import law
from ratusha.measures.models import ActRecorded, Baseline, Correction, Measure, Suspension
from ratusha.measures.passport.reading import day, number
from ratusha.measures.permissions import may_manage
from ratusha.measures.queries import grave_incidents, last_version
from ratusha.measures.rules import require_act, require_words

TRANSFERRED = "transfer"


def _for_manager(case_id: UUID, by: User, now: datetime) -> Case:
    case = lock(case_id)
    if not may_manage(by, case, timezone.localdate(now)):
        raise NotPermitted(
            "measure.not_managed_by_you", _("The manager of the programme does this.")
        )
    if case.closed_on:
        raise RuleBroken("measure.closed", _("It is closed already."))
    return case


@transaction.atomic
def suspend(case_id: UUID, *, act: str, reasons: str, by: User, now: datetime) -> Case:
    """Everything stands still, the clock too; the status stays what it was."""
    case = _for_manager(case_id, by, now)
    if Suspension.objects.filter(case=case, ended_at=None).exists():
        raise Conflict("measure.suspended", _("It is suspended already."))
    act = require_act(act)
    reasons = require_words(reasons, field="reasons", missing=_("Write why it is suspended."))
    return stand_still(case, act=act, reasons=reasons, by=by, now=now)


def stand_still(case: Case, *, act: str, reasons: str, by: User, now: datetime) -> Case:
    """Within the act that suspends a locked case which is not suspended yet."""
    Suspension.objects.create(case=case, act=act, reasons=reasons, at=now, by=by)
    record("measure.suspend", "case", case.reference, by=by.pk, act=act)
    last = case.clock.last()
    if last is not None and last.tick != Tick.STOP:
        source = law().terms_source.cited(case.language)
        return stop_clock(case.pk, reason="by_law", source=source, by=by, now=now)
    return case


@transaction.atomic
def go_on(case_id: UUID, *, act: str, by: User, now: datetime) -> Case:
    case = _for_manager(case_id, by, now)
    found = (
        Suspension.objects.select_for_update(of=("self",)).filter(case=case, ended_at=None).first()
    )
    if found is None:
        raise Conflict("measure.not_suspended", _("It is not suspended."))
    require_incidents_answered(one.answers.exists() for one in grave_incidents(case))
    found.ended_by_act, found.ended_at, found.ended_by = require_act(act), now, by
    found.save(update_fields=["ended_by_act", "ended_at", "ended_by"])
    record("measure.go_on", "case", case.reference, by=by.pk, act=act)
    last = case.clock.last()
    if law().terms.get(case.status) and last is not None and last.tick == Tick.STOP:
        source = law().terms_source.cited(case.language)
        return resume_clock(case.pk, reason="by_law", source=source, by=by, now=now)
    return case


@transaction.atomic
def transfer(
    case_id: UUID,
    *,
    programme: str,
    subprogramme: str,
    act: str,
    reasons: str,
    by: User,
    now: datetime,
) -> Case:
    """Into another programme, as measures are carried over from one to the next."""
    case = _for_manager(case_id, by, now)
    found = law().programme(programme)
    if found is None or subprogramme not in {one.code for one in found.subprogrammes}:
        message = _("Choose the programme and its subprogramme.")
        raise RuleBroken("measure.programme_missing", message, field="subprogramme")
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=case_id)
    before = f"{measure.programme}/{measure.subprogramme}"
    if not measure.programme or before == f"{programme}/{subprogramme}":
        message = _("It is in this programme already, or in none yet.")
        raise RuleBroken("measure.not_transferred", message, field="subprogramme")
    act = require_act(act)
    reasons = require_words(reasons, field="reasons", missing=_("Write why it is transferred."))
    measure.programme, measure.subprogramme = programme, subprogramme
    measure.save(update_fields=["programme", "subprogramme"])
    ActRecorded.objects.create(case=case, step=TRANSFERRED, act=act, reasons=reasons, at=now, by=by)
    record("measure.transfer", "case", case.reference, by=by.pk, before=before, act=act)
    return case


def keep_baseline(case: Case, *, act: str, now: datetime) -> None:
    """Within the act on inclusion: what was included is kept beside all that was included before."""
    version = last_version(case)
    if version is None:
        return
    Baseline.objects.create(
        case=case,
        version=version,
        number=Baseline.objects.filter(case=case).count() + 1,
        act=act,
        total=number(version.answers.get("budget", {}), "total"),
        ends_on=day(version.answers.get("identity", {}), "ends_on"),
        at=now,
    )


@transaction.atomic
def correct_goal(case_id: UUID, *, goal: str, reasons: str, by: User, now: datetime) -> Correction:
    """A mistake in the published goal is mended in the open: what it said, what it says, why."""
    case = _for_manager(case_id, by, now)
    measure = Measure.objects.select_for_update(of=("self",)).get(pk=case_id)
    goal = require_words(goal, field="goal", missing=_("Write the goal."))
    if goal == measure.goal:
        raise RuleBroken("measure.nothing_corrected", _("It says so already."), field="goal")
    reasons = require_words(reasons, field="reasons", missing=_("Write what was wrong."))
    made = Correction.objects.create(
        case=case, field="goal", before=measure.goal, after=goal, reasons=reasons, at=now, by=by
    )
    measure.goal = goal
    measure.save(update_fields=["goal"])
    record("measure.correct", "case", case.reference, by=by.pk)
    return made
