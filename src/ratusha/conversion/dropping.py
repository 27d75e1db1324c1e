"""How many people begin at the portal and lodge, who leaves and at which page, and whether registers answered.

The drafts belong to a module of this floor, so what is asked of them is a socket; `config/wiring.py` plugs it in.
Only sums of quarters come through it, in which a person counts once as lodging and once as leaving: nobody is followed.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from .rules import is_few, quarter_of

Begun = tuple[
    str, date, int, int, int
]  # procedure, first day of the quarter, lodged, left, of both: a register was silent
ByQuarter = Callable[[date, date, str], Iterable[Begun]]
LeftAt = Callable[[str, date, date], "Counter[str]"]


@dataclass
class Drafts:
    """What is plugged in: nothing is known without it."""

    by_quarter: ByQuarter = lambda _since, _until, _procedure: ()
    left_at: LeftAt = lambda _procedure, _since, _until: Counter()
    kept_days: int = 0  # untouched for so long, a draft is left


_drafts = Drafts()


def plug_drafts(by_quarter: ByQuarter, left_at: LeftAt, kept_days: int) -> None:
    _drafts.by_quarter, _drafts.left_at, _drafts.kept_days = by_quarter, left_at, kept_days


def kept_days() -> int:
    return _drafts.kept_days


@dataclass(frozen=True)
class Going:
    """How applying at the portal went in a quarter: people; who left one and lodged another is in both counts."""

    lodged: int = 0
    left: int = 0
    silent: int = 0  # a register did not answer whoever began

    @property
    def begun(self) -> int:
        return self.lodged + self.left

    @property
    def is_told(self) -> bool:
        """Neither count is about fewer than five people, nor can it be computed from the other."""
        return bool(self.begun) and not any(
            is_few(one) for one in (self.begun, self.lodged, self.left)
        )

    @property
    def left_share(self) -> float | None:
        return self.left / self.begun if self.begun else None

    @property
    def silence_is_told(self) -> bool:
        return self.is_told and not any(
            is_few(one) for one in (self.silent, self.begun - self.silent)
        )

    @property
    def answered_share(self) -> float | None:
        return 1 - self.silent / self.begun if self.begun else None

    def __add__(self, other: "Going") -> "Going":
        return Going(self.lodged + other.lodged, self.left + other.left, self.silent + other.silent)


def going(since: date, until: date, procedure: str = "") -> dict[str, dict[date, Going]]:
    """By procedure and the first day of the quarter."""
    found: dict[str, dict[date, Going]] = {}
    for code, day, lodged, left, silent in _drafts.by_quarter(since, until, procedure):
        quarters, first = found.setdefault(code, {}), quarter_of(day)
        quarters[first] = quarters.get(first, Going()) + Going(lodged, left, silent)
    return found


def left_at(procedure: str, since: date, until: date) -> "Counter[str]":
    """By the page at which they stood; the empty name is for those that were filled in to the end."""
    return _drafts.left_at(procedure, since, until)
