"""What is in a file of the register, for who writes and for who reads it: entries, columns, quoted cells. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from ratusha.systems.card import Card, Hosting, Security
from ratusha.ui import text

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TEXTS = ("name", "purpose")
LISTS = ("functions", "procedures", "contracts", "measures", "languages")  # of lines
PARTS = {"hosting": Hosting, "security": Security}
QUOTED = re.compile(f"'*[{re.escape(''.join(text.FORMULAS))}]")


@dataclass(frozen=True)
class Entry:
    """One system of the register. Without a number it is one that has none yet."""

    card: Card
    number: str = ""
    version: int = 1
    confirmed_on: date | None = None


def _columns() -> tuple[str, ...]:
    names = ["number", "version", "confirmed_on"]
    for name in Card.__struct_fields__:
        if name in TEXTS:
            names += [f"{name}_{code}" for code in LANGUAGES]
        elif name in PARTS:
            names += [f"{name}.{inner}" for inner in PARTS[name].__struct_fields__]
        else:
            names.append(name)
    return tuple(names)


COLUMNS = _columns()
