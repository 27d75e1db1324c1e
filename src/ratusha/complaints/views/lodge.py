"""Complaining: about one's own case, or about a decision of which one knows the number."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.cases.public import Case, is_applicant
from ratusha.complaints.bodies import higher_body
from ratusha.complaints.contested import decision_in, find_by_number, subject_of, written
from ratusha.complaints.forms import ComplainForm, ThirdPartyForm, WhichDecisionForm, is_central
from ratusha.complaints.law import law
from ratusha.complaints.rules import Subject
from ratusha.complaints.services.lodge import Words, complain, complain_as_third_party, last_day
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import in_language
from ratusha.parties.public import bodies, body_serving, kind_name, parties_of, party_name
from ratusha.territory.public import places_named
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

LONGEST_NUMBER = 64


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def about(request: SignedInRequest, reference: str) -> HttpResponse:
    """The applicant complains about the decision in this case, or that there is none in time."""
    today = timezone.localdate()
    case = get_object_or_404(Case.objects.mine(request.user, today), reference=reference)
    subject = subject_of(case, today)
    if subject is None:
        raise Http404
    until = last_day(case, subject)
    above = higher_body(case.body_id, today)
    form = ComplainForm(typed_now(request), late=today > until)

    def lodge() -> Case:
        words = Words(**form.cleaned_data)
        return complain(case.pk, words=words, by=request.user, now=timezone.now())

    if above and (made := acted(request, form, lodge)):
        messages.success(request, _("Your complaint is lodged."))
        return redirect(made.address)
    context = {
        "case": case,
        "decision": decision_in(case),
        "inaction": subject == Subject.INACTION,
        "above": above,
        "until": until,
        "late": today > until,
        "law": law(),
    }
    return answer(request, "complaints/about.html", context, form=form)


@login_not_required
def new(request: HttpRequest) -> HttpResponse:
    """Which body made the decision that touches somebody. The number leads nowhere here, so it tells nothing."""
    number = request.GET.get("number", "")[:LONGEST_NUMBER]
    kind, code = request.GET.get("kind", ""), request.GET.get("code", "")
    if kind and code:
        return _to_body(kind, code, number) or redirect("complaints:new")
    if is_central(kind) and request.method == "GET":
        return _page_of_bodies(request, kind, number)
    form = WhichDecisionForm(request.POST if request.method == "POST" else None)
    places: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        kind = form.cleaned_data["kind"]
        if is_central(kind):
            query = urlencode({"kind": kind, "number": number})
            return redirect(f"{reverse('complaints:new')}?{query}")
        places = places_named(form.cleaned_data["place"])
        if len(places) == 1 and (found := _to_body(kind, places[0][0], number)):
            return found
        if len(places) <= 1:
            form.add_error("place", _("We found no such body for this place. Name another place."))
            places = []
    context = {
        "law": law(),
        "places": [
            (label, "?" + urlencode({"kind": kind, "code": code, "number": number}))
            for code, label in places
        ],
    }
    return answer(request, "complaints/new.html", context, form=form)


def _page_of_bodies(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """Those for the whole country are few: each is named."""
    today, language = timezone.localdate(), get_language() or ""
    query = f"?{urlencode({'number': number})}" if number else ""
    named = [
        (in_language(body.name, language), reverse("complaints:new_about", args=[body.pk]) + query)
        for body in sorted(bodies(kind), key=lambda one: one.title(language))
        if body.closed_on is None or body.closed_on > today
    ]
    context = {"bodies": named, "kind": in_language(kind_name(kind), language)}
    return answer(request, "complaints/which_body.html", context)


def _to_body(kind: str, code: str, number: str) -> HttpResponse | None:
    body = body_serving(kind, code[:10], timezone.localdate()) if code.isdecimal() else None
    if body is None:
        return None
    query = f"?{urlencode({'number': number})}" if number else ""
    return redirect(reverse("complaints:new_about", args=[body.pk]) + query)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def new_about(request: SignedInRequest, body: UUID) -> HttpResponse:
    """A third party's complaint about a decision of this body. The answer is the same whether the number is right."""
    today = timezone.localdate()
    first_body = get_object_or_404(bodies(), pk=body)
    language = get_language() or ""
    mine = parties_of(request.user.party_id, today) if request.user.party_id else []
    if not mine:
        raise Http404
    parties = [(str(party), party_name(party, language)) for party in mine]
    number = request.GET.get("number", "")[:LONGEST_NUMBER]
    form = ThirdPartyForm(parties, typed_now(request), number)
    above = higher_body(first_body.pk, today)
    lodge = partial(_lodge, request, form, first_body.pk, parties[0][0])
    if above and (lodged := acted(request, form, lodge)):
        return lodged
    context = {"first_body": first_body.title(language), "above": above, "law": law()}
    return answer(request, "complaints/new_about.html", context, form=form)


def _lodge(
    request: SignedInRequest, form: ThirdPartyForm, first_body_id: UUID, myself: str
) -> HttpResponse:
    given, now = dict(form.cleaned_data), timezone.now()
    today = timezone.localdate(now)
    try:
        number = written(given.pop("number"), today)
    except RuleBroken as error:
        message = _(
            "This is not how a number or a code looks. Compare it with the paper, sign by sign."
        )
        raise RuleBroken(error.code, message, field="number") from error
    own = find_by_number(number, body_id=first_body_id, today=today)
    if own and is_applicant(request.user, own, today) and subject_of(own, today):
        return redirect("complaints:about", own.reference)
    made = complain_as_third_party(
        number=number,
        first_body_id=first_body_id,
        subject=Subject(given.pop("subject")),
        applicant_id=UUID(given.pop("applicant", myself)),
        words=Words(**given),
        by=request.user,
        now=now,
    )
    messages.success(request, _("Your complaint is lodged."))
    return redirect(made.address)
