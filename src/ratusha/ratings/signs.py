"""What is strange about ratings: counted, never concluded. Pure: no database, no clock, no person in sight."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import exp, lgamma, log


def chance_of(many: int, usual: float) -> float:
    """How likely so many or more are in a day, when `usual` come on a day (Poisson)."""
    if many <= 0:
        return 1.0
    usual = max(usual, 1e-9)
    fewer = sum(exp(n * log(usual) - usual - lgamma(n + 1)) for n in range(many))
    return max(0.0, 1 - fewer)


def is_burst(many: int, before: int, days: int, *, least: int, chance: float) -> bool:
    """`before` ratings in so many days before. A first rating ever is no quiet time: one a day is the least usual."""
    return many >= least and chance_of(many, max(before / days, 1.0)) < chance


def repeated(marks: Iterable[str], least: int) -> Mapping[str, int]:
    """Fingerprints that occur at least so often; the empty one is none."""
    counted = Counter(one for one in marks if one)
    return {mark: count for mark, count in counted.items() if count >= least}
