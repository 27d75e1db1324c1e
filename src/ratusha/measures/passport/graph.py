"""Circles among stages that wait for each other."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter


def cycle_in(after: Mapping[str, Sequence[str]]) -> list[str]:
    """The stages of one circle, or nothing."""
    try:
        TopologicalSorter(after).prepare()
    except CycleError as error:
        return [str(one) for one in error.args[1]]
    return []
