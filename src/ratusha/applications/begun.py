"""How many people began an application at the portal and lodged it, or left it and where: sums, no person."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, F, Q, QuerySet
from django.db.models.functions import TruncQuarter

from .channels import PORTAL
from .models import Draft, LeftDraft

Begun = tuple[
    str, date, int, int, int
]  # procedure, first day of the quarter, lodged, left, of both: a register was silent


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarter_before(day: date) -> date:
    return quarter_of(quarter_of(day) - timedelta(days=1))


def begun_by_quarter(since: date, until: date, procedure: str = "") -> list[Begun]:
    """People who began from the first day on and before the last: in a quarter each counts once in either count.

    What is still being filled in is in neither; who left one and lodged another later is in both.
    """
    lodged = Draft.objects.filter(
        channel=PORTAL, begun_at__date__gte=since, begun_at__date__lt=until, lodged_as__isnull=False
    )
    left = LeftDraft.objects.filter(begun_in__gte=since, begun_in__lt=until)
    if procedure:
        lodged, left = lodged.filter(edition__procedure=procedure), left.filter(procedure=procedure)
    of_begun = TruncQuarter("begun_at", output_field=DateField())
    of_month = TruncQuarter("begun_in", output_field=DateField())
    found: dict[tuple[str, date], list[int]] = defaultdict(lambda: [0, 0, 0])
    for place, person, rows in (
        (0, "user", lodged.annotate(quarter=of_begun, code=F("edition__procedure"))),
        (1, "pk", left.annotate(quarter=of_month, code=F("procedure"))),
    ):
        for code, first, number, silent in _counted(
            rows.order_by().values_list("code", "quarter"), person
        ):
            found[code, first][place] += number
            found[code, first][2] += silent
    return [(code, first, *counts) for (code, first), counts in sorted(found.items())]  # type: ignore[misc]


def _counted(rows: "QuerySet[Any, Any]", person: str) -> Any:
    silent = Count(person, distinct=True, filter=Q(met_silence=True))
    return rows.annotate(number=Count(person, distinct=True), silent=silent)


def left_at(procedure: str, since: date, until: date) -> Counter[str]:
    """By the page at which they stood; the empty name is for those that were filled in to the end."""
    left = LeftDraft.objects.filter(procedure=procedure, begun_in__gte=since, begun_in__lt=until)
    return Counter(left.order_by().values_list("page", flat=True))
