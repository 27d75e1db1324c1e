"""The experts: asked, remark at a field, return, give their opinion. Every "no" has a ground and a source."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.measures.law import WithSource, expert_bodies, law
from ratusha.measures.models import AutoReport, Measure, Opinion, PassportVersion, Remark
from ratusha.measures.permissions import may_examine
from ratusha.measures.queries import form_of, last_version, times_returned
from ratusha.measures.rules import Status, Step, require_expert, require_return_left, require_words

from .aids import keep_comments, require_comments
from .moving import move


@transaction.atomic
def assign(case_id: UUID, *, expert: UUID, by: User, now: datetime) -> Case:
    """The manager sends the passport to an organisation of experts that has no part in the measure."""
    measure = Measure.objects.select_for_update(of=("self",)).select_related("case").get(pk=case_id)
    if expert not in {body.pk for body in expert_bodies()}:
        message = _("Choose one of the organisations of experts.")
        raise RuleBroken("measure.expert_missing", message, field="expert")
    require_expert(expert, initiator=measure.case.applicant_id, implementer=measure.implementer_id)
    measure.examined_by = expert
    measure.save(update_fields=["examined_by"])
    return move(case_id, Step.ASSIGN, by=by, now=now)


def _ground(code: str) -> WithSource:
    found = law().ground(code)
    if found is None:
        raise RuleBroken("measure.ground_missing", _("Choose the ground."), field="ground")
    return found


def _examined(case: Case) -> PassportVersion:
    version = last_version(case)
    assert version is not None, "only what was submitted is with the experts"  # noqa: S101
    return version


@transaction.atomic
def remark(case_id: UUID, *, place: str, ground: str, text: str, by: User, now: datetime) -> Remark:
    """At one field of the passport, `place` being block.field."""
    case = lock(case_id)
    if case.status != Status.EXPERTISE or not may_examine(by, case, timezone.localdate(now)):
        raise NotPermitted("measure.remark_not_yours", _("You are not examining this passport."))
    block, _dot, field = place.partition(".")
    if (block, field) not in {(b.code, f.code) for b, f in form_of(case).fields()}:
        raise RuleBroken("measure.place_missing", _("Choose the field."), field="place")
    made = Remark.objects.create(
        version=_examined(case),
        block=block,
        field=field,
        ground=_ground(ground).code,
        text=require_words(text, field="text", missing=_("Write what is to be mended.")),
        at=now,
        by=by,
    )
    record("measure.remark", "case", case.reference, by=by.pk, place=place, ground=ground)
    return made


@transaction.atomic
def give_back(case_id: UUID, *, ground: str, text: str, by: User, now: datetime) -> Case:
    """For rework, so often as the rules allow between two decisions of the Council."""
    chosen = _ground(ground)
    text = require_words(text, field="text", missing=_("Write what is to be mended."))
    case = move(case_id, Step.RETURN, by=by, now=now, note=chosen.code)
    require_return_left(times_returned(case), law().returns.most)
    _conclude(case, Opinion.Result.RETURNED, ground=chosen, text=text, by=by, now=now)
    return case


@transaction.atomic
def opine(
    case_id: UUID,
    *,
    result: str,
    ground: str,
    text: str,
    by: User,
    now: datetime,
    comments: Mapping[str, str] | None = None,
) -> Case:
    """Positive or negative: either goes to the Council, which decides. What is very similar is commented on."""
    if result not in {Opinion.Result.POSITIVE, Opinion.Result.NEGATIVE}:
        raise RuleBroken("measure.result_missing", _("Choose the conclusion."), field="result")
    chosen = _ground(ground) if result == Opinion.Result.NEGATIVE else None
    text = require_words(text, field="text", missing=_("Write the reasons of the opinion."))
    case = move(case_id, Step.OPINE, by=by, now=now, note=result)
    report = AutoReport.objects.filter(version=_examined(case)).first()
    require_comments(report, comments or {})
    keep_comments(report, comments or {}, by=by, now=now)
    _conclude(case, result, ground=chosen, text=text, by=by, now=now)
    return case


def _conclude(
    case: Case, result: str, *, ground: WithSource | None, text: str, by: User, now: datetime
) -> None:
    organisation = Measure.objects.values_list("examined_by", flat=True).get(pk=case.pk)
    assert organisation is not None, "experts were asked"  # noqa: S101
    Opinion.objects.create(
        version=_examined(case),
        organisation_id=organisation,
        result=result,
        ground=ground.code if ground else "",
        legal_source=ground.source.cited(case.language) if ground else "",
        text=text,
        at=now,
        by=by,
    )
