from decimal import Decimal

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from . import numbers
from .finishing import calibration as by_week
from .survival import ENOUGH, SHARE, VERSION


@login_not_required
@require_safe
@public_page
def calibration(request: HttpRequest) -> HttpResponse:
    """Of those whom nine in ten was promised, how many were told the truth."""
    weeks = by_week()
    kept, judged = sum(one.kept for one in weeks), sum(one.judged for one in weeks)
    context = {
        "weeks": [(one, Decimal(one.kept) / one.judged) for one in weeks],
        "whole": Decimal(kept) / judged if judged else None,
        "judged": judged,
        "share": SHARE,
        "enough": ENOUGH,
        "version": VERSION,
    }
    return page(request, "statistics/calibration.html", context)


@login_not_required
@require_safe
@public_page
def number(request: HttpRequest, figure: str, key: str = "") -> HttpResponse:
    """A published figure, opened to what it was counted from."""
    found = numbers.find(figure, key, timezone.localdate())
    if found is None:
        raise Http404
    way = [(_("First page"), address_of("portal:home"))]
    if figure in numbers.OF_WEEKS:
        way = [(_("Do our finishing dates keep?"), address_of("statistics:calibration"))]
    return number_page(request, found, way)
