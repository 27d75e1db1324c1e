"""An address: the code of a unit and what is written on the envelope, in each language it is known in."""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Any, Self

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_language

from .spelling import Spelling


def _text(value: Any) -> Text:
    """A plain string was typed by somebody and has no known language."""
    if isinstance(value, str):
        return {"und": value} if value else {}
    return {language: said for language, said in (value or {}).items() if said}


@cache
def spelling() -> Spelling:
    """How addresses are written in this country."""
    kinds = pack().yaml("territory/kinds.yaml").values()
    written = [
        way
        for kind in kinds
        for way in (*kind.values(), *kind["full"].values())
        if isinstance(way, str)
    ]
    return Spelling.of(pack().yaml("territory/spelling.yaml"), written)


@lru_cache(maxsize=20_000)  # what people type has no end
def _compared(settlement: str, street: str) -> str:
    return f"{spelling().settlement(settlement)}|{spelling().street(street)}"


def _by_language(name: Text) -> list[str]:
    return [said for _language, said in sorted(name.items()) if said] or [""]


@dataclass(frozen=True, kw_only=True)
class Address:
    code: str
    settlement: Text = field(default_factory=dict)
    street: Text = field(default_factory=dict)
    house: str = ""
    block: str = ""
    flat: str = ""
    postcode: str = ""

    def text(self, language: str) -> str:
        """One line, from the post code to the flat, as it is written in this language."""
        with translation.override(language):
            parts = [
                self.postcode,
                in_language(self.settlement, language).text,
                *self._street(language),
            ]
        return ", ".join(part for part in parts if part)

    def _street(self, language: str) -> list[str]:
        parts = [in_language(self.street, language).text]
        if self.house:
            parts.append(_("h. %(house)s") % {"house": self.house})
        if self.block:
            parts.append(_("block %(block)s") % {"block": self.block})
        if self.flat:
            parts.append(_("flat %(flat)s") % {"flat": self.flat})
        return parts

    @property
    def key(self) -> str:
        """By this a register counts its dwellings. The last language decides, so that an added one changes nothing."""
        return self.spellings[-1]

    @property
    def spellings(self) -> list[str]:
        """One for each way of naming the place in its languages: two addresses that share one are the same dwelling."""
        numbers = f"{spelling().house(self.house, self.block)}|{spelling().flat(self.flat)}"
        named = product(_by_language(self.settlement), _by_language(self.street))
        return [f"{self.code}|{_compared(*names)}|{numbers}" for names in named]

    def to_dict(self) -> dict[str, Any]:
        named = {
            "settlement": self.settlement,
            "street": self.street,
            "house": self.house,
            "block": self.block,
            "flat": self.flat,
            "postcode": self.postcode,
        }
        return {"code": self.code} | {what: value for what, value in named.items() if value}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        return cls(
            code=str(plain.get("code", "")),
            settlement=_text(plain.get("settlement")),
            street=_text(plain.get("street")),
            **{part: str(plain.get(part, "")) for part in ("house", "block", "flat", "postcode")},
        )
