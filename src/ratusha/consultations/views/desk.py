"""At the desk: consultations of the body, polls in preparation, the trustees' part."""

from datetime import datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.consultations.forms.polls import KeyForm, PollForm, ShareForm
from ratusha.consultations.models import Budget, Discussion, Draft, Petition, Poll
from ratusha.consultations.permissions import ANSWER, MODERATE, PREPARE, has_a_part
from ratusha.consultations.petitions.rules import PetitionStatus
from ratusha.consultations.polls import count, prepare, rules, tool
from ratusha.consultations.polls.prepare import Asked
from ratusha.consultations.polls.queries import reached_from, shown
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .acts import pressed, sent


def may(request: SignedInRequest, permission: str) -> bool:
    return request.user.may(permission, request.acting_body_id, on=timezone.localdate())


@require_office
def desk(request: SignedInRequest) -> HttpResponse:
    if not has_a_part(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404
    polls = reached_from(request.user, request.acting_body_id, timezone.localdate())
    body = request.acting_body_id
    assert body is not None, "an official acts for a body"  # noqa: S101
    waiting = Petition.objects.filter(body_id=body)
    context = {
        "polls": polls.order_by("-prepared_at"),
        "may_prepare": may(request, PREPARE),
        "to_moderate": waiting.filter(status=PetitionStatus.LODGED)
        if may(request, MODERATE)
        else [],
        "to_answer": waiting.filter(status=PetitionStatus.REACHED) if may(request, ANSWER) else [],
        "drafts": Draft.objects.filter(body_id=body).order_by("-opens_on"),
        "discussions": Discussion.objects.filter(body_id=body).order_by("-opens_on"),
        "budgets": Budget.objects.filter(body_id=body).order_by("-pk")
        if may(request, PREPARE)
        else [],
        "today": timezone.localdate(),
    }
    return answer(request, "consultations/desk.html", context)


@nothing_typed_is_lost
@require_office
def new_poll(request: SignedInRequest) -> HttpResponse:
    if not may(request, PREPARE):
        raise Http404
    form = PollForm(typed_now(request))
    if made := acted(request, form, lambda: _prepare(request, form)):
        messages.success(request, _("The poll is prepared. Now its trustees bring their keys."))
        return redirect("consultations:desk_poll", made.code)
    return answer(
        request, "consultations/new_poll.html", {"has_tool": tool.is_installed()}, form=form
    )


def _prepare(request: SignedInRequest, form: PollForm) -> Poll:
    given = form.cleaned_data
    assert request.acting_body_id is not None, "an official acts for a body"  # noqa: S101
    asked = Asked(
        language=given["language"],
        title=given["title"],
        about=given["about"],
        questions=form.questions(),
        unit=given["unit"],
        age=int(given["age"]),
        closes_at=timezone.make_aware(datetime.combine(given["closes_on"], time(23, 59))),
    )
    return prepare.prepare_poll(
        asked,
        trustees=form.chosen_trustees(),
        body_id=request.acting_body_id,
        by=request.user,
        now=timezone.now(),
    )


def find(request: SignedInRequest, code: str) -> Poll:
    there = reached_from(request.user, request.acting_body_id, timezone.localdate())
    return get_object_or_404(there, code=code)


@require_office
def desk_poll(request: SignedInRequest, code: str) -> HttpResponse:
    """Where it is, who has brought a key, and what this person may do now."""
    found = find(request, code)
    mine = found.trustees.filter(user=request.user).first()
    context = {
        **shown(found, timezone.now()),
        "mine": mine,
        "may_open": may(request, PREPARE) and found.body_id == request.acting_body_id,
        "has_tool": tool.is_installed(),
    }
    return answer(request, "consultations/desk_poll.html", context)


@require_office
def open_poll(request: SignedInRequest, code: str) -> HttpResponse:
    found = find(request, code)
    form = pressed(request)
    if acted(
        request,
        form,
        lambda: prepare.open_poll(found.pk, by=request.user, now=timezone.now()),
        in_office=True,
    ):
        messages.success(request, _("The poll is open."))
        return redirect("consultations:desk_poll", code)
    context: dict[str, Any] = shown(found, timezone.now())
    return answer(request, "consultations/open_poll.html", context, form=form)


@require_office
def key(request: SignedInRequest, code: str) -> HttpResponse:
    """A trustee brings the public part of a key; the private part stays with them."""
    found = find(request, code)
    mine = get_object_or_404(found.trustees, user=request.user)
    form = KeyForm(sent(request))
    if acted(
        request,
        form,
        lambda: prepare.bring_key(mine.pk, form.cleaned_data["public_key"], by=request.user),
    ):
        messages.success(
            request, _("The public part of your key is kept. Keep the private part yourself.")
        )
        return redirect("consultations:desk_poll", code)
    return answer(request, "consultations/key.html", {"poll": found, "mine": mine}, form=form)


@require_office
def share(request: SignedInRequest, code: str) -> HttpResponse:
    """A trustee brings a partial decryption, made where the private key is."""
    found = find(request, code)
    mine = get_object_or_404(found.trustees, user=request.user)
    if found.status != rules.PollStatus.CLOSED:
        raise Http404
    form = ShareForm(sent(request), request.FILES or None)
    if acted(request, form, lambda: _bring(request, mine.pk, form)):
        messages.success(request, _("Your part of the decryption is right and kept."))
        return redirect("consultations:desk_poll", code)
    context = {"poll": found, "mine": mine, "tally": found.tally}
    return answer(request, "consultations/share.html", context, form=form)


def _bring(request: SignedInRequest, trustee_id: Any, form: ShareForm) -> Poll:
    text = form.cleaned_data["share"].read().decode("utf-8", "replace")
    return count.bring_share(trustee_id, text, by=request.user, now=timezone.now())
