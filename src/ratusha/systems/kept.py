"""The open register as each process keeps it while the database holds the same versions of the same cards."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Q

from .card import Card
from .graph import (
    Landscape,
    Measures,
    landscape,
    longest_chain,
    loose_parts,
    measures,
    modularity_by_owner,
)
from .models import CardVersion, System
from .queries import cards, cards_on

MOST_KEPT = 6  # the register today and days of the past that were asked for last


@dataclass(frozen=True)
class OpenRegister:
    """Read only: it is shared by all who ask."""

    version: tuple[Any, ...]
    cards: Mapping[str, Card]

    @cached_property
    def whole(self) -> Landscape:
        return landscape(self.cards)

    @cached_property
    def measures(self) -> dict[str, Measures]:
        return measures(self.whole)

    @cached_property
    def by_weight(self) -> list[str]:
        """Those on which most depends first."""

        def weight(number: str) -> tuple[float, ...]:
            one = self.measures[number]
            return -one.stops, -(one.between or 0), -(one.gives_to + one.takes_from)

        return sorted(self.measures, key=lambda number: (weight(number), number))

    @cached_property
    def chain(self) -> list[str]:
        return longest_chain(self.whole)

    @cached_property
    def parts(self) -> int:
        return loose_parts(self.whole) if self.whole.nodes else 0

    @cached_property
    def islands(self) -> float | None:
        return modularity_by_owner(self.whole)


_kept: OrderedDict[date | None, OpenRegister] = OrderedDict()


def open_register(on: date | None = None) -> OpenRegister:
    """Today, or as it stood at the end of a day.

    Versions of cards are only added: how many there are, and the last of them, tell whether anything has changed.
    """
    versions = CardVersion.objects.aggregate(Count("pk"), Max("pk"))
    there = System.objects.aggregate(
        all=Count("pk"), open=Count("pk", filter=Q(is_open=True)), highest=Max("version")
    )
    version = (connection.settings_dict["NAME"], *versions.values(), *there.values())
    kept = _kept.get(on)
    if kept is None or kept.version != version:
        found = cards_on(on, open_only=True) if on else cards(open_only=True)
        kept = _kept[on] = OpenRegister(version, found)
    _kept.move_to_end(on)
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return kept
