"""Writing the passport block by block, and submitting it: errors of the rules hold it back."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.models import Measure, PassportDraft, PassportVersion
from ratusha.measures.passport.check import errors
from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import value
from ratusha.measures.passport.ruling import WARNING
from ratusha.measures.permissions import is_initiator
from ratusha.measures.pilot_rules import PilotStatus
from ratusha.measures.queries import findings_of, form_of, last_version
from ratusha.measures.rules import WRITING, Step

from .aids import remember, report
from .moving import move

MAY_BE_WRITTEN = (*WRITING, PilotStatus.APPLICATION)


@transaction.atomic
def save_block(
    case_id: UUID, *, block: str, answers: dict[str, Any], by: User, now: datetime
) -> PassportDraft:
    """Keep what was written in one block, right or wrong: the rules speak beside it, and hold back the submission."""
    case = _to_write(case_id, by, now)
    record("measure.passport_block", "case", case.reference, by=by.pk, block=block)
    return _keep(case, {block: answers}, by, now)


@transaction.atomic
def replace_passport(case_id: UUID, *, answers: Answers, by: User, now: datetime) -> PassportDraft:
    """All blocks at once, as a spreadsheet brings them; what is submitted already stays as it is."""
    case = _to_write(case_id, by, now)
    record("measure.passport_replaced", "case", case.reference, by=by.pk)
    return _keep(case, answers, by, now)


def _to_write(case_id: UUID, by: User, now: datetime) -> Case:
    case = lock(case_id)
    if not is_initiator(by, case, timezone.localdate(now)):
        raise NotPermitted("measure.passport_not_yours", _("You may not write this passport."))
    if case.status not in MAY_BE_WRITTEN:
        raise RuleBroken("measure.passport_closed", _("The passport is not being written now."))
    return case


def _keep(case: Case, answers: Answers, by: User, now: datetime) -> PassportDraft:
    draft = PassportDraft.objects.get(pk=case.pk)
    draft.answers = {**draft.answers, **answers}
    draft.saved_at, draft.by = now, by
    draft.save(update_fields=["answers", "saved_at", "by"])
    return draft


@transaction.atomic
def submit(case_id: UUID, *, by: User, now: datetime) -> Case:
    """A version is kept as it is, with the warnings of the rules; errors hold it back."""
    case = move(case_id, Step.SUBMIT, by=by, now=now)
    draft = PassportDraft.objects.get(pk=case_id)
    found = findings_of(case, draft.answers, timezone.localdate(now))
    if wrong := errors(found):
        message = ngettext(
            "%(count)s mistake holds the passport back.",
            "%(count)s mistakes hold the passport back.",
            len(wrong),
        )
        raise RuleBroken("measure.passport_wrong", message % {"count": len(wrong)})
    last = last_version(case)
    version = PassportVersion.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        form=form_of(case).code,
        answers=draft.answers,
        warnings=[
            [one.rule, one.block, one.field, one.message] for one in found if one.level == WARNING
        ],
        at=now,
        by=by,
    )
    regions = value(draft.answers, "identity", "places") or []
    Measure.objects.filter(pk=case.pk).update(regions=regions)
    remember(case, draft.answers)
    report(case, draft.answers, version=version, by=by, now=now)
    return case
