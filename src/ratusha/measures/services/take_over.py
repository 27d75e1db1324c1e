"""Measures that ran before this register did are entered together, by an act: what is known of them, no more."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, ClockEntry, Outcome, StepTaken, Tick, references_for
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.texts import Text
from ratusha.measures.contract_rules import StageState, by_year
from ratusha.measures.figures import PlanLine
from ratusha.measures.law import law, responsible_body
from ratusha.measures.models import (
    ActRecorded,
    Contract,
    Measure,
    PassportDraft,
    PassportVersion,
    Payment,
    Stage,
)
from ratusha.measures.permissions import MANAGE, MEASURE
from ratusha.measures.routes import Purpose
from ratusha.measures.rules import Status, Step, require_words

FORM = "taken-over"  # of a passport that holds only what the paper register held
TAKE_OVER = "take_over"
ENDS = {Status.COMPLETED: Outcome.GRANTED, Status.TERMINATED: Outcome.WITHDRAWN}
MAY_BE_TAKEN = (Status.IMPLEMENTATION, Status.TRIAL, Status.COMMISSIONED, *ENDS)


@dataclass(frozen=True, kw_only=True)
class TakenStage:
    result: str
    starts_on: date
    due_on: date
    amount: Decimal
    accepted_on: date | None = None
    evidence: str = ""
    after: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TakenMeasure:
    """What the register of before knows of one measure."""

    name: Text
    language: str
    goal: str
    sphere: str
    sources: Sequence[str]
    programme: str
    subprogramme: str
    initiator_id: UUID
    status: str
    begun_at: datetime
    ended_on: date | None = None
    lines: Sequence[PlanLine] = ()
    risks: Sequence[dict[str, str]] = ()
    contract: str = ""
    stages: Sequence[TakenStage] = ()
    payments: Sequence[tuple[date, Decimal]] = ()
    answers: dict[str, Any] = field(default_factory=dict)  # other blocks of the passport


@transaction.atomic
def take_over(
    measures: Sequence[TakenMeasure], *, act: str, reasons: str, by: User, now: datetime
) -> list[Case]:
    """Every step they did not take here is skipped by this act, and the card of each says so to everybody."""
    body = responsible_body()
    if not by.may(MANAGE, body.pk, on=timezone.localdate(now)):
        raise NotPermitted(
            "measure.not_manager", _("You may not keep the register of measures of this body.")
        )
    missing = _("Name the act by which they are taken over: number and date.")
    act = require_words(act, field="act", missing=missing)
    reasons = require_words(
        reasons, field="reasons", missing=_("Write why steps were not taken here.")
    )
    for one in measures:
        _require_known(one)
    references = references_for([timezone.localdate(one.begun_at) for one in measures])
    cases = [
        _case(one, reference, body.pk, by)
        for one, reference in zip(measures, references, strict=True)
    ]
    Case.objects.bulk_create(cases)
    both = list(zip(cases, measures, strict=True))
    source = law().terms_source.cited("")
    ClockEntry.objects.bulk_create(
        entry for case, one in both for entry in _clock(case, one, source, by)
    )
    StepTaken.objects.bulk_create(
        StepTaken(case=case, step="lodge", status=case.status, at=one.begun_at, by=by, note=act)
        for case, one in both
    )
    Measure.objects.bulk_create(
        Measure(
            case=case, purpose=Purpose.MEASURE, goal=one.goal, sphere=one.sphere,
            sources=list(one.sources), programme=one.programme, subprogramme=one.subprogramme,
        )
        for case, one in both
    )  # fmt: skip
    _passports(both, by)
    _acts(both, act, reasons, by, now)
    _contracts(both, by)
    record("measure.take_over", "register", str(body.pk), by=by.pk, number=len(cases), act=act)
    return cases


def _require_known(one: TakenMeasure) -> None:
    if one.status not in MAY_BE_TAKEN:
        message = _("Only measures that are carried out, in operation or over are taken over.")
        raise RuleBroken("measure.not_taken", message)
    if one.stages and not one.contract:
        raise RuleBroken("measure.no_contract", _("Stages are known only of a contract."))
    if (one.status in ENDS) != (one.ended_on is not None):
        raise RuleBroken("measure.ended", _("A measure that is over has its last day."))


def _case(one: TakenMeasure, reference: str, body_id: UUID, by: User) -> Case:
    begun = timezone.localdate(one.begun_at)
    return Case(
        reference=reference,
        kind=MEASURE,
        status=one.status,
        outcome=ENDS.get(Status(one.status), ""),
        applicant_id=one.initiator_id,
        lodged_by=by,
        body_id=body_id,
        subject_code=Purpose.MEASURE,
        title=one.name,
        language=one.language,
        channel="desk",
        lodged_at=one.begun_at,
        lodged_on=begun,
        stopped_on=begun,
        closed_on=one.ended_on,
    )


def _clock(case: Case, one: TakenMeasure, source: str, by: User) -> list[ClockEntry]:
    """It was begun, and no term of ours has run since."""
    begun = {"case": case, "on": case.lodged_on, "source": source, "at": one.begun_at, "by": by}
    return [
        ClockEntry(tick=Tick.START, term=law().terms[Status.DRAFT], **begun),
        ClockEntry(tick=Tick.STOP, reason=TAKE_OVER, **begun),
    ]


def _passports(both: Sequence[tuple[Case, TakenMeasure]], by: User) -> None:
    found = [(case, one, _answers(one)) for case, one in both]
    PassportDraft.objects.bulk_create(
        PassportDraft(case=case, answers=answers, saved_at=one.begun_at, by=by)
        for case, one, answers in found
    )
    PassportVersion.objects.bulk_create(
        PassportVersion(case=case, number=1, form=FORM, answers=answers, at=one.begun_at, by=by)
        for case, one, answers in found
    )


def _answers(one: TakenMeasure) -> dict[str, Any]:
    lines = [
        {"year": str(line.year), "source": line.source, "nature": line.nature, "amount": str(line.amount)}
        for line in one.lines
    ]  # fmt: skip
    stages = [
        {
            "number": str(number), "result": stage.result, "starts_on": stage.starts_on.isoformat(),
            "ends_on": stage.due_on.isoformat(), "after": ", ".join(map(str, stage.after)),
        }
        for number, stage in enumerate(one.stages, 1)
    ]  # fmt: skip
    return {
        **one.answers,
        "identity": {**one.answers.get("identity", {}), "name": next(iter(one.name.values()))},
        "goal": {"goal": one.goal},
        "schedule": {"stages": stages},
        "budget": {
            "total": str(sum((line.amount for line in one.lines), Decimal())),
            "lines": lines,
        },
        "risks": {"risks": list(one.risks)},
    }


def _acts(
    both: Sequence[tuple[Case, TakenMeasure]], act: str, reasons: str, by: User, now: datetime
) -> None:
    ActRecorded.objects.bulk_create(
        one
        for case, taken in both
        for one in (
            ActRecorded(case=case, step=Step.INCLUDE, act=act, at=taken.begun_at, by=by),
            ActRecorded(
                case=case, step=TAKE_OVER, act=act, reasons=reasons, skips=True, at=now, by=by
            ),
        )
    )


def _contracts(both: Sequence[tuple[Case, TakenMeasure]], by: User) -> None:
    signed = [(Contract(case=case, **_signed(one)), one) for case, one in both if one.stages]
    Contract.objects.bulk_create(contract for contract, _one in signed)
    Stage.objects.bulk_create(
        Stage(
            contract=contract, number=number, result=stage.result, due_on=stage.due_on,
            amount=stage.amount, accepted_on=stage.accepted_on, evidence=stage.evidence,
            accepted_by=by if stage.accepted_on else None,
            state=StageState.ACCEPTED if stage.accepted_on else StageState.PLANNED,
        )
        for contract, one in signed
        for number, stage in enumerate(one.stages, 1)
    )  # fmt: skip
    Payment.objects.bulk_create(
        Payment(contract=contract, on=on, amount=amount, by=by, at=one.begun_at)
        for contract, one in signed
        for on, amount in one.payments
    )


def _signed(one: TakenMeasure) -> dict[str, Any]:
    years = by_year((str(stage.due_on.year), stage.amount) for stage in one.stages)
    return {
        "number": one.contract,
        "signed_on": timezone.localdate(one.begun_at),
        "ends_on": max(stage.due_on for stage in one.stages),
        "amount": sum((stage.amount for stage in one.stages), Decimal()),
        "year_sums": {year: str(amount) for year, amount in years.items()},
    }
