"""Where bodies are: the district and the region of what they serve; those of the whole country are in none."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ratusha.parties.public import Organisation
from ratusha.territory.public import Unit

NOWHERE = "-"  # a body that serves the whole country


@dataclass(frozen=True)
class Places:
    lines: dict[str, list[str]]  # of a body: the codes of its places, nearest first

    def district(self, body: str) -> str:
        """What lies right under the region; a region itself where the body serves all of it."""
        line = self.lines.get(body, [])
        return line[-2] if len(line) > 1 else line[0] if line else NOWHERE

    def region(self, place: str) -> str:
        return self._above.get(place, NOWHERE)

    @cached_property
    def _above(self) -> dict[str, str]:
        return {self.district(body): line[-1] for body, line in self.lines.items() if line}


def places_of(bodies: Iterable[str]) -> Places:
    serves = dict(Organisation.objects.filter(pk__in=list(bodies)).values_list("pk", "serves"))
    units = Unit.objects.filter(code__in={code for codes in serves.values() for code in codes})
    lineages = dict(units.values_list("code", "lineage"))
    return Places({str(body): _line(codes, lineages) for body, codes in serves.items()})


def _line(codes: list[str], lineages: dict[str, list[str]]) -> list[str]:
    """Of a body that serves several units of one district, that district; of one that serves several regions, none."""
    lines = [lineages[code][::-1] for code in codes if code in lineages]
    if not lines:
        return []
    common = []
    for steps in zip(*lines, strict=False):
        if len(set(steps)) > 1:
            break
        common.append(steps[0])
    return common[::-1]
