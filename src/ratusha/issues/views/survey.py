"""The survey by lot: the calling list and the call at the desk, the answer on one's own page, how the lot is drawn."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    require_office,
    typed_now,
)
from ratusha.issues.codes import plain
from ratusha.issues.forms.calls import AnswerForm, CalledForm
from ratusha.issues.law import law
from ratusha.issues.models import Draw, Lot, Reporter, Telephone
from ratusha.issues.queries import calls_to_make
from ratusha.issues.services import survey
from ratusha.issues.services.survey import Answer, waiting_for
from ratusha.issues.survey.rules import is_taken
from ratusha.kernel.errors import DomainError
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

from .calls import require_operator
from .mine import by_code

SHOWN = 31  # draws


# ---- at the desk ----
@require_office
def calls(request: SignedInRequest) -> HttpResponse:
    """Whom the lot has chosen and who left a telephone; a number is seen only by who opens the call."""
    require_operator(request)
    now = timezone.now()
    found = calls_to_make(request.user, request.acting_body_id, timezone.localdate(now))
    with_number = Q(reporter__telephone__isnull=False)
    context = {
        "lots": [(one, _is_others(one, request, now)) for one in found.filter(with_number)[:100]],
        "on_the_page": found.exclude(with_number).count(),
        "law": law().survey,
    }
    return answer(request, "issues/calls.html", context)


def _is_others(lot: Lot, request: SignedInRequest, now: Any) -> bool:
    return is_taken(lot.taken_at, now=now) and lot.taken_by_id != request.user.pk


def _find(request: SignedInRequest, lot: UUID) -> Lot:
    found = calls_to_make(request.user, request.acting_body_id, timezone.localdate())
    return get_object_or_404(found, pk=lot)


@require_office
def open_call(request: SignedInRequest, lot: UUID) -> HttpResponse:
    """Pressed in the list: the call is this operator's for a while."""
    require_operator(request)
    found = _find(request, lot)
    if request.method != "POST":
        raise Http404
    try:
        survey.take_call(found.pk, by=request.user, now=timezone.now())
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("issues:calls")
    return redirect("issues:call", found.pk)


@never_cache
@nothing_typed_is_lost
@require_office
def call(request: SignedInRequest, lot: UUID) -> HttpResponse:
    require_operator(request)
    found, now = _find(request, lot), timezone.now()
    telephone = Telephone.objects.filter(reporter=found.reporter_id).first()
    is_mine = is_taken(found.taken_at, now=now) and found.taken_by_id == request.user.pk
    if telephone is None or not (is_mine or request.method == "POST"):
        raise Http404
    form = CalledForm(typed_now(request))

    def note() -> Lot:
        given = form.cleaned_data
        match given["reached"]:
            case "nobody":
                return survey.note_not_reached(found.pk, by=request.user, now=now)
            case "declined":
                return survey.note_declined(found.pk, by=request.user, now=now)
            case _:
                return survey.note_answer(found.pk, _answer(given), by=request.user, now=now)

    if noted := acted(request, form, note, in_office=True):
        messages.success(request, _said_of(noted))
        return redirect("issues:calls")
    context = {
        "issue": found.issue,
        "case": found.issue.case,
        "telephone": telephone.number if is_mine else "",
        "work": found.issue.work_reports.select_related("executor").last(),
    }
    return answer(request, "issues/call_back.html", context, form=form)


def _answer(given: dict[str, Any]) -> Answer:
    mark = int(given["mark"]) if given["mark"] else None
    return Answer(done=given["done"], mark=mark, words=given["words"])


def _said_of(lot: Lot) -> str:
    if lot.opened_again:
        return _("It is noted, and the issue is open again: the organisation has to look anew.")
    if lot.done is False:
        return _("It is noted. The issue cannot be opened again any more: it can be reported anew.")
    return _("It is noted. Thank you.")


# ---- on one's own page ----
@require_access(AccessMode.PASSWORD)
def answer_survey(request: SignedInRequest, reference: str) -> HttpResponse:
    reporter = Reporter.objects.filter(
        issue__case__reference=reference, party_id=request.user.party_id or request.user.pk
    ).first()
    return _answer_page(request, reporter, reverse("issues:issue", args=[reference]))


@login_not_required
def answer_by_code(request: HttpRequest, code: str) -> HttpResponse:
    return _answer_page(request, by_code(request, code), reverse("issues:mine", args=[plain(code)]))


def _answer_page(request: HttpRequest, reporter: Reporter | None, back: str) -> HttpResponse:
    now = timezone.now()
    lot = waiting_for(reporter, now)
    if lot is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    by: Any = request.user if request.user.is_authenticated else None

    def send() -> Lot:
        given = _answer(form.cleaned_data)
        return survey.answer_on_page(lot.pk, given, reporter=reporter, by=by, now=now)

    if noted := acted(request, form, send):
        messages.success(request, _said_of(noted))
        return redirect(back)
    context = {
        "issue": lot.issue,
        "case": lot.issue.case,
        "back": back,
        "work": lot.issue.work_reports.select_related("executor").last(),
    }
    return answer(request, "issues/answer.html", context, form=form)


# ---- for everybody ----
@login_not_required
@public_page
def lots(request: HttpRequest) -> HttpResponse:
    """How the lot is drawn, and the draws with their seeds: what comes next is announced by its fingerprint alone."""
    context = {
        "law": law().survey,
        "shares": [
            (law().category(code), percent) for code, percent in law().survey.shares.items()
        ],
        "waiting": Draw.objects.filter(drawn_at=None).first(),
        "draws": Draw.objects.exclude(drawn_at=None)[:SHOWN],
    }
    return answer(request, "issues/lots.html", context)
