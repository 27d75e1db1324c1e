"""The desk of who disposes of records: acts and their lists, proposing, confirming, giving back; holds."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
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
from ratusha.cases.public import Case
from ratusha.kernel.errors import DomainError, NotPermitted
from ratusha.records.models import Disposal, Hold
from ratusha.records.schedule import schedule
from ratusha.records.services import disposal as acts
from ratusha.records.services import holds
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from .forms import GiveBackForm, HoldForm, LiftForm
from .permissions import may_dispose
from .rules import State

LINES_ON_A_PAGE = 50


def _body(request: SignedInRequest) -> UUID:
    """The body one acts for, if one may dispose of its records; nothing is there for anybody else."""
    body = request.acting_body_id
    if body is None or not may_dispose(request.user, body, timezone.localdate()):
        raise Http404
    return body


def _register(request: SignedInRequest) -> QuerySet[Disposal]:
    found = Disposal.objects.filter(body_id=_body(request))
    return found.select_related("proposed_by", "confirmed_by", "dropped_by")


@require_office
def disposals(request: SignedInRequest) -> HttpResponse:
    """The acts of the body; on POST, look for cases whose term is over."""
    rows = _register(request)
    if request.method == "POST":
        prepared = acts.prepare(_body(request), now=timezone.now())
        if prepared:
            return redirect(prepared)
        messages.info(
            request, _("There is nothing to prepare: no case is due, or an act is running.")
        )
        return redirect("records:disposals")
    counted = rows.annotate(cases=Count("items"))
    return page(request, "records/disposals.html", {"rows": counted, "kinds": schedule().cases})


@require_office
def disposal(request: SignedInRequest, reference: str) -> HttpResponse:
    """One act with its list."""
    found = get_object_or_404(_register(request), reference=reference)
    lines = Paginator(found.items.all(), LINES_ON_A_PAGE).get_page(request.GET.get("page"))
    counts = found.items.aggregate(
        cases=Count("pk"),
        erased=Count("pk", filter=Q(ended_at__isnull=False, kept_because="")),
        kept=Count("pk", filter=~Q(kept_because="")),
    )
    context = {
        "act": found,
        "lines": lines,
        "counts": counts,
        "kinds": {one.kind: one for one in schedule().cases},
        "mine": found.proposed_by_id == request.user.pk,
    }
    return page(request, "records/disposal.html", context)


@require_POST
@require_office
def propose(request: SignedInRequest, reference: str) -> HttpResponse:
    found = get_object_or_404(_register(request), reference=reference)
    try:
        acts.propose(found.pk, by=request.user, now=timezone.now())
    except NotPermitted as error:
        raise PermissionDenied(error.message) from error
    except DomainError as error:
        messages.warning(request, error.message)
    else:
        messages.success(request, _("The act is proposed. Another official confirms it."))
    return redirect(found)


@require_office
def confirm(request: SignedInRequest, reference: str) -> HttpResponse:
    """Asked once more before it: what is erased does not come back."""
    found = get_object_or_404(_register(request), reference=reference)
    form = Form(request.POST if request.method == "POST" else None)

    def do() -> Disposal:
        return acts.confirm(found.pk, by=request.user, now=timezone.now())

    if acted(request, form, do, in_office=True):
        messages.success(request, _("The act is confirmed. The cases are being erased now."))
        return redirect(found)
    if request.method != "POST" and found.state is not State.PROPOSED:
        return redirect(found)
    context = {"act": found, "cases": found.items.count()}
    return page(request, "records/confirm_disposal.html", context, form=form)


@nothing_typed_is_lost
@require_office
def give_back(request: SignedInRequest, reference: str) -> HttpResponse:
    found = get_object_or_404(_register(request), reference=reference)
    form = GiveBackForm(typed_now(request))

    def do() -> Disposal:
        now = timezone.now()
        return acts.give_back(found.pk, by=request.user, now=now, **form.cleaned_data)

    if acted(request, form, do):
        messages.success(request, _("The act is given back. Nothing of it is erased."))
        return redirect(found)
    return page(request, "records/give_back_disposal.html", {"act": found}, form=form)


def _case(request: SignedInRequest, reference: str) -> Case:
    """A case of the body one acts for, never one's own; only its number is shown here."""
    there = Case.objects.filter(body_id=_body(request))
    if request.user.party_id:
        there = there.exclude(applicant_id=request.user.party_id)
    return get_object_or_404(there, reference=reference)


@nothing_typed_is_lost
@require_office
def hold(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hold a case, or lift the hold that stands on it; what was before is told below."""
    case, now = _case(request, reference), timezone.now()
    earlier = list(Hold.objects.filter(case=case).select_related("set_by", "lifted_by"))
    standing = next((one for one in earlier if one.lifted_at is None), None)
    form = LiftForm(typed_now(request)) if standing else HoldForm(typed_now(request))

    def do() -> Hold:
        if standing:
            return holds.lift(standing.pk, by=request.user, now=now, **form.cleaned_data)
        return holds.hold(case.pk, by=request.user, now=now, **form.cleaned_data)

    if acted(request, form, do):
        done = _("The hold is lifted.") if standing else _("The case is held.")
        messages.success(request, done)
        return redirect("records:hold", case.reference)
    context = {"case": case, "standing": standing, "earlier": earlier}
    return page(request, "records/hold.html", context, form=form)
