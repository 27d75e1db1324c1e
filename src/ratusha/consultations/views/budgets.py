"""Participatory budgets: projects, choosing, the outcome with its explanation; checking and counting at the desk."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    require_office,
    typed_now,
)
from ratusha.consultations.budget import services
from ratusha.consultations.budget.pabulib import as_pb
from ratusha.consultations.budget.rules import BudgetStatus, IdeaStatus
from ratusha.consultations.budget.services import Planned
from ratusha.consultations.forms.rooms import ApprovalForm, BudgetForm, CheckForm, IdeaForm
from ratusha.consultations.law import law
from ratusha.consultations.models import Budget, Project
from ratusha.consultations.permissions import PREPARE
from ratusha.ui.formats import money
from ratusha.ui.pages import page as answer

from .acts import act_page, pressed, sent


@login_not_required
def budget(request: HttpRequest, code: str) -> HttpResponse:
    found, today = get_object_or_404(Budget, code=code), timezone.localdate()
    context = {
        "budget": found,
        "projects": found.projects.all(),
        "law": law().budgets,
        "proposing": found.status == BudgetStatus.IDEAS and today <= found.ideas_until,
        "choosing": found.status == BudgetStatus.VOTE and today <= found.votes_until,
        "outcome": explained(found),
        "place": found.electorate(0).place(),
    }
    return answer(request, "consultations/budget.html", context)


def explained(found: Budget) -> dict[str, Any] | None:
    """Row by row: what a project costs, how many approve it, what both rules say, who paid or what was missing."""
    if found.outcome is None:
        return None
    bought = {one["project"]: one for one in found.outcome["bought"]}
    turn = {project: place for place, project in enumerate(bought, start=1)}
    left = found.outcome.get("left", {})
    admitted = found.projects.filter(status=IdeaStatus.ADMITTED)
    rows = [
        {
            "project": one,
            "votes": found.outcome["votes"].get(str(one.number), 0),
            "chosen": one.number in bought,
            "paid": _rounded(bought[one.number]["most_paid"]) if one.number in bought else None,
            "turn": turn.get(one.number),
            "left": _rounded(left[str(one.number)]) if str(one.number) in left else None,
            "greedy": one.number in found.outcome["greedy"],
        }
        for one in admitted
    ]
    rows.sort(key=lambda row: (not row["chosen"], row["turn"] or 0, -row["votes"]))
    return {**found.outcome, "rows": rows, "share": _rounded(found.outcome["share"])}


def _rounded(exact: str) -> Decimal:
    """A fraction as it is shown; the count itself rounds nothing."""
    found = Fraction(exact)
    return round(Decimal(found.numerator) / found.denominator, 2)


@login_not_required
def file(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 - for everybody alike
    """The `.pb` file, once nothing can change any more."""
    found = get_object_or_404(Budget, code=code, status=BudgetStatus.DECIDED)
    costs = services.costs_of(found)
    named = [
        (one.number, costs[one.number], one.title)
        for one in found.projects.filter(number__in=costs)
    ]
    text = as_pb(
        description=found.title,
        amount=found.amount,
        projects=named,
        ballots=services.ballots_of(found),
    )
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}.pb"'
    return response


@nothing_typed_is_lost
@require_access(AccessMode.STRICT)
def propose(request: SignedInRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Budget, code=code)
    form = IdeaForm(typed_now(request))
    there = reverse("consultations:budget", args=[code])
    return act_page(
        request,
        form,
        lambda: services.propose(
            found.pk, **form.cleaned_data, by=request.user, now=timezone.now()
        ),
        heading=_("Propose a project"),
        back=there,
        then=there,
        done=_("Your project is in the list. The body will say what it costs."),
        words=found.said,
    )


@require_access(AccessMode.STRICT)
def approve(request: SignedInRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Budget, code=code)
    offered = [
        (str(one.number), f"{one.number}. {one.title} — {money(one.cost)}")
        for one in found.projects.filter(status=IdeaStatus.ADMITTED)
    ]
    form = ApprovalForm(offered, sent(request))
    there = reverse("consultations:budget", args=[code])
    return act_page(
        request,
        form,
        lambda: services.approve(
            found.pk,
            [int(one) for one in form.cleaned_data["projects"]],
            by=request.user,
            now=timezone.now(),
        ),
        heading=_("Choose projects"),
        back=there,
        then=there,
        done=_("Your choice is kept. Until the last day you can choose anew."),
        note=_(
            "This is not the secret ballot of polls: choices are kept without names, "
            "but whoever holds the key of the server could find yours."
        ),
        words=found.said,
    )


# ---- at the desk ----
def at_desk(request: SignedInRequest, code: str) -> Budget:
    body = request.acting_body_id
    if not request.user.may(PREPARE, body, on=timezone.localdate()):
        raise Http404
    return get_object_or_404(Budget, body_id=body, code=code)


@nothing_typed_is_lost
@require_office
def new_budget(request: SignedInRequest) -> HttpResponse:
    body = request.acting_body_id
    if body is None or not request.user.may(PREPARE, body, on=timezone.localdate()):
        raise Http404
    form = BudgetForm(typed_now(request))

    def do() -> Budget:
        given = {**form.cleaned_data, "amount": int(form.cleaned_data["amount"])}
        return services.open_budget(
            Planned(**given), body_id=body, by=request.user, now=timezone.now()
        )

    return act_page(
        request,
        form,
        do,
        heading=_("Open a budget"),
        back=reverse("consultations:desk"),
        then=reverse("consultations:desk"),
        done=_("People can propose projects now."),
    )


@require_office
def desk_budget(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code)
    context = {"budget": found, "projects": found.projects.all(), "outcome": explained(found)}
    return answer(request, "consultations/desk_budget.html", context)


@require_office
def check(request: SignedInRequest, code: str, number: str) -> HttpResponse:
    found = at_desk(request, code)
    project = get_object_or_404(found.projects, number=number if number.isdecimal() else 0)
    form = CheckForm(sent(request))
    there = reverse("consultations:desk_budget", args=[code])

    def do() -> Project:
        cost = form.cleaned_data["cost"]
        return services.check_project(
            project.pk,
            cost=int(cost) if cost else None,
            reasons=form.cleaned_data["reasons"],
            by=request.user,
            now=timezone.now(),
        )

    return act_page(
        request,
        form,
        do,
        heading=_("Check the project"),
        back=there,
        then=there,
        done=_("The project is checked."),
        note=project.text,
        words=project.said,
    )


@require_office
def go_on(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code)
    there = reverse("consultations:desk_budget", args=[code])
    return act_page(
        request,
        pressed(request),
        lambda: services.go_on(found.pk, by=request.user, now=timezone.now()),
        heading=_("Go on to the next part"),
        back=there,
        then=there,
        done=_("The next part has begun."),
        words=found.said,
    )
