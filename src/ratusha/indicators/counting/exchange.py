"""Indicators of the exchange: how often registers answered instead of the person. From the journal of access."""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncMonth

from ratusha.applications.public import KIND
from ratusha.cases.public import Case
from ratusha.exchange.public import AccessRecord, services
from ratusha.indicators.rules import Cell, Counted, Coverage, Unit, a_year_before, added


def answers(on: date) -> Counted:
    """A row of the journal about whom was asked is an answer; rows about others mentioned in it are not."""
    since = a_year_before(on)
    given = AccessRecord.objects.filter(
        part="subject", at__date__gt=since, at__date__lte=on
    ).exclude(procedure_code="")
    lodged = Case.objects.filter(kind=KIND, lodged_on__gt=since, lodged_on__lte=on)
    rows = {
        "procedure": _joined(
            Counter(dict(given.values_list("procedure_code").annotate(Count("id")))),
            Counter(dict(lodged.order_by().values_list("subject_code").annotate(Count("pk")))),
        ),
        "month": _joined(
            _by_month(given.annotate(month=TruncMonth("at")), "id"),
            _by_month(lodged.annotate(month=TruncMonth("lodged_on")), "pk"),
        ),
    }
    known = services()
    used = given.order_by().values_list("service", flat=True).distinct()
    coverage = Coverage("services", len(set(used) & set(known)), len(known))
    return Counted(Unit.TIMES, added(rows["procedure"], ""), rows, coverage)


def _by_month(rows: QuerySet[Any], counted: str) -> Counter[str]:
    found = rows.order_by().values("month").annotate(number=Count(F(counted)))
    return Counter({f"{one['month']:%Y-%m}": one["number"] for one in found})


def _joined(part: Counter[str], of: Counter[str]) -> list[Cell]:
    return [Cell(key, Decimal(part[key]), of[key]) for key in sorted(part | of)]
