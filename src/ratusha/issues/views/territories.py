"""Whose territory it is: read by everybody; drafted, checked, published and ended at the desk."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.issues.assignment import reading
from ratusha.issues.forms import assignments as forms
from ratusha.issues.models import AssignmentEdition, Border
from ratusha.issues.permissions import ASSIGN_TERRITORIES
from ratusha.issues.services import assignments as acts
from ratusha.parties.public import organisation
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

Stage = AssignmentEdition.Stage


def _row(edition: AssignmentEdition) -> dict[str, Any]:
    return {
        "edition": edition,
        "duty": reading.duty_said(edition.duty),
        "territory": reading.territory_said(edition.border.unit_code, get_language() or ""),
        "standing": _standing(edition),
        "last_day": reading.last_day(edition),
    }


def _standing(edition: AssignmentEdition) -> tuple[str, str]:
    """A word and the kind of its mark."""
    today = timezone.localdate()
    if edition.days is None:
        whole = not (edition.findings.get("gap_count") or edition.findings.get("overlap_count"))
        return (_("Draft, whole"), "plain") if whole else (_("Draft with gaps or overlaps"), "late")
    last = reading.last_day(edition)
    if edition.days.lower > today:
        return _("Begins later"), "soon"
    if last is not None and last < today:
        return _("Was in force"), "quiet"
    return _("In force now"), "ok"


@login_not_required
@public_page
def territories(request: HttpRequest) -> HttpResponse:
    found = [
        _row(one) for one in reading.published().order_by("border__unit_code", "duty", "-days")
    ]
    return answer(request, "issues/territories.html", {"rows": found})


@login_not_required
@public_page
def territory(request: HttpRequest, edition: UUID) -> HttpResponse:
    found = get_object_or_404(reading.published(), pk=edition)
    context = {**_row(found), "shown": reading.shown(found), "lapsing": reading.lapsing(found)}
    return answer(request, "issues/territory.html", context)


@login_not_required
def territory_file(_request: HttpRequest, edition: UUID) -> HttpResponse:
    """The whole edition as GeoJSON, as it would be brought in."""
    found = get_object_or_404(reading.published(), pk=edition)
    reply = JsonResponse(reading.as_geojson(found), content_type="application/geo+json")
    reply["Content-Disposition"] = f'attachment; filename="territories-{found.pk}.geojson"'
    return reply


# ---- at the desk


def _office(request: SignedInRequest) -> UUID:
    """The body one assigns territories for; else there is no such page."""
    body = request.acting_body_id
    if body is None or not request.user.may(ASSIGN_TERRITORIES, body, on=timezone.localdate()):
        raise Http404
    return body


def _find(request: SignedInRequest, edition: UUID) -> AssignmentEdition:
    there = AssignmentEdition.objects.select_related("border").filter(body_id=_office(request))
    return get_object_or_404(there, pk=edition)


@require_office
def desk_territories(request: SignedInRequest) -> HttpResponse:
    body = _office(request)
    editions = AssignmentEdition.objects.select_related("border").filter(body_id=body)
    context = {
        "rows": [_row(one) for one in editions],
        "borders": [
            (one, reading.territory_said(one.unit_code, get_language() or ""))
            for one in Border.objects.filter(body_id=body)
        ],
    }
    return answer(request, "issues/desk_territories.html", context)


@nothing_typed_is_lost
@require_office
def bring_border(request: SignedInRequest) -> HttpResponse:
    body = _office(request)
    form = forms.BorderForm(
        typed_now(request), request.FILES or None,
        units=list(organisation(body).serves), language=get_language() or "",
    )  # fmt: skip

    def bring() -> Border:
        given = dict(form.cleaned_data)
        content = given.pop("file").read()
        return acts.bring_border(
            content, body_id=body, by=request.user, now=timezone.now(), **given
        )

    if acted(request, form, bring, in_office=True):
        messages.success(request, _("The border is kept."))
        return redirect("issues:desk_territories")
    return answer(request, "issues/bring_border.html", {}, form=form)


@nothing_typed_is_lost
@require_office
def draft(request: SignedInRequest) -> HttpResponse:
    body = _office(request)
    borders = list(Border.objects.filter(body_id=body))
    if not borders:
        return redirect("issues:bring_border")
    form = forms.DraftForm(
        typed_now(request), request.FILES or None, borders=borders, language=get_language() or ""
    )

    def make() -> AssignmentEdition:
        given = dict(form.cleaned_data)
        border = next(one for one in borders if str(one.pk) == given.pop("border"))
        content = given.pop("file").read()
        return acts.draft(content, border=border, by=request.user, now=timezone.now(), **given)

    made = acted(request, form, make, in_office=True)
    if made:
        return redirect("issues:desk_territory", made.pk)
    return answer(request, "issues/draft_territories.html", {}, form=form)


@require_office
def desk_territory(request: SignedInRequest, edition: UUID) -> HttpResponse:
    found = _find(request, edition)
    context = {
        **_row(found),
        "shown": reading.shown(found),
        "lapsing": reading.lapsing(found),
        "is_draft": found.stage == Stage.DRAFT,
        "can_end": found.stage == Stage.PUBLISHED and found.days.upper is None,
    }
    return answer(request, "issues/desk_territory.html", context)


ACTS: dict[str, tuple[type[Form], Callable[..., Any], str]] = {
    "publish": (forms.PublishAssignmentForm, acts.publish, Stage.DRAFT),
    "end": (forms.EndAssignmentForm, acts.end, Stage.PUBLISHED),
    "discard": (Form, acts.discard, Stage.DRAFT),
}


def _label(act: str) -> str:
    return {
        "publish": _("Publish the assignment"),
        "end": _("End the assignment"),
        "discard": _("Throw the draft away"),
    }[act]


@nothing_typed_is_lost
@require_office
def assignment_act(request: SignedInRequest, edition: UUID, act: str) -> HttpResponse:
    """Ask on GET; act on POST and go back to the edition, or to the list when it is no more."""
    found = _find(request, edition)
    if act not in ACTS or (request.method != "POST" and found.stage != ACTS[act][2]):
        raise Http404
    shape, do, _stage = ACTS[act]
    form = shape(typed_now(request))

    def take() -> Any:
        return do(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    back = reverse("issues:desk_territory", args=[found.pk])
    if acted(request, form, take, in_office=True):
        messages.success(request, _label(act))
        return redirect(reverse("issues:desk_territories") if act == "discard" else back)
    context = {"label": _label(act), "act": act, "back": back, **_row(found)}
    return answer(request, "issues/assignment_act.html", context, form=form)
