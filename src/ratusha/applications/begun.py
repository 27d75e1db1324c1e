"""How many began an application at the portal and lodged it, or left it and where: months and sums, no person."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import TruncMonth

from .channels import PORTAL
from .models import Draft, LeftDraft

Begun = tuple[
    str, date, int, int, int
]  # procedure, month, lodged, left, of both: a register was silent


def begun_by_month(since: date, until: date, procedure: str = "") -> list[Begun]:
    """Begun from the first day on and before the last; what is still being filled in is in neither count."""
    lodged = Draft.objects.filter(
        channel=PORTAL, begun_at__date__gte=since, begun_at__date__lt=until, lodged_as__isnull=False
    )
    left = LeftDraft.objects.filter(begun_in__gte=since, begun_in__lt=until)
    if procedure:
        lodged, left = lodged.filter(edition__procedure=procedure), left.filter(procedure=procedure)
    month = TruncMonth("begun_at", output_field=DateField())
    found: dict[tuple[str, date], list[int]] = defaultdict(lambda: [0, 0, 0])
    for place, rows in (
        (0, lodged.annotate(month=month).order_by().values_list("edition__procedure", "month")),
        (1, left.order_by().values_list("procedure", "begun_in")),
    ):
        for code, first, number, silent in _counted(rows):
            found[code, first][place] += number
            found[code, first][2] += silent
    return [(code, first, *counts) for (code, first), counts in sorted(found.items())]  # type: ignore[misc]


def _counted(rows: "QuerySet[Any, Any]") -> Any:
    return rows.annotate(Count("pk"), silent=Count("pk", filter=Q(met_silence=True)))


def left_at(procedure: str, since: date, until: date) -> Counter[str]:
    """By the page at which they stood; the empty name is for those that were filled in to the end."""
    left = LeftDraft.objects.filter(procedure=procedure, begun_in__gte=since, begun_in__lt=until)
    return Counter(left.order_by().values_list("page", flat=True))
