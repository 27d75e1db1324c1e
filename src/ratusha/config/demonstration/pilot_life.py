"""One pilot on its way, each act at its moment by the person whose it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from ratusha.measures import public as measures
from ratusha.measures.public import Trial

from .measures import Life

WEEKS_BEFORE = 7  # since when a place is measured, before the pilot begins
Measured = Sequence[tuple[str, bool, Sequence[int]]]  # place, whether the pilot is there, by week


class PilotLife(Life):
    def agree(self, trial: Trial, *, session: str) -> date:
        """From the application to the agreement: the day since which it runs."""
        self.idea = replace(self.idea, sources=["own", "other"])
        budget = self.passport["budget"]
        budget["lines"] = [{**line, "source": "own"} for line in budget["lines"]]
        self.case = measures.propose_pilot(
            self.idea, trial, body_id=self.body, **self.by("initiator")
        )
        self.opine()
        self.decide(session, "recommend")
        case = self.case.pk
        measures.include(case, act="Пералік пілотных праектаў (узор)", **self.by("apparatus"))
        begun = timezone.localdate(self.moment)
        agreement = f"№ {session}, доступ бясплатны"
        measures.agree(case, agreement=agreement, starts_on=begun, **self.by("initiator"))
        return begun

    def measure(self, begun: date, places: Measured) -> None:
        for place, with_pilot, figures in places:
            days = [begun + timedelta(weeks=week - WEEKS_BEFORE) for week in range(len(figures))]
            measures.measure(
                self.case.pk, place=place, with_pilot=with_pilot,
                figures=list(zip(days, map(Decimal, figures), strict=True)), **self.by("initiator"),
            )  # fmt: skip
