"""Appeals in figures, for everybody."""

from dateutil.relativedelta import relativedelta
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from ratusha.appeals.figures import figures
from ratusha.appeals.law import law
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page


@login_not_required
@public_page
def in_figures(request: HttpRequest) -> HttpResponse:
    """The last twelve months."""
    today = timezone.localdate()
    context = figures(today - relativedelta(years=1), today, get_language() or "")
    return answer(request, "appeals/figures.html", {**context, "law": law()})
