"""Plans and reports one has a part in, one paper, and what is done with it as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.obligations.public import Obligation, of_body
from ratusha.plans import permissions
from ratusha.plans.forms import (
    AcceptForm,
    ReturnForm,
)
from ratusha.plans.law import law, name_of, tasks
from ratusha.plans.models import Paper
from ratusha.plans.queries import (
    discipline_of,
    findings_of,
    reached_from,
    rows_in_force,
    times_returned,
)
from ratusha.plans.rules import WRITTEN, Act, Kind, Stage
from ratusha.plans.services import annex as annexes
from ratusha.plans.services import begin as beginning
from ratusha.plans.services import sign as signing
from ratusha.ui.acting import acted
from ratusha.ui.forms import Form
from ratusha.ui.pages import page

A_PAGE = 50
LONGEST_NUMBER = 4


def numbered(text: str) -> int:
    """The number of a row, an annex or a year as it stands in an address."""
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise Http404
    return int(text)


def find(request: SignedInRequest, paper_id: UUID) -> Paper:
    """Only what one has a part in at the body one acts for; the rest is not there."""
    there = reached_from(request.user, request.acting_body_id, timezone.localdate())
    return get_object_or_404(there, pk=paper_id)


@require_office
def plans(request: SignedInRequest) -> HttpResponse:
    """Papers of the body one acts for, those to be begun, and what others have sent."""
    body, today = request.acting_body_id, timezone.localdate()
    if body is None or not permissions.has_part(request.user, body, today):
        raise Http404
    there = reached_from(request.user, body, today)
    own, sent = there.filter(body_id=body), there.exclude(body_id=body)
    begun = Paper.objects.filter(body_id=body).values("obligation")
    to_begin = of_body(body).to_do().filter(room=beginning.ROOM).exclude(pk__in=begun)
    context = {
        "own": own,
        "to_begin": to_begin,
        "sent": Paginator(sent.order_by("-year", "kind", "body__code"), A_PAGE).get_page(
            request.GET.get("page")
        ),
        "may_prepare": request.user.may(permissions.PREPARE, body, on=today),
        "checks": request.user.may(permissions.CHECK, body, on=today),
        "today": today,
        "this_year": today.year,
    }
    return page(request, "plans/plans.html", context)


@require_POST
@require_office
def begin(request: SignedInRequest, obligation_id: UUID) -> HttpResponse:
    duty = get_object_or_404(
        Obligation, pk=obligation_id, subject_id=request.acting_body_id, room=beginning.ROOM
    )
    form = Form(request.POST)
    paper = acted(
        request,
        form,
        lambda: beginning.begin(duty.pk, by=request.user, now=timezone.now()),
        in_office=True,
    )
    if paper is None:
        for error in form.non_field_errors():
            messages.warning(request, str(error))
        return redirect("plans:plans")
    return redirect(paper)


@require_office
def paper(request: SignedInRequest, paper_id: UUID) -> HttpResponse:
    """One paper: its rows, what is wrong in it, who signed, what the ministry said, and what is to be done now."""
    found, today = find(request, paper_id), timezone.localdate()
    filings = list(found.filings.select_related("review__by", "prepared_by", "signed_by"))
    context = {
        "paper": found,
        "duty": found.obligation,
        "today": today,
        "rows": rows_in_force(found) if found.kind == Kind.PLAN else [],
        "results": found.results.select_related("row") if found.kind == Kind.REPORT else [],
        "findings": findings_of(found) if found.stage != Stage.ACCEPTED else [],
        "filings": filings,
        "filed": max(filings, key=attrgetter("number"), default=None),
        "annexes": found.annexes.prefetch_related("rows").select_related(
            "prepared_by", "signed_by"
        ),
        "task_name": lambda code: name_of(tasks(), code),
        "reason_name": lambda code: name_of(law().reasons, code),
        "returned": times_returned(found),
        "discipline": discipline_of(found),
        "law": law(),
        "writes": found.stage in WRITTEN and permissions.may_prepare(request.user, found, today),
        "signs": permissions.may_sign(request.user, found, today),
        "prepares": permissions.may_prepare(request.user, found, today),
        "acts": _open_acts(request, found),
        "period_over": found.kind == Kind.PLAN or today.year > found.year,
    }
    return page(request, "plans/paper.html", context)


# ---- signing and judging ----
@dataclass(frozen=True)
class Action:
    form: type[Form]
    do: Callable[..., Paper]
    done: Callable[[], str]
    allows: Callable[..., bool]


ACTS = {
    Act.PREPARE: Action(
        Form,
        signing.prepare,
        lambda: _("The paper waits for the signature of the head."),
        permissions.may_prepare,
    ),
    Act.SIGN: Action(
        Form,
        signing.sign,
        lambda: _("The paper is signed and sent to the ministry."),
        permissions.may_sign,
    ),
    Act.REOPEN: Action(
        Form,
        signing.reopen,
        lambda: _("The paper can be written again."),
        lambda *given: permissions.may_prepare(*given) or permissions.may_sign(*given),
    ),
    Act.ACCEPT: Action(
        AcceptForm,
        signing.accept,
        lambda: _("The paper is accepted and frozen."),
        permissions.may_check,
    ),
    Act.RETURN: Action(
        ReturnForm,
        signing.give_back,
        lambda: _("The paper is returned. Its clock stands until it comes again."),
        permissions.may_check,
    ),
}
FROM = {
    Stage.DRAFTING: (Act.PREPARE,),
    Stage.RETURNED: (Act.PREPARE,),
    Stage.PREPARED: (Act.SIGN, Act.REOPEN),
    Stage.SUBMITTED: (Act.ACCEPT, Act.RETURN),
    Stage.ACCEPTED: (),
}


def _open_acts(request: SignedInRequest, found: Paper) -> list[Act]:
    today = timezone.localdate()
    return [one for one in FROM[Stage(found.stage)] if ACTS[one].allows(request.user, found, today)]


@nothing_typed_is_lost
@require_office
def act(request: SignedInRequest, paper_id: UUID, name: str) -> HttpResponse:
    """Ask on GET, act on POST."""
    found = find(request, paper_id)
    if name not in Act.values or not ACTS[Act(name)].allows(
        request.user, found, timezone.localdate()
    ):
        raise Http404
    action = ACTS[Act(name)]
    form = action.form(typed_now(request))

    def do() -> Paper:
        return action.do(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, do, in_office=True):
        messages.success(request, action.done())
        return redirect(found)
    context = {"paper": found, "label": Act(name).label, "name": name, "law": law()}
    return page(request, "plans/act.html", context, form=form)


@require_office
def sign_annex(request: SignedInRequest, paper_id: UUID, number: str) -> HttpResponse:
    found = find(request, paper_id)
    there = get_object_or_404(found.annexes, number=numbered(number))
    if not permissions.may_sign(request.user, found, timezone.localdate()):
        raise Http404
    form = Form(request.POST if request.method == "POST" else None)

    def sign() -> Any:
        return annexes.sign_annex(
            found.pk, number=there.number, by=request.user, now=timezone.now()
        )

    if acted(request, form, sign, in_office=True):
        messages.success(request, _("The annex is signed and in force."))
        return redirect(found)
    label = _("Sign annex No. %(number)s") % {"number": there.number}
    return page(
        request,
        "plans/act.html",
        {"paper": found, "label": label, "annex": there, "law": law()},
        form=form,
    )
