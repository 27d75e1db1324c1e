"""Several simple certificates granted from one list: everything about each of them is shown first."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.applications import filling
from ratusha.applications.models import Application
from ratusha.applications.presentation import Group, groups_of
from ratusha.applications.rules import Status, Step
from ratusha.applications.services.look import look_into
from ratusha.applications.services.together import grant_together
from ratusha.applications.together import MOST_TOGETHER, is_simple, require_together
from ratusha.cases.public import Case, steps_open_to
from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import party_name
from ratusha.ui.pages import page as answer

from .desk import cases_at_desk


@dataclass(frozen=True)
class ToCheck:
    """A case of the list: what there is to read before it is granted, or why it is not granted here."""

    case: Case
    applicant: str = ""
    groups: tuple[Group, ...] = ()
    left_out: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@require_office
def together(request: SignedInRequest) -> HttpResponse:
    """Read on GET, with a look in the journal for each; grant those still chosen on POST."""
    cases = _chosen(request)
    try:
        require_together([case.subject_code for case in cases])
    except RuleBroken as error:
        return answer(
            request,
            "applications/desk_together.html",
            {"problem": error.message, "rows": []},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    now = timezone.now()
    if request.method == "POST":
        tried = grant_together([case.pk for case in cases], by=request.user, now=now)
        done = [one.case for one in tried if not one.error]
        failed = [one for one in tried if one.error]
        context = {"done": done, "failed": failed, "title": cases[0].title}
        return answer(request, "applications/desk_together_done.html", context)
    rows = [_to_check(request, case, now) for case in cases]
    context = {
        "rows": rows,
        "fit": sum(not row.left_out for row in rows),
        "title": cases[0].title,
    }
    return answer(request, "applications/desk_together.html", context)


def _chosen(request: SignedInRequest) -> list[Case]:
    """Those that were ticked; one more than may be, so that too many are noticed."""
    sent = request.POST if request.method == "POST" else request.GET
    references = list(dict.fromkeys(sent.getlist("case")))[: MOST_TOGETHER + 1]
    found = cases_at_desk(request).filter(reference__in=references)
    cases = list(found.order_by("due_on", "lodged_at"))
    if len(cases) != len(references):
        raise Http404
    return cases


def _to_check(request: SignedInRequest, case: Case, now: datetime) -> ToCheck:
    today = timezone.localdate(now)
    if case.status != Status.IN_WORK or Step.GRANT not in steps_open_to(request.user, case, today):
        return ToCheck(case, left_out=_("It is not in work with you."))
    if not is_simple(Application.objects.with_edition().get(pk=case.pk).edition.promise):
        return ToCheck(case, left_out=_("Cases of this procedure are decided one by one."))
    application = look_into(case, by=request.user, now=now)
    language = translation.get_language()
    groups = groups_of(filling.of_application(case, application, today), language)
    return ToCheck(case, party_name(case.applicant_id, language), tuple(groups))
