"""The body whose decision is complained about: what it is asked to explain. Who complains is not shown."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.complaints.contested import complained_about
from ratusha.complaints.forms import ExplainForm
from ratusha.complaints.models import Explanation
from ratusha.complaints.permissions import may_explain
from ratusha.complaints.queries import explanations_asked_of
from ratusha.complaints.services.explain import explain as give_explanation
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer


@require_office
def asked(request: SignedInRequest) -> HttpResponse:
    """What higher bodies ask this body to explain."""
    context = {"asked": explanations_asked_of(_bodies(request)), "today": timezone.localdate()}
    return answer(request, "complaints/asked.html", context)


def _bodies(request: SignedInRequest) -> list[UUID]:
    today, body = timezone.localdate(), request.acting_body_id
    return [body] if body and may_explain(request.user, body, today) else []


@nothing_typed_is_lost
@require_office
def explain(request: SignedInRequest, reference: str) -> HttpResponse:
    waiting = explanations_asked_of(_bodies(request))
    explanation = get_object_or_404(waiting, complaint__case__reference=reference)
    complaint = explanation.complaint.case
    form = ExplainForm(typed_now(request))

    def give() -> Explanation:
        now = timezone.now()
        return give_explanation(explanation.pk, by=request.user, now=now, **form.cleaned_data)

    if acted(request, form, give):
        messages.success(request, _("Your explanation is sent."))
        return redirect("complaints:asked")
    context = {
        "explanation": explanation,
        "about": complained_about(complaint),
        "body": party_name(complaint.body_id, get_language() or ""),
    }
    return answer(request, "complaints/explain.html", context, form=form)
