"""Where an issue is: the unit of the territory, and the street and house that an address names. Nothing is written."""

import re
from datetime import date
from uuid import UUID

from ratusha.parties.public import body_serving
from ratusha.territory.public import Level, Unit, ancestors, find_unit, nearest_unit, places_named

from .law import law

NOT_A_NAME = re.compile(  # words that say what a thing is, not how it is called
    r"\b(?:улица|ул|вуліца|вул|vulica|vulitsa|проспект|просп|пр|праспект|praspiekt|переулок|пер|завулак|зав|"
    r"бульвар|бул|тракт|шоссе|шаша|площадь|пл|плошча|проезд|праезд|микрорайон|мкр|мікрараён|город|горад|гор|г|"
    r"минск|мінск|минская|мінская|беларусь|область|вобласць|рядом|побач|каля|возле|дом|дома|подъезд|пад|с|з|д|кв|т)\b\.?"
)
HOUSE = re.compile(
    r"\b(\d{1,3})(?:\s*[-/]?\s*([а-яіўa-z](?![а-яіўa-z\d])))?(?:\s*(?:/|к\.?|корп\.?)\s*(\d{1,2})\b)?"
)
WORD = re.compile(r"[а-яёіўa-z]{3,}|\d+(?=-?[йя]\b)")


def street_and_house(address: str) -> tuple[str, str]:
    """Folded, so that one place written in several ways is one place; empty where the address does not say."""
    text = address.lower().replace("ё", "е").replace("’", "").replace("'", "")
    text = NOT_A_NAME.sub(" ", re.sub(r"[«»\"(),;№]", " ", text))
    street = " ".join(sorted(set(WORD.findall(text))))
    found = HOUSE.search(text, _start_of_house(text))
    if found is None:
        return street, ""
    number, letter, block = found.groups()
    return street, f"{number}{letter or ''}{f'/{block}' if block else ''}"


def _start_of_house(text: str) -> int:
    """Behind the first word of the name: "50 лет Победы, 5" names house 5."""
    word = WORD.search(text)
    return word.end() if word else 0


def house_key(address: str) -> str:
    street, house = street_and_house(address)
    return f"{street}|{house}"[:160] if street and house else ""


def towns_named(name: str) -> list[tuple[str, str]]:
    """Towns and villages of this name; a city that has districts is one place here."""
    found: dict[str, str] = {}
    for code, label in places_named(name):
        unit = find_unit(code)
        if unit is not None and unit.level == Level.CITY_DISTRICT and unit.parent_id:
            code, label = unit.parent_id, label.rpartition(", ")[0]  # noqa: PLW2901 - the city instead
        found.setdefault(code, label)
    return list(found.items())


def unit_at(lat: float, lon: float) -> Unit | None:
    """The town or village whose middle is nearest, never a district of a city."""
    return nearest_unit(lat, lon)


def dispatcher_of(unit_code: str, on: date) -> UUID | None:
    body = body_serving(law().dispatcher, unit_code, on)
    return body.pk if body else None


def units_around(unit_code: str) -> list[str]:
    return [unit_code, *(unit.pk for unit in ancestors(unit_code))]


def spot_of(lat: float | None, lon: float | None, address: str) -> str:
    """About a hundred metres, or a house: what one place is when reports about it are counted."""
    if lat is None or lon is None:
        return house_key(address)
    return f"{lat:.3f}|{lon:.3f}"
