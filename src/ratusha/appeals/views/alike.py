"""Appeals of the body that say nearly the same, and one answer to them all."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.appeals.alike import Likeness
from ratusha.appeals.forms import AlikeForm, texts_of
from ratusha.appeals.law import law
from ratusha.appeals.models import Appeal
from ratusha.appeals.queries import FEWEST_ALIKE, alike_at, cases_of
from ratusha.appeals.services import answer as answering
from ratusha.kernel.texts import state_languages
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer


def _body_where_i_decide(request: SignedInRequest) -> UUID | None:
    body = request.acting_body_id
    decides = body is not None and request.user.may("cases.decide", body, on=timezone.localdate())
    return body if decides else None


@require_office
def alike(request: SignedInRequest) -> HttpResponse:
    body = _body_where_i_decide(request)
    if body is None:
        raise PermissionDenied
    groups = alike_at(body)
    firsts = Appeal.objects.select_related("case").in_bulk([group.first for group in groups])
    context = {
        "groups": [(group, len(group.members), firsts[group.first]) for group in groups],
        "fewest": FEWEST_ALIKE,
    }
    return answer(request, "appeals/alike.html", context)


@nothing_typed_is_lost
@require_office
def answer_group(request: SignedInRequest, first: UUID) -> HttpResponse:
    group = _group(request, first)
    cases = list(cases_of(group.members))
    data, languages = typed_now(request), sorted({case.language for case in cases})
    found = answering.looked_over_alike(cases, texts_of(data)) if data else []
    form = AlikeForm(languages, [one for _language, one in found], data)

    def send() -> answering.Told:
        return answering.answer_alike(
            cases,
            result=form.cleaned_data["result"],
            texts=form.texts,
            by=request.user,
            now=timezone.now(),
            confirmed=bool(form.cleaned_data.get("confirmed")),
        )

    if told := acted(request, form, send, in_office=True):
        count = len(told.answered)
        if count:
            said = ngettext(
                "%(count)s appeal is answered.", "%(count)s appeals are answered.", count
            )
            messages.success(request, said % {"count": count})
        for reference, why in told.refused:
            messages.warning(request, f"{reference}: {why}")
        return redirect("appeals:alike")
    appeals = Appeal.objects.filter(pk__in=group.members).select_related("case")
    named = dict(state_languages()) if len(languages) > 1 else {}
    context = {
        "appeals": appeals.order_by("case__lodged_at"),
        "law": law(),
        "count": len(cases),
        "remarks": [(named.get(language, ""), one) for language, one in found],
    }
    return answer(request, "appeals/answer_group.html", context, form=form)


def _group(request: SignedInRequest, first: UUID) -> Likeness:
    body = _body_where_i_decide(request)
    for group in alike_at(body) if body else []:
        if group.first == first:
            return group
    raise Http404(_("This group is answered already."))
