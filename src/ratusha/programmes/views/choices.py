"""Choosing measures under a budget: asked by an address that can be sent, kept by who keeps programmes, compared."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.programmes.choosing import SHAKEN, Chosen, Wish, candidates_of, choose
from ratusha.programmes.drawing import Plot
from ratusha.programmes.forms import NameForm, WishForm
from ratusha.programmes.models import Scenario
from ratusha.programmes.permissions import keeps
from ratusha.programmes.services.scenario import save_scenario
from ratusha.programmes.tree import Level
from ratusha.steering.public import Impossible
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .asking import Asked, asked, way_of

MOST_COMPARED = 4
ASKED = ("share", "confidence", "tasks", "saving", "must", "never")


@require_office
def choice(request: SignedInRequest, key: str) -> HttpResponse:
    """GET asks and computes; POST keeps what the address asks under a name."""
    at = asked(request, key)
    if not at.inside or at.figures.level is not Level.PROGRAMME:
        raise Http404
    rows = candidates_of(at.figures.rows)
    given = {name for name in ASKED if name in request.GET}
    form = WishForm(rows, request.GET if given else None)
    chosen, problem = None, ""
    if not given or form.is_valid():
        wish = form.wish() if given else Wish()
        try:
            chosen = choose(at.figures.rows, wish)
        except Impossible:
            problem = _(
                "What must be does not fit into this money: give more of it, or require less."
            )
    body = request.acting_body_id
    keeper = keeps(request.user, body, at.today)
    name = NameForm(request.POST or None)
    if request.method == "POST" and (not keeper or body is None or chosen is None):
        raise Http404
    if (
        chosen is not None
        and body is not None
        and _kept(request, name, at, wish=wish, chosen=chosen, body=body)
    ):
        messages.success(request, _("The choice is kept."))
        return redirect("programmes:choice", key)
    context = {
        "figures": at.figures,
        "way": way_of(at.figures),
        "today": at.today,
        "chosen": chosen,
        "wish_form": form,
        "asked": bool(given),
        "problem": problem,
        "keeper": keeper,
        "shaken": SHAKEN,
        "curve": _curve(chosen) if chosen else None,
        "known": len(rows),
        **_compared(request, at),
    }
    shown = form if given and form.errors else name
    return page(
        request, "programmes/choice.html", context, form=shown, status=422 if problem else None
    )


def _kept(
    request: SignedInRequest, form: NameForm, at: Asked, *, wish: Wish, chosen: Chosen, body: UUID
) -> Scenario | None:
    who: dict[str, Any] = {"body_id": body, "by": request.user, "now": timezone.now()}
    return acted(
        request,
        form,
        lambda: save_scenario(
            at.figures.key, name=form.cleaned_data["name"], wish=wish, chosen=chosen, **who
        ),
    )


def _compared(request: SignedInRequest, at: Asked) -> dict[str, Any]:
    """Kept choices of this programme, and up to four of them side by side."""
    kept = list(Scenario.objects.filter(node=at.figures.key).select_related("by"))
    wanted = request.GET.getlist("compare")[:MOST_COMPARED]
    beside = [one for one in kept if str(one.pk) in wanted]
    sets = [set(one.result["chosen"]) for one in beside]
    differ = sorted(set.union(*sets) - set.intersection(*sets)) if len(sets) > 1 else []
    names = at.figures.picture.by_reference
    return {
        "kept": kept,
        "beside": beside,
        "differ": [
            (names[key].said() if key in names else key, [key in one for one in sets])
            for key in differ
        ],
    }


def _curve(chosen: Chosen) -> dict[str, Any]:
    """The frontier: the best value for each share of the money."""
    top = max(value for _share, value in chosen.curve) * 1.1 or 1.0
    plot = Plot((), top, height=150)
    room = plot.right - plot.left
    points = [(round(plot.left + room * share, 1), plot.y(value)) for share, value in chosen.curve]
    return {
        "plot": plot,
        "points": points,
        "line": " ".join(f"{x},{y}" for x, y in points),
        "rows": chosen.curve,
    }
