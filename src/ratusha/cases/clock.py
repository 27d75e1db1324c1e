"""The replayable clock: the due date of a case is a pure function of its clock ledger."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.terms import Due, Extension, Reason, Suspension, Term, due


class Tick(TextChoices):
    START = "start", _("The term starts")
    EXTEND = "extend", _("The term is extended")
    STOP = "stop", _("The clock stops")
    RESUME = "resume", _("The clock goes on")
    RESTART = "restart", _("The term starts anew")


class Entry(Protocol):
    """One line of the ledger; `term` as kernel.terms writes it, empty for STOP and RESUME."""

    @property
    def tick(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def term(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def source(self) -> str: ...


def due_of(entries: Iterable[Entry], calendar: Calendar) -> Due:
    """Replay the ledger in its order; `Due.on` is None while the clock stands."""
    start: Entry | None = None
    extensions: list[Extension] = []
    suspensions: list[Suspension] = []
    for entry in entries:
        match entry.tick:
            case Tick.START:
                start = entry
            case Tick.RESTART:  # what was counted before a case was reopened is history
                start, extensions, suspensions = entry, [], []
            case Tick.EXTEND:
                extensions.append(Extension(Term.parse(entry.term), entry.source, entry.reason))
            case Tick.STOP:
                suspensions.append(Suspension(entry.on, None, Reason(entry.reason), entry.source))
            case Tick.RESUME:
                stopped = suspensions.pop()
                suspensions.append(
                    Suspension(stopped.since, entry.on, stopped.reason, stopped.source)
                )
    assert start is not None, "a ledger begins with START"  # noqa: S101 - opened in one act with the case
    return due(
        start.on,
        Term.parse(start.term),
        calendar=calendar,
        source=start.source,
        extensions=extensions,
        suspensions=suspensions,
    )
