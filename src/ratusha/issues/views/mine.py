"""For those who reported: by being signed in, or by the code that only they have."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import AccessMode, SignedInRequest, caller_network, require_access
from ratusha.cases.public import Case
from ratusha.issues.codes import plain, spaced
from ratusha.issues.forms.steps import CodeForm, NothingForm, ReasonsForm
from ratusha.issues.models import Issue, Reporter
from ratusha.issues.presentation import rail, tag_of
from ratusha.issues.rules import Step
from ratusha.issues.services import follow
from ratusha.issues.services.flow import count_one
from ratusha.kernel.errors import RuleBroken
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .floods import slowed
from .public import open_to

STEPS: dict[str, Callable[..., Case]] = {
    Step.REOPEN: follow.reopen,
    Step.CLOSE: follow.confirm,
    Step.WITHDRAW: follow.withdraw,
}


def by_code(request: HttpRequest, code: str) -> Reporter:
    """Wrong codes are counted: nobody tries them out."""
    reporter = follow.reporter_by_code(code)
    if reporter is None:
        count_one("code", source=caller_network(request), now=timezone.now())
        raise Http404
    return reporter


@login_not_required
def find(request: HttpRequest) -> HttpResponse:
    """The page where a code is typed."""
    form = CodeForm(request.POST if request.method == "POST" else None)

    def look() -> str:
        now = timezone.now()
        count_one("code", source=caller_network(request), now=now)
        code = form.cleaned_data["code"]
        if follow.reporter_by_code(code) is None:
            message = _("There is no report with this code. Check it letter by letter.")
            raise RuleBroken("issue.code_unknown", message, field="code")
        return reverse("issues:mine", args=[plain(code)])

    if address := acted(request, form, look):
        return redirect(address)
    return slowed(answer(request, "issues/find.html", form=form), form, timezone.now())


@login_not_required
def mine(request: HttpRequest, code: str) -> HttpResponse:
    """The report of who holds the code, with what they may do now."""
    reporter = by_code(request, code)
    found = Issue.objects.select_related("case", "executor").prefetch_related("case__history")
    issue = found.get(pk=reporter.issue_id)
    case, came_as = issue.case, Case.objects.get(pk=reporter.came_as_id)
    context = {
        "issue": issue,
        "case": case,
        "tag": tag_of(case.status),
        "stages": rail(case, issue),
        "came_as": came_as.reference,
        "code": plain(code),
        "shown_code": spaced(plain(code)),
        **open_to(reporter, case),
    }
    return answer(request, "issues/mine.html", context)


@login_not_required
def step_by_code(request: HttpRequest, code: str, step: str) -> HttpResponse:
    reporter = by_code(request, code)
    return _step(request, step, reporter, reverse("issues:mine", args=[plain(code)]))


@require_access(AccessMode.PASSWORD)
def step(request: SignedInRequest, reference: str, step: str) -> HttpResponse:
    reporter = Reporter.objects.filter(
        issue__case__reference=reference, party_id=request.user.party_id or request.user.pk
    ).first()
    if reporter is None:
        raise Http404
    return _step(request, step, reporter, reverse("issues:issue", args=[reference]))


def _step(request: HttpRequest, step: str, reporter: Reporter, back: str) -> HttpResponse:
    """Ask on GET; take the step on POST and go back to the report."""
    if step not in STEPS:
        raise Http404
    case = Case.objects.get(pk=reporter.issue_id)
    data = request.POST if request.method == "POST" else None
    form = ReasonsForm(data) if step == Step.REOPEN else NothingForm(data)
    by: Any = request.user if request.user.is_authenticated else None

    def take() -> Case:
        given = form.cleaned_data
        return STEPS[step](case.pk, reporter=reporter, by=by, now=timezone.now(), **given)

    if acted(request, form, take):
        messages.success(request, _("It is noted. Thank you."))
        return redirect(back)
    context = {"case": case, "step": step, "label": Step(step).label, "back": back}
    return answer(request, "issues/step.html", context, form=form)
