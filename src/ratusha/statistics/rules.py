"""The formulas of what is published. Pure: counts in, shares out. A change of meaning gets a new version."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

IN_TERM_VERSION = "in-term-1"  # closed by the due date, of all closed and all overdue
SATISFACTION_VERSION = "satisfaction-2"  # plain mean of the four marks of all ratings that are told


@dataclass(frozen=True)
class Share:
    """A share with what it was computed from; `value` is None where there is nothing to divide by."""

    numerator: int
    denominator: int
    formula: str

    @property
    def value(self) -> Decimal | None:
        if not self.denominator:
            return None
        return (Decimal(self.numerator) / self.denominator).quantize(
            Decimal("0.001"), ROUND_HALF_UP
        )


def in_term(*, closed_in_term: int, closed: int, overdue: int) -> Share:
    """An overdue open case counts against the share, so that nothing is gained by not deciding."""
    return Share(closed_in_term, closed + overdue, IN_TERM_VERSION)


@dataclass(frozen=True)
class Mean:
    value: Decimal | None
    count: int
    formula: str


def satisfaction(*, marks_sum: int, ratings: int) -> Mean:
    """Each rating holds four marks."""
    if not ratings:
        return Mean(None, 0, SATISFACTION_VERSION)
    mean = (Decimal(marks_sum) / (4 * ratings)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Mean(mean, ratings, SATISFACTION_VERSION)
