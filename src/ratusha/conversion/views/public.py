"""What everybody may read: the goal, the queue, one procedure."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.conversion import counting, numbers, presentation
from ratusha.conversion.depth import NAMES, Depth
from ratusha.conversion.dropping import kept_days
from ratusha.conversion.law import law
from ratusha.conversion.models import Card
from ratusha.conversion.permissions import DRAW
from ratusha.conversion.presentation import burn_up, drawn
from ratusha.conversion.quality import quarters
from ratusha.conversion.rules import DAYS_IN_MONTH, FACTORS, cone, rate
from ratusha.conversion.uptake import uptake
from ratusha.conversion.volume import volume
from ratusha.parties.public import kind_name, party_name
from ratusha.procedures.public import electronic_share, in_force, most_demanded
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25


@login_not_required
@require_safe
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """How far the state is with its goal, by three variants of it, and where the pace of the past leads."""
    on = timezone.localdate()
    rows, goal = counting.table(on), electronic_share(on)
    variants = [
        (one, [counting.reached(rows, one, audience) for audience in counting.AUDIENCES])
        for one in law().goals
    ]
    official = next(found[-1] for one, found in variants if one.official)
    needed = rate(goal.goal_percent, official.whole, official.done, on=on, by=goal.goal_by)
    months = counting.months(on)
    ahead = cone(months, (goal.goal_by - on).days / DAYS_IN_MONTH)
    context = {
        "on": on,
        "variants": variants,
        "goal": goal,
        "rate": needed,
        "months": months,
        "cone": ahead,
        "drawing": burn_up(months, by=goal.goal_by, needed=needed.needed, ahead=ahead),
        "heat": [
            (kind, kind_name(kind) if kind else "", line) for kind, line in counting.heat(rows)
        ],
        "cards": numbers.by_stage(),
        "way": numbers.find("days-of-the-way", "", on=on),
        "demanded_source": most_demanded().source,
        "depths": [(depth, NAMES[depth]) for depth in Depth],
        "described": sum(row.described for row in rows),
        "all": len(rows),
        "official": official.goal.code,
        "source": law().goals_source,
        "version": counting.VERSION,
    }
    return page(request, "conversion/home.html", context)


@login_not_required
@require_safe
@public_page
def queue(request: HttpRequest) -> HttpResponse:
    """What comes next, with the factors that put it there."""
    on = timezone.localdate()
    waiting = [row for row in counting.table(on) if row.in_queue]
    shown = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "number": len(waiting),
        "weights": law().weights,
        "factors": FACTORS,
        "names": NAMES,
        "source": law().weights_source,
        "on": on,
        "version": counting.VERSION,
    }
    return page(request, "conversion/queue.html", context)


@login_not_required
@require_safe
def procedure(request: HttpRequest, code: str, number: str) -> HttpResponse:
    """One procedure: its six points, the rules that hold it back, its cards."""
    on = timezone.localdate()
    edition = get_object_or_404(in_force(on), procedure_id=f"{code}/{number}")
    row = next(one for one in counting.table(on) if one.code == edition.procedure_id)
    found = volume(row.code, on)
    context: dict[str, Any] = {
        "row": row,
        "edition": edition,
        "points": counting.points_of(edition).items(),
        "findings": counting.findings_of(edition, cases=row.cases, on=on),
        "quarters": quarters(on, row.code)[row.code],
        "uptake": uptake(row.code, on),
        "volume": found,
        "channels": [(presentation.channel_said(code), n) for code, n in found.by_channel.items()],
        "regions": [(presentation.region_said(code), n) for code, n in found.by_region.items()],
        "quality": law().thresholds,
        "kept_days": kept_days(),
        "quality_source": law().quality_source,
        "cards": [
            (drawn(one), party_name(one.body_id, get_language() or ""))
            for one in Card.objects.filter(procedure=row.code)
        ],
        "weights": law().weights,
        "factors": FACTORS,
        "names": NAMES,
        "may_draw": may_draw(request),
        "on": on,
        "version": counting.VERSION,
    }
    return page(request, "conversion/procedure.html", context)


@login_not_required
@require_safe
@public_page
def number(request: HttpRequest, figure: str, key: str = "") -> HttpResponse:
    """A number of these pages, opened to what it was computed from."""
    found = numbers.find(figure, key, on=timezone.localdate())
    if found is None:
        raise Http404
    way = [
        (_("Digital development"), address_of("portal:steering")),
        (_("Conversion"), address_of("conversion:home")),
    ]
    return number_page(request, found, way)


def may_draw(request: HttpRequest) -> bool:
    body = getattr(request, "acting_body_id", None)
    return body is not None and request.user.may(DRAW, body, on=timezone.localdate())  # type: ignore[union-attr]
