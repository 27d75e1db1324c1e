"""Services and purposes of the country pack: what can be asked, and what each purpose may be given."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text

ALL = "all"


@dataclass(frozen=True)
class Field:
    """A fact a service can give; `kind` is set where an official of another body types the answer."""

    code: str
    label: Text
    kind: str = ""


@dataclass(frozen=True)
class Service:
    code: str
    title: Text
    source: Text
    fields: dict[str, Field]
    answered_by: tuple[str, ...] = ()  # kinds of bodies; empty: a register answers by itself


@dataclass(frozen=True)
class PurposeRule:
    """What the pack says of a purpose."""

    code: str
    title: Text
    basis: str
    sample: bool
    needs_case: bool
    services: dict[str, frozenset[str]]


def _field(code: str, about: dict[str, Any]) -> Field:
    label = {language: said for language, said in about.items() if language != "kind"}
    return Field(code, label, about.get("kind", ""))


@cache
def services() -> dict[str, Service]:
    listed: dict[str, Any] = pack().yaml("exchange/services.yaml")["services"]
    return {
        code: Service(
            code=code,
            title=about["title"],
            source=about["source"],
            fields={name: _field(name, said) for name, said in about["fields"].items()},
            answered_by=tuple(about.get("answered_by", ())),
        )
        for code, about in listed.items()
    }


@cache
def purposes() -> dict[str, PurposeRule]:
    listed: dict[str, Any] = pack().yaml("exchange/purposes.yaml")["purposes"]
    return {code: _purpose(code, about) for code, about in listed.items()}


def _purpose(code: str, about: dict[str, Any]) -> PurposeRule:
    allowed = {
        service: frozenset(services()[service].fields if fields == ALL else fields)
        for service, fields in about["services"].items()
    }
    for service, fields in allowed.items():
        unknown = fields - services()[service].fields.keys()
        if unknown:
            raise ValueError(f"purpose {code}: {service} has no {', '.join(sorted(unknown))}")
    basis = about["basis"]
    return PurposeRule(
        code=code,
        title=about["title"],
        basis=", ".join(part for part in (basis["title"], basis["article"]) if part),
        sample=basis["confidence"] == "sample",
        needs_case=about.get("needs_case", False),
        services=allowed,
    )


def service(code: str) -> Service:
    found = services().get(code)
    if found is None:
        raise RuleBroken("exchange.unknown_service", _("There is no such service of the exchange."))
    return found


def purpose(code: str) -> PurposeRule:
    found = purposes().get(code)
    if found is None:
        raise RuleBroken(
            "exchange.unknown_purpose", _("Data cannot be asked for with this purpose.")
        )
    return found
