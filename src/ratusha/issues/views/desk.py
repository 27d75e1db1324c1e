"""At the desk: issues that wait for their dispatcher, or for the organisation; one issue; its steps."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import Case, due_of, related_to, steps_open_to
from ratusha.documents.public import keep_file
from ratusha.issues.duplicates import alike
from ratusha.issues.forms import steps as forms
from ratusha.issues.law import law
from ratusha.issues.models import Issue, Reporter
from ratusha.issues.permissions import (
    ASSIGN_TERRITORIES,
    CARRY_OUT,
    DISPATCH,
    OVERSEE,
    TAKE_CALLS,
    has_desk,
    may_dispatch,
)
from ratusha.issues.photos.intake import require_picture
from ratusha.issues.presentation import history, place_in_list, rail, read_place, tag_of, why
from ratusha.issues.queries import ON_A_PAGE, at_desk_of, older_than
from ratusha.issues.reading import read_filter
from ratusha.issues.rules import OPEN, Status, Step
from ratusha.issues.services import dispatch, joining
from ratusha.issues.services.photos import may_release
from ratusha.kernel.calendar import national_calendar
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer

from .public import rows

PUBLISH = "publish"
ACTS: dict[str, Callable[..., Case]] = {
    Step.ASSIGN: dispatch.assign,
    Step.GIVE_BACK: dispatch.give_back,
    Step.PLAN: dispatch.plan,
    Step.FINISH: dispatch.finish,
    Step.REFUSE: dispatch.refuse,
    Step.MERGE: joining.merge,
    Step.SEPARATE: joining.separate,
    PUBLISH: dispatch.publish_words,
}
DANGER = (Step.REFUSE, Step.MERGE, Step.SEPARATE, Step.GIVE_BACK)


def find(request: SignedInRequest, reference: str) -> Issue:
    there = at_desk_of(request.user, request.acting_body_id, timezone.localdate())
    return get_object_or_404(there, case__reference=reference)


@require_office
def issues(request: SignedInRequest) -> HttpResponse:
    today, body = timezone.localdate(), request.acting_body_id
    if not has_desk(request.user, body, today):
        raise Http404
    others = (DISPATCH, CARRY_OUT, ASSIGN_TERRITORIES, OVERSEE)
    if not any(request.user.may(name, body, on=today) for name in others):
        return redirect("issues:calls")  # an operator has nothing else here
    dispatches = request.user.may(DISPATCH, body, on=today)
    wanted = read_filter(request.GET)
    start = read_place(request.GET.get("after", ""))
    there = at_desk_of(request.user, body, today)
    found = list(older_than(wanted.of(there), start)[: ON_A_PAGE + 1])
    more = found[ON_A_PAGE - 1] if len(found) > ON_A_PAGE else None
    context = {
        "rows": rows(found[:ON_A_PAGE]),
        "wanted": wanted,
        "groups": law().groups,
        "statuses": list(Status),
        "next": place_in_list(more) if more else None,
        "begun": start is not None,
        "waiting": there.filter(case__status=Status.REPORTED).count() if dispatches else None,
        "late": there.filter(case__status__in=OPEN, case__due_on__lt=today).count(),
        "today": today,
        "calls": request.user.may(TAKE_CALLS, body, on=today),
        "assigns": request.user.may(ASSIGN_TERRITORIES, body, on=today),
    }
    return answer(request, "issues/desk_issues.html", context)


@require_office
def issue(request: SignedInRequest, reference: str) -> HttpResponse:
    found = find(request, reference)
    now = timezone.now()
    today = timezone.localdate(now)
    case = Case.objects.prefetch_related("history__by", "clock").get(pk=found.pk)
    context = {
        "issue": found,
        "case": case,
        "tag": tag_of(case.status),
        "stages": rail(case, found),
        "history": history(case),
        "why": why(found),
        "offers": offers(request, case, found),
        "due": due_of(list(case.clock.all()), national_calendar()),
        "today": today,
        "photos": [
            (one, may_release(request.user, case, one, today)) for one in found.photos.all()
        ],
        "work": found.work_reports.select_related("executor"),
        "escalations": found.escalations.all(),
        "related": related_to(case, user=request.user, at_desk=True, on=today),
        "reporters": Reporter.objects.filter(issue=found).count(),
        "joined": Issue.objects.filter(merged_into=found).select_related("case"),
        "may_join": Step.MERGE in steps_open_to(request.user, case, today),
        "same": alike(
            category=found.category,
            lat=found.lat,
            lon=found.lon,
            address=found.address,
            words=found.words,
            now=now,
            apart_from=found.pk,
        ),
    }
    return answer(request, "issues/desk_issue.html", context)


def offers(request: SignedInRequest, case: Case, issue: Issue) -> list[tuple[str, Any, str]]:
    """Steps with their labels and kinds, the plain ones first."""
    today = timezone.localdate()
    steps = [one for one in steps_open_to(request.user, case, today) if one in ACTS]
    found = [(one, Step(one).label, "danger" if one in DANGER else "primary") for one in steps]
    if may_dispatch(request.user, case, today) and issue.words:
        found.append((PUBLISH, forms.PUBLISH_LABEL, "quiet"))
    return sorted(found, key=lambda one: one[2] == "danger")


def _form(step: str, found: Issue, data: Any, files: Any, asked: QueryDict) -> Form:
    match step:
        case Step.ASSIGN:
            return forms.AssignForm(data, issue=found)
        case Step.PLAN:
            return forms.PlanForm(data)
        case Step.FINISH:
            return forms.FinishForm(data, files)
        case Step.MERGE:
            return forms.MergeForm(data, initial={"into": asked.get("into", "")[:64]})
        case "publish":
            return forms.PublishForm(data, initial={"text": found.public_words or found.words})
        case _:
            return forms.ReasonsForm(data)


@nothing_typed_is_lost
@require_office
def step(request: SignedInRequest, reference: str, step: str) -> HttpResponse:
    """Ask on GET; take the step on POST and go back to the issue."""
    found = find(request, reference)
    open_now = {str(one): label for one, label, _kind in offers(request, found.case, found)}
    if step not in ACTS:
        raise Http404
    if request.method != "POST" and step not in open_now:
        raise PermissionDenied
    form = _form(step, found, typed_now(request), request.FILES or None, request.GET)
    label = open_now.get(step, "")

    def take() -> Case:
        given = dict(form.cleaned_data)
        now = timezone.now()
        if step == Step.FINISH:
            given["photo"] = _keep(request, given.get("photo"))
        if step == Step.ASSIGN:
            given["executor"] = UUID(given["executor"])
        return ACTS[step](found.pk, by=request.user, now=now, **given)

    if acted(request, form, take, in_office=True):
        messages.success(request, str(label))
        fresh = found.photos.filter(public_file_id=None).last() if step == Step.FINISH else None
        if fresh:  # the next question is what everybody may see of it
            return redirect("issues:release_photo", reference, fresh.pk)
        return redirect(found.case.desk_address)
    context = {
        "issue": found,
        "case": found.case,
        "step": step,
        "label": label,
        "back": found.case.desk_address,
    }
    return answer(request, "issues/step.html", context, form=form)


def _keep(request: SignedInRequest, brought: Any) -> UUID | None:
    if not brought:
        return None
    content = brought.read()
    require_picture(content)
    now = timezone.now()
    return keep_file(content=content, name=brought.name, by=request.user, now=now).pk
