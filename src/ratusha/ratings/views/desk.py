"""At the desk: ratings of my organisation to reply to; for the overseer, words and signs to decide about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import Criterion, Rating
from ratusha.ratings import permissions
from ratusha.ratings.forms import ReasonForm, ReleaseForm, ReplyForm, SignForm
from ratusha.ratings.models import Given, GivenQuerySet, Organisation, Reply, Signal
from ratusha.ratings.rules import print_of
from ratusha.ratings.services import judge
from ratusha.ratings.services.reply import reply
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

ON_A_PAGE = 25


def reached_from(request: SignedInRequest) -> GivenQuerySet:
    """Of one’s organisation for who replies; of all but one’s own for the overseer."""
    body, today = request.acting_body_id, timezone.localdate()
    all_ = Given.objects.select_related("organisation", "case__rating", "reply")
    if permissions.may_oversee(request.user, body, today):
        return all_
    if permissions.may_reply(request.user, body, today):
        return all_.filter(organisation__party_id=body)
    return all_.none()


@require_office
def ratings(request: SignedInRequest) -> HttpResponse:
    body, today = request.acting_body_id, timezone.localdate()
    if not permissions.has_part(request.user, body, today):
        raise Http404
    oversees = permissions.may_oversee(request.user, body, today)
    there = reached_from(request)
    waiting = there.with_words().filter(looked_at=None) if oversees else there.filter(reply=None)
    context = {
        "oversees": oversees,
        "own": Organisation.objects.filter(party_id=body).first(),
        "waiting": Paginator(waiting.order_by("on", "case"), ON_A_PAGE).get_page(
            request.GET.get("page")
        ),
        "signals": Signal.objects.filter(decided_at=None).select_related("organisation")
        if oversees
        else [],
        "decided": Signal.objects.exclude(decided_at=None)
        .select_related("organisation", "decided_by")
        .order_by("-decided_at")[:ON_A_PAGE]
        if oversees
        else [],
    }
    return page(request, "ratings/desk.html", context)


@require_office
def rating(request: SignedInRequest, given_id: UUID) -> HttpResponse:
    found = get_object_or_404(reached_from(request), pk=given_id)
    context = {
        "given": found,
        "rating": found.case.rating,
        "judgements": found.judgements.select_related("by"),
        "criteria": [(one.label, str(getattr(found.case.rating, one.value))) for one in Criterion],
        "acts": _open_acts(request, found),
    }
    return page(request, "ratings/desk_rating.html", context)


@dataclass(frozen=True)
class Action:
    label: Promise
    form: type[Form]
    do: Callable[..., object]
    done: Promise
    danger: bool = False


ACTS = {
    "reply": Action(
        gettext_lazy("Reply to the rating"), ReplyForm, reply, gettext_lazy("The reply is kept.")
    ),
    "release": Action(
        gettext_lazy("Release the words"),
        ReleaseForm,
        judge.release_words,
        gettext_lazy("Everybody reads the words now."),
    ),
    "hide": Action(
        gettext_lazy("Do not publish the words"),
        ReasonForm,
        judge.hide_words,
        gettext_lazy("The words are not published; the marks count."),
        danger=True,
    ),
    "set-aside": Action(
        gettext_lazy("Set the rating aside"),
        ReasonForm,
        judge.set_aside,
        gettext_lazy("The rating does not count any more; the reason stays with it."),
        danger=True,
    ),
    "restore": Action(
        gettext_lazy("Let the rating count again"),
        ReasonForm,
        judge.restore,
        gettext_lazy("The rating counts again."),
    ),
}


def _open_acts(request: SignedInRequest, given: Given) -> list[tuple[str, Action]]:
    body, today = request.acting_body_id, timezone.localdate()
    found: list[str] = []
    if permissions.may_reply(request.user, body, today) and given.organisation.party_id == body:
        found += [] if Reply.objects.filter(given=given).exists() else ["reply"]
    own = permissions.acts_for(request.user, given.organisation.party_id, today)
    if permissions.may_oversee(request.user, body, today) and not own:
        aside = given.case.rating.set_aside_at is not None
        found += ["release", "hide"] if given.case.rating.comment else []
        found += ["restore" if aside else "set-aside"]
    return [(name, ACTS[name]) for name in found]


@nothing_typed_is_lost
@require_office
def act(request: SignedInRequest, given_id: UUID, name: str) -> HttpResponse:
    found = get_object_or_404(reached_from(request), pk=given_id)
    action = dict(_open_acts(request, found)).get(name)
    if action is None:
        raise Http404
    words: Rating = found.case.rating
    read = {"text": found.public_words or words.comment, "as_read": print_of(words.comment)}
    initial = read if name == "release" else {}
    form = action.form(typed_now(request), initial=initial)

    def send() -> object:
        return action.do(found.pk, **form.cleaned_data, by=request.user, now=timezone.now())

    if acted(request, form, send, in_office=True):
        messages.success(request, str(action.done))
        return redirect("ratings:desk_rating", found.pk)
    context: dict[str, Any] = {"given": found, "action": action}
    return page(request, "ratings/desk_act.html", context, form=form)


@nothing_typed_is_lost
@require_office
def signal(request: SignedInRequest, signal_id: UUID) -> HttpResponse:
    """What is strange, told in counts, and what a person makes of it."""
    if not permissions.may_oversee(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404
    found = get_object_or_404(
        Signal.objects.select_related("organisation", "decided_by"), pk=signal_id
    )
    form = SignForm(typed_now(request))

    def decide() -> Signal:
        return judge.decide_signal(
            found.pk,
            set_aside_all=form.cleaned_data["decision"] == "set_aside",
            reason=form.cleaned_data["reason"],
            by=request.user,
            now=timezone.now(),
        )

    if acted(request, form, decide, in_office=True):
        messages.success(request, _("Decided. The reason stays with the sign."))
        return redirect("ratings:desk")
    about = found.ratings.select_related("organisation", "case__rating")
    context = {"signal": found, "ratings": about}
    return page(request, "ratings/desk_signal.html", context, form=form)
