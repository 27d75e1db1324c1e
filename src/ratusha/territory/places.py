"""Places by name, for the address question of a form."""

from django.utils import translation

from ratusha.kernel.texts import in_language

from .addresses import spelling
from .models import Settlement, Unit
from .queries import children, full_name, settlement_text, settlements_named, units_named
from .rules import Level, fold

MOST = 20
_TOWNS = (Level.CAPITAL, Level.CITY, Level.TOWN)


def places_named(name: str) -> list[tuple[str, str]]:
    """Towns and villages of this name, the bigger first, else those that begin so: (code, name with the district)."""
    language = translation.get_language() or ""
    name = spelling().settlement(name) or name
    towns = [u for u in units_named(name, limit=50) if u.level in _TOWNS]
    villages = settlements_named(name, limit=50)
    exact = f"|{fold(name)}|"
    named: list[Unit | Settlement] = [*towns, *villages]
    found = [place for place in named if exact in place.folded] or named
    found.sort(key=lambda place: -(place.population or 0))
    labelled = [one for place in found[:MOST] for one in _with_districts(place, language)]
    return list({code: (code, label) for code, label in reversed(labelled)}.values())[::-1]


def _with_districts(place: Unit | Settlement, language: str) -> list[tuple[str, str]]:
    """A city that is divided is answered by its districts: bodies there serve a district, not the city."""
    code, label = _labelled(place, language)
    if not isinstance(place, Unit):
        return [(code, label)]
    districts = children(place.code).filter(level=Level.CITY_DISTRICT)
    return [
        (unit.code, f"{label}, {in_language(unit.name, language).text}") for unit in districts
    ] or [(code, label)]


def _labelled(place: Unit | Settlement, language: str) -> tuple[str, str]:
    if isinstance(place, Unit):
        code, name, above = place.code, full_name(place, language), place.lineage[1:]
    else:
        name = in_language(settlement_text(place.kind, place.name), language).text
        code, above = place.unit_id, place.unit.lineage
    districts = Unit.objects.filter(code__in=above, level=Level.DISTRICT)
    around = [in_language(unit.name, language).text for unit in districts]
    return code, ", ".join([name, *around])
