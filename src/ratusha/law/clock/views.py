"""Anybody recomputes a date of law: a form in, the date with each step and its article out. Keeps nothing."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import DomainError, RuleBroken
from ratusha.kernel.terms import (
    Due,
    Extension,
    Reason,
    Suspension,
    Term,
    Unit,
    due,
    national_counting,
)
from ratusha.kernel.terms import Source as Cited
from ratusha.procedures.public import Edition, edition_in_force, general_source
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page
from ratusha.ui.text import clean

from .forms import ClockForm


@login_not_required
@require_safe
@public_page
def clock(request: HttpRequest) -> HttpResponse:
    """Filled in from the address, so that a counted date is a link that one can send."""
    asked = "start" in request.GET or "start_day" in request.GET
    form = ClockForm(request.GET if asked else None, initial={"unit": Unit.DAY.value})
    edition = _edition(request.GET.get("procedure", ""), timezone.localdate())
    counted: Due | None = None
    if form.is_valid():
        try:
            counted = count(form, edition)
        except DomainError as error:
            add_domain_error(form, error)
    context = {"counted": counted, "edition": edition}
    return page(request, "law/clock.html", context, form=form)


def count(form: ClockForm, edition: Edition | None) -> Due:
    """The term's source is that of the procedure; without one, of the general law."""
    given, language = form.cleaned_data, get_language() or ""
    promised = edition.promise.term if edition else None
    general: Cited = national_counting().source
    source: Cited = promised.source.cited(language) if promised else general
    foreign = general_source("suspension").cited(language)
    return due(
        given["start"],
        Term(int(given["amount"]), Unit(given["unit"])),
        calendar=national_calendar(),
        source=source,
        counting_source=general,
        extensions=[
            Extension(Term(amount, Unit(unit)), source, reason)
            for amount, unit, reason in form.extensions()
        ],
        suspensions=[
            Suspension(
                since, until, Reason(reason), foreign if reason == "foreign_request" else source
            )
            for since, until, reason in form.stops()
        ],
    )


def _edition(code: str, on: date) -> Edition | None:
    if not code:
        return None
    try:
        return edition_in_force(clean(code)[:40], on)
    except RuleBroken:
        return None
