"""The district of an issue, for counting.

Where the territory has districts, it is the one in which the town or village lies. Of the districts inside a city no
borders are known; there it is the one that the organisation carries in its name: of who mends, not of where.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ratusha.kernel.texts import Text
from ratusha.territory.public import Level, Unit, children, find_unit, lineage

from .models import Executor

AREAS = (Level.DISTRICT, Level.CITY, Level.CAPITAL)
Pair = tuple[UUID | None, str]  # an organisation, and the code of a town or village
ENDING, STEM = 2, 3  # letters that a case changes at most; letters that a word keeps at least


@dataclass(frozen=True)
class District:
    """`by_name`: known from the name of the organisation. Without a unit: not known."""

    unit: Unit | None
    by_name: bool = False

    @property
    def code(self) -> str:
        return self.unit.pk if self.unit else ""


UNKNOWN = District(None)


def districts_of(pairs: Iterable[Pair]) -> dict[Pair, District]:
    wanted = list(pairs)
    names: dict[UUID | None, Text] = {one.pk: one.name for one in Executor.objects.all()}
    inside = {code: _inside(code) for code in {code for _executor, code in wanted}}
    return {
        (executor, code): _district(inside[code], list(names.get(executor, {}).values()))
        for executor, code in wanted
    }


def _inside(code: str) -> District | list[Unit]:
    """The district around the place; of a city with districts of its own, those."""
    unit = find_unit(code) if code else None
    if unit is None:
        return UNKNOWN
    parts = list(children(unit.pk).filter(level=Level.CITY_DISTRICT))
    if parts:
        return parts
    found = {one.pk: one for one in Unit.objects.filter(pk__in=lineage(unit.pk), level__in=AREAS)}
    return next((District(found[pk]) for pk in lineage(unit.pk) if pk in found), UNKNOWN)


def _district(inside: District | list[Unit], names: list[str]) -> District:
    if isinstance(inside, District):
        return inside
    named = [
        unit
        for unit in inside
        if any(names_it(name, said) for name in names for said in unit.name.values())
    ]
    return District(named[0], by_name=True) if len(named) == 1 else UNKNOWN


def names_it(name: str, district: str) -> bool:
    """Whether the words of the district stand in the name side by side, in whatever case they are."""
    stems = [word[: max(STEM, len(word) - ENDING)] for word in district.lower().split()]
    words = name.lower().replace("«", " ").replace('"', " ").split()
    return any(
        all(word.startswith(stem) for word, stem in zip(words[at:], stems, strict=False))
        for at in range(len(words) - len(stems) + 1)
    )
