"""Writing a paper: a row, what came of it, training, an annex."""

from typing import Any
from uuid import UUID

from django.contrib import messages
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
from ratusha.plans import permissions
from ratusha.plans.forms import (
    AnnexForm,
    ResultForm,
    RowForm,
    TrainingForm,
)
from ratusha.plans.law import law
from ratusha.plans.models import Paper
from ratusha.plans.queries import (
    rows_in_force,
)
from ratusha.plans.rules import Kind
from ratusha.plans.services import annex as annexes
from ratusha.plans.services import write as writing
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from .papers import find, numbered


@nothing_typed_is_lost
@require_office
def row(request: SignedInRequest, paper_id: UUID, number: str = "") -> HttpResponse:
    """A new row of a plan, or a changed one."""
    found = _to_write(request, paper_id, Kind.PLAN)
    there = get_object_or_404(found.rows, number=numbered(number), annex=None) if number else None
    form = RowForm(found, typed_now(request), there)

    def save() -> Any:
        now = timezone.now()
        place = there.number if there else None
        return writing.save_row(found.pk, row=place, by=request.user, now=now, **form.cleaned_data)

    if acted(request, form, save, in_office=True):
        messages.success(request, _("The row is kept."))
        return redirect(found)
    return page(request, "plans/row.html", {"paper": found, "row": there, "law": law()}, form=form)


def _to_write(request: SignedInRequest, paper_id: UUID, kind: Kind | None = None) -> Paper:
    found = find(request, paper_id)
    may = permissions.may_prepare(request.user, found, timezone.localdate())
    if not may or (kind and found.kind != kind):
        raise Http404
    return found


@require_POST
@require_office
def drop_row(request: SignedInRequest, paper_id: UUID, number: str) -> HttpResponse:
    found = _to_write(request, paper_id, Kind.PLAN)
    there = get_object_or_404(found.rows, number=numbered(number), annex=None)
    form = Form(request.POST)

    def drop() -> Paper:
        return writing.drop_row(found.pk, row=there.number, by=request.user, now=timezone.now())

    if acted(request, form, drop, in_office=True):
        messages.success(request, _("The row is taken out."))
    for error in form.non_field_errors():
        messages.warning(request, str(error))
    return redirect(found)


@nothing_typed_is_lost
@require_office
def result(request: SignedInRequest, paper_id: UUID, number: str) -> HttpResponse:
    """What came of one row of the plan."""
    found = _to_write(request, paper_id, Kind.REPORT)
    there = get_object_or_404(found.results.select_related("row"), row__number=numbered(number))
    form = ResultForm(there, typed_now(request))

    def save() -> Any:
        now = timezone.now()
        return writing.save_result(
            found.pk, result=there.pk, by=request.user, now=now, **form.cleaned_data
        )

    if acted(request, form, save, in_office=True):
        messages.success(request, _("The row is kept."))
        return redirect(found)
    return page(
        request, "plans/result.html", {"paper": found, "result": there, "law": law()}, form=form
    )


@nothing_typed_is_lost
@require_office
def training(request: SignedInRequest, paper_id: UUID) -> HttpResponse:
    found = _to_write(request, paper_id)
    typed = typed_now(request)
    initial = {"training": found.training, "trained": found.trained}
    form = TrainingForm(typed, initial=initial)

    def save() -> Paper:
        given = {**form.cleaned_data, "trained": int(form.cleaned_data["trained"])}
        return writing.save_training(found.pk, by=request.user, now=timezone.now(), **given)

    if acted(request, form, save, in_office=True):
        messages.success(request, _("The line about training is kept."))
        return redirect(found)
    context = {"paper": found, "label": _("Training of people"), "law": law()}
    return page(request, "plans/act.html", context, form=form)


@nothing_typed_is_lost
@require_office
def annex(request: SignedInRequest, paper_id: UUID, number: str = "") -> HttpResponse:
    """One row of an accepted plan changed (No. `number`), or a new one, with reasons."""
    found = _to_write(request, paper_id, Kind.PLAN)
    there = get_object_or_404(rows_in_force(found), number=numbered(number)) if number else None
    form = AnnexForm(found, typed_now(request), there)

    def propose() -> Any:
        now = timezone.now()
        place = there.number if there else None
        return annexes.propose_annex(
            found.pk, row=place, by=request.user, now=now, **form.cleaned_data
        )

    if acted(request, form, propose, in_office=True):
        messages.success(request, _("The annex waits for the signature of the head."))
        return redirect(found)
    return page(
        request,
        "plans/row.html",
        {"paper": found, "row": there, "annex": True, "law": law()},
        form=form,
    )
