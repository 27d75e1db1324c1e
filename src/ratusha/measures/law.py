"""What the country's acts say of measures: kinds, spheres, programmes, terms, grounds. Read from the pack once."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_my_language
from ratusha.parties.public import Organisation, find_body
from ratusha.procedures.public import Source

from .classifier import Classifier
from .contract_rules import Ceiling


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a list of the pack: a code that stays and a name in three languages."""

    code: str
    name: Text

    def said(self) -> str:
        return in_my_language(self.name).text


class WithSource(Named, frozen=True, forbid_unknown_fields=True):
    source: Source


class Programme(Named, frozen=True, forbid_unknown_fields=True):
    years: tuple[int, int]
    source: Source
    events: int
    subprogrammes: list[Named]


class Returns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    most: int
    source: Source


class CouncilRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    share: str
    agenda_days: int
    chair_breaks_ties: bool
    secret: list[str]
    source: Source

    @property
    def quorum_share(self) -> Fraction:
        return Fraction(self.share)


class Duties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the calendar of duties says of a measure, and after how many months its benefits are reviewed."""

    condition: Text
    review: Text
    reviews: list[int]
    source: Source


class Amendments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """On which grounds a contract is amended, and how far before the measure itself is changed."""

    percent: str
    days: int
    grounds: list[Named]
    source: Source

    def ground(self, code: str) -> Named | None:
        return next((one for one in self.grounds if one.code == code), None)

    @property
    def ceiling(self) -> Ceiling:
        return Ceiling(Decimal(self.percent), self.days)


class OutsideClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose projects were dearer and longer than planned, by how many per cent on average."""

    name: Text
    dearer: str
    longer: str
    source: Source

    @property
    def percent(self) -> Decimal:
        return Decimal(self.dearer)

    def said(self) -> str:
        return in_my_language(self.name).text


class Aids(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which the aids know things of the country."""

    legal_forms: list[str]
    identity: list[str]
    payment: list[str]
    outside: OutsideClass
    source: Source


class Pilots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of the call for pilots, and of pilots themselves."""

    call_days: int  # for so long a call is open at least
    owners: list[str]  # kinds of organisations whose problems are named
    source: Source


class EconomicClasses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of budget expenses: to which a line of a passport belongs."""

    source: Source
    classes: list[Named]


class Tariff(Named, frozen=True, forbid_unknown_fields=True):
    """Of one unit of a resource."""

    month: str


class Tariffs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of the data centre of the state."""

    source: Source
    hosting: list[Tariff]

    @property
    def monthly(self) -> dict[str, Decimal]:
        return {one.code: Decimal(one.month) for one in self.hosting}


class MeasureLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    acts: dict[str, Source]
    responsible_body: str
    expert_bodies: list[str]
    expert_bodies_source: Source
    terms: dict[str, str]
    terms_source: Source
    returns: Returns
    council: CouncilRules
    kinds_source: Source
    kinds: list[Named]
    exceptions: list[WithSource]
    classifier: Classifier
    spheres: list[Named]
    spheres_source: Source
    tasks: list[Named]
    economic_classes: EconomicClasses
    tariffs: Tariffs
    programmes: list[Programme]
    grounds: list[WithSource]
    aids: Aids
    duties: Duties
    amendments: Amendments
    pilots: Pilots

    def ground(self, code: str) -> WithSource | None:
        return next((one for one in self.grounds if one.code == code), None)

    def programme(self, code: str) -> Programme | None:
        return next((one for one in self.programmes if one.code == code), None)


@cache
def law() -> MeasureLaw:
    return msgspec.convert(pack().yaml("measures.yaml"), MeasureLaw)


def name_of(entries: list[Named], code: str) -> str:
    return next((one.said() for one in entries if one.code == code), code)


def responsible_body() -> Organisation:
    found = find_body(law().responsible_body)
    if found is None:
        raise LookupError("the pack names a responsible body for measures that does not exist")
    return found


def expert_bodies() -> list[Organisation]:
    return [body for body in map(find_body, law().expert_bodies) if body]
