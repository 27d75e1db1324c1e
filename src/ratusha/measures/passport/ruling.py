"""How a rule of the passport is written: its code, how much it weighs, the field beside which it speaks. Pure.

The numbers of the rules and their limits are ours: no official text of them is stored, so they carry the sample mark.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .definition import Answers

ERROR, WARNING = "E", "W"


@dataclass(frozen=True)
class Circumstances:
    """What a passport is judged beside: the day, the years of its programme, the version that came back.

    `sources` are those of the measure; where none are given, any will do.
    """

    today: date
    years: tuple[int, int] | None = None
    returned: Answers | None = None
    pilot: bool = False
    sources: tuple[str, ...] = ()


Rule = Callable[[Answers, Circumstances], Iterator[str]]


class Entered(NamedTuple):
    code: str
    level: str
    block: str
    field: str
    check: Rule


class Rules(list[Entered]):
    """Those of one file, in the order in which they are written."""

    def enter(self, code: str, level: str, block: str, field: str) -> Callable[[Rule], Rule]:
        def entered(check: Rule) -> Rule:
            self.append(Entered(code, level, block, field, check))
            return check

        return entered
