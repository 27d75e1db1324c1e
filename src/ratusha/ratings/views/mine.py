"""One’s own rating of a finished case: given, seen, changed; signed in, or with the code of an issue."""

from typing import Any

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
    caller_network,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.cases.public import Case, Criterion, Rating, RatingForm
from ratusha.ratings.law import law
from ratusha.ratings.models import Given
from ratusha.ratings.queries import RESULTS
from ratusha.ratings.services.give import Marks, case_by_code, give, until_when
from ratusha.ui.acting import acted
from ratusha.ui.pages import page


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def rate(request: SignedInRequest, reference: str) -> HttpResponse:
    mine = Case.objects.mine(request.user, timezone.localdate())
    found = get_object_or_404(mine, reference=reference, outcome__in=RESULTS)
    form = RatingForm(typed_now(request), initial=_given_before(found))
    return _asked(request, found, form, back=found.address, by=request.user)


@login_not_required
def rate_by_code(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever holds the code of an issue rates it as if signed in: the code is all that we know of them."""
    found = case_by_code(code)
    if found is None or found.outcome not in RESULTS:
        raise Http404
    form = RatingForm(request.POST or None, initial=_given_before(found))
    back = reverse("issues:mine", args=[code])
    return _asked(request, found, form, back=back, code=code)


def _given_before(found: Case) -> dict[str, Any]:
    rating = Rating.objects.filter(case=found).first()
    if rating is None:
        return {}
    return {one.value: str(getattr(rating, one.value)) for one in Criterion} | {
        "comment": rating.comment
    }


def _asked(
    request: HttpRequest,
    found: Case,
    form: RatingForm,
    *,
    back: str,
    by: Any = None,
    code: str = "",
) -> HttpResponse:
    def send() -> Given:
        said = Marks(
            scores=form.scores,
            words=form.cleaned_data["comment"],
            network=caller_network(request),
        )
        return give(found.pk, said, by=by, code=code, now=timezone.now())

    if acted(request, form, send):
        messages.success(request, _("Thank you. Your marks help to make it better."))
        return redirect(back)
    given = Given.objects.select_related("case", "organisation", "reply").filter(case=found).first()
    rating = Rating.objects.filter(case=found).first()
    until = until_when(given, rating) if given and rating else None
    context = {
        "case": found,
        "back": back,
        "given": given,
        "rating": rating,
        "until": until,
        "may_change": until is None or timezone.localdate() <= until,
        "judgements": given.judgements.all() if given else [],
        "law": law(),
    }
    return page(request, "ratings/rate.html", context, form=form)
