"""The open register as each process keeps it while the database holds the same versions of the same cards."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Q

from .card import Card
from .graph import Landscape, Measures, landscape, measures
from .models import CardVersion, System
from .queries import cards


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


_kept: dict[str, OpenRegister] = {}
LAST = "last"


def open_register() -> OpenRegister:
    """Versions of cards are only added: how many there are, and the last of them, tell whether anything has changed."""
    versions = CardVersion.objects.aggregate(Count("pk"), Max("pk"))
    there = System.objects.aggregate(
        all=Count("pk"), open=Count("pk", filter=Q(is_open=True)), highest=Max("version")
    )
    version = (connection.settings_dict["NAME"], *versions.values(), *there.values())
    kept = _kept.get(LAST)
    if kept is None or kept.version != version:
        kept = _kept[LAST] = OpenRegister(version, cards(open_only=True))
    return kept
