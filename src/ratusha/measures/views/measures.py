"""At the desk: the measures one has a part in, proposing, one measure, its steps."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import Case
from ratusha.documents.public import Document
from ratusha.measures.adoption import adoption_of
from ratusha.measures.forms.ideas import measure_form, pilot_form
from ratusha.measures.forms.steps import COMMENT, step_form
from ratusha.measures.implementer_rules import Shown
from ratusha.measures.law import law
from ratusha.measures.models import (
    ActRecorded,
    AgendaItem,
    Agreement,
    AutoReport,
    BenefitReview,
    Classification,
    Commissioning,
    Contract,
    DiaryEntry,
    Evaluation,
    Measure,
    Mechanism,
    Opinion,
    PassportVersion,
    PilotTerms,
    Suspension,
)
from ratusha.measures.permissions import COUNCIL, PILOT, PREPARE, may_look_around
from ratusha.measures.presentation import (
    acts_of,
    baselines_of,
    benefits_of,
    due,
    facts_of,
    label_of,
    measured,
    offers,
    proofs_of,
    rail,
    route_for,
)
from ratusha.measures.queries import (
    conditions_of,
    days_of_reviews,
    incidents_of,
    open_directions,
    reached_from,
    times_returned,
)
from ratusha.measures.rules import Step, is_late
from ratusha.measures.services import (
    aside,
    begin,
    carry_out,
    contract,
    diary,
    examine,
    passport,
    pilot,
    protocol,
    proving,
    rollout,
    scaling,
    stages,
    terms,
)
from ratusha.measures.services.begin import Idea, Trial
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

ON_A_PAGE = 25
IDEA = ("name", "goal", "sphere", "sources", "language")


def find(request: SignedInRequest, reference: str) -> Case:
    """Only what one has a part in at the body one acts for; the rest is not there."""
    there = reached_from(request.user, request.acting_body_id, timezone.localdate())
    return get_object_or_404(there.prefetch_related("history__by", "clock"), reference=reference)


@require_office
def measures(request: SignedInRequest) -> HttpResponse:
    today, body = timezone.localdate(), request.acting_body_id
    if not may_look_around(request.user, body, today):
        raise Http404
    shown = request.GET.get("show", "open")
    there = reached_from(request.user, body, today).order_by("closed_on", "due_on", "-lodged_at")
    found = there.exclude(closed_on=None) if shown == "closed" else there.open()  # type: ignore[attr-defined]
    context = {
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "shown": "closed" if shown == "closed" else "open",
        "today": today,
        "may_propose": request.user.may(PREPARE, body, on=today),
        "may_keep": request.user.may(COUNCIL, body, on=today),
    }
    return answer(request, "measures/measures.html", context)


@nothing_typed_is_lost
@require_office
def new(request: SignedInRequest, kind: str) -> HttpResponse:
    """Propose a measure, or apply for a pilot."""
    body = request.acting_body_id
    if body is None or not request.user.may(PREPARE, body, on=timezone.localdate()):
        raise Http404
    directions = list(open_directions(timezone.localdate())) if kind == PILOT else []
    if kind == PILOT and not directions:
        return answer(request, "measures/no_call.html", {})
    typed = typed_now(request)
    form = pilot_form(directions, typed) if kind == PILOT else measure_form(typed)
    if case := acted(request, form, lambda: _propose(request, body, kind, form.cleaned_data)):
        messages.success(request, _("It is entered in the register."))
        return redirect(case.desk_address)
    return answer(request, "measures/new.html", {"kind": kind, "law": law()}, form=form)


def _propose(request: SignedInRequest, body: UUID, kind: str, given: dict[str, Any]) -> Case:
    idea = Idea(**{name: given.pop(name) for name in IDEA})
    now = timezone.now()
    if kind == PILOT:
        given |= {name: int(given[name] or 0) for name in ("months", "readiness", "points")}
        given["direction"] = UUID(given["direction"])
        return begin.propose_pilot(idea, Trial(**given), body_id=body, by=request.user, now=now)
    return begin.propose(idea, purpose=given["purpose"], body_id=body, by=request.user, now=now)


@require_office
def measure(request: SignedInRequest, reference: str) -> HttpResponse:
    """Where it is, why it waits, what was said and decided, and what this person may do now."""
    case = find(request, reference)
    today, own = timezone.localdate(), Measure.objects.get(pk=case.pk)
    route = route_for(own)
    conditions = list(conditions_of(case))
    context = {
        "case": case,
        "measure": own,
        "facts": facts_of(case, own),
        "stages": rail(case),
        "due": due(case),
        "today": today,
        "offers": offers(request.user, case, own, today),
        "route": route,
        "acts": acts_of(route),
        "law": law(),
        "classification": Classification.objects.filter(pk=case.pk).first(),
        "versions": PassportVersion.objects.filter(case=case).select_related("opinion", "by"),
        "opinions": Opinion.objects.filter(version__case=case)
        .select_related("version")
        .order_by("at"),
        "returned": times_returned(case),
        "report": AutoReport.objects.filter(case=case).last(),
        "heard": AgendaItem.objects.filter(case=case).select_related("session"),
        "extracts": Document.objects.filter(
            kind=protocol.EXTRACT, case_reference=case.reference
        ).order_by("issued_at"),
        "conditions": [(one, is_late(one.due_on, one.met_on, today)) for one in conditions],
        "recorded": ActRecorded.objects.filter(case=case).select_related("by"),
        "mechanism": Mechanism.objects.filter(case=case).last(),
        "contract": Contract.objects.filter(case=case)
        .prefetch_related(
            "stages__acts__papers", "stages__acts__by", "payments", "amendments", "terms__by"
        )
        .first(),
        "reviews": _reviews(case, today),
        "suspensions": Suspension.objects.filter(case=case),
        "baselines": baselines_of(case),
        "benefits": benefits_of(case),
        "proofs": proofs_of(case),
        "commissioning": Commissioning.objects.filter(pk=case.pk).first(),
        "trial": PilotTerms.objects.select_related("direction__call").filter(pk=case.pk).first(),
        "evaluation": Evaluation.objects.filter(case=case).last(),
        "agreement": Agreement.objects.filter(pk=case.pk).first(),
        "measured": measured(case),
        "diary": DiaryEntry.objects.filter(case=case).select_related("by"),
        "incidents": incidents_of(case),
        "adoption": adoption_of(case, today),
        "scaled_by": Measure.objects.filter(scales=case).select_related("case").last(),
    }
    return answer(request, "measures/measure.html", context | {"numbers": "measures:desk_number"})


def _reviews(case: Case, today: date) -> list[tuple[int, date, BenefitReview | None, bool]]:
    """After how many months, on which day, what was found, and whether it was late."""
    if not Commissioning.objects.filter(pk=case.pk).exists():
        return []
    done = {one.months: one for one in BenefitReview.objects.filter(case=case)}
    return [
        (months, due_on, done.get(months), _was_late(due_on, done.get(months), today))
        for months, due_on in days_of_reviews(case)
    ]


def _was_late(due_on: date, found: BenefitReview | None, today: date) -> bool:
    return is_late(due_on, timezone.localdate(found.at) if found else None, today)


def _route(case_id: UUID, *, by: Any, now: Any, subprogramme: str = "") -> Case:
    programme, _slash, part = subprogramme.partition("/")
    return begin.confirm_route(case_id, programme=programme, subprogramme=part, by=by, now=now)


def _transfer(case_id: UUID, *, subprogramme: str, **given: Any) -> Case:
    programme, _slash, part = subprogramme.partition("/")
    return aside.transfer(case_id, programme=programme, subprogramme=part, **given)


def _skip(step: str) -> Callable[..., Case]:
    return lambda case_id, **given: carry_out.skip(case_id, step=step, **given)


def _assign(case_id: UUID, *, expert: str, **given: Any) -> Case:
    return examine.assign(case_id, expert=UUID(expert), **given)


def _opine(case_id: UUID, **given: Any) -> Case:
    comments = {
        name.removeprefix(COMMENT): given.pop(name)
        for name in list(given)
        if name.startswith(COMMENT)
    }
    return examine.opine(case_id, comments=comments, **given)


def _choose(case_id: UUID, *, price_by_method: list[str], level: Any, **given: Any) -> Case:
    told = {
        name: given.pop(name)
        for name in ("office", "roles", "handed", "tender", "criteria", "unfair_checked_on")
    }
    shown = Shown(
        price_by_method=bool(price_by_method), level=None if level is None else int(level), **told
    )
    return carry_out.choose(case_id, shown=shown, **given)


def _accept_stage(case_id: UUID, *, stage: str, **given: Any) -> Any:
    return stages.conclude(case_id, stage=int(stage), **given)


def _hand_over(case_id: UUID, *, stage: str, **given: Any) -> Any:
    return stages.hand_over(case_id, stage=int(stage), **given)


def _mend(case_id: UUID, *, stage: str, **given: Any) -> Any:
    return stages.mend(case_id, stage=int(stage), **given)


def _prove(case_id: UUID, *, is_open: list[str], **given: Any) -> Any:
    return proving.prove(case_id, is_open=bool(is_open), **given)


def _review(case_id: UUID, *, text: str, **facts: Any) -> Any:
    """The facts in the order of the indicators."""
    return carry_out.review(
        case_id, text=text, by=facts.pop("by"), now=facts.pop("now"), facts=list(facts.values())
    )


def _meet(_case_id: UUID, *, condition: str, **given: Any) -> Any:
    return protocol.meet_condition(UUID(condition), **given)


def _evaluate(case_id: UUID, *, answers: Any, **given: Any) -> Case:
    stated = pilot.Stated(**{name: given.pop(name, None) for name in ("effect", "low", "high")})
    return pilot.evaluate(case_id, answers=int(answers), stated=stated, **given)


def _measure(case_id: UUID, *, side: str, **given: Any) -> Any:
    return pilot.measure(case_id, with_pilot=side == "with", **given)


def _incident_done(case_id: UUID, *, incident: str, **given: Any) -> Any:
    return diary.answer_incident(case_id, incident=UUID(incident), **given)


def _plan_place(case_id: UUID, *, whole: Any, **given: Any) -> Any:
    return rollout.plan_place(case_id, whole=int(whole), **given)


def _enter_covered(case_id: UUID, *, covered: Any, **given: Any) -> Any:
    return rollout.enter_covered(case_id, covered=int(covered), **given)


ACTS: dict[str, Callable[..., Any]] = {
    "classify": begin.classify,
    "exclude": begin.exclude,
    "route": _route,
    "route_own": _route,
    "submit": passport.submit,
    "assign": _assign,
    "remark": examine.remark,
    "return": examine.give_back,
    "opine": _opine,
    "skip_expertise": _skip(Step.SKIP_EXPERTISE),
    "skip_council": _skip(Step.SKIP_COUNCIL),
    "include": carry_out.include,
    "choose": _choose,
    "go_on": carry_out.go_on,
    "contract": contract.sign_contract,
    "hand_over": _hand_over,
    "accept_stage": _accept_stage,
    "mend": _mend,
    "amend": contract.amend,
    "terms": terms.write_terms,
    "pay": contract.pay,
    "change": carry_out.change,
    "begin_trial": carry_out.begin_trial,
    "prove": _prove,
    "commission": carry_out.commission,
    "complete": carry_out.complete,
    "terminate": carry_out.terminate,
    "suspend": aside.suspend,
    "resume": aside.go_on,
    "transfer": _transfer,
    "correct": aside.correct_goal,
    "meet": _meet,
    "review": _review,
    "agree": pilot.agree,
    "measure": _measure,
    "diary": diary.write_diary,
    "incident": diary.report_incident,
    "incident_done": _incident_done,
    "plan_place": _plan_place,
    "enter_covered": _enter_covered,
    "scale_up": scaling.propose_scaling,
    "evaluate": _evaluate,
    "scale": pilot.scale,
    "extend": pilot.extend,
    "stop": pilot.stop,
}


@nothing_typed_is_lost
@require_office
def step(request: SignedInRequest, reference: str, step: str) -> HttpResponse:
    """Ask on GET; take the step on POST and go back to the measure."""
    case = find(request, reference)
    own = Measure.objects.get(pk=case.pk)
    if step not in ACTS:
        raise Http404
    open_now = {one.step for one in offers(request.user, case, own, timezone.localdate())}
    if request.method != "POST" and step not in open_now:
        raise PermissionDenied
    form = step_form(step, case, typed_now(request), request.FILES or None)
    label = label_of(case, step)

    def take() -> str:
        made = ACTS[step](case.pk, by=request.user, now=timezone.now(), **form.cleaned_data)
        return made.desk_address if isinstance(made, Case) else case.desk_address

    if address := acted(request, form, take, in_office=True):
        messages.success(request, label)
        return redirect(address)
    route = route_for(own)
    context = {
        "case": case, "measure": own, "step": step, "label": label, "law": law(), "route": route,
        "acts": acts_of(route), "returned": times_returned(case),
    }  # fmt: skip
    return answer(request, "measures/step.html", context, form=form)
