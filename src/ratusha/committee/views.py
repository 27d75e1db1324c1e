"""The board of tasks, one state of it, a task, giving one, and what is done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import Case
from ratusha.obligations.public import Standing
from ratusha.parties.public import Organisation
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

from . import permissions
from .forms import GiveForm, MoveForm, ReportForm, ReturnForm, WithdrawForm
from .models import TO_DO, Task, TaskQuerySet
from .queries import bodies_of, reached_from
from .rules import DONE, OPEN, State
from .services import tasks
from .story import story_of

ON_THE_BOARD, A_PAGE = 6, 30


def _body(request: SignedInRequest) -> UUID:
    if request.acting_body_id is None:
        raise Http404
    return request.acting_body_id


def _reached(request: SignedInRequest) -> TaskQuerySet:
    return reached_from(request.user, request.acting_body_id, timezone.localdate())


@require_office
def board(request: SignedInRequest) -> HttpResponse:
    """Open tasks by state, the nearest day first; of the committee, or of the organisation one acts for."""
    body, today = _body(request), timezone.localdate()
    if not permissions.has_part(request.user, body, today):
        raise Http404
    reached = _reached(request)
    counts = reached.counts(today)
    context = {
        "sections": [
            (state, counts[state], _in_order(reached, state)[:ON_THE_BOARD])
            for state in OPEN
            if counts[state]
        ],
        "done": [(state, counts[state]) for state in DONE if counts[state]],
        "open": sum(counts[state] for state in OPEN),
        "overdue": counts[State.OVERDUE],
        "ever_late": reached.ever_late().count(),
        "on_the_board": ON_THE_BOARD,
        "body": Organisation.objects.get(pk=body),
        "sees": permissions.may_see(request.user, body, today),
        "gives": permissions.may_give(request.user, body, today),
    }
    return page(request, "committee/board.html", context)


@require_office
def in_state(request: SignedInRequest, state: str) -> HttpResponse:
    if state not in State:
        raise Http404
    if not permissions.has_part(request.user, request.acting_body_id, timezone.localdate()):
        raise Http404
    found = Paginator(_in_order(_reached(request), State(state)), A_PAGE)
    context = {"state": State(state), "found": found.get_page(request.GET.get("page"))}
    return page(request, "committee/in_state.html", context)


def _in_order(reached: TaskQuerySet, state: State) -> TaskQuerySet:
    found = reached.in_state(state, timezone.localdate())
    return found.order_by(*(("duty__due_on", "pk") if state in OPEN else ("-duty__due_on", "-pk")))


@nothing_typed_is_lost
@require_office
def give(request: SignedInRequest) -> HttpResponse:
    body, today = _body(request), timezone.localdate()
    if not permissions.may_give(request.user, body, today):
        raise Http404
    committee, language = Organisation.objects.get(pk=body), get_language() or ""
    choices = [(str(one.pk), one.title(language)) for one in bodies_of(committee)]
    form = GiveForm(sorted(choices, key=lambda pair: pair[1]), typed_now(request))

    def send() -> Task:
        typed = form.cleaned_data
        return tasks.give(
            committee_id=committee.pk,
            organisation_id=UUID(typed["organisation"]),
            text=typed["text"],
            due_on=typed["due_on"],
            resolution=typed["resolution"],
            case_reference=typed["case_reference"],
            by=request.user,
            now=timezone.now(),
        )

    if made := acted(request, form, send, in_office=True):
        words = _("The task is given. Its control date stands in the calendar of duties.")
        messages.success(request, words)
        return redirect(made)
    return page(request, "committee/give.html", form=form)


@require_office
def task(request: SignedInRequest, task_id: UUID) -> HttpResponse:
    found, today = _find(request, task_id), timezone.localdate()
    dates = list(found.dates.select_related("duty", "by").prefetch_related("duty__history__by"))
    context = {
        "task": found,
        "state": found.state(today),
        "dates": dates,
        "story": story_of(found, dates),
        "case_address": _address_of_case(request, found),
        "acts": [(name, ACTS[name]) for name in _open_acts(request, found)],
    }
    return page(request, "committee/task.html", context)


def _find(request: SignedInRequest, task_id: UUID) -> Task:
    there = _reached(request).select_related("given_by", "taken_by")
    return get_object_or_404(there, pk=task_id)


def _address_of_case(request: SignedInRequest, found: Task) -> str:
    """Of the page at the desk, for who may see this case there."""
    there = Case.objects.at_desk_of(request.user, timezone.localdate(), body=request.acting_body_id)
    case = there.filter(reference=found.case_reference).first() if found.case_reference else None
    return case.desk_address if case else ""


# ---- what is done with a task ----
@dataclass(frozen=True)
class Action:
    label: Promise
    form: type[Form]
    do: Callable[..., Task]
    done: Promise
    kind: str = "quiet"


ACTS = {
    "take": Action(
        gettext_lazy("Take the task on"), Form, tasks.take, gettext_lazy("The task is taken on.")
    ),
    "report": Action(
        gettext_lazy("Report on the task"),
        ReportForm,
        tasks.report,
        gettext_lazy("The committee has the report."),
        "primary",
    ),
    "accept": Action(
        gettext_lazy("Accept the report"),
        Form,
        tasks.accept,
        gettext_lazy("The report is accepted: the task is done."),
        "primary",
    ),
    "return": Action(
        gettext_lazy("Return for more work"),
        ReturnForm,
        tasks.give_back,
        gettext_lazy("The task is returned with what is still to be done."),
    ),
    "move": Action(
        gettext_lazy("Change the control date"),
        MoveForm,
        tasks.move_date,
        gettext_lazy("The control date is changed; the reason stays with the task."),
    ),
    "withdraw": Action(
        gettext_lazy("Take off control"),
        WithdrawForm,
        tasks.withdraw,
        gettext_lazy("The task is off control; what was late stays late."),
        "danger",
    ),
}


def _open_acts(request: SignedInRequest, found: Task) -> list[str]:
    today, standing = timezone.localdate(), found.duty.standing
    acts: list[str] = []
    if permissions.may_fulfil(request.user, found, today) and standing in TO_DO:
        acts += ["report"] if found.taken_at else ["report", "take"]
    if permissions.may_judge(request.user, found, today):
        acts += ["accept", "return"] if standing == Standing.SUBMITTED else []
        acts += ["move", "withdraw"] if standing in TO_DO else []
    return acts


@nothing_typed_is_lost
@require_office
def act(request: SignedInRequest, task_id: UUID, name: str) -> HttpResponse:
    found = _find(request, task_id)
    if name not in _open_acts(request, found):
        raise Http404
    action = ACTS[name]
    form = action.form(typed_now(request))

    def send() -> Task:
        return action.do(found.pk, **form.cleaned_data, by=request.user, now=timezone.now())

    if acted(request, form, send, in_office=True):
        messages.success(request, str(action.done))
        return redirect(found)
    return page(request, "committee/act.html", {"task": found, "action": action}, form=form)
