"""Steps 3 (its end) to 6: inclusion, the way to the implementer, change, operation, benefits, end."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.contract_rules import StageState
from ratusha.measures.implementer_rules import Shown, asked_of, require_shown
from ratusha.measures.law import law
from ratusha.measures.models import (
    BenefitReview,
    CheckProof,
    Commissioning,
    Contract,
    Measure,
    Mechanism,
    Stage,
)
from ratusha.measures.queries import days_of_reviews, promised_by, reviewed
from ratusha.measures.routes import WITHOUT_COMPETITION, require_mechanism, route_of
from ratusha.measures.routes import Mechanism as Way
from ratusha.measures.rules import (
    Status,
    Step,
    next_review,
    require_all_checks,
    require_reviews,
    require_stages_accepted,
    require_words,
    review_days,
)
from ratusha.parties.public import is_organisation, party_name
from ratusha.systems.public import lacking_at, offices_listed

from .aside import keep_baseline
from .duties import REVIEW, accept_conditions, declare_review, duty, fulfil
from .moving import for_initiator, move, move_by_act
from .registering import enter


@transaction.atomic
def include(case_id: UUID, *, act: str, by: User, now: datetime) -> Case:
    """The act that includes the measure into the programme, or the pilot into the list of the Government."""
    case = move_by_act(case_id, Step.INCLUDE, act=act, reasons="", skips=False, by=by, now=now)
    accept_conditions(case, by=by, now=now)
    keep_baseline(case, act=act, now=now)
    return case


@transaction.atomic
def skip(case_id: UUID, *, step: str, act: str, reasons: str, by: User, now: datetime) -> Case:
    """Without expertise, or without the Council: only by an act, with reasons, and listed for everybody."""
    missing = _("Write why the step is skipped.")
    return move_by_act(
        case_id, step, act=act, reasons=reasons, skips=True, by=by, now=now, missing=missing
    )


@transaction.atomic
def terminate(case_id: UUID, *, act: str, reasons: str, by: User, now: datetime) -> Case:
    missing = _("Write why it is terminated.")
    return move_by_act(
        case_id,
        Step.TERMINATE,
        act=act,
        reasons=reasons,
        skips=False,
        by=by,
        now=now,
        missing=missing,
    )


@transaction.atomic
def choose(
    case_id: UUID,
    *,
    mechanism: str,
    implementer: str,
    why_not_competition: str,
    shown: Shown,
    by: User,
    now: datetime,
    implementer_id: UUID | None = None,
) -> Case:
    """Step 4 (Edict No. 381, item 13 of the Regulation): by its way, with what must be known before.

    An office of the list has its name from there; what this way does not ask for is not kept.
    """
    measure = Measure.objects.select_for_update(of=("self",)).select_related("case").get(pk=case_id)
    route = route_of(measure.purpose, measure.sources)
    require_mechanism(route, mechanism, why_not_competition=why_not_competition)
    shown = asked_of(mechanism, shown)
    office = _require_known(measure, mechanism, shown, timezone.localdate(now))
    if office:
        implementer_id, implementer = office, party_name(office, measure.case.language)
    implementer = require_words(
        implementer, field="implementer", missing=_("Write who the implementer is.")
    )
    if implementer_id and not is_organisation(implementer_id):
        raise RuleBroken(
            "measure.implementer_unknown", _("There is no such organisation."), field="implementer"
        )
    case = move(case_id, Step.CHOOSE, by=by, now=now, note=mechanism)
    Mechanism.objects.create(
        case=case,
        way=mechanism,
        implementer=implementer,
        why_not_competition=why_not_competition.strip() if mechanism in WITHOUT_COMPETITION else "",
        tender=shown.tender.strip(),
        office=shown.office,
        roles=list(shown.roles),
        level=shown.level,
        handed=shown.handed.strip(),
        criteria=shown.criteria.strip(),
        unfair_checked_on=shown.unfair_checked_on,
        at=now,
        by=by,
    )
    measure.implementer_id = implementer_id
    measure.save(update_fields=["implementer_id"])
    return case


def _require_known(measure: Measure, way: str, shown: Shown, today: date) -> UUID | None:
    """The body of the office that is named, where one is."""
    if way != Way.OFFICE:
        require_shown(way, shown, today=today, listed=False, lacking=(), conflict=False)
        return None
    body = dict(offices_listed()).get(shown.office)
    lacking = lacking_at(shown.office, shown.roles, shown.level or 0, today) if body else []
    require_shown(
        way, shown, today=today, listed=body is not None, lacking=[one.message for one in lacking],
        conflict=body is not None and body == measure.examined_by,
    )  # fmt: skip
    return body


@transaction.atomic
def change(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    """A new passport is written, examined and decided; the first one stays for ever."""
    reasons = require_words(reasons, field="reasons", missing=_("Write what changes and why."))
    return move(case_id, Step.CHANGE, by=by, now=now, note=reasons)


@transaction.atomic
def go_on(case_id: UUID, *, by: User, now: datetime) -> Case:
    """The changed measure is included again: its contract goes on."""
    case = move(case_id, Step.GO_ON, by=by, now=now)
    if not Contract.objects.filter(case=case).exists():
        raise RuleBroken(
            "measure.no_contract", _("There is no contract yet: choose the implementer.")
        )
    return case


@transaction.atomic
def begin_trial(case_id: UUID, *, by: User, now: datetime) -> Case:
    case = move(case_id, Step.BEGIN_TRIAL, by=by, now=now)
    states = Stage.objects.filter(contract__case=case).values_list("state", flat=True)
    require_stages_accepted(state == StageState.ACCEPTED for state in states)
    return case


@transaction.atomic
def commission(
    case_id: UUID, *, act: str, register_number: str, checks: Sequence[str], by: User, now: datetime
) -> Case:
    """Step 6 (Resolution No. 17, item 11): every check proven by a paper, the system in the register, reviews to come.

    Who registers has seen the papers: a check counts that is proven and confirmed.
    """
    proven = CheckProof.objects.filter(case=case_id).values_list("code", flat=True)
    require_all_checks(set(checks) & set(proven))
    missing = _("Name the act of commissioning: number and date.")
    act = require_words(act, field="act", missing=missing)
    case = move(case_id, Step.COMMISSION, by=by, now=now, note=act)
    number = enter(case, act=act, number_there=register_number.strip(), by=by, now=now)
    for months, due_on in review_days(timezone.localdate(now), law().duties.reviews):
        declare_review(case, months, due_on, by=by, now=now)
    Commissioning.objects.create(
        case=case, act=act, register_number=number, checks=sorted(checks), at=now, by=by
    )
    return case


@transaction.atomic
def review(
    case_id: UUID, *, text: str, facts: Sequence[Decimal | None], by: User, now: datetime
) -> BenefitReview:
    """What came of what was promised, indicator by indicator; a review that is late stays late."""
    case = for_initiator(case_id, by, now)
    if case.status != Status.COMMISSIONED:
        raise RuleBroken(
            "measure.not_in_operation", _("Benefits are reviewed while it is in operation.")
        )
    text = require_words(text, field="text", missing=_("Write what the review of benefits found."))
    months, due_on = next_review(days_of_reviews(case), reviewed(case), timezone.localdate(now))
    promised = promised_by(case)
    figures = [
        {**one, "fact": None if fact is None else format(fact, "f")}
        for one, fact in zip(promised, [*facts, *[None] * len(promised)], strict=False)
    ]
    fulfil(duty(REVIEW, case, str(months)), evidence=text, by=by, now=now)
    record("measure.review", "case", case.reference, by=by.pk, months=months)
    return BenefitReview.objects.create(
        case=case, months=months, due_on=due_on, figures=figures, text=text, at=now, by=by
    )


@transaction.atomic
def complete(case_id: UUID, *, review: str, by: User, now: datetime) -> Case:
    review = require_words(
        review, field="review", missing=_("Write what the review of benefits found.")
    )
    case = lock(case_id)
    if case.status == Status.COMMISSIONED:
        require_reviews(days_of_reviews(case), reviewed(case))
    return move(case_id, Step.COMPLETE, by=by, now=now, note=review)
