"""Where the days of a case went: each belongs to whoever held the case when the day began.

The day of lodging is not counted, as the law's terms do not count it either; the last day is the one on which the case
ended.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from uuid import UUID

from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import Case, StepTaken
from .rules import Holder, Statute, statute_of

HELD_BY = {  # in words for an official
    Holder.APPLICANT: _("The applicant"),
    Holder.BODY: _("This body"),
    Holder.OTHER_BODY: _("Another body"),
    Holder.FOREIGN_BODY: _("A foreign body"),
    Holder.NOBODY: _("Nobody: the case was finished"),
}
FEWEST_SHOWN = 5


def attribute(steps: Sequence[tuple[date, Holder]], until: date) -> dict[Holder, int]:
    """Each day after the first step and up to `until` to exactly one holder. Pure.

    A note that came late counts from where the history then was.
    """
    days: Counter[Holder] = Counter()
    reached = min(steps[0][0], until)
    for (_on, holder), (next_on, _next) in pairwise([*steps, (until, Holder.NOBODY)]):
        ends = max(reached, min(next_on, until))
        days[holder] += (ends - reached).days
        reached = ends
    return {holder: days[holder] for holder in Holder if days[holder]}


def holder_of(statute: Statute, status: str) -> Holder:
    """A finished case is nobody's, also while its decision waits to be fetched."""
    return statute.holder[status] if status in statute.open else Holder.NOBODY


def budget_of(case: Case, today: date) -> dict[Holder, int]:
    """Of one case as its history tells, until it ended or until today."""
    statute = statute_of(case.kind)
    steps = [
        (timezone.localdate(one.at), holder_of(statute, one.status)) for one in case.history.all()
    ]
    return attribute(steps, case.closed_on or today)


@dataclass(frozen=True)
class Budget:
    """Of finished cases under one procedure: the mean days of each holder; None where fewer than five are behind it."""

    subject_code: str
    cases: int | None
    days: Mapping[Holder, float | None]


def budgets(body_id: UUID, *, most: int) -> list[Budget]:
    """Of the cases of the body that ended last. No sums, from which what is hidden could be counted."""
    ended = Case.objects.filter(body_id=body_id).exclude(closed_on=None)
    ended = ended.order_by("-closed_on", "-lodged_at", "-id")[:most]
    newest = {
        row[0]: row[1:] for row in ended.values_list("pk", "kind", "subject_code", "closed_on")
    }
    history = StepTaken.objects.filter(case__in=ended.values("pk")).order_by("case", "id")
    by_code: dict[str, list[dict[Holder, int]]] = defaultdict(list)
    rows = history.values_list("case_id", TruncDate("at"), "status")
    for key, group in groupby(rows, key=itemgetter(0)):
        if key not in newest:
            continue  # it ended between the two questions
        kind, code, closed_on = newest[key]
        statute = statute_of(kind)
        assert closed_on, "asked for above"  # noqa: S101
        steps = [(on, holder_of(statute, status)) for _case, on, status in group]
        by_code[code].append(attribute(steps, closed_on))
    return [_budget(code, some) for code, some in sorted(by_code.items())]


def _budget(code: str, cases: list[dict[Holder, int]]) -> Budget:
    if len(cases) < FEWEST_SHOWN:
        return Budget(code, None, {})
    return Budget(code, len(cases), {holder: _mean(holder, cases) for holder in Holder})


def _mean(holder: Holder, cases: Iterable[dict[Holder, int]]) -> float | None:
    """Over all cases of the row. With so few that had such days, the figure would tell of them."""
    days = [case.get(holder, 0) for case in cases]
    if 0 < sum(1 for one in days if one) < FEWEST_SHOWN:
        return None
    return sum(days) / len(days)
