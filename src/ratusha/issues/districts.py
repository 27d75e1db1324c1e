"""The district of an issue, for counting.

Where the territory has districts, it is the one in which the town or village lies. Of the districts inside a city no
borders are known; there it is the one that the organisation carries in its name: of who mends, not of where.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from ratusha.kernel.texts import Text
from ratusha.territory.public import Level, Unit, find_units

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
    inside = _inside({code for _executor, code in wanted if code})
    return {
        (executor, code): _district(
            inside.get(code, UNKNOWN), list(names.get(executor, {}).values())
        )
        for executor, code in wanted
    }


def _inside(codes: Collection[str]) -> dict[str, District | list[Unit]]:
    """The district around each place; of a city with districts of its own, those."""
    units = find_units(codes)
    parts: dict[str | None, list[Unit]] = {}
    for one in Unit.objects.filter(
        parent__in=[one.pk for one in units.values()], level=Level.CITY_DISTRICT
    ).order_by("code"):
        parts.setdefault(one.parent_id, []).append(one)
    lines = {pk for unit in units.values() for pk in unit.lineage}
    areas = {one.pk: one for one in Unit.objects.filter(pk__in=lines, level__in=AREAS)}
    return {
        code: parts.get(unit.pk)
        or next((District(areas[pk]) for pk in unit.lineage if pk in areas), UNKNOWN)
        for code, unit in units.items()
    }


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
