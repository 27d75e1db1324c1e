"""Where a map puts the edges between its classes. Pure: values in, lower limits out."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ratusha.ui import charts

MOST = 5


class Way(TextChoices):
    QUANTILES = "quantiles", _("as many places in each")
    EQUAL = "equal", _("equal steps")
    JENKS = "jenks", _("natural breaks")
    FIXED = "fixed", _("limits of the passport")


def limits(way: str, values: Iterable[Decimal], fixed: Sequence[Decimal] = ()) -> list[Decimal]:
    """The lower limit of each class, the lowest first; fewer classes where values do not differ enough.

    Every value lies in a class, and the least of all begins the first, unless the limits are given.
    """
    ordered = sorted(values)
    if not ordered:
        return []
    if way == Way.FIXED:
        return sorted({min(ordered[0], *fixed), *fixed})
    return WAYS[way](ordered, min(MOST, len(set(ordered))))


def shade(number: int, of: int) -> int:
    """The shade, 1 to 5, of a class: the lowest is the lightest, the highest the darkest, however many there are."""
    return 1 if of < 2 else 1 + round((number - 1) * (MOST - 1) / (of - 1))  # noqa: PLR2004


def _equal(ordered: list[Decimal], number: int) -> list[Decimal]:
    low, high = ordered[0], ordered[-1]
    return [low + (high - low) * at / number for at in range(number)]


def _jenks(ordered: list[Decimal], number: int) -> list[Decimal]:
    """The classes within which values differ least: the sum of squares around their means is the smallest there is.

    Found exactly, from one class up: the best split of the first `end` values into n classes ends with some last class
    after the best split of what is before it into n - 1.
    """
    sums, squares = [Decimal(0)], [Decimal(0)]
    for value in ordered:
        sums.append(sums[-1] + value)
        squares.append(squares[-1] + value * value)

    def spread(begin: int, end: int) -> Decimal:
        total = sums[end] - sums[begin]
        return squares[end] - squares[begin] - total * total / (end - begin)

    count = len(ordered)
    best = [Decimal(0), *(spread(0, end) for end in range(1, count + 1))]
    begins: list[list[int]] = [[0] * (count + 1)]
    for classes in range(2, number + 1):
        better, begin_of = [Decimal(0)] * (count + 1), [0] * (count + 1)
        for end in range(classes, count + 1):
            better[end], begin_of[end] = min(
                (best[begin] + spread(begin, end), begin) for begin in range(classes - 1, end)
            )
        best = better
        begins.append(begin_of)
    found, end = [], count
    for begin_of in reversed(begins):
        end = begin_of[end]
        found.append(ordered[end])
    return sorted(set(found))


WAYS: dict[str, Callable[[list[Decimal], int], list[Decimal]]] = {
    Way.QUANTILES: charts.classes,
    Way.EQUAL: _equal,
    Way.JENKS: _jenks,
}
