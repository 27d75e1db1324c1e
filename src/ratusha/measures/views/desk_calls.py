"""At the desk: the yearly directions are written, published with their act, asked about and answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
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
from ratusha.measures.call_rules import CallState
from ratusha.measures.forms import calls as forms
from ratusha.measures.forms.asking import Questions
from ratusha.measures.law import law, responsible_body
from ratusha.measures.models import Call, CallQuestion
from ratusha.measures.permissions import (
    PREPARE,
    may_look_around,
    may_publish_call,
    may_write_call,
)
from ratusha.measures.services import call as services
from ratusha.measures.services.call import CallDraft, Problem
from ratusha.parties.public import bodies
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .calls import directions_of, with_state


def _writes(request: SignedInRequest) -> bool:
    today = timezone.localdate()
    return may_write_call(request.user, request.acting_body_id, today) and (
        request.acting_body_id == responsible_body().pk
    )


def _publishes(request: SignedInRequest) -> bool:
    return may_publish_call(request.user, responsible_body().pk, timezone.localdate())


def _found(request: SignedInRequest, code: str) -> Call:
    """A draft is for who writes and who publishes; what is published, for everybody with a part in measures."""
    call = get_object_or_404(Call, code=code)
    today = timezone.localdate()
    inside = _writes(request) or _publishes(request)
    reads = call.published_at and may_look_around(request.user, request.acting_body_id, today)
    if not inside and not reads:
        raise Http404
    return call


def _of_writer(request: SignedInRequest, code: str) -> Call:
    if not _writes(request):
        raise Http404
    return _found(request, code)


@require_office
def calls(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    if not may_look_around(request.user, request.acting_body_id, today):
        raise Http404
    inside = _writes(request) or _publishes(request)
    there = Call.objects.all() if inside else Call.objects.exclude(published_at=None)
    context = {"calls": with_state(there, today), "writes": _writes(request)}
    return answer(request, "measures/desk_calls.html", context)


@nothing_typed_is_lost
@require_office
def new(request: SignedInRequest) -> HttpResponse:
    if not _writes(request):
        raise Http404
    form = forms.call_form(typed_now(request))
    now = timezone.now()
    if call := acted(
        request,
        form,
        lambda: services.write_call(_draft(form.cleaned_data), by=request.user, now=now),
    ):
        messages.success(request, _("It is kept. Add the directions."))
        return redirect("measures:desk_call", call.code)
    return answer(request, "measures/call_words.html", {"call": None, "law": law()}, form=form)


@nothing_typed_is_lost
@require_office
def rewrite(request: SignedInRequest, code: str) -> HttpResponse:
    call = _of_writer(request, code)
    known = {"opens_on": call.opens_on, "closes_on": call.closes_on}
    form = forms.call_form(typed_now(request), {**known, **forms.as_typed(call.words())})
    now = timezone.now()
    if rewritten := acted(
        request,
        form,
        lambda: services.rewrite_call(code, _draft(form.cleaned_data), by=request.user, now=now),
    ):
        return redirect("measures:desk_call", rewritten.code)
    return answer(request, "measures/call_words.html", {"call": call, "law": law()}, form=form)


def _draft(given: dict[str, Any]) -> CallDraft:
    texts = forms.texts_of(given, forms.CALL_TEXTS)
    return CallDraft(opens_on=given["opens_on"], closes_on=given["closes_on"], **texts)


@require_office
def call(request: SignedInRequest, code: str) -> HttpResponse:
    found = _found(request, code)
    today = timezone.localdate()
    state = found.state(today)
    context = {
        "call": found,
        "state": state,
        "directions": directions_of(found),
        "questions": found.questions.select_related("by"),
        "writes": _writes(request),
        "publishes": _publishes(request) and not found.published_at,
        "asks": state == CallState.OPEN
        and request.user.may(PREPARE, request.acting_body_id, on=today),
        "law": law(),
    }
    return answer(request, "measures/desk_call.html", context)


@nothing_typed_is_lost
@require_office
def direction(request: SignedInRequest, code: str) -> HttpResponse:
    call = _of_writer(request, code)
    language = get_language() or ""
    owners = sorted(
        ((str(one.pk), one.title(language)) for one in bodies(*law().pilots.owners)),
        key=lambda pair: pair[1],
    )
    form = forms.direction_form(owners, typed_now(request))
    now = timezone.now()

    def add() -> Any:
        given = form.cleaned_data
        problem = Problem(
            sphere=given["sphere"],
            owner_id=UUID(given["owner"]),
            **forms.texts_of(given, forms.DIRECTION_TEXTS),
        )
        return services.add_direction(code, problem, by=request.user, now=now)

    if acted(request, form, add):
        messages.success(request, _("The direction is added."))
        return redirect("measures:desk_call", code)
    title = _("Add a direction")
    return _asked(request, call, form, title)


@require_office
def drop(request: SignedInRequest, code: str, position: str) -> HttpResponse:
    call = _of_writer(request, code)
    there = {str(one): one for one in call.directions.values_list("position", flat=True)}
    if position not in there:
        raise Http404
    place = there[position]
    form = Questions({}, typed_now(request))
    now = timezone.now()
    if acted(
        request,
        form,
        lambda: services.drop_direction(code, position=place, by=request.user, now=now),
    ):
        return redirect("measures:desk_call", code)
    return _asked(request, call, form, _("Take direction %(number)s out") % {"number": place})


@nothing_typed_is_lost
@require_office
def publish(request: SignedInRequest, code: str) -> HttpResponse:
    call = _found(request, code)
    if not _publishes(request):
        raise Http404
    form = forms.publish_form(typed_now(request))
    now = timezone.now()
    if acted(
        request,
        form,
        lambda: services.publish_call(code, by=request.user, now=now, **form.cleaned_data),
    ):
        messages.success(request, _("The call is published."))
        return redirect("measures:desk_call", code)
    return _asked(request, call, form, _("Publish the call"))


@nothing_typed_is_lost
@require_office
def ask(request: SignedInRequest, code: str) -> HttpResponse:
    call, body = _found(request, code), request.acting_body_id
    if not request.user.may(PREPARE, body, on=timezone.localdate()):
        raise Http404
    form = forms.question_form(typed_now(request))
    language, now = get_language() or "", timezone.now()
    if acted(
        request,
        form,
        lambda: services.ask(
            code, language=language, body_id=body, by=request.user, now=now, **form.cleaned_data
        ),
    ):
        messages.success(request, _("Your question is sent. The answer will be read by everybody."))
        return redirect("measures:desk_call", code)
    return _asked(request, call, form, _("Ask about the call"))


@nothing_typed_is_lost
@require_office
def answer_one(request: SignedInRequest, code: str, question: UUID) -> HttpResponse:
    call = _of_writer(request, code)
    found = get_object_or_404(CallQuestion, call=call, pk=question)
    form = forms.answer_form(typed_now(request))
    now = timezone.now()
    if acted(
        request,
        form,
        lambda: services.answer_question(question, by=request.user, now=now, **form.cleaned_data),
    ):
        return redirect("measures:desk_call", code)
    return _asked(request, call, form, _("Answer a question"), quoted=found.text)


def _asked(
    request: SignedInRequest, call: Call, form: Any, title: str, quoted: str = ""
) -> HttpResponse:
    context = {"call": call, "title": title, "quoted": quoted}
    return answer(request, "measures/call_act.html", context, form=form)
