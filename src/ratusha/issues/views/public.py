"""What everybody may read: the list (the twin of the map), one issue, its released photos. Never who reported it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ratusha.cases.public import Case, due_of
from ratusha.documents.public import StoredFile, file_response
from ratusha.issues import times
from ratusha.issues.beside import rated_at
from ratusha.issues.law import law
from ratusha.issues.models import Executor, Issue, IssueQuerySet, Photo, Reporter
from ratusha.issues.presentation import place_in_list, rail, read_place, tag_of, told, why
from ratusha.issues.queries import GROUPS, ON_A_PAGE, older_than, public_issues
from ratusha.issues.reading import read_filter
from ratusha.issues.routing.published import published
from ratusha.issues.rules import Status, last_day_to_reopen
from ratusha.issues.services.follow import reporter_of
from ratusha.issues.services.survey import waiting_for
from ratusha.issues.survey import results
from ratusha.kernel.calendar import national_calendar
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page


def rows(found: list[Issue]) -> list[dict[str, Any]]:
    return [{"issue": one, "case": one.case, "tag": tag_of(one.case.status)} for one in found]


@login_not_required
@public_page
def issues(request: HttpRequest) -> HttpResponse:
    wanted = read_filter(request.GET)
    start = read_place(request.GET.get("after", ""))
    found = list(older_than(wanted.of(public_issues()), start)[: ON_A_PAGE + 1])
    more = found[ON_A_PAGE - 1] if len(found) > ON_A_PAGE else None
    context = {
        "rows": rows(found[:ON_A_PAGE]),
        "wanted": wanted,
        "groups": law().groups,
        "statuses": [one for one in Status if one != Status.WITHDRAWN],
        "executors": sorted(Executor.objects.all(), key=str),
        "next": place_in_list(more) if more else None,
        "begun": start is not None,
    }
    return answer(request, "issues/issues.html", context)


def find_public(reference: str) -> Issue:
    return get_object_or_404(public_issues(), case__reference=reference)


@login_not_required
@public_page
def issue(request: HttpRequest, reference: str) -> HttpResponse:
    found = find_public(reference)
    case = Case.objects.prefetch_related("history", "clock").get(pk=found.pk)
    context = {
        "issue": found,
        "case": case,
        "tag": tag_of(case.status),
        "stages": rail(case, found),
        "history": told(case),
        "why": why(found),
        "due": due_of(list(case.clock.all()), national_calendar()),
        "today": timezone.localdate(),
        "before": Photo.objects.filter(issue=found, shows="trouble").exclude(public_file_id=None),
        "after": Photo.objects.filter(issue=found, shows="work").exclude(public_file_id=None),
        "work": found.work_reports.select_related("executor"),
        "escalations": found.escalations.all(),
        "joined": Issue.objects.filter(merged_into=found).select_related("case"),
        "into": found.merged_into.case if found.merged_into else None,
        **own(request, case),
    }
    return answer(request, "issues/issue.html", context)


def own(request: HttpRequest, case: Case) -> dict[str, Any]:
    """What somebody who is signed in and reported it may do beside reading."""
    reporter = reporter_of(request.user, case.pk) if request.user.is_authenticated else None
    return {"reporter": reporter, **open_to(reporter, case)}


def open_to(reporter: Reporter | None, case: Case) -> dict[str, Any]:
    """Until when they may say that it is not done, and what they are asked."""
    until = last_day_to_reopen(case.closed_on, law().days_to_reopen) if case.closed_on else None
    return {
        "reopen_until": until if case.status == Status.DONE else None,
        "law": law(),
        "asked": waiting_for(reporter, timezone.now()),
    }


@login_not_required
def photo(_request: HttpRequest, reference: str, photo: UUID) -> HttpResponse:
    """Only what a dispatcher has released."""
    found = find_public(reference)
    shown = get_object_or_404(Photo, issue=found, pk=photo)
    if shown.public_file_id is None:
        raise Http404
    return file_response(get_object_or_404(StoredFile, pk=shown.public_file_id))


def _counted(issues: IssueQuerySet, today: date) -> Any:
    """By organisation, the busiest first: given, open, done, late now."""
    counted = issues.values("executor").annotate(
        given=Count("pk"),
        open=Count("pk", filter=Q(case__status__in=GROUPS["open"])),
        done=Count("pk", filter=Q(case__status__in=GROUPS["done"])),
        late=Count("pk", filter=Q(case__status__in=GROUPS["open"], case__due_on__lt=today)),
    )
    return counted.order_by("-given")


@login_not_required
@public_page
def executor(request: HttpRequest, key: UUID) -> HttpResponse:
    """One organisation: what it has to do, how long it takes, and what those said whom the lot has chosen."""
    found = get_object_or_404(Executor, pk=key)
    nothing = dict.fromkeys(("given", "open", "done", "late"), 0)
    counted = _counted(Issue.objects.filter(executor=found), timezone.localdate()).first()
    context = {
        "executor": found,
        "row": counted or nothing,
        "said": results.of_organisation(found.pk),
        "times": times.of_organisation(found),
        "rated_at": rated_at(found),
    }
    return answer(request, "issues/executor.html", context)


@login_not_required
@public_page
def executors(request: HttpRequest) -> HttpResponse:
    """Every organisation with what it was given, what it has done and what is late: counted, and said of how many."""
    today = timezone.localdate()
    counted = _counted(Issue.objects.exclude(executor=None), today)
    names = Executor.objects.in_bulk()
    context = {
        "rows": [(names[row["executor"]], row) for row in counted],
        "total": Issue.objects.count(),
        "unassigned": Issue.objects.filter(executor=None).count(),
    }
    return answer(request, "issues/executors.html", context)


@login_not_required
@public_page
def routing(request: HttpRequest) -> HttpResponse:
    """How good the guess is where no act assigns the territory, by a protocol that is told."""
    return answer(request, "issues/routing.html", {"verdict": published()})
