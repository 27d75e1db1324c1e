"""What the country's law says of appeals: terms and grounds. Read from the pack once."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.procedures.public import Ground, Source


class TermOfLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    term: str
    source: Source


class AppealLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Each term is counted from the registration; `study` is the one with further checks."""

    right: Source
    reception: TermOfLaw  # at least so often
    consideration: TermOfLaw
    study: TermOfLaw
    longer: Source
    forwarding: TermOfLaw
    leaving: TermOfLaw
    language: Source
    withdrawal: Source
    contesting: Source
    collective: Source
    grounds: list[Ground]

    def ground(self, code: str) -> Ground | None:
        return next((g for g in self.grounds if g.code == code), None)


@cache
def law() -> AppealLaw:
    return msgspec.convert(pack().yaml("appeals.yaml"), AppealLaw)
