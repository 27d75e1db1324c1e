"""Names in Latin letters by the table of the country pack."""

from functools import cache
from typing import Any

from ratusha.kernel.pack import pack


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = pack().yaml("names/transliteration.yaml")
    return table


@cache
def in_latin_letters(word: str) -> str:
    """What the table does not know stays as it is; each part of a double name begins with a capital."""
    return "-".join(_part(part) for part in word.split("-"))


def _part(word: str) -> str:
    table = _table()
    final = table["silent_final"]
    low = word.lower()
    if low.endswith(final["letter"]) and low[-2:-1] and low[-2] in final["after"]:
        low = low[:-1]
    signs = []
    for place, letter in enumerate(low):
        opens = place == 0 or low[place - 1] in table["after"]
        known = table["opening"] if opens and letter in table["opening"] else table["letters"]
        signs.append(known.get(letter, letter))
    said = "".join(signs)
    return said[:1].upper() + said[1:] if word[:1].isupper() else said
