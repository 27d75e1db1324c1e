"""Everything a due date follows from, in one record that can be kept, signed and counted again by anybody."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken

from .counting import Extension, OnDayOff, StartRule, Suspension, due
from .explanation import Due, Source
from .term import Term


@dataclass(frozen=True, kw_only=True)
class Count:
    """What happened to one term so far. History is added: each act gives a new record."""

    start: date
    term: Term
    source: Source
    start_rule: StartRule = StartRule.SAME_DAY
    on_day_off: OnDayOff = OnDayOff.NEXT_WORKING_DAY
    counting_source: Source = ""
    extensions: tuple[Extension, ...] = ()
    suspensions: tuple[Suspension, ...] = ()

    def due(self, calendar: Calendar) -> Due:
        return due(
            self.start,
            self.term,
            calendar=calendar,
            source=self.source,
            start_rule=self.start_rule,
            on_day_off=self.on_day_off,
            counting_source=self.counting_source,
            extensions=self.extensions,
            suspensions=self.suspensions,
        )

    @property
    def stands(self) -> bool:
        """Whether somebody's answer is awaited (it may still have come too late to matter)."""
        return any(s.until is None for s in self.suspensions)

    def extended(self, extension: Extension) -> Self:
        return replace(self, extensions=(*self.extensions, extension))

    def suspended(self, suspension: Suspension) -> Self:
        return replace(self, suspensions=(*self.suspensions, suspension))

    def resumed(self, until: date) -> Self:
        """The awaited answer came: every open suspension ends on that day."""
        if not self.stands:
            raise RuleBroken("term.not_suspended", _("The term is not suspended: it runs already."))
        closed = (replace(s, until=until) if s.until is None else s for s in self.suspensions)
        return replace(self, suspensions=tuple(closed))

    def to_json(self) -> dict[str, Any]:
        kept: dict[str, Any] = msgspec.to_builtins(self)
        return kept

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        return msgspec.convert(kept, cls)
