"""Forecasts, computed by who keeps programmes and read inside government; how often they were kept is for everybody."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.kernel.errors import DomainError
from ratusha.programmes.curves import Curve, earned_by_month
from ratusha.programmes.drawing import Plot
from ratusha.programmes.figures.compute import Figures
from ratusha.programmes.foresight import PERCENTS
from ratusha.programmes.law import law
from ratusha.programmes.models import ForecastRun
from ratusha.programmes.numbers import of_forecasts
from ratusha.programmes.permissions import keeps
from ratusha.programmes.services.foresee import calibration as kept_so_far
from ratusha.programmes.services.foresee import foresee
from ratusha.ui.addresses import address_of
from ratusha.ui.formats import share
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from .asking import asked, way_of

EARLIER = 12  # runs that are listed
ENOUGH_TO_SAY = 8  # forecasts before a share of kept ones says anything
WIDTH, HEIGHT, LEFT, BELOW = 720, 240, 8, 26


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    over: bool


@require_office
def forecast(request: SignedInRequest, key: str) -> HttpResponse:
    at = asked(request, key)
    if not at.inside:
        raise Http404
    keeper = keeps(request.user, request.acting_body_id, at.today)
    problem = ""
    if request.method == "POST":
        if not keeper or request.acting_body_id is None:
            raise Http404
        try:
            foresee(key, body_id=request.acting_body_id, by=request.user, now=timezone.now())
        except DomainError as error:
            problem = error.message
        else:
            return redirect("programmes:forecast", key)
    runs = list(
        ForecastRun.objects.filter(node=key, replayed=False)
        .select_related("by")
        .defer("inputs")[:EARLIER]
    )
    wanted = request.GET.get("run", "")
    shown = next((one for one in runs if str(one.pk) == wanted), runs[0] if runs else None)
    context: dict[str, Any] = {
        "figures": at.figures,
        "way": way_of(at.figures),
        "today": at.today,
        "runs": runs,
        "run": shown,
        "keeper": keeper,
        "problem": problem,
        "rules": law().forecast,
    }
    if shown is not None:
        context |= _drawn(shown, at.figures)
    return page(request, "programmes/forecast.html", context, status=422 if problem else None)


def _drawn(run: ForecastRun, figures: Figures) -> dict[str, Any]:
    result = run.result
    ends = {int(percent): date.fromisoformat(day) for percent, day in result["ends"].items()}
    bars = [(date.fromisoformat(day), count) for day, count in result["bars"]]
    return {
        "held": [(title, share(held, 0)) for _code, title, held in result["critical"]],
        "table": [(one, ends[one], result["costs"][str(one)]) for one in PERCENTS],
        "bars": _bars(bars, run.approved_end),
        "line": _at(bars, run.approved_end),
        "first_bar": bars[0][0],
        "last_bar": bars[-1][0],
        "cone": _cone(run, figures, ends),
        "outside": _outside(run, figures),
    }


def _at(bars: list[tuple[date, int]], day: date) -> float | None:
    """Where a day lies on the axis of the histogram; None where it lies beyond it."""
    first, last = bars[0][0], bars[-1][0]
    whole = max((last - first).days, 1)
    part = (day - first).days / whole
    return round(LEFT + (WIDTH - 2 * LEFT) * part, 1) if 0 <= part <= 1 else None


def _bars(bars: list[tuple[date, int]], approved: date) -> list[Bar]:
    highest = max(count for _day, count in bars)
    room, step = HEIGHT - BELOW - 10, (WIDTH - 2 * LEFT) / len(bars)
    return [
        Bar(
            round(LEFT + place * step, 1),
            round(10 + room * (1 - count / highest), 1),
            round(step - 1.5, 1),
            round(room * count / highest, 1),
            day > approved,
        )
        for place, (day, count) in enumerate(bars)
    ]


def _cone(run: ForecastRun, figures: Figures, ends: dict[int, date]) -> dict[str, Any] | None:
    """What is earned so far, and from there the cloud: as early as one run in ten, as late as 95 of a hundred."""
    rows = [row for row in figures.rows if not row.is_over]
    earned: Curve = earned_by_month(rows, run.on)
    budget = figures.value("budget")
    if len(earned) < 2 or not budget:  # noqa: PLR2004 - a point is no curve
        return None
    whole = sum((row.budget for row in rows if row.budget), type(budget)())
    month, plot_months = earned[0][0], []
    while month <= ends[95] + timedelta(days=31):
        plot_months.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    plot = Plot(plot_months, float(whole) * 1.08)
    start = f"{plot.x(run.on)},{plot.y(float(earned[-1][1]))}"
    top = plot.y(float(whole))
    corners = {percent: f"{plot.x(day)},{top}" for percent, day in ends.items()}
    return {
        "plot": plot,
        "earned": earned,
        "wide": f"{start} {corners[10]} {corners[95]}",
        "narrow": f"{start} {corners[50]} {corners[80]}",
        "approved": plot.x(run.approved_end),
    }


def _outside(run: ForecastRun, figures: Figures) -> list[dict[str, Any]]:
    """What became of others like it, put on our days: a line beside the computation, never mixed into it."""
    starts = figures.value("starts_on")
    if starts is None:
        return []
    planned = (run.approved_end - starts).days
    own = run.result.get("own_class") or {}
    found: list[dict[str, Any]] = []
    if own.get("80") is not None:
        days = [timedelta(days=round(planned * own[percent])) for percent in ("50", "80")]
        found.append({"own": own, "ends": [run.approved_end + one for one in days]})
    for one in law().reference_classes:
        if one.median_slip_days:
            ends = [run.approved_end + timedelta(days=days) for days in one.median_slip_days]
            found.append({"class": one, "ends": ends})
        elif one.schedule_gap is not None:
            ends = [run.approved_end + timedelta(days=round(planned * one.schedule_gap))]
            found.append({"class": one, "ends": ends})
    return found


@login_not_required
@require_safe
@public_page
def calibration(request: HttpRequest) -> HttpResponse:
    """Of the forecasts of measures that have ended since, how many ended by the day that eight in ten should keep."""
    found = kept_so_far(timezone.localdate())
    rows = [
        (
            kind,
            found[f"{kind}_kept"],
            found[f"{kind}_of"],
            _share(found[f"{kind}_kept"], found[f"{kind}_of"]),
        )
        for kind in ("made", "replayed")
    ]
    context = {
        "rows": rows,
        "rules": law().forecast,
        "enough": ENOUGH_TO_SAY,
        "classes": law().reference_classes,
    }
    return page(request, "programmes/calibration.html", context)


@login_not_required
@require_safe
@public_page
def kept(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    found = of_forecasts(kind, code, timezone.localdate())
    if found is None:
        raise Http404
    way = [(_("How often our forecasts were kept"), address_of("programmes:calibration"))]
    return number_page(request, found, way)


def _share(kept: int, of: int) -> float | None:
    return kept / of if of >= ENOUGH_TO_SAY else None
