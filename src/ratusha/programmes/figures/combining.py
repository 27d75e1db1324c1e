"""Ways in which a number comes from others. None among them is "not known": it is left out, or nothing can be said."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from statistics import median
from typing import Any

from ratusha.programmes.law import law
from ratusha.steering.public import confidence, earned_schedule

Value = Any  # Decimal, float, int or date; None is "cannot be said"


def known(values: Sequence[Value]) -> list[Value]:
    return [one for one in values if one is not None]


def total(values: Sequence[Value]) -> Value:
    there = known(values)
    return sum(there[1:], there[0]) if there else None


def earliest(values: Sequence[Value]) -> Value:
    return min(known(values), default=None)


def latest(values: Sequence[Value]) -> Value:
    return max(known(values), default=None)


def in_the_middle(values: Sequence[Value]) -> Value:
    there = known(values)
    return float(median(there)) if there else None


def average(values: Sequence[Value]) -> Value:
    there = known(values)
    return float(sum(there)) / len(there) if there else None


def ratio(values: Sequence[Value]) -> Value:
    above, below = values
    return float(above) / float(below) if above is not None and below else None


def difference(values: Sequence[Value]) -> Value:
    first, second = values
    return first - second if first is not None and second is not None else None


def rest_over_rest(values: Sequence[Value]) -> Value:
    """(budget - earned) / (budget - paid): TCPI."""
    budget, earned, cost = values
    if None in values or budget <= cost:
        return None  # nothing is left to do it with
    return float(budget - earned) / float(budget - cost)


def days_between(values: Sequence[Value]) -> Value:
    later, sooner = values
    return (later - sooner).days if later and sooner else None


def by_curve(values: Sequence[Value]) -> Value:
    """SPI(t): `values` are what is earned, the months passed, and what the plan should have earned by each month."""
    earned, passed, *curve = values
    if earned is None or passed is None or not curve:
        return None
    return earned_schedule([float(one) for one in curve], float(earned), float(passed)).index


def at_this_pace(values: Sequence[Value]) -> Value:
    """The day on which the whole ends if time goes on as it did so far."""
    starts, ends, index = values
    if starts is None or ends is None or not index:
        return None
    days = (ends - starts).days / index
    longest = 36_500
    return starts + timedelta(days=round(days)) if days < longest else None


def by_cost(values: Sequence[Value]) -> Value:
    budget, index = values
    return Decimal(str(round(float(budget) / index, 2))) if budget is not None and index else None


def capped(values: Sequence[Value]) -> Value:
    """The nine marks of one rating, in the order of the questions."""
    codes = [one.code for one in law().confidence.questions]
    if len(values) != len(codes):
        return None
    return confidence.overall(dict(zip(codes, values, strict=True)), law().confidence.caps)
