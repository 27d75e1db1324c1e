"""Discussions of statements: the map for everybody, answering one after another, the desk of the body."""

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
    nothing_typed_is_lost,
    require_access,
    require_office,
    typed_now,
)
from ratusha.consultations.forms.opinions import (
    ConclusionForm,
    DiscussionForm,
    SayForm,
    StatementForm,
)
from ratusha.consultations.forms.rooms import RefusalForm
from ratusha.consultations.models import Discussion, Draft, Stance, Statement
from ratusha.consultations.opinions import clusters, queries, rules, services
from ratusha.consultations.opinions.services import Opened
from ratusha.consultations.permissions import ANSWER, MODERATE, PREPARE
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

from .acts import act_page, pressed, sent


@login_not_required
def discussion(request: HttpRequest, code: str) -> HttpResponse:
    """The map, what is agreed on, what each group says; and to who has answered, where they stand."""
    found, today = get_object_or_404(Discussion, code=code), timezone.localdate()
    context = queries.shown(found)
    party = getattr(request.user, "party_id", None)
    mine = services.answers_of(found, party) if party else {}
    drawn = context["drawn"]
    context |= {
        "is_open": rules.is_open(found.closes_on, today),
        "place": found.electorate(0).place(),
        "body": party_name(found.body_id, request.LANGUAGE_CODE),
        "mine": mine,
        "own_group": clusters.own_group(mine, drawn) if drawn and mine else None,
    }
    return answer(request, "consultations/discussion.html", context)


@require_access(AccessMode.STRICT)
def go_on_answering(request: SignedInRequest, code: str) -> HttpResponse:
    """To the next statement that this person has not answered; after the last one, to the map."""
    found = get_object_or_404(Discussion, code=code)
    party = request.user.party_id
    mine = services.answers_of(found, party) if party else {}
    number = queries.next_for(found, party, mine) if party else None
    if number is None:
        if mine:
            messages.success(request, _("You have answered everything that is asked now."))
        return redirect("consultations:discussion", code)
    return redirect("consultations:say", code, number)


@require_access(AccessMode.STRICT)
def say(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    """One statement and three buttons. Who has answered it already sees what, and may think again."""
    found = get_object_or_404(Discussion, code=code)
    statements = queries.statements_of(found)
    about = next((one for one in statements if one.number == number), None)
    if about is None:
        raise Http404
    form = SayForm(sent(request))

    def do() -> Stance:
        value = int(form.cleaned_data["says"])
        return services.say(found.pk, number, value, by=request.user, now=timezone.now())

    if acted(request, form, do):
        return redirect("consultations:go_on_answering", code)
    party = request.user.party_id
    mine = services.answers_of(found, party) if party else {}
    context = {
        "discussion": found,
        "about": about,
        "mine": mine,
        "said_before": mine.get(number),
        "choices": rules.Says.choices,
        "answered": len(mine),
        "asked": len(statements),
        "statements": [one for one in statements if one.number in mine],
    }
    return answer(request, "consultations/say.html", context, form=form)


@nothing_typed_is_lost
@require_access(AccessMode.STRICT)
def propose_statement(request: SignedInRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Discussion, code=code)
    form = StatementForm(typed_now(request))
    there = reverse("consultations:discussion", args=[code])
    return act_page(
        request,
        form,
        lambda: services.state(found.pk, **form.cleaned_data, by=request.user, now=timezone.now()),
        heading=_("Propose a statement"),
        back=there,
        then=there,
        done=_("A moderator reads your statement; then others can answer it."),
        words=found.said,
    )


# ---- at the desk ----
def at_desk(request: SignedInRequest, code: str, *permissions: str) -> Discussion:
    body, today = request.acting_body_id, timezone.localdate()
    if not any(request.user.may(one, body, on=today) for one in permissions):
        raise Http404
    return get_object_or_404(Discussion, body_id=body, code=code)


@nothing_typed_is_lost
@require_office
def new_discussion(request: SignedInRequest) -> HttpResponse:
    body = request.acting_body_id
    if body is None or not request.user.may(PREPARE, body, on=timezone.localdate()):
        raise Http404
    drafts = Draft.objects.filter(body_id=body, finished_on=None)
    form = DiscussionForm([(one.code, one.title) for one in drafts], typed_now(request))
    return act_page(
        request,
        form,
        lambda: services.open_discussion(
            Opened(**form.cleaned_data), body_id=body, by=request.user, now=timezone.now()
        ),
        heading=_("Open a discussion of statements"),
        back=reverse("consultations:desk"),
        then=reverse("consultations:desk"),
        done=_("People can answer now."),
    )


@require_office
def desk_discussion(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, PREPARE, MODERATE, ANSWER)
    today = timezone.localdate()
    waiting = found.statements.filter(status=rules.StatementStatus.PROPOSED)
    may = {one: request.user.may(one, found.body_id, on=today) for one in (MODERATE, ANSWER)}
    over = not rules.is_open(found.closes_on, today)
    context = {
        "discussion": found,
        "waiting": waiting,
        "may_moderate": may[MODERATE],
        "may_conclude": may[ANSWER] and over and not found.concluded_on,
        "took_part": queries.took_part(found),
        "asked": len(queries.statements_of(found)),
    }
    return answer(request, "consultations/desk_discussion.html", context)


def _look(request: SignedInRequest, code: str, number: int, **page: Any) -> HttpResponse:
    """A moderator's look at one statement: `page` is what differs between letting it in and not."""
    found = at_desk(request, code, MODERATE)
    one = get_object_or_404(
        Statement, discussion=found, number=number, status=rules.StatementStatus.PROPOSED
    )
    form = page.pop("form")
    there = reverse("consultations:desk_discussion", args=[code])
    admit: bool = page.pop("admit")

    def do() -> Statement:
        ground = "" if admit else form.cleaned_data["ground"]
        return services.look_at(
            one.pk, admit=admit, ground=ground, by=request.user, now=timezone.now()
        )

    return act_page(
        request, form, do, back=there, then=there, note=one.text, words=found.said, **page
    )


@require_office
def admit(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    return _look(
        request, code, number, admit=True, form=pressed(request), heading=_("Admit the statement"),
        done=_("Everybody can answer the statement now."),
    )  # fmt: skip


@require_office
def decline(request: SignedInRequest, code: str, number: int) -> HttpResponse:
    form = RefusalForm(sent(request))
    del form.fields["note"]
    return _look(
        request, code, number, admit=False, form=form, heading=_("Do not show the statement"),
        done=_("The statement is not shown."), danger=True,
    )  # fmt: skip


@nothing_typed_is_lost
@require_office
def conclude(request: SignedInRequest, code: str) -> HttpResponse:
    found = at_desk(request, code, ANSWER)
    form = ConclusionForm(typed_now(request))
    return act_page(
        request,
        form,
        lambda: services.conclude(
            found.pk, **form.cleaned_data, by=request.user, now=timezone.now()
        ),
        heading=_("Say what you have heard"),
        back=reverse("consultations:desk_discussion", args=[code]),
        then=reverse("consultations:discussion", args=[code]),
        done=_("Everybody reads it beside the map now."),
        words=found.said,
    )
