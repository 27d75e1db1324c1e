"""Who looked at my data; what other bodies ask of ours."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.kernel.errors import Conflict
from ratusha.ui.pages import page
from ratusha.ui.text import clean

from . import catalogue, presenters, services
from .forms import AnswerForm
from .models import AccessRecord, InteragencyRequest
from .permissions import ANSWER
from .queries import journal_of
from .rules import Status

A_PAGE = 20


@require_safe
def journal(request: SignedInRequest) -> HttpResponse:
    """One's own journal and nobody else's: there is no address for another person's."""
    party, reference = request.user.party_id, clean(request.GET.get("case", ""))[:20]
    rows = journal_of(party) if party else AccessRecord.objects.none()
    if reference:
        rows = rows.filter(case_reference=reference)
    shown = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "shown": shown,
        "looks": presenters.looks(list(shown), request.user.pk, get_language() or ""),
        "reference": reference,
        "has_party": party is not None,
    }
    return page(request, "exchange/journal.html", context)


@require_safe
def requests(request: SignedInRequest) -> HttpResponse:
    """What the official's bodies were asked: to be answered first, then what has been answered."""
    today = timezone.localdate()
    mine = InteragencyRequest.objects.for_bodies(request.user.bodies_with(ANSWER, on=today))
    answered = request.GET.get("show") == "answered"
    found = (
        mine.filter(status=Status.ANSWERED).order_by("-answered_at")
        if answered
        else mine.waiting().order_by("due_on", "id")
    )
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "shown": shown,
        "rows": presenters.asked(list(shown), today, get_language() or ""),
        "answered": answered,
        "overdue": mine.overdue(today).count(),
        "today": today,
    }
    return page(request, "exchange/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@nothing_typed_is_lost
@require_access(AccessMode.STRICT)
def answer(request: SignedInRequest, reference: str) -> HttpResponse:
    """The question and the form; once answered, the answer."""
    today, language = timezone.localdate(), get_language() or ""
    mine = InteragencyRequest.objects.for_bodies(request.user.bodies_with(ANSWER, on=today))
    asked = get_object_or_404(mine, reference=reference)
    form = AnswerForm(catalogue.service(asked.service), typed_now(request))
    if asked.status == Status.SENT and request.method == "POST" and form.is_valid():
        return _save(request, asked, form)
    context = {
        "row": presenters.asked([asked], today, language)[0],
        "about": presenters.about(asked, language),
        "answered": presenters.answer_rows(asked, language),
    }
    return page(
        request, "exchange/answer.html", context, form=form if asked.status == Status.SENT else None
    )


def _save(request: SignedInRequest, asked: InteragencyRequest, form: AnswerForm) -> HttpResponse:
    """Somebody of the body may have been faster: then their answer stands."""
    try:
        services.answer_request(
            asked.pk,
            facts=form.facts(),
            by=request.user,
            now=timezone.now(),
            note=form.cleaned_data["note"],
        )
    except Conflict as error:
        messages.warning(request, error.message)
        return redirect(asked)
    messages.success(request, _("The answer has been sent."))
    return redirect("exchange:requests")
