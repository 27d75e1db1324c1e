"""Curves over months, for any number of measures: what the plan should have done, what is earned, what was paid."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ratusha.measures.public import paid_by_month
from ratusha.steering.public import Earning, earned_share, planned_share

from .picture import Row, Stage, part

DAYS_OF_MONTH = 30.4375
Curve = list[tuple[date, Decimal]]  # months by their first day


def month_of(day: date) -> date:
    return day.replace(day=1)


def next_month(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def months_between(first: date, last: date) -> list[date]:
    found = [month_of(first)]
    while found[-1] < month_of(last):
        found.append(next_month(found[-1]))
    return found


def counted_until(rows: Iterable[Row], today: date) -> date:
    """Today; where nothing runs any more, the day on which the last of it was accepted or closed: its time stands."""
    ends = [_ended(row) for row in rows if row.stages]
    known = [day for day in ends if day]
    return min(max(known), today) if known and len(known) == len(ends) else today


def _ended(row: Row) -> date | None:
    if all(one.number in row.accepted for one in row.stages):
        return max(accepted for _due, accepted in row.accepted.values())
    return row.facts.closed_on if row.is_over else None


def months_passed(rows: Sequence[Row], today: date) -> float | None:
    """Since the month in which the earliest stage begins, as the curve counts."""
    starts = [row.starts_on for row in rows if row.starts_on]
    if not starts:
        return None
    first = month_of(min(starts))
    today = counted_until(rows, today)
    if today < first:
        return None
    return round(((today - first).days + 1) / DAYS_OF_MONTH, 4)


def plan_by_month(rows: Sequence[Row], *, original: bool = False) -> Curve:
    """What should be earned in all by the end of each month."""
    stages = [one for row in rows for one in (row.first if original else row.stages)]
    if not stages:
        return []
    months = months_between(
        min(one.starts_on for one in stages), max(one.ends_on for one in stages)
    )
    return _summed(months, _added(rows, "original" if original else "plan", _planned))


def _added(
    rows: Sequence[Row], curve: str, adds: Callable[[Row, str], Curve]
) -> dict[date, Decimal]:
    """What each month adds over all rows. What one row adds is worked out once: it stays as long as the row does."""
    whole: dict[date, Decimal] = defaultdict(Decimal)
    for row in rows:
        if curve not in row.by_month:
            row.by_month[curve] = adds(row, curve)
        for month, amount in row.by_month[curve]:
            whole[month] += amount
    return whole


def _planned(row: Row, curve: str) -> Curve:
    stages = row.first if curve == "original" else row.stages
    return [adds for stage in stages for adds in spread(stage)]


def spread(stage: Stage) -> list[tuple[date, Decimal]]:
    """What each month adds of one stage; a stage earned at its end adds once."""
    if stage.rule is Earning.AT_THE_END or month_of(stage.starts_on) == month_of(stage.ends_on):
        return [(month_of(stage.ends_on), stage.amount)]
    if stage.rule is Earning.HALVES:
        half = part(stage.amount, 0.5)
        return [(month_of(stage.starts_on), half), (month_of(stage.ends_on), stage.amount - half)]
    found, before = [], Decimal()
    for month in months_between(stage.starts_on, stage.ends_on):
        last = next_month(month) - timedelta(days=1)
        now = part(stage.amount, planned_share(stage.rule, stage.starts_on, stage.ends_on, last))
        found.append((month, now - before))
        before = now
    return found


def earned_by_month(rows: Sequence[Row], today: date) -> Curve:
    """From accepted stages and accepted evidence, by the day each was accepted."""
    added = _added(rows, "earned", _earned_of)
    first = [row.starts_on for row in rows if row.starts_on]
    if not first or min(first) > today:
        return []
    begins = min([*map(month_of, first), *added])
    return _summed(months_between(begins, today), added)


def _earned_of(row: Row, _curve: str) -> Curve:
    return [
        (month_of(day), amount) for stage in row.stages for day, amount in earned_of(row, stage)
    ]


def earned_of(row: Row, stage: Stage) -> list[tuple[date, Decimal]]:
    found, before = [], Decimal()
    proven = [
        (on, earned_share(stage.rule, accepted=False, proven=done))
        for on, done in row.proven.get(stage.number, [])
    ]
    if stage.number in row.accepted:
        on = row.accepted[stage.number][1]
        proven = [*((day, done) for day, done in proven if day < on), (on, 1.0)]
    for day, done in proven:
        now = part(stage.amount, done)
        found.append((day, now - before))
        before = now
    return found


def paid_in_all(rows: Sequence[Row], today: date) -> Curve:
    with_baseline = [row.facts.case_id for row in rows if row.stages]
    paid = paid_by_month(with_baseline, today)
    if not paid:
        return []
    return _summed(months_between(paid[0][0], today), dict(paid))


def _summed(months: Sequence[date], added: dict[date, Decimal]) -> Curve:
    whole, found = Decimal(), []
    for month in months:
        whole += added.get(month, Decimal())
        found.append((month, whole))
    return found


@dataclass(frozen=True)
class Curves:
    """The four lines of an S-curve."""

    original: Curve
    plan: Curve
    earned: Curve
    paid: Curve

    @property
    def months(self) -> list[date]:
        every = [
            month
            for curve in (self.original, self.plan, self.earned, self.paid)
            for month, _amount in curve
        ]
        return months_between(min(every), max(every)) if every else []

    @property
    def quarters(self) -> list[date]:
        """The first month of each quarter, and the last month there is: enough for a table."""
        months = self.months
        return [month for month in months if month.month % 3 == 1 or month == months[-1]]


def curves_of(rows: Sequence[Row], today: date, plan: Curve) -> Curves:
    """`plan` is the curve of the last baselines, which figures need too."""
    return Curves(
        plan_by_month(rows, original=True),
        plan,
        earned_by_month(rows, today),
        paid_in_all(rows, today),
    )
