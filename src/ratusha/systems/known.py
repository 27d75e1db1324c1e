"""What the register knows of software by its name: for rooms that ask before something is bought. Reads only."""

from dataclasses import dataclass
from datetime import date

from .models import SoftwareItem


@dataclass(frozen=True)
class KnownSoftware:
    """Of several versions of one name each is one."""

    name: str
    version: str
    support_ends_on: date | None
    licences: int
    licences_end_on: date | None


def known_software() -> list[KnownSoftware]:
    """Only what has an end of support or licences that were bought."""
    found = SoftwareItem.objects.exclude(support_ends_on=None, licences=None)
    told = found.values_list("name", "version", "support_ends_on", "licences", "licences_end_on")
    return [
        KnownSoftware(name, version, ends_on, licences or 0, licences_end_on)
        for name, version, ends_on, licences, licences_end_on in told
    ]
