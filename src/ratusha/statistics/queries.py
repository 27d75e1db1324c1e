"""Counting from the live tables."""

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db.models import Count, F, Q

from ratusha.cases.public import Case, Skeleton
from ratusha.procedures.public import electronic_share, in_force

from .marks import told_marks
from .rules import Mean, Share, in_term, satisfaction

CLOSED = Q(closed_on__isnull=False)  # one closed while its clock stood was in its term
CLOSED_IN_TERM = Q(closed_on__lte=F("due_on")) | CLOSED & Q(due_on=None)
FRESH_FOR = 60  # seconds that a published figure may be old


@dataclass(frozen=True)
class FrontLine:
    procedures: int
    electronic: Share
    in_term: Share
    satisfaction: Mean


def front_line(on: date) -> FrontLine:
    """The four figures of the front page, at most a minute old."""
    key = f"front-line-{on.isoformat()}"
    kept: FrontLine | None = cache.get(key)
    if kept is None:
        kept = figures_on(on)
        cache.set(key, kept, FRESH_FOR)
    return kept


def overdue_on(on: date) -> int:
    return Case.objects.filter(closed_on=None, due_on__lt=on).count()


def figures_on(on: date) -> FrontLine:
    """As they are this moment."""
    share = electronic_share(on).share("total")
    cases = Case.objects.aggregate(
        closed=Count("pk", filter=CLOSED),
        closed_in_term=Count("pk", filter=CLOSED_IN_TERM),
        overdue=Count("pk", filter=Q(closed_on=None, due_on__lt=on)),
    )
    erased = Skeleton.objects.aggregate(  # they count on: what is gone is whose they were
        closed=Count("pk"),
        closed_in_term=Count("pk", filter=Q(in_term=True)),
    )
    told = told_marks()
    return FrontLine(
        procedures=in_force(on).count(),
        electronic=Share(share.numerator, share.denominator, share.formula),
        in_term=in_term(
            closed=cases["closed"] + erased["closed"],
            closed_in_term=cases["closed_in_term"] + erased["closed_in_term"],
            overdue=cases["overdue"],
        ),
        satisfaction=satisfaction(
            marks_sum=sum(sum(marks) * often for marks, often in told.items()),
            ratings=told.total(),
        ),
    )
