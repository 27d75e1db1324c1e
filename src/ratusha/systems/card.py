"""The card of a system: everything the register knows of it, as one document. Pure data: no database, no clock.

The open data, the JSON Schema, export, import and the forms are all made from these structures.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

Text = dict[str, str]
Line = Annotated[str, Meta(max_length=300)]
Words = Annotated[str, Meta(max_length=4000)]
Code = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")]
Number = Annotated[str, Meta(pattern=r"^(SYS-\d{4}-\d{5})?$")]
MOST_MONEY = Decimal(10) ** 15

Kind = Literal["platform", "system", "resource", "component", "standard_solution"]
Status = Literal[
    "planned", "being_created", "trial", "in_operation", "being_developed", "suspended",
    "being_switched_off", "archived",
]  # fmt: skip
Channel = Literal["state_exchange", "direct", "files", "by_hand"]
Role = Literal["own", "used", "asked_of_people"]
Direction = Literal["takes", "gives"]
Access = Literal["open", "service"]
DocumentKind = Literal[
    "concept", "terms_of_reference", "technical_passport", "project", "users_guide", "operators_guide",
    "test_protocol", "acceptance_act", "security_documents", "data_description", "interface_description",
    "other",
]  # fmt: skip


class Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The common shape: a field that nobody knows is an error, not a whisper."""


def _within(most: Decimal, **given: Decimal | None) -> None:
    """What the schema cannot say of a decimal number: it is finite, and from nought to the most there can be."""
    for name, value in given.items():
        if value is not None and not (value.is_finite() and 0 <= value <= most):
            raise ValueError(f"{name} must be between 0 and {most}")


class Act(Part, frozen=True):
    title: Line
    number: Line = ""
    on: date | None = None


class Users(Part, frozen=True):
    group: Line
    count: Annotated[int, Meta(ge=0)] = 0


class DataObject(Part, frozen=True):
    """What kind of fact it is, and how the system comes by it. `master`: this is the source of truth."""

    code: Code
    name: Line
    role: Role = "own"
    master: bool = False
    personal: bool = False
    open: bool = False
    volume: Annotated[int, Meta(ge=0)] = 0
    freshness: Line = ""


class Interface(Part, frozen=True):
    """One exchange, told from this side: it takes from a system or gives to it."""

    system: Number
    direction: Direction = "takes"
    objects: list[Code] = []
    channel: Channel = "state_exchange"
    service: Line = ""
    protocol: Line = ""
    contract: Line = ""
    version: Line = ""
    promised: Decimal | None = None
    calls_a_month: Annotated[int, Meta(ge=0)] = 0
    needed: bool = True

    def __post_init__(self) -> None:
        _within(Decimal(100), promised=self.promised)


class Hosting(Part, frozen=True):
    site: Line = ""
    state_centre: bool = False
    system: Number = ""
    why_elsewhere: Words = ""


class Security(Part, frozen=True):
    level: Line = ""
    attestation: Line = ""
    attested_on: date | None = None
    valid_to: date | None = None
    audited_on: date | None = None
    audit_result: Line = ""


class YearCost(Part, frozen=True):
    year: Annotated[int, Meta(ge=1990, le=2100)]
    plan: Decimal = Decimal(0)
    fact: Decimal | None = None

    def __post_init__(self) -> None:
        _within(MOST_MONEY, plan=self.plan, fact=self.fact)


class Paper(Part, frozen=True):
    """A document of the system; the register keeps its digest, so that a later change shows."""

    kind: DocumentKind
    title: Line
    on: date
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class StatusDate(Part, frozen=True):
    status: Status
    on: date


class Card(Part, frozen=True):
    name: Text
    kind: Kind
    owner: Line
    short_name: Line = ""
    purpose: Text = {}
    functions: list[Line] = []
    operator: Line = ""
    sphere: Line = ""
    access: Access = "open"
    legal_basis: list[Act] = []
    statuses: list[StatusDate] = []
    commissioned_by: Line = ""
    users: list[Users] = []
    procedures: list[Line] = []
    objects: list[DataObject] = []
    interfaces: list[Interface] = []
    hosting: Hosting = Hosting()
    security: Security = Security()
    personal_data_number: Line = ""
    promised: Decimal | None = None
    availability: Decimal | None = None
    satisfaction: Decimal | None = None
    costs: list[YearCost] = []
    contracts: list[Line] = []
    measures: list[Line] = []
    papers: list[Paper] = []
    repository: Line = ""
    licence: Line = ""
    languages: list[Language] = []
    address: Line = ""
    successor: Number = ""
    contact: Line = ""
    sample: bool = False

    def __post_init__(self) -> None:
        measured = {"availability": self.availability, "satisfaction": self.satisfaction}
        _within(Decimal(100), promised=self.promised, **measured)

    @property
    def status(self) -> str:
        return self.statuses[-1].status if self.statuses else "planned"

    @property
    def has_personal_data(self) -> bool:
        return any(one.personal for one in self.objects)


def read(given: Any) -> Card:
    """From plain values; raises msgspec.ValidationError with the place that is wrong."""
    return msgspec.convert(given, Card, strict=False)


def plain(card: Part) -> dict[str, Any]:
    """As it is stored and published: texts, numbers and days as JSON has them."""
    told: dict[str, Any] = msgspec.to_builtins(card)
    return told


def schema() -> dict[str, Any]:
    made = msgspec.json.schema(Card)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Card of a system",
        **made,
    }
