"""Who erases what of a case: modules that this one does not know plug their part in, `config/wiring.py` says which."""

from collections.abc import Callable

from ratusha.cases.public import Case

Eraser = Callable[[Case], object]
_erasers: list[Eraser] = []


def plug_erasers(*erasers: Eraser) -> None:
    """In the order in which they work; the case itself goes last, by the engine."""
    _erasers[:] = erasers


def erase_everywhere(case: Case) -> None:
    for eraser in _erasers:
        eraser(case)
