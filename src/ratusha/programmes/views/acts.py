"""What officials do with a measure on its dashboard: rate it, place it, take a baseline, report and accept progress."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.kernel.errors import DomainError
from ratusha.programmes.forms import BaselineForm, PlaceForm, ProgressForm, RatingForm
from ratusha.programmes.models import Baseline, Progress, View
from ratusha.programmes.picture import Row
from ratusha.programmes.services.baseline import take_baseline
from ratusha.programmes.services.place import place
from ratusha.programmes.services.progress import accept_progress, report_progress
from ratusha.programmes.services.rate import rate
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .asking import TITLES, asked, may, way_of

PERCENT = Decimal(100)


@nothing_typed_is_lost
@require_office
def act(request: SignedInRequest, key: str, act: str) -> HttpResponse:
    at = asked(request, key)
    row, body = at.figures.row, request.acting_body_id
    if act not in TITLES or row is None or body is None or not may(request, at, act):
        raise Http404
    form = _form(act, row, typed_now(request))
    if acted(request, form, lambda: _done(act, row, form, body, request)):
        messages.success(request, _("It is entered."))
        return redirect("programmes:level", key)
    context = {"figures": at.figures, "way": way_of(at.figures), "title": TITLES[act](), "act": act}
    return page(request, "programmes/act.html", context, form=form)


def _form(act: str, row: Row, data: Any) -> BaseForm:
    match act:
        case "place":
            return PlaceForm(data)
        case "baseline":
            return BaselineForm(data)
        case "progress":
            return ProgressForm(_open_stages(row), data)
        case _:
            return RatingForm(data)


def _open_stages(row: Row) -> list[tuple[str, str]]:
    """Stages that are earned bit by bit and are not accepted as a whole."""
    last = Baseline.objects.filter(case=row.facts.case_id).order_by("number").last()
    stages = last.stages.all() if last else []
    return [
        (str(one.number), f"{one.number}: {one.title}")
        for one in stages
        if one.number not in row.accepted
    ]


def _done(act: str, row: Row, form: BaseForm, body: UUID, request: SignedInRequest) -> Any:
    given: dict[str, Any] = getattr(form, "cleaned_data")  # noqa: B009 - of a form that was found right
    who: dict[str, Any] = {"by": request.user, "now": timezone.now()}
    case = row.facts.case_id
    match act:
        case "place":
            return place(case, node=given["node"], act=given["act"], **who)
        case "baseline":
            return take_baseline(case, reason=given["reason"], **who)
        case "progress":
            share = Decimal(given["share"]) / PERCENT
            return report_progress(
                case, stage=int(given["stage"]), share=share, evidence=given["evidence"], **who
            )
        case _:
            assert isinstance(form, RatingForm), "a rating"  # noqa: S101 - of this act
            return rate(case, view=View(act), answers=form.answers(), body_id=body, **who)


@require_POST
@require_office
def accept(request: SignedInRequest, key: str, progress: UUID) -> HttpResponse:
    """The evidence of a stage, accepted by who keeps programmes and has not reported it."""
    at = asked(request, key)
    if at.figures.row is None or not may(request, at, "baseline"):
        raise Http404
    found = get_object_or_404(Progress, pk=progress, case=at.figures.row.facts.case_id)
    try:
        accept_progress(found.pk, by=request.user, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The evidence is accepted: it counts from today."))
    return redirect("programmes:level", key)
