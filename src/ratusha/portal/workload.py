"""What each official of the body has on the desk; the head of the work gives cases to another from here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ratusha.accounts.public import SignedInRequest, User, officials_who_may, require_office
from ratusha.cases.public import HELD_BY, Case, HandToForm, Load, Substitution, budgets, hand_to
from ratusha.cases.public import workload as loads_of
from ratusha.kernel.errors import DomainError
from ratusha.ui.pages import page as answer

SOON_DAYS = 7
MOST_GIVEN = 50
MOST_ENDED = 1000  # finished cases whose days are told
NOTHING = Load(None, 0, 0, 0, 0, None)


@dataclass(frozen=True)
class Row:
    """An official with their load and who stands in for them today; without an official, what nobody holds."""

    official: User | None
    load: Load
    deputy: str = ""


def head_of(request: SignedInRequest) -> UUID:
    """The body whose work the person heads, or nothing to be found here."""
    body = request.acting_body_id
    if body is None or not request.user.may("cases.assign", body, on=timezone.localdate()):
        raise Http404
    return body


@require_office
def workload(request: SignedInRequest) -> HttpResponse:
    body = head_of(request)
    today = timezone.localdate()
    found = {
        load.handler: load
        for load in loads_of(body, today=today, soon=today + timedelta(days=SOON_DAYS))
    }
    deputies = {
        one.principal_id: one.deputy.display_name
        for one in Substitution.objects.in_force(today)
        .filter(body_id=body)
        .select_related("deputy")
    }
    officials = {one.pk: one for one in officials_who_may("cases.decide", body, on=today)}
    gone = User.objects.filter(pk__in=[pk for pk in found if pk and pk not in officials])
    rows = [
        Row(one, found.get(one.pk, NOTHING), deputies.get(one.pk, ""))
        for one in (*officials.values(), *gone)
    ]
    rows.append(Row(None, found.get(None, NOTHING)))
    context = {
        "rows": rows,
        "today": today,
        "budgets": budgets(body, most=MOST_ENDED),
        "held_by": HELD_BY,
        "most": MOST_ENDED,
        "writes_words": request.user.may("desk.words", body, on=today),
    }
    return answer(request, "portal/workload.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@require_office
def give(request: SignedInRequest) -> HttpResponse:
    """Cases that were ticked in the queue, to one official: each is given by itself."""
    body = head_of(request)
    today = timezone.localdate()
    cases = _chosen(request)
    if not 0 < len(cases) <= MOST_GIVEN:
        problem = (
            _("Choose at least one case in the queue.")
            if not cases
            else _("Choose at most %(most)s cases.") % {"most": MOST_GIVEN}
        )
        return answer(
            request,
            "portal/give.html",
            {"problem": problem},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    officials = {str(one.pk): one for one in officials_who_may("cases.decide", body, on=today)}
    form = HandToForm(
        [(pk, one.display_name) for pk, one in officials.items()],
        request.POST if request.method == "POST" else None,
    )
    if form.is_valid():
        chosen = officials[form.cleaned_data["handler"]]
        now = timezone.now()
        give_one = partial(hand_to, handler=chosen, by=request.user, now=now)
        tried = [(case, _problem(partial(give_one, case.pk))) for case in cases]
        context = {
            "to": chosen,
            "done": [case for case, problem in tried if not problem],
            "failed": [(case, problem) for case, problem in tried if problem],
        }
        return answer(request, "portal/given.html", context)
    return answer(request, "portal/give.html", {"cases": cases}, form=form)


def _chosen(request: SignedInRequest) -> list[Case]:
    sent = request.POST if request.method == "POST" else request.GET
    references = list(dict.fromkeys(sent.getlist("case")))[: MOST_GIVEN + 1]
    there = Case.objects.at_desk_of(request.user, timezone.localdate(), body=request.acting_body_id)
    cases = list(there.filter(reference__in=references).order_by("due_on", "lodged_at"))
    if len(cases) != len(references):
        raise Http404
    return cases


def _problem(act: Callable[[], Case]) -> str:
    """Why it could not be done, or nothing."""
    try:
        act()
    except DomainError as error:
        return error.message
    return ""
