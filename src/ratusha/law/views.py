"""Public pages of the law as data."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ratusha.kernel.pack import pack
from ratusha.parties.public import kind_name
from ratusha.procedures.public import read_registers
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from .debt import VERSION, as_csv, reason_in_words
from .debt import debt as found_debt


@login_not_required
@require_safe
@public_page
def debt(request: HttpRequest) -> HttpResponse:
    """Questions the state asks twice: the league table, with its formula."""
    found = found_debt(timezone.localdate())
    burden = read_registers(pack().folder).burden
    context = {
        "debt": found,
        "version": VERSION,
        "burden": burden,
        "in_words": reason_in_words,
        "kinds": [(kind_name(kind), asked, lost) for kind, asked, lost in found.by_body_kind()],
    }
    return page(request, "law/debt.html", context)


@login_not_required
@require_safe
@public_page
def debt_csv(_request: HttpRequest) -> HttpResponse:
    found = as_csv(found_debt(timezone.localdate()), get_language() or "")
    headers = {"Content-Disposition": 'attachment; filename="asked-twice.csv"'}
    return HttpResponse(found, content_type="text/csv; charset=utf-8", headers=headers)
