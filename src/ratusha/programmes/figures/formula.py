"""What a formula of a figure is: how a number comes from its inputs, and what these are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from ratusha.programmes.picture import Row
from ratusha.ui.numbers import Unit

from .combining import Value, total


class Over(StrEnum):
    """What the inputs of a figure of a node are."""

    CHILDREN = "children"  # the same figure of what stands directly below
    MEASURES = "measures"  # the same figure of every measure, at any depth
    FIGURES = "figures"  # other figures of the same node
    MONTHS = "months"  # the curve of the plan


@dataclass(frozen=True)
class Formula:
    code: str
    version: str
    label: Promise
    said: Promise  # how it is computed, in words and signs
    unit: Unit
    over: Over
    combine: Callable[[Sequence[Value]], Value]
    row: Callable[[Row], Value] | None = None  # of one measure
    of: tuple[str, ...] = ()  # of OVER.FIGURES
    inside: bool = False  # only inside government
    sources: str = ""  # which rows of a measure it rests on


def counted(test: Callable[[Row], bool | None]) -> Callable[[Row], Value]:
    """1 or 0 for a measure; None where the question does not arise."""

    def one(row: Row) -> Value:
        answer = test(row)
        return None if answer is None else int(answer)

    return one


def summed(
    code: str, label: Any, said: Any, row: Callable[[Row], Value], sources: str = "", **more: Any
) -> Formula:
    return Formula(
        code, f"{code.replace('_', '-')}-1", label, said, more.pop("unit", Unit.MONEY), Over.CHILDREN, total,
        row=row, sources=sources, **more,
    )  # fmt: skip


def derived(
    code: str,
    label: Any,
    said: Any,
    combine: Any,
    of: Sequence[str],
    *,
    unit: Unit = Unit.INDEX,
    **more: Any,
) -> Formula:
    return Formula(
        code,
        more.pop("version", f"{code.replace('_', '-')}-1"),
        label,
        said,
        unit,
        Over.FIGURES,
        combine,
        of=tuple(of),
        **more,
    )
