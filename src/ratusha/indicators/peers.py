"""Among whom a place is compared: those of its kind and about its size, by limits that the pack states."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.procedures.public import Source
from ratusha.territory.public import Unit as Place


class PeerLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By level of a place the numbers of inhabitants at which a greater size begins, the least first."""

    source: Source
    sizes: dict[str, list[int]]


@cache
def law() -> PeerLaw:
    return msgspec.convert(pack().yaml("indicators.yaml")["peers"], PeerLaw)


@dataclass(frozen=True)
class Group:
    """Everybody in it has the same group: a kind of place, and inhabitants from `least` to below `most`."""

    level: str
    least: int
    most: int | None

    def holds(self, level: str, inhabitants: int) -> bool:
        return (
            level == self.level
            and self.least <= inhabitants
            and (self.most is None or inhabitants < self.most)
        )


def group_of(level: str, inhabitants: int, sizes: Mapping[str, list[int]]) -> Group:
    limits = sizes.get(level, [])
    above = [one for one in limits if one > inhabitants]
    below = [one for one in limits if one <= inhabitants]
    return Group(level, max(below, default=0), min(above, default=None))


def peers_of(place: Place) -> tuple[Group, dict[str, Place]] | None:
    """With the place itself; None where nobody counted its inhabitants."""
    if place.population is None:
        return None
    group = group_of(place.level, place.population, law().sizes)
    alike = Place.objects.filter(level=place.level, population__gte=group.least)
    if group.most is not None:
        alike = alike.filter(population__lt=group.most)
    return group, {one.code: one for one in alike}
