"""Software: shares and waves for everybody; matrix, items, bills, substitutes and plans for who works on it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Min, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.systems import presentation
from ratusha.systems.forms import software as forms
from ratusha.systems.law import law
from ratusha.systems.models import BillTaken, Replacement, SoftwareItem, SoftwareUse, System
from ratusha.systems.permissions import KEEP, has_part, may_keep
from ratusha.systems.services import software as acts
from ratusha.systems.software.rules import (
    IN_MATRIX,
    SIGNS,
    Layer,
    LayerState,
    Origin,
    Software,
    check,
    days_of_support,
    layer_state,
    shares,
)
from ratusha.systems.software.waves import waves
from ratusha.ui import text
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 50
LONGEST_QUESTION = 100
STATE_KINDS = {
    LayerState.EMPTY: "quiet", LayerState.OWN: "ok", LayerState.OPEN: "ok", LayerState.PLANNED: "soon",
    LayerState.FOREIGN: "late", LayerState.UNKNOWN: "soon", LayerState.ENDED: "late",
}  # fmt: skip


def _items() -> QuerySet[SoftwareItem]:
    used = Count("uses", filter=Q(uses__until=None))
    return SoftwareItem.objects.annotate(used_by=used).prefetch_related("replacements")


def _seen(found: QuerySet[SoftwareItem]) -> list[tuple[SoftwareItem, Software]]:
    return [(one, one.as_rules_see_it(used_by=one.used_by)) for one in found]  # type: ignore[attr-defined]


def used_software() -> list[Software]:
    used = _items().filter(uses__until=None, uses__isnull=False)
    return [rules for _item, rules in _seen(used)]


@login_not_required
@require_safe
@public_page
def software(request: HttpRequest) -> HttpResponse:
    """Shares by three measures, and the waves; which system runs on what is not told here."""
    today = timezone.localdate()
    seen = used_software()
    layers = [rules for rules in seen if rules.layer != Layer.LIBRARY]
    critical = [days for one in layers if (days := days_of_support(one, today)) is not None]
    context = {
        "platforms": shares(layers),
        "libraries": shares([rules for rules in seen if rules.layer == Layer.LIBRARY]),
        "ended": sum(days < 0 for days in critical),
        "supported": len(critical),
        "within_year": sum(0 <= days < 365 for days in critical),  # noqa: PLR2004 - a year
        "waves": waves(),
        "sample": SoftwareItem.objects.filter(sample=True).exists(),
        "origins": dict(Origin.choices),
        "today": today,
    }
    return answer(request, "systems/software.html", context)


def _require_part(request: SignedInRequest) -> None:
    if not has_part(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404


@require_safe
@require_office
def matrix(request: SignedInRequest) -> HttpResponse:
    """Systems by layers: in each field the worst of what stands there, with a sign and a word."""
    _require_part(request)
    today = timezone.localdate()
    known = {item.pk: rules for item, rules in _seen(_items().exclude(layer=Layer.LIBRARY))}
    used: dict[UUID, dict[str, list[Software]]] = defaultdict(lambda: defaultdict(list))
    libraries: dict[UUID, int] = defaultdict(int)
    for use in SoftwareUse.objects.filter(until=None):
        if use.item_id in known:
            used[use.system_id][known[use.item_id].layer].append(known[use.item_id])
        else:
            libraries[use.system_id] += 1
    rows = [
        (
            one,
            [_field(layer_state(used[one.pk][layer], today)) for layer in IN_MATRIX],
            libraries[one.pk],
        )
        for one in System.objects.exclude(status="archived")
    ]
    context = {
        "rows": rows,
        "layers": [layer.label for layer in IN_MATRIX],
        "legend": [_field(state) for state in LayerState],
        "waves": Replacement.objects.filter(done_on=None).select_related("item", "substitute"),
        "today": today,
    }
    return answer(request, "systems/matrix.html", context)


def _field(state: LayerState) -> tuple[str, str, str]:
    return SIGNS[state], str(state.label), STATE_KINDS[state]


@require_safe
@require_office
def items(request: SignedInRequest) -> HttpResponse:
    _require_part(request)
    words = text.clean(request.GET.get("q", ""))[:LONGEST_QUESTION]
    shown = request.GET.get("show", "wrong")
    today = timezone.localdate()
    found = _items().filter(Q(name__icontains=words) | Q(vendor__icontains=words))
    if shown != "all":
        found = found.exclude(layer=Layer.LIBRARY)
    told = [(item, check(rules, today, law().licences_refused)) for item, rules in _seen(found)]
    if shown == "wrong":
        told = [one for one in told if one[1]]
    page = Paginator(told, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "words": words, "shown": shown, "today": today}
    return answer(request, "systems/items.html", context)


@require_safe
@require_office
def item(request: SignedInRequest, item: UUID) -> HttpResponse:
    _require_part(request)
    found = get_object_or_404(_items(), pk=item)
    today = timezone.localdate()
    rules = found.as_rules_see_it(used_by=found.used_by)  # type: ignore[attr-defined]
    context = {
        "used_since": found.uses.aggregate(first=Min("since"))["first"],
        "item": found,
        "findings": check(rules, today, law().licences_refused),
        "days": days_of_support(rules, today),
        "uses": found.uses.filter(until=None).select_related("system"),
        "substitutes": found.substitutes.select_related("by"),
        "plans": found.replacements.select_related("substitute"),
        "may_write": acts.may_describe(found, request.user, today),
        "law": law(),
    }
    return answer(request, "systems/item.html", context)


ACTS: dict[str, tuple[Callable[[SoftwareItem, Any], Any], Callable[..., Any]]] = {
    "describe": (forms.item_form, lambda pk, **given: acts.describe(pk, **forms.described(given))),
    "substitute": (
        forms.substitute_form,
        lambda pk, *, substitute, fit, **given: acts.name_substitute(
            pk, substitute=UUID(substitute), fit=int(fit), **given
        ),
    ),
    "plan": (
        forms.plan_form,
        lambda pk, *, substitute, wave, **given: acts.plan_replacement(
            pk, substitute=UUID(substitute), wave=int(wave), **given
        ),
    ),
    "finish": (lambda _item, data: forms.result_form(data), acts.finish_replacement),
}


@nothing_typed_is_lost
@require_office
def item_act(request: SignedInRequest, item: UUID, act: str) -> HttpResponse:
    _require_part(request)
    found = get_object_or_404(SoftwareItem, pk=item)
    if act not in ACTS:
        raise Http404
    if not acts.may_describe(found, request.user, timezone.localdate()):
        raise PermissionDenied
    make, take = ACTS[act]
    form = make(found, typed_now(request))
    given = {"by": request.user, "now": timezone.now()}
    if acted(request, form, lambda: take(found.pk, **form.cleaned_data, **given), in_office=True):
        messages.success(request, _("Saved."))
        return redirect("systems:item", found.pk)
    return answer(request, "systems/item_act.html", {"item": found, "act": act}, form=form)


@nothing_typed_is_lost
@require_office
def take_in(request: SignedInRequest, number: str) -> HttpResponse:
    """A file that tells what a system of one's own consists of."""
    body, today = request.acting_body_id, timezone.localdate()
    if body is None or not request.user.may(KEEP, body, on=today):
        raise Http404
    system = get_object_or_404(System, number=number, owner_id=body)
    if not may_keep(request.user, system.owner_id, today):
        raise PermissionDenied
    form = forms.file_form(typed_now(request), request.FILES or None)

    def take() -> Any:
        file = form.cleaned_data["file"]
        act = acts.take_inventory if file.name.lower().endswith(".csv") else acts.take_bill
        return act(number, file.read(), by=request.user, now=timezone.now())

    if taken := acted(request, form, take, in_office=True):
        message = _(
            "Taken in: %(parts)s parts, %(new)s of them new to the register, %(gone)s used no longer."
        )
        messages.success(
            request, message % {"parts": taken.parts, "new": taken.new, "gone": taken.gone}
        )
        return redirect("systems:take_in", number)
    context = {
        "system": system,
        "card": system.card,
        "bills": BillTaken.objects.filter(system=system)[:10],
        "say": presentation,
    }
    return answer(request, "systems/take_in.html", context, form=form)
