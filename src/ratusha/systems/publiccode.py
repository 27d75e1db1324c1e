"""publiccode.yml of a system that is open source: what its card says, in the form that catalogues of software read.

Where the card does not hold what the standard requires, there is no file, and what lacks is told. Four things that it
requires stand in no card: they are assumed, as `ASSUMED` says, and the file itself tells so. What is optional and in no
card, such as a version of the software or a day of its release, is left out.
"""

import io
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from ruamel.yaml import YAML

from ratusha.kernel.texts import Text, in_my_language

from .card import Card
from .rules import Status
from .software.rules import licences_in

VERSION = "0.4"
SHORTEST, LONGEST = 150, 10_000  # of a description
MOST_SHORT = 150
DEVELOPMENT: dict[str, str] = {
    Status.PLANNED: "concept", Status.BEING_CREATED: "development", Status.TRIAL: "beta",
    Status.IN_OPERATION: "stable", Status.BEING_DEVELOPED: "stable", Status.SUSPENDED: "stable",
    Status.BEING_SWITCHED_OFF: "obsolete", Status.ARCHIVED: "obsolete",
}  # fmt: skip
WEB = ("http://", "https://")
ASSUMED = {
    "platforms": "web, for it has an address on the web",
    "softwareType": "standalone/web, for the same reason",
    "maintenance": "by the owner of the system",
    "localisationReady": "where its pages are in more languages than one",
}


@dataclass(frozen=True)
class Made:
    """`lacks`: what must be in the card before there can be a file."""

    told: dict[str, Any]
    lacks: list[str]


def is_open_source(card: Card) -> bool:
    return bool(card.repository and card.licence)


def publiccode(card: Card, *, owner: Text) -> Made:
    described = {
        code: _description(card, code)
        for code, words in sorted(card.purpose.items())
        if card.name.get(code) and len(words) >= SHORTEST
    }
    lacks = [
        said
        for said, is_there in (
            (_("an address of the code repository on the web"), card.repository.startswith(WEB)),
            (_("a licence of the list of SPDX"), licences_in(card.licence) is not None),
            (_("an address of the system on the web"), card.address.startswith(WEB)),
            (_("what it does, at least one line"), bool(card.functions)),
            (_("the languages of its pages"), bool(card.languages)),
            (
                _("a purpose of at least %(count)s signs") % {"count": SHORTEST},
                bool(described),
            ),
        )
        if not is_there
    ]
    told: dict[str, Any] = {
        "publiccodeYmlVersion": VERSION,
        "name": next(iter(card.name.values())),
        "url": card.repository,
        "landingURL": card.address,
        "platforms": ["web"],
        "developmentStatus": DEVELOPMENT[card.status],
        "softwareType": "standalone/web",
        "description": described,
        "legal": {"license": card.licence},
        "maintenance": {
            "type": "internal",
            "contacts": [{"name": in_my_language(owner).text}],
        },
        "localisation": {
            "localisationReady": len(card.languages) > 1,
            "availableLanguages": list(card.languages),
        },
    }
    return Made(told, lacks)


def _description(card: Card, language: str) -> dict[str, Any]:
    words = card.purpose[language]
    return {
        "localisedName": card.name[language],
        "shortDescription": _shortened(words),
        "longDescription": words[:LONGEST],
        "features": list(card.functions),
    }


def _shortened(words: str) -> str:
    """Whole words as many as there is room for."""
    line = " ".join(words.split())
    return line if len(line) <= MOST_SHORT else line[: MOST_SHORT - 1].rpartition(" ")[0] + "…"


def as_yaml(told: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    for name, why in ASSUMED.items():
        out.write(f"# assumed, in no card: {name} ({why})\n".encode())
    yaml = YAML()
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.dump(told, out)
    return out.getvalue()
