"""What if: anybody asks, the address holds the question; officials keep questions under their name and compare them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from . import presentation
from .forms import KeepForm, WeightsForm
from .models import PublishedIndex, Scenario
from .permissions import SCENARIOS
from .services import keep_scenario
from .views import published
from .what_if import Answered, answered

MOST_COMPARED = 4


@login_not_required
@require_safe
def what_if(request: HttpRequest, code: str, edition: str) -> HttpResponse:
    """The same figures under other weights, or other figures of one unit; it can be sent as an address."""
    found = _to_be_weighed(code, edition)
    form = WeightsForm(found, request.GET or None)
    answer = answered(found, form.question()) if form.is_valid() else None
    keep_form = KeepForm(initial={"question": request.GET.urlencode()})
    context = _context(request, found, form, answer) | {"keep_form": keep_form}
    return page(request, "steering/what_if.html", context, form=form)


def _to_be_weighed(code: str, edition: str) -> PublishedIndex:
    found = published(code, edition)
    if len(presentation.weights(found)) < 2:  # noqa: PLR2004 - nothing to weigh
        raise Http404
    return found


def _context(
    request: HttpRequest, found: PublishedIndex, form: WeightsForm, answer: Answered | None
) -> dict[str, Any]:
    asked = form.cleaned_data.get("unit", "") if form.is_valid() else ""
    name = next((one.name for one in presentation.rows(found) if one.key == asked), None)
    return {
        "index": found,
        "spec": presentation.spec_of(found),
        "answer": answer,
        "asked": name,
        "may_keep": _may_keep(request),
        "parts": list(form.published),
        "inputs": [f"figure-{one}" for one in form.inputs],
    }


def _may_keep(request: HttpRequest) -> bool:
    user, body = request.user, getattr(request, "acting_body_id", None)
    return isinstance(user, User) and user.may(SCENARIOS, body, on=timezone.localdate())


@nothing_typed_is_lost
@require_office
def keep(request: SignedInRequest, code: str, edition: str) -> HttpResponse:
    """Keep a question with its answer, under one's name."""
    found = _to_be_weighed(code, edition)
    if not _may_keep(request):
        raise PermissionDenied
    form = KeepForm(typed_now(request) or None)
    asked = WeightsForm(found, QueryDict((form["question"].value() or "")[:2000]))

    def do() -> Scenario:
        return keep_scenario(
            found,
            name=form.cleaned_data["name"],
            question=form.cleaned_data["question"],
            unit=asked.cleaned_data.get("unit", ""),
            lines=answered(found, asked.question()).lines,
            by=request.user,
            now=timezone.now(),
        )

    if request.method == "POST" and form.is_valid() and not asked.is_valid():
        form.add_error(None, ValidationError(_("The question cannot be read: ask it anew.")))
    if acted(request, form, do, in_office=True):
        messages.success(request, _("The scenario is kept."))
        return redirect("steering:scenarios", code, edition)
    return page(request, "steering/keep.html", {"index": found}, form=form)


@require_safe
@require_office
def scenarios(request: SignedInRequest, code: str, edition: str) -> HttpResponse:
    """What was kept, by whom; up to four side by side."""
    found = published(code, edition)
    if not _may_keep(request):
        raise PermissionDenied
    kept = list(found.scenarios.select_related("author")[:100])
    wanted = request.GET.getlist("s")[:MOST_COMPARED]
    compared = [one for one in kept if str(one.pk) in wanted]
    table = [
        (row, [one.lines.get(row.key, [None, None]) for one in compared])
        for row in presentation.rows(found)
    ]
    context = {
        "index": found, "kept": kept, "compared": compared, "table": table if compared else [],
        "too_many": len(request.GET.getlist("s")) > MOST_COMPARED, "most": MOST_COMPARED,
        "spec": presentation.spec_of(found),
    }  # fmt: skip
    return page(request, "steering/scenarios.html", context)
