"""The steps that make a state ready, done in a process of their own as the owner of the tables."""

import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.translation.reloader import translation_file_changed

from ratusha.kernel.pack import pack
from ratusha.law.public import held_back
from ratusha.parties.public import load_bodies
from ratusha.procedures import public as procedures
from ratusha.territory.public import load_territory

from . import messages, prepare, tables
from .demonstration import build
from .state import State

PEOPLE, SEED = 1000, 7  # of the demonstration state that `up` makes


def compile_messages() -> None:
    """Also for this process: the language of the site was read at its start, so what it writes down would stay old."""
    messages.compile_all()
    translation_file_changed(None, messages.SOURCE / "django.mo")


def _collect() -> None:
    """Out of the package into the state's folder, with compressed copies beside them."""
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def load_pack() -> dict[str, dict[str, int]]:
    """Each module brings its own tables in line with the pack's files; what has not changed is left alone.

    A definition that is not publishable stays out, and what was in force before it stays in force.
    """
    folder, now = pack().folder, timezone.now()
    today, for_trial = timezone.localdate(now), build.was_made_in(settings.DATA)
    territory, bodies = load_territory(pack()), load_bodies(pack())
    stopped = held_back(folder, now=now, replayed=not for_trial)
    for problem in (one for problems in stopped.values() for one in problems):
        print(f"  held back: {problem.code}: {problem.words}", file=sys.stderr)  # noqa: T201 - for the operator
    loaded = procedures.load_pack(
        folder, today=today, now=now, for_trial=for_trial, held_back=frozenset(stopped)
    )
    return {
        "territory": asdict(territory),
        "bodies": {"bodies": bodies},
        "procedures": {**loaded, "held back": len(stopped)},
    }


def show_procedure(code: str, on: date | None) -> dict[str, Any]:
    """What a procedure promises on a day; today when none is named."""
    return procedures.show(code, on=on or timezone.localdate())


def make_demonstration(people: int = PEOPLE, seed: int = SEED) -> None:
    """Fill an empty state with invented people and cases; a state that has cases is left alone."""
    if build.is_made():
        return
    now = timezone.now()
    with transaction.atomic():  # half a demonstration state would look like a real one
        build.build(people=people, seed=seed, now=now, folder=settings.DATA, tell_progress=print)


STEPS: dict[str, tuple[str, Callable[[], object]]] = {
    "messages": ("translations compiled", compile_messages),
    "static": ("style sheets and fonts collected", _collect),
    "tables": ("tables brought up to date", tables.bring_up_to_date),
    "pack": ("country pack loaded", load_pack),
    prepare.DEMONSTRATION: ("demonstration state made", make_demonstration),
}


def do_open_steps(state: State, *, demo: bool, tell: Callable[[str], None]) -> None:
    """In order; what is done is remembered at once, so that after a failure the next try goes on from there."""
    for name in prepare.open_steps(state, demo=demo):
        sentence, do = STEPS[name]
        start = time.perf_counter()
        do()
        state.remember(name, prepare.STEPS[name]())
        tell(f"  {sentence} ({time.perf_counter() - start:.1f} s)")
