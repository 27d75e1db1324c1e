"""Cards of reengineering, for those who draw them and those who are asked."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.conversion import counting
from ratusha.conversion.forms import CardForm, PressForm, SwitchOnForm, WordForm
from ratusha.conversion.law import law
from ratusha.conversion.models import Agreement, Card, Side, Stage, Work, WorkKind
from ratusha.conversion.numbers import saved_of
from ratusha.conversion.permissions import AGREE, DRAW, has_part
from ratusha.conversion.presentation import drawn, lanes, reasons_said
from ratusha.conversion.rules import is_few
from ratusha.conversion.services import cards
from ratusha.conversion.volume import complained, fees
from ratusha.conversion.ways import spared, way_as_it_is, written
from ratusha.conversion.work import in_turn, kinds_of, may_be_switched_on
from ratusha.parties.public import organisation
from ratusha.procedures.public import in_force
from ratusha.ui.acting import acted
from ratusha.ui.addresses import address_of
from ratusha.ui.forms import Form
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page


def _require_part(request: SignedInRequest) -> None:
    if not has_part(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404


@require_safe
@require_office
def cards_list(request: SignedInRequest) -> HttpResponse:
    """All cards: where each is, and by when it is to be agreed."""
    _require_part(request)
    context = {
        "cards": [drawn(one) for one in Card.objects.order_by("-drawn_at")[:100]],
        "today": timezone.localdate(),
    }
    return page(request, "conversion/cards.html", context)


@nothing_typed_is_lost
@require_office
def new(request: SignedInRequest, code: str, number: str) -> HttpResponse:
    _require_part(request)
    today = timezone.localdate()
    edition = get_object_or_404(in_force(today), procedure_id=f"{code}/{number}")
    if not request.user.may(DRAW, request.acting_body_id, on=today):
        raise Http404
    as_is = written(way_as_it_is(edition.promise)) if edition.electronic_level != "e0" else ""
    form = CardForm(typed_now(request), initial={"as_is": as_is})

    def draw() -> Card:
        assert request.acting_body_id is not None, "an office"  # noqa: S101
        drawing = {name: form.cleaned_data[name] for name in ("variant", "as_is", "to_be", "acts")}
        return cards.draw(
            edition.procedure_id, **drawing, told=form.told, body_id=request.acting_body_id, by=request.user,
            now=timezone.now(),
        )  # fmt: skip

    if made := acted(request, form, draw, in_office=True):
        return redirect("conversion:card", made.pk)
    context = {"edition": edition, "known": bool(as_is)}
    return page(request, "conversion/new.html", context, form=form)


@require_safe
@require_office
def card(request: SignedInRequest, pk: UUID) -> HttpResponse:
    return _card(request, find(request, pk))


@require_safe
@require_office
def saved(request: SignedInRequest, pk: UUID, figure: str) -> HttpResponse:
    """What the new way saves of days, documents, visits or wasteful steps, opened to the steps."""
    found = find(request, pk)
    cases = counting.cases_in_a_year(found.procedure, timezone.localdate())
    number = saved_of(drawn(found), figure, cases)
    if number is None:
        raise Http404
    way = [
        (_("Conversion"), address_of("conversion:home")),
        (_("Cards"), address_of("conversion:cards")),
        (found.procedure, address_of("conversion:card", pk)),
    ]
    return number_page(request, number, way)


def find(request: SignedInRequest, pk: UUID) -> Card:
    _require_part(request)
    return get_object_or_404(Card, pk=pk)


def _card(request: SignedInRequest, found: Card, form: Form | None = None) -> HttpResponse:
    today, user, body = timezone.localdate(), request.user, request.acting_body_id
    spoken = {one.side: one for one in found.agreements.select_related("by")}
    asked = cards.asked(found)
    mine = [
        side
        for side, one in asked.items()
        if one is not None and one == body and user.may(AGREE, body, on=today)
    ]
    edition = in_force(today).filter(procedure_id=found.procedure).first()
    told = drawn(found)
    bodies = {side: organisation(one) if one else None for side, one in asked.items()}
    complaints = complained(today).get(found.procedure, 0)
    context = {
        "drawn": told,
        "lanes": lanes(told),
        "spared": spared(
            told.before, told.after, counting.cases_in_a_year(found.procedure, today), law().prices
        ),
        "card": found,
        "edition": edition,
        "sides": [(side, side.label, bodies[side], spoken.get(side)) for side in Side],
        "switching": form if isinstance(form, SwitchOnForm) else SwitchOnForm(),
        "may_speak": [one for one in mine if one not in spoken and found.stage == Stage.AGREEING][
            :1
        ],
        "word": form if isinstance(form, WordForm) else WordForm(),
        "law": law(),
        "may_draw": found.body_id == body and user.may(DRAW, body, on=today),
        "complaints": None if is_few(complaints) else complaints,  # none: too few to be told
        "fees": fees(found.procedure, today),
        "fell_back_because": [
            (date.fromisoformat(one["first"]), reasons_said(one)) for one in found.rated
        ],
        "works": works_of(found),
        "in_turn": in_turn(found.stage, found.variant),
        "may_be_switched_on": may_be_switched_on(found.stage, found.variant),
        "is_late": found.stage == Stage.AGREEING
        and found.agree_by is not None
        and found.agree_by < today,
    }
    return page(request, "conversion/card.html", context, form=form)


def works_of(found: Card) -> list[tuple[WorkKind, list[Work]]]:
    """The steps between the agreement and switching on, each with what was done."""
    done = list(found.works.select_related("by"))
    return [(kind, [one for one in done if one.kind == kind]) for kind in kinds_of(found.variant)]


@require_POST
@require_office
def send(request: SignedInRequest, pk: UUID) -> HttpResponse:
    found, form = find(request, pk), PressForm(request.POST)
    now = timezone.now()
    if acted(request, form, lambda: cards.send(found, by=request.user, now=now), in_office=True):
        messages.success(request, _("Sent to be agreed."))
        return redirect("conversion:card", pk)
    return _card(request, found, form)


@require_POST
@require_office
def speak(request: SignedInRequest, pk: UUID, side: str) -> HttpResponse:
    found, form = find(request, pk), WordForm(request.POST)
    if side not in Side.values:
        raise Http404

    def say() -> Agreement:
        typed = form.cleaned_data
        return cards.speak(
            found, Side(side), agrees=typed["agrees"], words=typed["words"], by=request.user,
            now=timezone.now(),
        )  # fmt: skip

    if acted(request, form, say, in_office=True):
        return redirect("conversion:card", pk)
    return _card(request, found, form)


@require_POST
@require_office
def switch_on(request: SignedInRequest, pk: UUID) -> HttpResponse:
    found, form = find(request, pk), SwitchOnForm(request.POST)

    def turn() -> Card:
        act = form.cleaned_data["act"]
        return cards.switch_on(found, act=act, by=request.user, now=timezone.now())

    if acted(request, form, turn, in_office=True):
        messages.success(request, _("Switched on. The old way stays, with help at the counter."))
        return redirect("conversion:card", pk)
    return _card(request, found, form)
