"""The calendar of the state, who is late, a body's own duties, one duty, and acting on it."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.parties.public import organisation
from ratusha.ui.acting import acted
from ratusha.ui.addresses import address_of as address_of_page
from ratusha.ui.forms import Form
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from . import feeds, permissions, presentation
from .forms import AcceptForm, ReturnForm, SubmitForm, WaiveForm
from .law import law
from .models import Obligation
from .numbers import find_number
from .queries import of_body
from .rooms import address_of
from .rules import Standing
from .services import addresses, fulfil

A_PAGE = 50
YEARS = range(2020, 2100)
COLUMNS = (
    "rule", "period", "body", "body_name", "owed_to", "last_day", "state", "late_since", "days_late",
    "handed_in",
)  # fmt: skip


def _year(request: HttpRequest) -> int:
    """The year that is asked for; this one where that is no year."""
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and int(asked) in YEARS else timezone.localdate().year


def _of_year(year: int) -> Any:
    return Obligation.objects.due_in(year).select_related("subject", "to")


@require_office
def calendar(request: SignedInRequest) -> HttpResponse:
    """The year as a wheel and as a list: what is due when, and how much of it is there."""
    year, today = _year(request), timezone.localdate()
    months = presentation.months_of(_of_year(year), today)
    context = {
        "year": year,
        "today": today,
        "months": months,
        "wheel": presentation.wheel_of(months, year, today),
        "late": Obligation.objects.passed(today).count(),
        "mine": of_body(request.acting_body_id).to_do().count() if request.acting_body_id else 0,
    }
    return page(request, "obligations/calendar.html", context)


@require_office
def late(request: SignedInRequest) -> HttpResponse:
    """Who is late, and who came late: public inside the government."""
    year, today = _year(request), timezone.localdate()
    missing = Obligation.objects.passed(today).select_related("subject", "to")
    came = _of_year(year).ever_late().exclude(pk__in=missing.values("pk"))
    context = {
        "year": year,
        "missing": presentation.lines_of(missing.order_by("due_on", "subject__code"), today),
        "came": Paginator(presentation.lines_of(came, today), A_PAGE).get_page(
            request.GET.get("page")
        ),
    }
    return page(request, "obligations/late.html", context)


@require_office
def mine(request: SignedInRequest) -> HttpResponse:
    """What the body one acts for owes, and what is owed to it and waits for its word."""
    body, today = _body(request), timezone.localdate()
    owed = of_body(body)
    waiting = Obligation.objects.filter(to_id=body, standing=Standing.SUBMITTED)
    done = owed.exclude(pk__in=owed.to_do().values("pk")).order_by("-due_on", "-id")
    context = {
        "body": organisation(body),
        "to_do": presentation.lines_of(owed.to_do(), today),
        "waiting": presentation.lines_of(waiting.select_related("subject", "to"), today),
        "done": Paginator(done, A_PAGE).get_page(request.GET.get("page")),
        "done_lines": presentation.lines_of,
        "today": today,
        "may_keep_address": permissions.has_part(request.user, body, today),
    }
    return page(request, "obligations/mine.html", context)


@require_safe
@require_office
def number(request: SignedInRequest, figure: str, key: str = "") -> HttpResponse:
    """A number of these pages, opened to the duties it counts."""
    found = find_number(figure, key, body=request.acting_body_id, today=timezone.localdate())
    if found is None:
        raise Http404
    way = [
        (_("My desk"), address_of_page("portal:desk")),
        (_("Duties"), address_of_page("obligations:calendar")),
    ]
    return number_page(request, found, way)


def _body(request: SignedInRequest) -> UUID:
    if request.acting_body_id is None:
        raise Http404
    return request.acting_body_id


@require_office
def obligation(request: SignedInRequest, obligation_id: UUID) -> HttpResponse:
    """One duty: whose, by which act and reading, what happened, who was reminded.

    The words of its papers are for the body that owes it and the body that waits.
    """
    duty, today = _find(obligation_id), timezone.localdate()
    history = list(duty.history.select_related("by"))
    context = {
        "line": presentation.line_of(duty, today),
        "duty": duty,
        "source": presentation.source_of(duty),
        "rule": law().rule(duty.rule),
        "readings": presentation.readings_of(duty),
        "words_of": presentation.words_of,
        "history": history,
        "judging": presentation.judging_of(history),
        "judging_law": law().judging,
        "reminders": duty.reminders.all(),
        "reads_words": request.acting_body_id in {duty.subject_id, duty.to_id},
        "room": address_of(duty),
        "acts": [(name, ACTS[name].label()) for name in _open_acts(request, duty)],
    }
    return page(request, "obligations/obligation.html", context)


def _find(obligation_id: UUID) -> Obligation:
    return get_object_or_404(Obligation.objects.select_related("subject", "to"), pk=obligation_id)


# ---- acting ----
@dataclass(frozen=True)
class Action:
    """One act on a duty as a page: its form, what it does, what is said afterwards."""

    form: type[Form]
    do: Callable[..., Obligation]
    label: Callable[[], str]
    done: Callable[[], str]


ACTS = {
    "submit": Action(
        SubmitForm, fulfil.submit, lambda: _("Hand it in"), lambda: _("It is handed in.")
    ),
    "accept": Action(
        AcceptForm,
        fulfil.accept,
        lambda: _("Accept what was handed in"),
        lambda: _("It is accepted."),
    ),
    "return": Action(
        ReturnForm,
        fulfil.give_back,
        lambda: _("Give it back to be mended"),
        lambda: _("It is given back. The body has been given a new day."),
    ),
    "waive": Action(
        WaiveForm,
        fulfil.waive,
        lambda: _("Waive the duty by an act"),
        lambda: _("The duty is waived."),
    ),
}


def _open_acts(request: SignedInRequest, duty: Obligation) -> list[str]:
    today = timezone.localdate()
    judges = permissions.may_judge(request.user, duty, today)
    found = []
    if not duty.room:
        fulfils = permissions.may_fulfil(request.user, duty, today)
        if fulfils and duty.is_to_do and today >= duty.opens_on:
            found.append("submit")
        if duty.standing == Standing.SUBMITTED and judges:
            found += ["accept", "return"]
    if duty.is_to_do and judges:
        found.append("waive")
    return found


def _has_part(request: SignedInRequest, duty: Obligation, name: str) -> bool:
    allows = permissions.may_fulfil if name == "submit" else permissions.may_judge
    return allows(request.user, duty, timezone.localdate())


@nothing_typed_is_lost
@require_office
def act(request: SignedInRequest, obligation_id: UUID, name: str) -> HttpResponse:
    """Ask on GET, act on POST; who has no part in it does not find the page."""
    duty = _find(obligation_id)
    if name not in ACTS or not _has_part(request, duty, name):
        raise Http404
    action = ACTS[name]
    form = action.form(typed_now(request))
    if acted(
        request,
        form,
        lambda: action.do(duty.pk, by=request.user, now=timezone.now(), **form.cleaned_data),
        in_office=True,
    ):
        messages.success(request, action.done())
        return redirect(duty)
    context = {"duty": duty, "name": name, "label": action.label(), "judging_law": law().judging}
    return page(request, "obligations/act.html", context, form=form)


# ---- for everybody, and for programs ----
@login_not_required
@require_safe
@public_page
def rules(request: HttpRequest) -> HttpResponse:
    """What the state owes itself every year: the acts, the days, and both readings of each."""
    year = _year(request)
    context = {
        "year": year,
        "lines": presentation.rules_due_in(year) if year in _known_years() else [],
        "words_of": presentation.words_of,
        "law": law(),
    }
    return page(request, "obligations/rules.html", context)


def _known_years() -> range:
    this_year = timezone.localdate().year
    return range(this_year - 5, this_year + 2)


@login_not_required
@require_safe
def feed(_request: HttpRequest) -> HttpResponse:
    this_year = timezone.localdate().year
    return _ics(feeds.all_rules((this_year, this_year + 1), now=timezone.now()), "obligations")


@login_not_required
@require_safe
def body_feed(_request: HttpRequest, secret: str) -> HttpResponse:
    """The duties of one body, for who knows the address."""
    body = addresses.body_of(secret)
    if body is None:
        raise Http404
    name = organisation(body).title(get_language() or "")
    return _ics(feeds.of_body(name, of_body(body), now=timezone.now()), "obligations-of-body")


def _ics(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


@require_office
def address(request: SignedInRequest) -> HttpResponse:
    """The secret address of the body's calendar; on POST a new one, and the old one leads nowhere."""
    body, today = _body(request), timezone.localdate()
    if not permissions.has_part(request.user, body, today):
        raise Http404
    if request.method == "POST":
        addresses.renew_address(body, by=request.user, now=timezone.now())
        messages.success(request, _("The address is new. The old one leads nowhere now."))
        return redirect("obligations:address")
    context = {"secret": addresses.secret_of(body), "body": organisation(body)}
    return page(request, "obligations/address.html", context)


@require_office
def table(request: SignedInRequest) -> HttpResponse:
    """The year as a table for programs."""
    year, today = _year(request), timezone.localdate()
    headers = {"Content-Disposition": f'attachment; filename="obligations-{year}.csv"'}
    answer = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    rows = csv.writer(answer)
    rows.writerow(COLUMNS)
    language = get_language() or ""
    for line in presentation.lines_of(_of_year(year), today):
        duty = line.duty
        rows.writerow(
            [
                duty.rule, duty.period, duty.subject.code, duty.subject.title(language), duty.to.code,
                duty.due_on, line.state.value, duty.late_since or "", line.late or "", duty.handed_in_on or "",
            ]
        )  # fmt: skip
    return answer
