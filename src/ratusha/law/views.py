"""Public pages of the law as data."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ratusha.kernel.pack import pack
from ratusha.parties.public import kind_name
from ratusha.procedures.public import named, read_registers
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from . import covering
from .debt import VERSION, as_csv, reason_in_words
from .debt import debt as found_debt

GROUPS = {
    "rows": _("Rows"),
    "excluded": _("of them excluded"),
    "full": _("Full row available"),
    "without_help": _("compiled without help"),
    "with_help": _("compiled with help"),
    "not_available": _("Row not available"),
    "e3": _("Published at e3: applied for electronically"),
    "e4": _("Published at e4: decided electronically too"),
    "e5": _("Published at e5: begun by the state"),
    "passing": _("Published, and all scenarios pass"),
}


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


@login_not_required
@require_safe
@public_page
def coverage(request: HttpRequest) -> HttpResponse:
    """How far the lists are compiled and published, and the way to the goal."""
    found = covering.covered(timezone.localdate())
    return page(request, "law/coverage.html", {"covered": found, "groups": GROUPS.items()})


@login_not_required
@require_safe
@public_page
def coverage_codes(request: HttpRequest, code: str, group: str) -> HttpResponse:
    """The rows behind one figure."""
    found = {one.code: one for one in covering.covered(timezone.localdate()).lists}
    if code not in found or group not in GROUPS:
        raise Http404
    codes = found[code].groups[group]
    names = named(codes)
    rows = [(one, one.partition("/")[2], names.get(one, {})) for one in codes]
    context = {"listed": code, "words": GROUPS[group], "codes": rows}
    return page(request, "law/coverage_codes.html", context)


@login_not_required
@require_safe
@public_page
def coverage_csv(_request: HttpRequest) -> HttpResponse:
    found = covering.as_csv(covering.covered(timezone.localdate()))
    headers = {"Content-Disposition": 'attachment; filename="coverage.csv"'}
    return HttpResponse(found, content_type="text/csv; charset=utf-8", headers=headers)
