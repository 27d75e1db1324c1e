"""Writing an appeal: first to whom, then what."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.appeals.forms import AppealForm
from ratusha.appeals.law import law
from ratusha.appeals.queries import MOST_BODIES, bodies_named
from ratusha.appeals.services.lodge import Words, appeal_to
from ratusha.cases.public import Case, tie
from ratusha.parties.public import bodies, parties_of, party_name
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

LONGEST_SEARCH = 100


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What an appeal is, and the search for the body it goes to."""
    sought = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    about = request.GET.get("about", "")[:24]
    context = {
        "law": law(),
        "sought": sought,
        "found": bodies_named(sought, timezone.localdate()) if sought else [],
        "most": MOST_BODIES,
        "about": about,
        "query": f"?{urlencode({'about': about})}" if about else "",
    }
    return answer(request, "appeals/start.html", context)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def new(request: SignedInRequest, body: UUID) -> HttpResponse:
    """The appeal itself; `?about=` names an earlier case of mine that it goes on from."""
    today, language = timezone.localdate(), get_language() or ""
    goes_to = get_object_or_404(bodies().existing(today), pk=body)  # type: ignore[attr-defined]
    about = _earlier(request)
    mine = parties_of(request.user.party_id, today) if request.user.party_id else []
    parties = [(str(party), party_name(party, language)) for party in mine]
    form = AppealForm(parties, typed_now(request))

    @transaction.atomic
    def lodge() -> Case:
        given = dict(form.cleaned_data)
        applicant = given.pop("applicant", None) or request.user.party_id
        given["collective"] = bool(given["collective"])
        number, now = given.pop("matter"), timezone.now()
        made = appeal_to(
            goes_to.pk,
            applicant_id=UUID(str(applicant)),
            words=Words(**given),
            by=request.user,
            now=now,
            about=about,
        )
        if number:
            tie(made.pk, number=number, by=request.user, now=now)
        return made

    if parties and (made := acted(request, form, lodge)):
        messages.success(request, _("Your appeal is registered."))
        return redirect(made.address)
    context = {
        "goes_to": goes_to,
        "about": about,
        "law": law(),
        "may_write": bool(parties),
    }
    return answer(request, "appeals/new.html", context, form=form)


def _earlier(request: SignedInRequest) -> Case | None:
    reference = request.GET.get("about", "")[:24]
    if not reference:
        return None
    return get_object_or_404(
        Case.objects.mine(request.user, timezone.localdate()), reference=reference
    )
