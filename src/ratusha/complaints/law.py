"""What the country's law says of complaints: terms, grounds, the way upwards. Read from the pack once."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.procedures.public import Ground, Source


class TermOfLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    term: str
    source: Source


class WayUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act sends complaints about this body, or about every body of this kind, to another than the one above it."""

    to: str
    source: Source
    body: str = ""
    kind: str = ""


class ComplaintLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    limit: TermOfLaw
    consideration: TermOfLaw
    explanation: TermOfLaw
    carrying_out: TermOfLaw
    right: Source
    withdrawal: Source
    results: Source
    told_to_the_applicant: Source
    grounds: list[Ground]
    higher_bodies: list[WayUp] = []

    def ground(self, code: str) -> Ground | None:
        return next((g for g in self.grounds if g.code == code), None)


@cache
def law() -> ComplaintLaw:
    return msgspec.convert(pack().yaml("complaints.yaml"), ComplaintLaw)
