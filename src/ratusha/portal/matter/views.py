"""The pages: a number that anybody types, the story for the person and at the desk."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    User,
    caller_network,
    require_access,
    require_office,
)
from ratusha.audit.public import record
from ratusha.cases.public import (
    Case,
    CaseLink,
    matter_of,
    stands_behind,
    tie,
    tie_at_desk,
    untie,
    works_on,
)
from ratusha.issues import public as issues
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.ui.acting import acted
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page as answer

from .forms import NumberForm, TieAtDeskForm, TieForm, UntieForm
from .kinds import is_public, name_of
from .story import story_of


@login_not_required
def number(request: HttpRequest) -> HttpResponse:
    """What a number is, and the way to it, for whom it concerns. Others hear the same of any."""
    form = NumberForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"sought": False}
    if request.method == "POST" and form.is_valid():
        try:
            context = {"sought": True, **_found(request, **form.cleaned_data)}
        except RuleBroken as error:
            field = error.field or "number"
            add_domain_error(form, RuleBroken(error.code, error.message, field=field))
    return answer(request, "portal/number.html", context, form=form)


def _found(request: HttpRequest, *, number: str, code: str) -> dict[str, object]:
    reference = normalise_reference(number)
    if code:
        network = caller_network(request)
        issues.count_one("code", source=network, now=timezone.now())
    user = request.user if isinstance(request.user, User) else None
    case = Case.objects.filter(reference=reference).first()
    told: dict[str, object] = {"reference": reference, "signed_in": user is not None}
    if case is None:
        return told
    if stands_behind(user, case, timezone.localdate(), code=code):
        by_code = code and not stands_behind(user, case, timezone.localdate())
        address = reverse("issues:mine", args=[issues.plain(code)]) if by_code else case.address
        return {**told, "case": case, "kind": name_of(case), "address": address, "own": True}
    if is_public(case):
        return {**told, "case": case, "kind": name_of(case), "address": case.address}
    return told


@require_access(AccessMode.PASSWORD)
def matter(request: SignedInRequest, reference: str) -> HttpResponse:
    """All that I have brought on this matter; and another number of mine that belongs to it."""
    today, now = timezone.localdate(), timezone.now()
    case = get_object_or_404(Case, reference=reference)
    if not stands_behind(request.user, case, today):
        raise Http404
    form = TieForm(request.POST if request.method == "POST" else None)

    def put_together() -> CaseLink:
        given = form.cleaned_data
        return tie(case.pk, number=given["matter"], code=given["code"], by=request.user, now=now)

    if acted(request, form, put_together):
        messages.success(request, _("Both stand under one number now."))
        return redirect("portal:matter", reference)
    found = matter_of(case)
    seen = found.of_person(request.user, today)
    told = story_of(found, seen, request.user, today, at_desk=False)
    context = {"case": case, "number": found.number, "story": told}
    return answer(request, "portal/matter.html", context, form=form)


@require_office
def desk_matter(request: SignedInRequest, reference: str) -> HttpResponse:
    """The whole story for whoever answers; each look is in the journal, since it shows cases of other bodies."""
    today, now = timezone.localdate(), timezone.now()
    case = _at_desk(request, reference)
    form = TieAtDeskForm(request.POST if request.method == "POST" else None)
    if acted(
        request,
        form,
        lambda: tie_at_desk(case.pk, by=request.user, now=now, **form.cleaned_data),
        in_office=True,
    ):
        messages.success(request, _("Both stand under one number now."))
        return redirect("portal:desk_matter", reference)
    found = matter_of(case)
    told = story_of(found, found.at_desk(case), request.user, today, at_desk=True)
    if len(told) > 1:
        record(
            "case.read_story", "case", reference, by=request.user.pk, body=request.acting_body_id
        )
    context = {"case": case, "number": found.number, "story": told}
    return answer(request, "portal/desk_matter.html", context, form=form)


@require_office
def desk_untie(request: SignedInRequest, reference: str, later: UUID, about: UUID) -> HttpResponse:
    """It was another matter: `later` was said to be about `about`."""
    case = _at_desk(request, reference)
    whole = matter_of(case)
    seen = {one.pk for one in whole.at_desk(case)}
    ties = (one for one in whole.links if (one.case_id, one.about_id) == (later, about))
    found = next(ties, None)
    if found is None or not {later, about} <= seen:
        raise Http404
    form = UntieForm(request.POST if request.method == "POST" else None)
    if acted(
        request,
        form,
        lambda: untie(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data),
        in_office=True,
    ):
        messages.success(request, _("They stand under two numbers again."))
        return redirect("portal:desk_matter", reference)
    return answer(request, "portal/desk_untie.html", {"case": case, "link": found}, form=form)


def _at_desk(request: SignedInRequest, reference: str) -> Case:
    case = get_object_or_404(Case, reference=reference)
    if not works_on(request.user, case, timezone.localdate()):
        raise Http404
    return case
