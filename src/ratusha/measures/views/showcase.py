"""What everybody may read: measures and pilots, where they are, what was decided, which steps an act has skipped."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ratusha.cases.public import Case
from ratusha.measures.law import law, name_of
from ratusha.measures.models import ActRecorded, AgendaItem, Contract, Measure, Mechanism
from ratusha.measures.permissions import KINDS
from ratusha.measures.presentation import acts_of, facts_of, rail, route_for
from ratusha.measures.queries import conditions_of
from ratusha.measures.rules import Status, is_late
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25


def _published() -> Any:
    """From its route on a measure is public; an idea that is still its body's own is not."""
    return Case.objects.filter(kind__in=KINDS).exclude(status__in=(Status.DRAFT, Status.CLASSIFIED))


@login_not_required
@public_page
def showcase(request: HttpRequest) -> HttpResponse:
    sphere = request.GET.get("sphere", "")
    found = _published().order_by("-lodged_at")
    if sphere in {one.code for one in law().spheres}:
        found = found.filter(pk__in=Measure.objects.filter(sphere=sphere).values("pk"))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    spheres = dict(
        Measure.objects.filter(pk__in=[one.pk for one in page]).values_list("pk", "sphere")
    )
    context = {
        "page": page,
        "cards": [(one, name_of(law().spheres, spheres[one.pk])) for one in page],
        "sphere": sphere,
        "spheres": law().spheres,
    }
    return answer(request, "measures/showcase.html", context)


@login_not_required
@public_page
def card(request: HttpRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(_published(), reference=reference)
    measure = Measure.objects.get(pk=case.pk)
    today = timezone.localdate()
    contract = Contract.objects.filter(case=case).prefetch_related("stages").first()
    sealed = AgendaItem.objects.filter(case=case).exclude(session__sealed_at=None)
    context = {
        "case": case,
        "measure": measure,
        "facts": facts_of(case, measure),
        "stages": rail(case),
        "acts": acts_of(route_for(measure)),
        "heard": sealed.select_related("session"),
        "conditions": [
            (one, is_late(one.due_on, one.met_on, today)) for one in conditions_of(case)
        ],
        "recorded": ActRecorded.objects.filter(case=case),
        "mechanism": Mechanism.objects.filter(case=case).last(),
        "contract": contract,
        "law": law(),
        "today": today,
    }
    return answer(request, "measures/card.html", context)
