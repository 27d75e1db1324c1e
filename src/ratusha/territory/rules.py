"""What a unit is and how names are compared. Pure."""

import re
from collections.abc import Iterable, Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    REGION = "region", _("Region")
    CAPITAL = "capital", _("Capital")
    DISTRICT = "district", _("District")
    CITY = "city", _("City of regional rank")
    CITY_DISTRICT = "city_district", _("District of a city")
    TOWN = "town", _("Town")
    TOWN_COUNCIL = "town_council", _("Town council")
    VILLAGE_COUNCIL = "village_council", _("Village council")
    PART = "part", _("Part of a district")


class Basis(models.TextChoices):
    """Where the name in the first language comes from; empty: it is missing and another one is shown."""

    LISTED = "listed", _("from the list")
    NAMED = "named", _("well known")
    DERIVED = "derived", _("spelled by rule")


def fold(text: str) -> str:
    """Names are compared without case, stress, apostrophes and the dots of ё, and with ў as у."""
    text = text.lower().replace("ё", "е").replace("ў", "у")
    return " ".join(re.sub(r"[’'ʼ`´.]", "", text).split())


def codes_above(code: str, steps: Sequence[int]) -> list[str]:
    """The code itself and every coarser one its digits spell, finest first: an unlisted village still has a council."""
    return list(dict.fromkeys([code, *(code[:n].ljust(len(code), "0") for n in steps)]))


def lineages(parents: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """For every code, itself and all above it, nearest first."""
    above = dict(parents)
    found: dict[str, list[str]] = {}
    for code in above:
        line, step = [], code
        while step:
            line.append(step)
            step = above[step]
        found[code] = line
    return found
