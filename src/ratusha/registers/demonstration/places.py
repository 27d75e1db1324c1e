"""Addresses in real settlements: towns weigh by their people, villages are taken where both names are known."""

from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.registers.models import Dwelling
from ratusha.territory.public import Address, Level, Settlement, Unit, settlement_text

CITY, TOWN = 50_000, 4_000  # people: above there are blocks of flats everywhere, below hardly any
LONGEST_STREET = 120


@dataclass(frozen=True)
class Place:
    code: str
    settlement: Text
    postcode: str
    population: int


@cache
def _streets() -> dict[str, Any]:
    streets: dict[str, Any] = pack().yaml("names/streets.yaml")
    return streets


class Places:
    """The settlements of the loaded territory, drawn by the number of their people."""

    def __init__(self) -> None:
        self._places = [*_settlements(), *_city_districts()]
        if not self._places:
            raise LookupError("The territory is empty: load the country pack first.")
        self._sums = list(accumulate(place.population for place in self._places))
        self._taken = {
            way for ways in Dwelling.objects.values_list("spellings", flat=True) for way in ways
        }

    def draw(self, rng: Random) -> Place:
        return self._places[bisect(self._sums, rng.random() * self._sums[-1])]

    def draw_home(self, rng: Random, place: Place) -> Address:
        """An address that nobody had yet."""
        while True:
            address = _address(rng, place)
            if self._taken.isdisjoint(address.spellings):
                self._taken.update(address.spellings)
                return address


def _settlements() -> list[Place]:
    """Cities that are divided into districts come by their districts."""
    divided = set(
        Unit.objects.filter(level=Level.CITY_DISTRICT).values_list("parent_id", flat=True)
    )
    return [
        Place(
            one.unit_id,
            settlement_text(one.kind, one.name),
            one.postcode,
            one.population or 0,
        )
        for one in Settlement.objects.exclude(unit_id__in=divided).order_by("key")
        if one.population and set(one.name) >= set(pack().about["official_languages"])
    ]


def _city_districts() -> list[Place]:
    districts = (
        Unit.objects.filter(level=Level.CITY_DISTRICT).select_related("parent").order_by("code")
    )
    return [
        Place(
            district.code,
            settlement_text(district.parent.kind, district.parent.name),
            "",
            district.population or 0,
        )
        for district in districts
        if district.parent
    ]


def _address(rng: Random, place: Place) -> Address:
    streets = _streets()
    avenue = place.population > CITY and rng.random() < 0.15  # noqa: PLR2004 - a guess, nothing depends on it
    kind = "avenue" if avenue else "lane" if rng.random() < 0.08 else "street"  # noqa: PLR2004
    name: Text = rng.choice(streets["avenues"] if avenue else streets["streets"])
    words: Text = streets["kinds"][kind]
    flats = rng.random() < (
        0.9 if place.population > CITY else 0.6 if place.population > TOWN else 0.05
    )
    return Address(
        code=place.code,
        settlement=place.settlement,
        street={language: f"{words[language]} {name[language]}" for language in words},
        house=str(rng.randint(1, LONGEST_STREET)),
        block=str(rng.randint(1, 4)) if flats and rng.random() < 0.12 else "",  # noqa: PLR2004
        flat=str(rng.randint(1, 160)) if flats else "",
        postcode=place.postcode,
    )
