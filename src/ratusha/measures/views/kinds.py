"""Step 1 by questions, one a page; the way that was gone stands in the address, so that one can go back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.measures.classifier import walk
from ratusha.measures.forms.asking import Questions, words
from ratusha.measures.law import law, name_of
from ratusha.measures.models import Measure
from ratusha.measures.presentation import acts_of, offers, route_for
from ratusha.measures.rules import Step
from ratusha.measures.services.begin import classify_by_questions
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .measures import find

LONGEST_WAY = 20  # answers that an address may carry


@nothing_typed_is_lost
@require_office
def questions(request: SignedInRequest, reference: str) -> HttpResponse:
    """The question that waits; at the end what follows, why, and by which route it goes on."""
    case = find(request, reference)
    own = Measure.objects.get(pk=case.pk)
    open_now = {one.step for one in offers(request.user, case, own, timezone.localdate())}
    if Step.CLASSIFY not in open_now and request.method != "POST":
        raise PermissionDenied
    given = [one.partition(".") for one in request.GET.getlist("a")[:LONGEST_WAY]]
    walked = walk(law().classifier, [(question, said) for question, _dot, said in given])
    asked = {"reasons": words(_("What else is to be said of it"), required=False)}
    form = Questions(asked, typed_now(request))

    def take() -> str:
        made = classify_by_questions(
            case.pk, way=walked.way, by=request.user, now=timezone.now(), **form.cleaned_data
        )
        return made.desk_address

    if address := acted(request, form, take, in_office=True):
        messages.success(request, _("The kind is set."))
        return redirect(address)
    end, route = walked.end, route_for(own)
    said = ""
    if end:
        said = name_of([*law().kinds, *law().exceptions], end.kind or end.exception)
    context = {
        "case": case,
        "walked": walked,
        "end": end,
        "said": said,
        "route": route,
        "acts": acts_of(route),
        "law": law(),
        "way": [f"{question}.{code}" for question, code in walked.way],
    }
    return answer(request, "measures/questions.html", context, form=form)
