"""All scenarios of a definition, tried out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from ratusha.kernel.calendar import national_calendar
from ratusha.procedures.public import Definition, digest_of

from .derive import Kind, derive
from .life import Taken, Told, Verdict
from .living import live_all
from .sandbox import sandbox

VERSION = "scenarios-3"  # a change of what is derived or asked makes old verdicts worth nothing


@dataclass(frozen=True)
class Trial:
    """How all scenarios of one definition went."""

    code: str
    digest: str
    told: list[Told]

    @property
    def green(self) -> bool:
        """Nothing is red, and somebody got through to the end."""
        passed = {one.scenario.kind for one in self.told if one.verdict is Verdict.GREEN}
        return not self.red and Kind.APPLY in passed

    @property
    def red(self) -> list[Told]:
        return [one for one in self.told if one.verdict is Verdict.RED]

    def counts(self) -> dict[str, int]:
        return {verdict: sum(t.verdict == verdict for t in self.told) for verdict in Verdict.values}

    def to_json(self) -> dict[str, Any]:
        rows = [_row(one) for one in self.told]
        return {"code": self.code, "all_green": self.green, **self.counts(), "scenarios": rows}


def _row(one: Told) -> dict[str, Any]:
    return {
        "scenario": one.scenario.code,
        "kind": one.scenario.kind.value,
        "about": one.scenario.about,
        "verdict": one.verdict.value,
        "reason": one.reason,
        "steps": [_step(taken) for taken in one.steps],
    }


def _step(taken: Taken) -> dict[str, Any]:
    return {
        "step": taken.step,
        "on": taken.on.isoformat(),
        "due_on": taken.due_on.isoformat() if taken.due_on else None,
    }


def try_out(promise: Definition, *, now: datetime) -> Trial:
    """On the first working day at ten o'clock, so that no scenario depends on when it is tried."""
    scenarios = derive(promise)
    told: list[Told] = []
    if scenarios:
        with sandbox(promise, now=at_work(now)) as box:
            told = live_all(scenarios, box, promise)
    return Trial(promise.code, digest_of(promise), told)


def at_work(now: datetime) -> datetime:
    here = timezone.localtime(now).replace(hour=10, minute=0, second=0, microsecond=0)
    working = national_calendar().next_working_day(timezone.localdate(here))
    return here + timedelta(days=(working - timezone.localdate(here)).days)
