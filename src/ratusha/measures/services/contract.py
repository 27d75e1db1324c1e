"""Step 5: the contract, its amendments within ceilings, and the money paid under it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.contract_rules import (
    IN_HAND,
    Portion,
    Terms,
    by_year,
    require_something_amended,
    require_stages_fit,
    require_within_ceiling,
    require_within_inclusion,
    source_of,
)
from ratusha.measures.law import law
from ratusha.measures.models import Amendment, Baseline, Contract, Measure, Payment, Stage
from ratusha.measures.passport.reading import number as number_in
from ratusha.measures.passport.reading import rows
from ratusha.measures.rules import BEFORE_MONEY, Status, Step, require_payable, require_words

from .moving import for_initiator, move

UNDER_CHANGE = (*BEFORE_MONEY, Status.CHANGED, Status.CHOICE, Status.CONTRACTING)
AMENDABLE = (Status.IMPLEMENTATION, Status.TRIAL)


@dataclass(frozen=True)
class PlannedStage:
    result: str
    due_on: date
    amount: Decimal
    with_code: bool = False
    source: str = ""


@transaction.atomic
def sign_contract(
    case_id: UUID,
    *,
    number: str,
    signed_on: date,
    ends_on: date,
    stages: Sequence[PlannedStage],
    by: User,
    now: datetime,
) -> Case:
    """The price is the sum of the stages; what falls on each year is what is signed for it (C04)."""
    if not stages:
        raise RuleBroken("measure.stages_missing", _("Write at least one stage."), field="stages")
    if ends_on < signed_on:
        message = _("The contract cannot end before it was signed.")
        raise RuleBroken("measure.contract_days", message, field="ends_on")
    _require_signed(signed_on, now)
    require_stages_fit((one.due_on for one in stages), ends_on)
    case = move(case_id, Step.CONTRACT, by=by, now=now, note=number)
    stages = _with_sources(case, stages)
    years = _years(stages)
    amount = sum(years.values(), Decimal())
    require_within_inclusion(_portions(stages), included_in(case))
    missing = _("Write the number of the contract.")
    contract = Contract.objects.create(
        case=case, number=require_words(number, field="number", missing=missing), signed_on=signed_on,
        ends_on=ends_on, amount=amount, year_sums=_said(years),
    )  # fmt: skip
    Stage.objects.bulk_create(
        Stage(contract=contract, number=place, **vars(one)) for place, one in enumerate(stages, 1)
    )
    return case


def _require_signed(signed_on: date, now: datetime) -> None:
    if signed_on > timezone.localdate(now):
        message = _("A contract cannot be signed in the future.")
        raise RuleBroken("measure.contract_ahead", message, field="signed_on")


def _said(years: Mapping[str, Decimal]) -> dict[str, str]:
    return {year: str(amount) for year, amount in years.items()}


def _with_sources(case: Case, stages: Sequence[PlannedStage], first: int = 1) -> list[PlannedStage]:
    """`first` is the place of the first of them on the page, where a mistake is said."""
    sources = Measure.objects.values_list("sources", flat=True).get(pk=case.pk)
    return [
        replace(one, source=source_of(one.source, sources, field=f"source_{place}"))
        for place, one in enumerate(stages, first)
    ]


def _years(stages: Iterable[PlannedStage | Stage]) -> dict[str, Decimal]:
    return by_year((str(one.due_on.year), one.amount) for one in stages)


def _portions(stages: Iterable[PlannedStage | Stage]) -> list[Portion]:
    return [Portion(str(one.due_on.year), one.source, one.amount) for one in stages]


def included_in(case: Case) -> list[Portion] | None:
    """What the last inclusion gives for each year and source, or None where nothing had to be included.

    Passports of before P02 held sources together may name another than the measure has: it tells none here.
    """
    baseline = Baseline.objects.filter(case=case).select_related("version").last()
    if baseline is None:
        return None
    sources = Measure.objects.values_list("sources", flat=True).get(pk=case.pk)
    return [
        Portion(str(year), source if source in sources else "", amount)
        for line in rows(baseline.version.answers, "budget", "lines")
        if (year := number_in(line, "year")) is not None
        and (amount := number_in(line, "amount")) is not None
        for source in [str(line.get("source") or "")]
    ]


@dataclass(frozen=True)
class Replanned:
    """A stage that is not accepted, as it is to be from now on."""

    number: int
    due_on: date
    amount: Decimal


@transaction.atomic
def amend(
    case_id: UUID,
    *,
    title: str,
    signed_on: date,
    ground: str,
    reasons: str,
    ends_on: date,
    stages: Sequence[Replanned],
    added: PlannedStage | None = None,
    by: User,
    now: datetime,
) -> Amendment:
    """Raise, lower, extend, cut anew: within the ceilings, within what is included; what is accepted stays."""
    case = for_initiator(case_id, by, now)
    if case.status not in AMENDABLE:
        raise RuleBroken("measure.not_amended", _("A contract is amended while it is carried out."))
    contract = Contract.objects.select_for_update(of=("self",)).get(case=case)
    _require_signed(signed_on, now)
    if law().amendments.ground(ground) is None:
        raise RuleBroken("measure.ground_missing", _("Choose the ground."), field="ground")
    missing = _("Name the amendment: its number and day.")
    title = require_words(title, field="title", missing=missing)
    reasons = require_words(reasons, field="reasons", missing=_("Write what changes and why."))
    before, first = terms_of(contract), first_terms(contract)
    if added is not None:
        (added,) = _with_sources(case, [added], contract.stages.count() + 1)
    _replan(contract, stages, added)
    plan = list(contract.stages.all())
    years = _years(plan)
    contract.amount, contract.ends_on = sum(years.values(), Decimal()), ends_on
    contract.year_sums = _said(years)
    after = terms_of(contract)
    require_something_amended(before, after)
    require_stages_fit((one.due_on for one in plan), ends_on)
    require_within_ceiling(
        Terms(contract.amount, ends_on), first, law().amendments.ceiling,
        included_anew=Baseline.objects.filter(case=case, number__gt=1).exists(),
    )  # fmt: skip
    require_within_inclusion(_portions(plan), included_in(case))
    contract.save(update_fields=["amount", "ends_on", "year_sums"])
    made = Amendment.objects.create(
        contract=contract, number=contract.amendments.count() + 1, title=title, signed_on=signed_on, ground=ground,
        reasons=reasons, before=before, after=after, at=now, by=by,
    )  # fmt: skip
    record("measure.amend", "case", case.reference, by=by.pk, number=made.number)
    return made


def _replan(contract: Contract, stages: Sequence[Replanned], added: PlannedStage | None) -> None:
    open_now = {one.number: one for one in contract.stages.exclude(state__in=IN_HAND)}
    for one in stages:
        found = open_now.get(one.number)
        if found is None:
            message = _("Stage %(number)s is accepted: it stays as it is.") % {"number": one.number}
            raise RuleBroken("measure.stage_stays", message)
        found.due_on, found.amount = one.due_on, one.amount
        found.save(update_fields=["due_on", "amount"])
    if added is not None:
        Stage.objects.create(contract=contract, number=contract.stages.count() + 1, **vars(added))


def terms_of(contract: Contract) -> dict[str, Any]:
    """As an amendment keeps them."""
    return {
        "amount": f"{contract.amount:.2f}",
        "ends_on": contract.ends_on.isoformat(),
        "stages": [
            [one.number, one.due_on.isoformat(), f"{one.amount:.2f}"]
            for one in contract.stages.all()
        ],
    }


def first_terms(contract: Contract) -> Terms:
    """What was signed before any amendment."""
    amended = contract.amendments.first()
    if amended is None:
        return Terms(contract.amount, contract.ends_on)
    told = amended.before
    return Terms(Decimal(told["amount"]), date.fromisoformat(told["ends_on"]))


@transaction.atomic
def pay(case_id: UUID, *, amount: Decimal, by: User, now: datetime) -> Payment:
    """C01, and the fast lane: while a measure is changed, a contract that goes on is paid within its signed year."""
    case = for_initiator(case_id, by, now)
    contract = Contract.objects.select_for_update(of=("self",)).get(case=case)
    today = timezone.localdate(now)
    paid = contract.payments.aggregate(all=Sum("amount"))["all"] or Decimal()
    in_year = contract.payments.filter(on__year=today.year).aggregate(all=Sum("amount"))["all"]
    accepted = contract.stages.filter(state__in=IN_HAND).aggregate(all=Sum("amount"))["all"]
    under_change = case.status in UNDER_CHANGE
    require_payable(
        amount,
        accepted=accepted or Decimal(),
        paid=paid,
        under_change=under_change,
        continuing=contract.ends_on >= today,
        year_sum=Decimal(contract.year_sums.get(str(today.year), "0")),
        paid_in_year=in_year or Decimal(),
    )
    record("measure.pay", "case", case.reference, by=by.pk, under_change=under_change)
    return Payment.objects.create(
        contract=contract, on=today, amount=amount, under_change=under_change, by=by, at=now
    )
