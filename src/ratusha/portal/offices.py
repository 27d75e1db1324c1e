"""Which body answers for a place: a person names the town or village, the page names the office and where it is."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import get_language

from ratusha.kernel.texts import Said, in_my_language
from ratusha.parties.public import Organisation, body_kinds, body_serving, find_body, kind_name
from ratusha.procedures.public import BodyRule
from ratusha.territory.public import (
    Address,
    Unit,
    find_unit,
    full_name,
    settlement_text,
    settlements_named,
    units_named,
)
from ratusha.ui import text

ONE_WINDOW = "one_window"  # the kind of body that takes any application, where the country has one
LONGEST_NAME = 100
MOST_PLACES = 8
MOST_SPELLINGS = 30


@dataclass(frozen=True, slots=True)
class Office:
    name: Said
    place: str
    address: str
    contacts: dict[str, str] = field(default_factory=dict)
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for and what came of it: an office, places to choose from, or nothing."""

    words: str = ""
    office: Office | None = None
    places: list[tuple[str, str]] = field(default_factory=list)

    @property
    def unknown(self) -> bool:
        return bool(self.words) and not self.office and not self.places


def kind_of_body(rule: BodyRule | None) -> str:
    """The kind that decides; where the list does not say, the one that takes any application."""
    if rule:
        return rule.kind
    return ONE_WINDOW if ONE_WINDOW in body_kinds() else ""


def who_decides(rule: BodyRule | None) -> Said | None:
    """The body itself where the rule names it, else its kind."""
    named = find_body(rule.named) if rule and rule.named else None
    kind = kind_of_body(rule)
    return in_my_language(named.name if named else kind_name(kind)) if kind else None


def find_office(kind: str, words: str, code: str, on: date) -> Asked:
    words = text.clean(words[: LONGEST_NAME * 2])[:LONGEST_NAME]
    if code.isdecimal() and (unit := find_unit(code[:10])):
        return Asked(words, office_at(kind, unit, on))
    if not words:
        return Asked()
    places = _places(words)
    if len(places) == 1:
        unit = find_unit(places[0][0])
        return Asked(words, office_at(kind, unit, on) if unit else None)
    return Asked(words, places=places)


def office_at(kind: str, unit: Unit, on: date) -> Office | None:
    body = body_serving(kind, unit.code, on)
    return _office(body, full_name(unit, get_language() or "")) if body else None


def _office(body: Organisation, place: str) -> Office:
    language = get_language() or ""
    address = Address.from_dict(body.address).text(language) if body.address else ""
    return Office(in_my_language(body.name), place, address, dict(body.contacts or {}), body.sample)


def _places(words: str) -> list[tuple[str, str]]:
    """Units and settlements of this name, each unit once; only whole names when there are any."""
    language = get_language() or ""
    wanted = words.casefold()
    named: dict[str, tuple[str, Unit, bool]] = {}
    for unit in units_named(words, language, limit=MOST_SPELLINGS):
        whole = wanted in {name.casefold() for name in unit.name.values()}
        named.setdefault(unit.code, (full_name(unit, language), unit, whole))
    for one in settlements_named(words, language, limit=MOST_SPELLINGS):
        whole = wanted in {name.casefold() for name in one.name.values()}
        said = in_my_language(settlement_text(one.kind, one.name)).text
        named.setdefault(
            one.unit.code, (f"{said}, {in_my_language(one.unit.name)}", one.unit, whole)
        )
    kept = [place for place in named.values() if place[2]] or list(named.values())
    return _told_apart(kept[:MOST_PLACES])


def _told_apart(places: list[tuple[str, Unit, bool]]) -> list[tuple[str, str]]:
    """With the name of the unit above, in one query, so that namesakes differ."""
    above = {unit.code: unit.lineage[1] for _label, unit, _whole in places if len(unit.lineage) > 1}
    known = Unit.objects.in_bulk(set(above.values()))
    told = []
    for label, unit, _whole in places:
        upper = known.get(above.get(unit.code, ""))
        told.append((unit.code, f"{label}, {in_my_language(upper.name)}" if upper else label))
    return told
