"""Invented answers and facts: the plainest value of each kind, made from the form and from the service catalogue."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from dateutil.relativedelta import relativedelta

from ratusha.applications.public import Filled
from ratusha.exchange.public import Service, services
from ratusha.procedures.public import Definition, Field

WORD = {"be": "Узор", "ru": "Образец", "en": "Sample"}
FILES = UUID("00000000-0000-7000-8000-000000000001")  # the names of invented files lie below it
AGES = (2, 10, 17)  # years, of the things in a list: young enough, older, almost of age
_DAY = re.compile(r"(^|_)(date|since|until|on)$")
_COUNT = re.compile(r"(^|_)(count|age|rooms|minors|residents|number_of.*)$")
_AREA = re.compile(r"(^|_)(area|amount|share|sum)$")
_YES = re.compile(
    r"^(alive|active|granted|employed|registered|owned_by.*|is_.*|has_.*|lives_together)$"
)
_TEXT = re.compile(r"(^|_)(text|name|title|relation|state|head)$")
_LIST = re.compile(r"(^|_)(documents|history|owners|organisations|trade_objects)$")


class Invented:
    """What the sandbox says of itself: the day, one address, and the numbers of its people."""

    def __init__(
        self, today: date, address: Mapping[str, Any], numbers: Mapping[str, str] | None = None
    ) -> None:
        self.today, self.address, self.numbers = today, dict(address), dict(numbers or {})

    def answer(self, field: Field, filled: Filled) -> Any:
        """The plainest lawful answer of a question's kind, whatever its checks."""
        if field.choices or field.choices_from:
            codes = [code for code, _label in filled.choices(field, "")]
            first = codes[0] if codes else None
            return codes[:1] if field.kind == "choices" else first
        match field.kind:
            case "yes_no":
                return True
            case "date":
                return self.today.isoformat()
            case "number" | "money":
                return str(field.min if isinstance(field.min, int) and field.min > 1 else 1)
            case "address":
                return self.address
            case "file":
                return {"id": str(uuid5(FILES, field.code)), "name": "sample.pdf"}
            case "email":
                return "sample@example.com"
            case "phone":
                return "+375291234567"
            case "personal_number" | "payer_number":
                return self.numbers.get(field.kind, WORD["be"])
            case _:
                return text_by(field.pattern)[: field.max_length or 300]

    def facts(self, promise: Definition) -> dict[str, Any]:
        """What every register that the definition asks says, as the exchange hands it on."""
        known = services()
        named = [code for code in promise.services if code in known]
        told = {code: self._facts_of(known[code]) for code in named}
        for field in promise.fields:  # choices need things with a key and a name
            if (source := field.choices_from) and source.service in told:
                things = self._things([source.key, source.name])
                facts = told[source.service]
                facts[source.path] = [
                    {**new, **(old if isinstance(old, dict) else {})}
                    for new, old in zip(
                        things, facts.get(source.path) or [{}] * len(things), strict=False
                    )
                ]
        return {
            code: {"facts": facts, "source": known[code].source, "as_of": self.today.isoformat()}
            for code, facts in told.items()
        }

    def _facts_of(self, service: Service) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        inner: dict[str, list[str]] = {}
        for name, about in service.fields.items():
            outer, _dot, part = name.partition(".")
            if part:
                inner.setdefault(outer, []).append(part)
            else:
                facts[name] = self._fact(name, about.kind)
        for outer, parts in inner.items():
            facts[outer] = self._things(parts)
        return facts

    def _things(self, parts: list[str]) -> list[dict[str, Any]]:
        return [
            {part: self._fact(part, "", years=years, number=number) for part in parts}
            for number, years in enumerate(AGES)
        ]

    def _fact(self, name: str, kind: str, *, years: int = 36, number: int = 0) -> Any:
        if kind == "yes_no" or _YES.search(name):
            return True
        if kind == "date" or _DAY.search(name):
            return (self.today - relativedelta(years=years) - timedelta(days=1)).isoformat()
        if _COUNT.search(name):
            return years if name == "age" else len(AGES)
        if kind == "money" or _AREA.search(name):
            return "54.30"
        if name == "address":
            return self.address
        if _LIST.search(name):
            return [{"name": WORD, "number": "1"}]
        if name in {"person", "id", "organisation", "dwelling"}:
            return f"00000000-0000-7000-8000-00000000010{number}"
        return WORD if _TEXT.search(name) else f"{WORD['en']} {number + 1}"


def text_by(pattern: str) -> str:
    """A text that a regular expression of a form takes; a plain word where there is none."""
    if not pattern:
        return WORD["be"]
    made = _written(pattern.removeprefix("^").removesuffix("$"))
    return made if re.fullmatch(pattern, made) else WORD["be"]


_PIECE = re.compile(r"(\[[^\]]+\]|\\.|\(|\)|\||.)(\{(\d+)(?:,\d*)?\}|[+*?])?", re.DOTALL)
_CLASSES = {"d": "1", "w": "a", "s": " "}


def _written(pattern: str) -> str:
    """The shortest text: the first letter of each class, the first way of each choice, as often as must be."""
    out: list[str] = []
    for piece, times, least in _PIECE.findall(pattern):
        if piece == "|":
            break
        if piece in "()":
            continue
        if piece.startswith("["):
            letter = piece[1] if piece[1] != "\\" else _CLASSES.get(piece[2], piece[2])
        elif piece.startswith("\\"):
            letter = _CLASSES.get(piece[1], piece[1])
        else:
            letter = "a" if piece == "." else piece
        out.append(letter * (int(least) if least else 0 if times in ("*", "?") else 1))
    return "".join(out)
