"""Pages of collections for who leads and publishes them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from babel.dates import format_date
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.indicators import permissions, progress
from ratusha.indicators.collecting import law
from ratusha.indicators.collection_rules import (
    HANDED_IN,
    WRITTEN,
    State,
)
from ratusha.indicators.forms import OpenForm
from ratusha.indicators.models import Answer, Collection, Task
from ratusha.indicators.services import collecting, verifying
from ratusha.kernel.texts import in_my_language
from ratusha.parties.public import party_name
from ratusha.ui.acting import acted
from ratusha.ui.addresses import address_of
from ratusha.ui.forms import Form
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page

from .reached import collection_reached, may_here, require_part, tasks_reached


@require_safe
@require_office
def collections(request: SignedInRequest) -> HttpResponse:
    require_part(request)
    today = timezone.localdate()
    reached = tasks_reached(request)
    found = Collection.objects.filter(tasks__in=reached).distinct()
    lines = []
    for one in found:
        answers = Answer.objects.filter(task__in=reached.filter(collection=one))
        states = list(answers.values_list("state", flat=True))
        lines.append(
            {
                "collection": one,
                "title": in_my_language(one.made_of.title),
                "sample": one.made_of.sample,
                "done": sum(state in {State.ACCEPTED, State.APPROVED} for state in states),
                "of": len(states),
                "late": today > one.last_day and any(state in WRITTEN for state in states),
            }
        )
    context = {"lines": lines, "may_open": may_here(request, permissions.LEAD), "act": law().act}
    return page(request, "indicators/collections.html", context)


@nothing_typed_is_lost
@require_office
def open_new(request: SignedInRequest) -> HttpResponse:
    require_part(request)
    if not may_here(request, permissions.LEAD):
        raise PermissionDenied
    titles = {one.code: in_my_language(one.title) for one in law().templates}
    days = {
        turn.number: _("by %(day)s of the year after") % {"day": _day(turn.month, turn.day)}
        for turn in law().rounds
    }
    form = OpenForm(titles, days, typed_now(request))

    def call() -> Collection:
        given = form.cleaned_data
        return collecting.open_collection(
            given["template"], year=int(given["year"]), number=int(given["number"]),
            by=request.user, now=timezone.now(),
        )  # fmt: skip

    if made := acted(request, form, call, in_office=True):
        return redirect("indicators:collection", made.code)
    return page(request, "indicators/open.html", {"act": law().act}, form=form)


def _day(month: int, day: int) -> str:
    """1 March, 1 сакавіка: of any year."""
    return format_date(date(2000, month, day), "d MMMM", locale=get_language() or "en")


ACTS: dict[str, Callable[..., Any]] = {
    "choose": verifying.choose_for_verifying,
    "accept-rest": verifying.accept_the_rest,
    "together": verifying.put_together,
    "publish": verifying.publish_collection,
}
LABELS = {
    "choose": gettext_lazy("Choose what is to be opened"),
    "accept-rest": gettext_lazy("Accept the rest"),
    "together": gettext_lazy("Put the figures together"),
    "publish": gettext_lazy("Approve and publish"),
}
EXPLAINED = {
    "choose": gettext_lazy(
        "A tenth of the answers is drawn by lot; all that are far off or changed by more than a fifth come with them."
    ),
    "accept-rest": gettext_lazy(
        "Answers without remarks that were not chosen are accepted unopened. Their history says that you did it."
    ),
    "together": gettext_lazy(
        "All verified figures become one table with the earlier years. What is not verified stays empty, never nought."
    ),
    "publish": gettext_lazy(
        "The index is computed from the table and frozen for good. A correction will be another publication."
    ),
}


@require_safe
@require_office
def collection(request: SignedInRequest, code: str) -> HttpResponse:
    """Who is how far, and what may be done now."""
    found = collection_reached(request, code)
    tasks = tasks_reached(request).filter(collection=found).prefetch_related("answers")
    states = [answer.state for task in tasks for answer in task.answers.all()]
    context = {
        "collection": found,
        "title": in_my_language(found.made_of.title),
        "act": law().act,
        "rows": [_row(task) for task in tasks],
        "offers": [(name, LABELS[name]) for name in _offered(request, found, states)],
        "late": timezone.localdate() > found.last_day,
        "over_all": any(may_here(request, one) for one in permissions.OVER_ALL),
    }
    return page(request, "indicators/collection.html", context)


def _row(task: Task) -> dict[str, Any]:
    answers = list(task.answers.all())
    return {
        "task": task,
        "name": in_my_language(task.name),
        "body": party_name(task.body_id, get_language() or ""),
        "counts": {figure: progress.counted(answers, figure) for figure in progress.KINDS},
    }


@require_safe
@require_office
def number(request: SignedInRequest, code: str, figure: str, subject: str = "") -> HttpResponse:
    """How far a collection is, or one subject of it; of what this person reaches."""
    found = collection_reached(request, code)
    tasks = tasks_reached(request).filter(collection=found)
    if subject:
        tasks = tasks.filter(subject=subject)
    answers = Answer.objects.filter(task__in=tasks).select_related(
        "task__collection", "answered_by", "verified_by"
    )
    told = progress.number_of(found, list(answers), figure, today=timezone.localdate())
    if told is None:
        raise Http404
    way = [
        (_("Collections of figures"), address_of("indicators:collections")),
        (found.code, address_of("indicators:collection", found.code)),
    ]
    return number_page(request, told, way)


def _offered(request: SignedInRequest, found: Collection, states: list[str]) -> list[str]:
    """What is this person's turn; the acts themselves ask once more."""
    if found.published_at:
        return []
    handed_in = any(state in HANDED_IN for state in states)
    offered = {
        "choose": handed_in and may_here(request, permissions.VERIFY),
        "accept-rest": State.SUBMITTED in states and may_here(request, permissions.VERIFY),
        "together": State.ACCEPTED in states and may_here(request, permissions.LEAD),
        "publish": bool(found.together_at) and may_here(request, permissions.PUBLISH),
    }
    return [name for name, mine in offered.items() if mine]


@require_office
def act(request: SignedInRequest, code: str, act: str) -> HttpResponse:
    """Say what will happen, then do it."""
    found = collection_reached(request, code)
    if act not in ACTS:
        raise Http404
    form = Form(request.POST if request.method == "POST" else None)
    more = {}
    if act == "publish":
        more["author"] = (
            party_name(request.acting_body_id, get_language() or "")
            if request.acting_body_id
            else ""
        )

    def do() -> bool:
        ACTS[act](found.pk, by=request.user, now=timezone.now(), **more)
        return True

    if acted(request, form, do, in_office=True):
        messages.success(request, LABELS[act])
        return redirect("indicators:collection", code)
    context = {
        "collection": found, "title": in_my_language(found.made_of.title), "label": LABELS[act],
        "explained": EXPLAINED[act], "table": found.table if act == "publish" else "",
    }  # fmt: skip
    return page(request, "indicators/act.html", context, form=form)
