"""Offices: how many, for everybody; one's own office with people, gaps, training; what is kept of oneself."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    require_office,
    typed_now,
)
from ratusha.systems.forms import offices as forms
from ratusha.systems.law import law
from ratusha.systems.models import Office, Specialist, TrainingLine
from ratusha.systems.offices.rules import (
    LEVELS,
    SOON_DAYS,
    Gap,
    Holds,
    Need,
    Role,
    certificate_on,
    check_load,
    check_plan,
    gaps,
    told,
)
from ratusha.systems.permissions import OFFICE
from ratusha.systems.services import offices as acts
from ratusha.systems.services.duties import effect_from
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page


@login_not_required
@require_safe
@public_page
def offices(request: HttpRequest) -> HttpResponse:
    """Counted from the rows, never written as a text; of people only cells of five and more."""
    found = Office.objects.select_related("body")
    counts = Counter(
        (role, level)
        for role, level in Specialist.objects.filter(until=None).values_list("role", "level")
    )
    cells = told(counts)
    context = {
        "offices": [one for one in found if one.kind == "office"],
        "units": [one for one in found if one.kind == "unit"],
        "people": sum(counts.values()),
        "levels": list(LEVELS),
        "matrix": [(role.label, [cells[role, level] for level in LEVELS]) for role in Role],
        "sample": any(one.sample for one in found),
        "today": timezone.localdate(),
        "law": law(),
    }
    return answer(request, "systems/offices.html", context)


def _own(request: SignedInRequest, code: str) -> Office:
    body, today = request.acting_body_id, timezone.localdate()
    if body is None or not request.user.may(OFFICE, body, on=today):
        raise Http404
    return get_object_or_404(Office.objects.select_related("body"), code=code, body_id=body)


def _gaps(office: Office) -> list[Gap]:
    have: dict[str, list[int]] = defaultdict(list)
    for one in office.specialists.filter(until=None):
        have[one.role].append(one.level)
    return gaps(
        (
            Need(one.role, one.level, one.people, one.quarter, one.measure)
            for one in office.needs.all()
        ),
        have,
    )


@require_safe
@require_office
def office(request: SignedInRequest, code: str) -> HttpResponse:
    """The head of the office sees its people by role and level, without names."""
    found = _own(request, code)
    people = list(found.specialists.filter(until=None).prefetch_related("certificates"))
    missing = _gaps(found)
    lines = list(found.trainings.all())
    loads: dict[str, int] = defaultdict(int)
    for one in people:
        for quarter, load in one.loads.items():
            loads[quarter] += load
    planned = [(one.role, one.level) for one in lines if not one.done_on]
    context = {
        "office": found,
        "people": [(number, one, check_load(one.loads)) for number, one in enumerate(people, 1)],
        "gaps": [one for one in missing if one.missing],
        "covered": sum(not one.missing for one in missing),
        "findings": check_plan(missing, planned),
        "trainings": [(one, effect_from(one.done_on) if one.done_on else None) for one in lines],
        "free": [(quarter, len(people) - load / 100) for quarter, load in sorted(loads.items())],
        "today": timezone.localdate(),
        "roles": dict(Role.choices),
        "law": law(),
    }
    return answer(request, "systems/office.html", context)


@require_safe
@require_office
def certificates(request: SignedInRequest, code: str) -> HttpResponse:
    """Of the people of the office by number, never by name: what is certified, and what ends soon (T03)."""
    found, today = _own(request, code), timezone.localdate()
    people = found.specialists.filter(until=None).prefetch_related("certificates")
    rows = [
        (number, one, each, certificate_on(each.valid_from, each.valid_to, today))
        for number, one in enumerate(people, 1)
        for each in one.certificates.all()
    ]
    context = {
        "office": found,
        "rows": sorted(rows, key=lambda row: (row[2].valid_to or date.max, row[0])),
        "without": [
            (number, one) for number, one in enumerate(people, 1) if not one.certificates.all()
        ],
        "counts": Counter(row[3] for row in rows),
        "holds": Holds,
        "today": today,
        "soon_days": SOON_DAYS,
    }
    return answer(request, "systems/certificates.html", context)


def _numbered(office: Office) -> list[tuple[str, str]]:
    return [
        (str(one.pk), f"{number}. {one.get_role_display()}, {one.level}")
        for number, one in enumerate(office.specialists.filter(until=None), 1)
    ]


ACTS: dict[str, tuple[Callable[[Office, Any], Any], Callable[..., Any]]] = {
    "person": (
        lambda _office, data: forms.person_form(data),
        lambda office, by, _now, *, level, **given: acts.enter_specialist(
            office.code, level=int(level), by=by, **given
        ),
    ),
    "load": (
        lambda office, data: forms.load_form(_numbered(office), data),
        lambda _office, by, now, *, specialist, load, quarter: acts.load_specialist(
            UUID(specialist), load=int(load), quarter=quarter, by=by, now=now
        ),
    ),
    "certificate": (
        lambda office, data: forms.certificate_form(_numbered(office), data),
        lambda _office, by, now, *, specialist, **given: acts.enter_certificate(
            UUID(specialist), by=by, now=now, **given
        ),
    ),
    "need": (
        lambda _office, data: forms.need_form(data),
        lambda office, by, now, *, level, people, **given: acts.need(
            office.code,
            level=int(level),
            people=int(people),
            by=by,
            on=timezone.localdate(now),
            **given,
        ),
    ),
    "training": (
        lambda _office, data: forms.training_form(data),
        lambda office, by, now, *, level, **given: acts.ask_for_training(
            office.code, level=int(level), by=by, on=timezone.localdate(now), **given
        ),
    ),
}


@nothing_typed_is_lost
@require_office
def office_act(request: SignedInRequest, code: str, act: str) -> HttpResponse:
    found = _own(request, code)
    if act not in ACTS:
        raise Http404
    make, take = ACTS[act]
    form = make(found, typed_now(request))

    def do() -> Any:
        return take(found, request.user, timezone.now(), **form.cleaned_data)

    if acted(request, form, do, in_office=True):
        messages.success(request, _("Saved."))
        return redirect("systems:office", code)
    return answer(request, "systems/office_act.html", {"office": found, "act": act}, form=form)


@nothing_typed_is_lost
@require_office
def training_act(request: SignedInRequest, line: UUID, act: str) -> HttpResponse:
    """A training is over: which level was reached; later: what is different."""
    body, today = request.acting_body_id, timezone.localdate()
    found = get_object_or_404(
        TrainingLine.objects.select_related("office"), pk=line, office__body_id=body
    )
    if not request.user.may(OFFICE, body, on=today):
        raise Http404
    if act not in ("finish", "effect"):
        raise Http404
    if act == "effect" and not found.done_on:
        raise PermissionDenied
    form = (forms.reached_form if act == "finish" else forms.effect_form)(typed_now(request))

    def do() -> Any:
        given: dict[str, Any] = {"by": request.user, "now": timezone.now()}
        if act == "finish":
            return acts.finish_training(
                found.pk, reached=int(form.cleaned_data["reached"]), **given
            )
        return acts.tell_effect(found.pk, effect=form.cleaned_data["effect"], **given)

    if acted(request, form, do, in_office=True):
        messages.success(request, _("Saved."))
        return redirect("systems:office", found.office.code)
    context = {"office": found.office, "act": act, "training": found}
    return answer(request, "systems/office_act.html", context, form=form)


@require_safe
@require_access(AccessMode.PASSWORD)
def mine(request: SignedInRequest) -> HttpResponse:
    """What the register of competence keeps of oneself: everything, and nobody else's."""
    found = Specialist.objects.filter(user=request.user).select_related("office__body")
    context = {"found": found.prefetch_related("certificates", "trainings")}
    return answer(request, "systems/mine.html", context)
