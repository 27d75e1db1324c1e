"""Indicators of cases: applications that came or ended within a year. Erased ones count on by their skeletons."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import ExtractDay, TruncMonth

from ratusha.applications.public import KIND
from ratusha.cases.public import Case, Outcome, Rating, Skeleton
from ratusha.complaints.public import KIND as COMPLAINT
from ratusha.complaints.public import Complaint
from ratusha.indicators.rules import Cell, Counted, Coverage, Unit, a_year_before, added
from ratusha.parties.public import bodies

from .electronic import electronic_codes

NONE, ALL = Value(0), Count("pk")
MARKS = F("simplicity") + F("information") + F("term") + F("politeness")
REFUSED = Q(outcome__in=(Outcome.REFUSED, Outcome.NOT_ACCEPTED))
DECIDED = REFUSED | Q(outcome=Outcome.GRANTED)
PORTAL = "portal"
CLOSED_IN = TruncMonth("closed_on")


@dataclass(frozen=True)
class Source:
    """Rows of one table: by what they are put in order, and what of each is counted."""

    rows: QuerySet[Any]
    part: Any
    of: Any = ALL
    body: str = "body_id"
    procedure: str = "subject_code"
    month: Any = CLOSED_IN
    in_each: int = 1  # what the part of one row is divided by: a rating holds four marks

    def by(self, dimension: str) -> QuerySet[Any]:
        key = {"body": F(self.body), "procedure": F(self.procedure), "month": self.month}
        grouped = self.rows.order_by().annotate(key=key[dimension]).values("key")
        found: QuerySet[Any] = grouped.annotate(part=self.part, of=self.of)
        return found.values_list("key", "part", "of")


def _closed(on: date) -> QuerySet[Case]:
    return Case.objects.filter(kind=KIND, closed_on__gt=a_year_before(on), closed_on__lte=on)


def _erased(on: date) -> QuerySet[Skeleton]:
    """Known by months: those whose month lies within the year."""
    return Skeleton.objects.filter(kind=KIND, closed_in__gt=a_year_before(on), closed_in__lte=on)


def _lodged(on: date) -> QuerySet[Case]:
    return Case.objects.filter(kind=KIND, lodged_on__gt=a_year_before(on), lodged_on__lte=on)


def _rows(
    sources: list[Source], dimensions: tuple[str, ...] = ("body", "procedure", "month")
) -> dict[str, list[Cell]]:
    found = {}
    for dimension in dimensions:
        sums: dict[str, tuple[Decimal, int]] = defaultdict(lambda: (Decimal(0), 0))
        for source in sources:
            for key, part, of in source.by(dimension):
                name = f"{key:%Y-%m}" if dimension == "month" else str(key)
                before = sums[name]
                sums[name] = before[0] + Decimal(part or 0) / source.in_each, before[1] + of
        found[dimension] = [Cell(key, part, of) for key, (part, of) in sorted(sums.items())]
    return found


def _counted(unit: Unit, sources: list[Source], coverage: Coverage | None = None) -> Counted:
    rows = _rows(sources)
    if coverage is None:
        coverage = Coverage("bodies", len(rows["body"]), bodies().count())
    return Counted(unit, added(rows["body"], ""), rows, coverage)


def in_term(on: date) -> Counted:
    """An overdue open case counts against the share; a case that ended while its clock stood was in its term."""
    in_time = Count("pk", filter=Q(closed_on__lte=F("due_on")) | Q(due_on=None))
    still_open = Q(closed_on=None) | Q(closed_on__gt=on)
    late = Case.objects.filter(still_open, kind=KIND, lodged_on__lte=on, due_on__lt=on)
    return _counted(
        Unit.SHARE,
        [
            Source(_closed(on), in_time),
            Source(late, NONE, month=TruncMonth("due_on")),
            Source(_erased(on), Count("pk", filter=Q(in_term=True)), month=F("closed_in")),
        ],
    )


def refused(on: date) -> Counted:
    part = Count("pk", filter=REFUSED)
    return _counted(
        Unit.SHARE,
        [
            Source(_closed(on).filter(DECIDED), part),
            Source(_erased(on).filter(DECIDED), part, month=F("closed_in")),
        ],
    )


def online(on: date) -> Counted:
    """Erased cases by the month in which they ended: when they were lodged is not kept."""
    return _counted(Unit.SHARE, _all_lodged(on, Count("pk", filter=Q(channel=PORTAL))))


def electronic_volume(on: date) -> Counted:
    part = Count("pk", filter=Q(subject_code__in=electronic_codes(on)))
    return _counted(Unit.SHARE, _all_lodged(on, part))


def _all_lodged(on: date, part: Any) -> list[Source]:
    return [
        Source(_lodged(on), part, month=TruncMonth("lodged_on")),
        Source(_erased(on), part, month=F("closed_in")),
    ]


def satisfaction(on: date) -> Counted:
    """What was rated, of what has ended: nobody must rate."""
    rated = Rating.objects.counted().filter(
        case__kind=KIND, case__closed_on__gt=a_year_before(on), case__closed_on__lte=on
    )
    erased = _erased(on)
    sources = [
        Source(
            rated,
            Sum(MARKS),
            procedure="case__subject_code",
            month=TruncMonth("case__closed_on"),
            in_each=4,
        ),
        Source(erased.exclude(marks=None), Sum("marks"), month=F("closed_in"), in_each=4),
    ]
    rows = _rows(sources)
    whole = added(rows["body"], "")
    ended = _closed(on).count() + erased.count()
    return Counted(Unit.MARK, whole, rows, Coverage("rated", whole.of, ended))


def complaints(on: date) -> Counted:
    """By the body whose decision is complained about; by month of lodging and of deciding."""
    lodged = Complaint.objects.filter(
        case__kind=COMPLAINT, case__lodged_on__gt=a_year_before(on), case__lodged_on__lte=on
    )
    rows = _rows(
        [
            Source(lodged, ALL, NONE, body="first_body_id", month=TruncMonth("case__lodged_on")),
            Source(_closed(on).filter(DECIDED), NONE),
            Source(_erased(on).filter(DECIDED), NONE, month=F("closed_in")),
        ],
        ("body", "month"),
    )
    coverage = Coverage("bodies", len(rows["body"]), bodies().count())
    return Counted(Unit.SHARE, added(rows["body"], ""), rows, coverage)


DAYS = ExtractDay(ExpressionWrapper(F("closed_on") - F("lodged_on"), output_field=DurationField()))


def median_days(on: date) -> Counted:
    sources = [
        Source(_closed(on).annotate(lasted=DAYS), ALL),
        Source(_erased(on).annotate(lasted=F("days")), ALL, month=F("closed_in")),
    ]
    rows = {name: _by_days(sources, name) for name in ("body", "procedure", "month")}
    whole = added(rows["body"], "")
    return Counted(Unit.DAYS, whole, rows, Coverage("bodies", len(rows["body"]), bodies().count()))


def _by_days(sources: list[Source], dimension: str) -> list[Cell]:
    lasted: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for source in sources:
        key = {"body": F("body_id"), "procedure": F("subject_code"), "month": source.month}
        grouped = source.rows.order_by().annotate(key=key[dimension]).values("key", "lasted")
        for one in grouped.annotate(number=Count("pk")):
            name = f"{one['key']:%Y-%m}" if dimension == "month" else str(one["key"])
            lasted[name][int(one["lasted"])] += one["number"]
    return [
        Cell(name, Decimal(0), sum(days.values()), tuple(sorted(days.items())))
        for name, days in sorted(lasted.items())
    ]
