"""What is told of all ratings: who keeps them stands beside us, and `config/wiring.py` plugs it in.

Counted from the live tables a figure would move with every rating, and its difference would be one person's marks.
"""

from collections import Counter
from collections.abc import Callable, Mapping

Pattern = tuple[int, int, int, int]  # the four marks of a rating, in the order of the criteria
Told = Callable[[], Mapping[Pattern, int]]
_told: list[Told] = []


def plug_marks(told: Told) -> None:
    _told[:] = [told]


def told_marks() -> Counter[Pattern]:
    """How often which four marks were given."""
    found: Counter[Pattern] = Counter()
    for told in _told:
        found.update(told())
    return found
