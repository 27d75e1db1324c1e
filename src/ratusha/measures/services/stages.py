"""The stages of a contract: handed over with files, accepted or refused by somebody else, remarks mended."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.documents.public import StoredFile, keep_file
from ratusha.kernel.errors import DomainError, NotPermitted, RuleBroken
from ratusha.measures.contract_rules import (
    CONCLUSIONS,
    IN_HAND,
    StageStep,
    next_state,
    require_commit,
    require_inspector_apart,
    require_papers,
)
from ratusha.measures.models import ContractTerms, Stage, StageAct, StagePaper
from ratusha.measures.permissions import may_hand_over, works_for_implementer
from ratusha.measures.rules import Status, require_words
from ratusha.measures.terms_rules import require_terms_known

from .moving import for_initiator, require_not_suspended


@dataclass(frozen=True)
class Paper:
    """A file in the hand, before it is kept."""

    name: str
    content: bytes


@transaction.atomic
def hand_over(
    case_id: UUID,
    *,
    stage: int,
    text: str,
    paper: Paper | None,
    commit: str,
    by: User,
    now: datetime,
) -> Stage:
    """By who carries it out; by the initiator for an implementer who is not here (C02, C03)."""
    case = lock(case_id)
    if not may_hand_over(by, case, timezone.localdate(now)):
        message = _("Who carries the measure out hands over its stages.")
        raise NotPermitted("measure.not_implementer", message)
    require_not_suspended(case_id)
    found = _stage(case, stage)
    written = ContractTerms.objects.filter(contract=found.contract_id).exists()
    require_terms_known(written=written, criteria=found.criteria)
    text = require_words(text, field="text", missing=_("Write what is handed over."))
    require_papers(1 if paper else 0, field="paper")
    found.commit = require_commit(commit, with_code=found.with_code)
    return _done(case, found, StageStep.HAND_OVER, text=text, paper=paper, by=by, now=now)


@transaction.atomic
def conclude(
    case_id: UUID,
    *,
    stage: int,
    conclusion: str,
    text: str,
    paper: Paper | None,
    mend_by: date | None,
    by: User,
    now: datetime,
) -> Stage:
    """The customer accepts, accepts with remarks until a day, or refuses; never who handed it over (C05)."""
    case = for_initiator(case_id, by, now)
    if conclusion not in CONCLUSIONS:
        message = _("Choose the conclusion.")
        raise RuleBroken("measure.result_missing", message, field="conclusion")
    found = _stage(case, stage)
    after = next_state(found.state, conclusion)
    handed_over = found.acts.filter(step=StageStep.HAND_OVER).last()
    require_inspector_apart(
        handed_over_by_them=handed_over is not None and handed_over.by_id == by.pk,
        works_for_implementer=works_for_implementer(by, case, timezone.localdate(now)),
    )
    text = require_words(text, field="text", missing=_("Write what the tests have shown."))
    if after in IN_HAND:
        require_papers(1 if paper else 0, field="paper")
        found.evidence, found.accepted_on, found.accepted_by = text, timezone.localdate(now), by
    if conclusion == StageStep.ACCEPT_WITH_REMARKS and mend_by is None:
        message = _("Write until which day the remarks are mended.")
        raise RuleBroken("measure.mend_by_missing", message, field="mend_by")
    with_remarks = conclusion == StageStep.ACCEPT_WITH_REMARKS
    until = mend_by if with_remarks else None
    return _done(case, found, conclusion, text=text, paper=paper, mend_by=until, by=by, now=now)


@transaction.atomic
def mend(case_id: UUID, *, stage: int, text: str, by: User, now: datetime) -> Stage:
    """The remarks are mended, says the customer; mended late stays late."""
    case = for_initiator(case_id, by, now)
    found = _stage(case, stage)
    text = require_words(text, field="text", missing=_("Write how the remarks were mended."))
    return _done(case, found, StageStep.MEND, text=text, paper=None, by=by, now=now)


def _stage(case: Case, number: int) -> Stage:
    if case.status != Status.IMPLEMENTATION:
        message = _("Stages are handed over and accepted while the measure is carried out.")
        raise RuleBroken("measure.stage_closed", message)
    return Stage.objects.select_for_update(of=("self",)).get(contract__case=case, number=number)


def _done(
    case: Case,
    stage: Stage,
    step: str,
    *,
    text: str,
    paper: Paper | None,
    by: User,
    now: datetime,
    mend_by: date | None = None,
) -> Stage:
    stage.state = next_state(stage.state, step)
    stage.save()
    act = StageAct.objects.create(
        stage=stage, step=step, text=text, commit=stage.commit, mend_by=mend_by, at=now, by=by
    )
    if paper is not None:
        file = kept(case, paper, by=by, now=now)
        StagePaper.objects.create(act=act, file_id=file.pk, name=file.name)
    record(f"measure.stage_{step}", "case", case.reference, by=by.pk, stage=stage.number)
    return stage


def kept(case: Case, paper: Paper, *, by: User, now: datetime) -> StoredFile:
    """Within an act: what the file itself is refused for is said at its field."""
    try:
        return keep_file(content=paper.content, name=paper.name, by=by, now=now, used_in=case.kind)
    except DomainError as error:
        raise RuleBroken(error.code, error.message, field="paper") from error
