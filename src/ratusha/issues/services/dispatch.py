"""What the dispatcher and the organisation do with an issue."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock, take_step
from ratusha.documents.public import use_file
from ratusha.issues.models import Executor, Issue, Photo, WorkReport
from ratusha.issues.permissions import may_dispatch
from ratusha.issues.rules import Step, require_day, require_words
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.rows import Part, changed, put

from .route import forget, precedent_of


@transaction.atomic
def assign(case_id: UUID, *, executor: UUID, by: User, now: datetime) -> Case:
    """The dispatcher says whose it is: the choice of a person goes before what was learned."""
    found = Executor.objects.filter(pk=executor).first()
    if found is None or (found.until and found.until < timezone.localdate(now)):
        message = _("Choose an organisation that works.")
        raise RuleBroken("issue.executor_missing", message, field="executor")

    def whose(case: Case) -> Iterable[Part]:
        issue = Issue.objects.get(pk=case_id)
        issue.executor, issue.planned_on, issue.routing = found, None, {"by": "dispatcher"}
        yield changed(issue, "executor", "planned_on", "routing")
        yield put(precedent_of(issue, case.reference, found, case.lodged_on))

    return take_step(case_id, Step.ASSIGN, by=by, now=now, note=found.code, with_it=whose)


@transaction.atomic
def give_back(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    """The organisation says it is not theirs; the dispatcher decides anew."""
    reasons = require_words(reasons, field="reasons", missing=_("Write why it is not yours."))
    case = take_step(case_id, Step.GIVE_BACK, by=by, now=now, note=reasons)
    Issue.objects.filter(pk=case_id).update(executor=None, planned_on=None, routing={})
    forget(case)
    return case


@transaction.atomic
def plan(case_id: UUID, *, on: date, by: User, now: datetime) -> Case:
    require_day(on, today=timezone.localdate(now))
    case = take_step(case_id, Step.PLAN, by=by, now=now)
    Issue.objects.filter(pk=case_id).update(planned_on=on)
    return case


@transaction.atomic
def finish(case_id: UUID, *, text: str, by: User, now: datetime, photo: UUID | None = None) -> Case:
    """What was done, in words and in a picture."""
    text = require_words(text, field="text", missing=_("Write what was done."))

    def done(case: Case) -> Iterable[Part]:
        issue = Issue.objects.select_related("executor").get(pk=case_id)
        assert issue.executor is not None  # noqa: S101 - the status says so
        yield WorkReport(issue=issue, executor=issue.executor, text=text, at=now)
        # who has done it did not say that it was not theirs
        yield put(precedent_of(issue, case.reference, issue.executor, case.lodged_on))
        if photo is not None:  # a passer-by may be on it: shown when it has been released
            yield Photo(issue=issue, shows=Photo.Shows.WORK, file_id=photo, at=now)

    case = take_step(case_id, Step.FINISH, by=by, now=now, with_it=done)
    if photo is not None:
        use_file(photo, used_in=case.reference, now=now)
    return case


@transaction.atomic
def refuse(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    """Not ours: said with reasons, and where to turn."""
    reasons = require_words(
        reasons, field="reasons", missing=_("Write why, and where people can turn.")
    )
    return take_step(case_id, Step.REFUSE, by=by, now=now, note=reasons)


@transaction.atomic
def publish_words(case_id: UUID, *, text: str, by: User, now: datetime) -> Case:
    """What everybody may read of the report: the dispatcher takes names and telephones out."""
    case = lock(case_id)
    if not may_dispatch(by, case, timezone.localdate(now)):
        raise NotPermitted("issue.not_dispatcher", _("The dispatcher decides what is shown."))
    text = text.strip()
    issue = Issue.objects.get(pk=case_id)
    issue.public_words, issue.search_text = text, f"{issue.address} {text}".strip()
    issue.save(update_fields=["public_words", "search_text"])
    record("issue.publish_words", "case", case.reference, by=by.pk, body=case.body_id)
    return case
