"""What of a passport, an idea or a system is compared with others. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ratusha.measures.passport.definition import Answers
from ratusha.measures.passport.reading import day, number, rows, text
from ratusha.systems.public import Card

from .grams import normal

LEAVING = ("being_switched_off", "archived")
STEM = 6  # letters by which words of one root are mostly alike
SHORT = 4  # shorter words say little
CODE = re.compile(r"[A-ZА-Я]{1,4}\d+/[\d.]+")


@dataclass(frozen=True)
class Profile:
    name: str
    text: str  # in normal form
    objects: frozenset[str] = frozenset()  # all data objects
    owned: frozenset[str] = frozenset()  # of which it is the master
    functions: frozenset[str] = frozenset()
    users: frozenset[str] = frozenset()
    procedures: frozenset[str] = frozenset()
    created: frozenset[str] = frozenset()  # names of its systems, in normal form
    replaced: frozenset[str] = frozenset()
    switched_off_on: date | None = None
    availability: Decimal | None = None
    total: Decimal | None = None
    labour: Decimal | None = None
    licences: Decimal | None = None  # shares of the money, where the lines say what they are for
    equipment: Decimal | None = None


def stems(words: str) -> frozenset[str]:
    return frozenset(one[:STEM] for one in normal(words).split() if len(one) >= SHORT)


def names(written: str | Iterable[str]) -> frozenset[str]:
    """Names that stand in one field with commas, or one in each row."""
    parts = re.split(r"[,;\n]", written) if isinstance(written, str) else written
    return frozenset(made for one in parts if (made := normal(str(one))))


def of_idea(name: str, goal: str, without: frozenset[str]) -> Profile:
    """A measure without a passport: what it is called and what it is for."""
    return Profile(name, normal(f"{name} {goal}", without))


def of_passport(answers: Answers, without: frozenset[str]) -> Profile:
    objects = rows(answers, "data", "objects")
    told = [text(answers, *place) for place in TOLD]
    budget: Mapping[str, Any] = answers.get("budget", {})
    total = number(budget, "total")
    return Profile(
        name=text(answers, "identity", "name"),
        text=normal(" ".join(told), without),
        objects=names(one.get("name") or "" for one in objects),
        owned=names(one.get("name") or "" for one in objects if one.get("use") == "own"),
        functions=stems(text(answers, "solution", "functions")),
        users=stems(text(answers, "solution", "users")),
        procedures=frozenset(CODE.findall(text(answers, "solution", "procedures"))),
        created=names(text(answers, "systems", "created")),
        replaced=names(text(answers, "systems", "replaced")),
        switched_off_on=day(answers.get("systems", {}), "switched_off_on"),
        availability=number(answers.get("architecture", {}), "availability"),
        total=total,
        labour=number(budget, "labour"),
        licences=share_of(answers, "licence", total),
        equipment=share_of(answers, "equipment", total),
    )


def share_of(answers: Answers, item: str, total: Decimal | None) -> Decimal | None:
    """Of the money of a passport, what goes for this; None where no line says what it is for."""
    lines = rows(answers, "budget", "lines")
    if not total or not any(one.get("item") for one in lines):
        return None
    spent = (number(one, "amount") or Decimal() for one in lines if one.get("item") == item)
    return round(sum(spent, Decimal()) / total, 4)


def of_system(card: Card, without: frozenset[str]) -> Profile:
    """A card of the register of systems, in all its languages. What is switched off stands as replaced."""
    name = next(iter(card.name.values()), "")
    ends = next((one.on for one in card.statuses if one.status in LEAVING), None)
    own = names([*card.name.values(), card.short_name])
    return Profile(
        name=name,
        text=normal(
            " ".join([*card.name.values(), *card.purpose.values(), *card.functions]), without
        ),
        objects=names(one.name for one in card.objects),
        owned=names(one.name for one in card.objects if one.master),
        functions=stems(" ".join(card.functions)),
        users=stems(" ".join(one.group for one in card.users)),
        procedures=frozenset(card.procedures),
        created=own,
        replaced=own if ends else frozenset(),
        switched_off_on=ends,
        availability=card.availability or card.promised,
    )


TOLD = (
    ("identity", "name"),
    ("goal", "problem"),
    ("goal", "goal"),
    ("solution", "functions"),
)
