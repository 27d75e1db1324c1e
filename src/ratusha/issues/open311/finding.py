"""Which requests a client asks for: their keys first, on an index alone however many lie before them, then the rows."""

from datetime import datetime
from uuid import UUID

from ratusha.cases.public import Case
from ratusha.issues.models import Issue
from ratusha.issues.permissions import ISSUE
from ratusha.issues.queries import public_issues
from ratusha.issues.rules import OPEN as OPEN_STATUSES
from ratusha.issues.rules import Status

from .reading import CLOSED, OPEN, Asked

STATUSES = {
    OPEN: frozenset(OPEN_STATUSES),
    CLOSED: frozenset(Status) - frozenset(OPEN_STATUSES) - {Status.WITHDRAWN},
}


def found(asked: Asked) -> list[Issue]:
    """The newest first. Numbers that are named override all other arguments but the jurisdiction."""
    if asked.numbers:
        named = public_issues().filter(case__reference__in=asked.numbers)
        return list(named.filter(unit_code=asked.unit) if asked.unit else named)
    keys = _of_a_unit(asked) if asked.unit else _anywhere(asked)
    return list(public_issues().filter(pk__in=keys).order_by("-reported_at", "-case"))


def _anywhere(asked: Asked) -> list[UUID]:
    """A case of an issue is lodged at the moment of the report, under its category: nothing else has to be read."""
    cases = Case.objects.filter(
        kind=ISSUE, lodged_at__range=_span(asked), status__in=_statuses(asked)
    )
    if asked.services:
        cases = cases.filter(subject_code__in=asked.services)
    keys = cases.order_by("-lodged_at", "-pk").values_list("pk", flat=True)
    return list(keys[_page(asked)])


def _of_a_unit(asked: Asked) -> list[UUID]:
    issues = Issue.objects.filter(
        unit_code=asked.unit, reported_at__range=_span(asked), case__status__in=_statuses(asked)
    )
    if asked.services:
        issues = issues.filter(category__in=asked.services)
    keys = issues.order_by("-reported_at", "-case").values_list("pk", flat=True)
    return list(keys[_page(asked)])


def _statuses(asked: Asked) -> list[str]:
    return sorted(status for state in asked.states or STATUSES for status in STATUSES[state])


def _span(asked: Asked) -> tuple[datetime | None, datetime | None]:
    return asked.since, asked.until


def _page(asked: Asked) -> slice:
    start = (asked.page - 1) * asked.size
    return slice(start, start + asked.size)
