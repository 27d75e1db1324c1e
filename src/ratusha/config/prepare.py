"""What must be true before the site may serve, and whether it is: a step is open when its sources have changed.

Light on purpose: `ratusha up` asks here at every start. What a step does is in steps.py.
"""

import importlib.metadata
from collections.abc import Callable
from pathlib import Path

from ratusha.kernel.pack import pack

from .state import State, digest_of

SOURCE = Path(__file__).resolve().parent.parent
WITH_TABLES = ("django", "procrastinate")  # packages that bring tables of their own


def _messages() -> str:
    """Changes also when a compiled catalogue has gone missing."""
    catalogues = list(SOURCE.glob("*/locale/*/LC_MESSAGES/django.po"))
    return digest_of(catalogues, *(str(po.with_suffix(".mo").exists()) for po in catalogues))


def _tables() -> str:
    versions = [f"{name}={importlib.metadata.version(name)}" for name in WITH_TABLES]
    return digest_of(list(SOURCE.glob("*/migrations/*.py")), *versions)


def _static() -> str:
    return digest_of([file for file in SOURCE.glob("*/static/**/*") if file.is_file()])


def _pack() -> str:
    """Also when the tables have: a new one may want to be filled."""
    return digest_of([file for file in pack().folder.rglob("*") if file.is_file()], _tables())


DEMONSTRATION = "demonstration"
STEPS: dict[str, Callable[[], str]] = {  # in this order
    "messages": _messages,
    "static": _static,
    "tables": _tables,
    "pack": _pack,
    DEMONSTRATION: lambda: "made once",
}


def open_steps(state: State, *, demo: bool) -> list[str]:
    """Those whose sources have changed since they were last done on this state."""
    wanted = [name for name in STEPS if demo or name != DEMONSTRATION]
    return [name for name in wanted if not state.is_up_to(name, STEPS[name]())]
