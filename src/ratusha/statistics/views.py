from decimal import Decimal

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

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
