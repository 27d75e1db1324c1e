"""At the desk of an operator of the service: a report is written down for a caller, who is told number and code."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.issues.codes import plain, spaced
from ratusha.issues.forms.calls import CallForm
from ratusha.issues.forms.steps import NothingForm
from ratusha.issues.law import Category, is_listed, law
from ratusha.issues.models import Issue
from ratusha.issues.permissions import TAKE_CALLS
from ratusha.issues.presentation import tag_of
from ratusha.issues.services.calls import (
    CALL,
    Caller,
    count_call,
    join_for_caller,
    report_for_caller,
)
from ratusha.issues.services.report import Lodged
from ratusha.issues.survey.rules import require_agreed
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.protection import SealBroken, seal, unseal
from ratusha.kernel.terms import Term
from ratusha.ui.acting import acted
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page as answer

from .floods import slowed
from .report import alike_to, trouble_of

TOLD = "issues_told"  # in the session of the operator: the code, sealed, until it has been told
TOLD_WITHIN = timedelta(minutes=15)


def require_operator(request: SignedInRequest) -> None:
    if not request.user.may(TAKE_CALLS, request.acting_body_id, on=timezone.localdate()):
        raise Http404


@require_office
def new_call(request: SignedInRequest) -> HttpResponse:
    require_operator(request)
    return answer(request, "issues/call_kinds.html", {"groups": law().groups})


@nothing_typed_is_lost
@require_office
def enter_call(request: SignedInRequest, category: str) -> HttpResponse:
    """What the caller says; reports alike are shown before it is written down."""
    require_operator(request)
    if not is_listed(category):
        raise Http404
    kind, now = law().category(category), timezone.now()
    context: dict[str, Any] = {"category": kind, "term": Term.parse(kind.term).text()}
    form = CallForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:  # before the caller is asked anything else
            require_agreed(given["telephone"], agreed=given["agreed"])
        except RuleBroken as error:
            add_domain_error(form, error)
    if request.method == "POST" and form.is_valid():
        same = [] if given["another"] or given["into"] else alike_to(kind, given)
        if same:
            context["found"] = [
                {"alike": one, "tag": tag_of(one.issue.case.status)} for one in same
            ]
            return answer(request, "issues/call_same.html", context, form=form)

    def write_down() -> Lodged:
        count_call(request.user, now)
        return _write_down(request, kind, form.cleaned_data)

    if lodged := acted(request, form, write_down, in_office=True):
        request.session[TOLD] = {
            "number": lodged.case.reference,
            "code": seal(lodged.code, context=TOLD).hex(),
            "at": now.isoformat(),
        }
        return redirect("issues:call_told", lodged.case.reference)
    return slowed(answer(request, "issues/call.html", context, form=form), form, now)


def _write_down(request: SignedInRequest, category: Category, given: dict[str, Any]) -> Lodged:
    now, body = timezone.now(), request.acting_body_id
    assert body is not None  # noqa: S101 - the office has looked
    language = get_language() or ""
    caller = Caller(telephone=given["telephone"], agreed=given["agreed"], language=language)
    if given["into"]:
        found = Issue.objects.public().filter(case__reference=given["into"]).first()
        if found is None:
            raise RuleBroken("issue.into_unknown", _("There is no issue with this number."))
        return join_for_caller(found.pk, caller, body_id=body, by=request.user, now=now)
    trouble = trouble_of(category, given, channel=CALL)
    return report_for_caller(trouble, caller, body_id=body, by=request.user, now=now)


@never_cache
@require_office
def call_told(request: SignedInRequest, reference: str) -> HttpResponse:
    """Number and code, to be read out; gone when they were, and nobody but this operator has seen them."""
    require_operator(request)
    code = _untold(request, reference)
    if code is None:
        raise Http404
    form = NothingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        del request.session[TOLD]
        messages.success(request, _("The code is not shown any more."))
        return redirect("issues:new_call")
    issue = Issue.objects.select_related("case", "executor").get(case__reference=reference)
    context = {
        "issue": issue,
        "case": issue.case,
        "code": plain(code),
        "shown_code": spaced(plain(code)),
    }
    return answer(request, "issues/call_told.html", context, form=form)


def _untold(request: SignedInRequest, reference: str) -> str | None:
    kept = request.session.get(TOLD)
    at = parse_datetime(kept["at"]) if kept else None
    if kept is None or at is None or kept["number"] != reference:
        return None
    if timezone.now() - at > TOLD_WITHIN:
        del request.session[TOLD]
        return None
    try:
        return unseal(bytes.fromhex(kept["code"]), context=TOLD)
    except SealBroken:
        return None
