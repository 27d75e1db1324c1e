"""What the country says of its register of systems: acts, registrar, approvers, terms, spheres."""

from functools import cache
from typing import Literal

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_my_language
from ratusha.parties.public import Organisation, find_body
from ratusha.procedures.public import Source

from .card import Card
from .rules import Parameters


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: Text

    def said(self) -> str:
        return in_my_language(self.name).text


class Approver(Named, frozen=True, forbid_unknown_fields=True):
    body: str
    agreements: list[str]
    source: Source
    when: Literal["always", "personal_data"] = "always"

    def is_asked(self, agreement: str, card: Card) -> bool:
        if agreement not in self.agreements:
            return False
        return self.when != "personal_data" or card.has_personal_data


class SystemLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    acts: dict[str, Source]
    registrar: str
    approvers: list[Approver]
    term: str
    term_source: Source
    duty: Text  # what an approver owes, as the calendar of duties says it
    confirm_duty: Text  # what the owner of a system owes
    effect_duty: Text  # what an office owes
    audit_months: int
    confirm_months: int
    taken_in_days: int
    effect_months: int
    effect_term_months: int
    parameters_source: Source
    licences_refused: list[str]
    spheres: list[Named]

    @property
    def parameters(self) -> Parameters:
        return Parameters(self.audit_months, self.confirm_months)

    def approver(self, code: str) -> Approver | None:
        return next((one for one in self.approvers if one.code == code), None)


@cache
def law() -> SystemLaw:
    return msgspec.convert(pack().yaml("systems.yaml"), SystemLaw)


def sphere_name(code: str) -> str:
    return next((one.said() for one in law().spheres if one.code == code), code)


def body_called(code: str) -> Organisation:
    found = find_body(code)
    if found is None:
        raise LookupError(f"the pack names the body {code}, which does not exist")
    return found


def registrar() -> Organisation:
    return body_called(law().registrar)
