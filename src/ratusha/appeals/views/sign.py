"""Others read a collective appeal at its secret address, sign it, and read the answer."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import AccessMode, SignedInRequest, require_access
from ratusha.appeals.law import law
from ratusha.appeals.models import Answer, Appeal
from ratusha.appeals.permissions import has_signed
from ratusha.appeals.queries import signed_by
from ratusha.appeals.rules import Status
from ratusha.appeals.services.sign import sign, take_back
from ratusha.cases.public import Case
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer


@require_access(AccessMode.PASSWORD)
def join(request: SignedInRequest, code: str) -> HttpResponse:
    """The text, how many have signed, and one button. Who the others are is not shown."""
    appeal = get_object_or_404(Appeal.objects.select_related("case"), join_code=code)
    case = appeal.case
    form = Form(request.POST if request.method == "POST" else None)
    leaving = "take_back" in request.POST

    def act() -> object:
        if leaving:
            return take_back(appeal, by=request.user) or "nothing to take back"
        return sign(appeal, by=request.user, now=timezone.now())

    if acted(request, form, act):
        said = _("Your signature is taken back.") if leaving else _("You have signed.")
        messages.success(request, said)
        return redirect("appeals:join", code)
    context = {
        "appeal": appeal,
        "case": case,
        "body": party_name(case.body_id, get_language() or ""),
        "signatures": appeal.signatures.count() + 1,
        "signed": has_signed(request.user, case),
        "own": request.user.party_id == case.applicant_id,
        "open": case.status == Status.REGISTERED,
        "law": law(),
    }
    return answer(request, "appeals/join.html", context, form=form)


@require_access(AccessMode.PASSWORD)
def signed(request: SignedInRequest, reference: str) -> HttpResponse:
    """What I have signed, and what was answered."""
    if request.user.party_id is None:
        raise Http404
    signature = get_object_or_404(
        signed_by(request.user.party_id), appeal__case__reference=reference
    )
    case: Case = signature.appeal.case
    context = {
        "appeal": signature.appeal,
        "case": case,
        "body": party_name(case.body_id, get_language() or ""),
        "signatures": signature.appeal.signatures.count() + 1,
        "given": Answer.objects.filter(pk=case.pk).first(),
        "signed_at": signature.at,
    }
    return answer(request, "appeals/signed.html", context)
