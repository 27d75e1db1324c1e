"""What is missing is asked of the applicant, who may add it. The term keeps running, and silence decides nothing."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications.models import Application, Supplement
from ratusha.applications.rules import (
    Status,
    Step,
    require_answer,
    require_supplement,
    require_time_passed,
)
from ratusha.cases.public import Case, attach, lock, take_step
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.terms import Term, due
from ratusha.procedures.public import general_term

from .ask_others import back_to_work, wait_on


def latest_day(today: date) -> date:
    """The last day that may be named to the applicant."""
    rule = general_term("correction")
    last = due(today, Term.parse(rule.term), calendar=national_calendar(), source="").on
    assert last is not None, "a clock that never stops ends"  # noqa: S101
    return last


@transaction.atomic
def ask_correction(case_id: UUID, *, wanted: str, until: date, by: User, now: datetime) -> Case:
    """Name what has to be added and until when; the move is the applicant's then."""
    today = timezone.localdate(now)
    wanted = require_supplement(wanted, until, today=today, latest=latest_day(today))
    case = take_step(case_id, Step.ASK_CORRECTION, by=by, now=now, note=wanted)
    Supplement.objects.create(case=case, wanted=wanted, until=until, asked_at=now, asked_by=by)
    return case


@transaction.atomic
def correct(
    case_id: UUID, *, text: str, files: Sequence[tuple[UUID, str]] = (), by: User, now: datetime
) -> Case:
    """The applicant answers, with files by id and title. After the day as well, as long as nobody went on without."""
    text = require_answer(text, files=len(files))
    case = take_step(case_id, Step.CORRECT, by=by, now=now, note=text)
    for file_id, title in files:
        attach(case_id, file_id=file_id, title=title, by=by, now=now)
    supplement = Supplement.objects.get(case=case, ended_at=None)
    supplement.answer, supplement.answered_by, supplement.ended_at = text, by, now
    supplement.save(update_fields=["answer", "answered_by", "ended_at"])
    return back_to_work(case, now=now)


@transaction.atomic
def go_on(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    """The day has passed and nothing came: the official goes on with what there is, and decides as the law says."""
    case = lock(case_id)
    today = timezone.localdate(now)
    if case.status == Status.CORRECTION:
        supplement = Supplement.objects.get(case=case, ended_at=None)
        require_time_passed(supplement.until, today)
        supplement.ended_at = now
        supplement.save(update_fields=["ended_at"])
    else:
        require_time_passed(Application.objects.get(pk=case_id).pay_until, today)
    return wait_on(take_step(case_id, Step.GO_ON, by=by, now=now, note=note), now=now)
