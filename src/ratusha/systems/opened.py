"""What of a card everybody may read: a list of fields, so that a new one stays inside until somebody lets it out."""

from typing import Any

import msgspec

from .card import Card, plain, schema

OPEN = (
    "name", "short_name", "kind", "owner", "operator", "purpose", "functions", "sphere", "access", "legal_basis",
    "statuses", "commissioned_by", "users", "procedures", "objects", "interfaces", "hosting", "promised",
    "availability", "satisfaction", "costs", "contracts", "measures", "papers", "repository", "licence", "languages",
    "address", "successor", "personal_data_number", "sample",
)  # fmt: skip
OPEN_OF_INTERFACE = (
    "system",
    "direction",
    "objects",
    "channel",
    "version",
    "calls_a_month",
    "needed",
)
OPEN_OF_HOSTING = ("state_centre", "system")


def open_part(card: Card, known: set[str]) -> dict[str, Any]:
    """`known`: the numbers of open systems; an exchange with another one is not told."""
    told = {name: value for name, value in plain(card).items() if name in OPEN}
    if card.interfaces:
        told["interfaces"] = [
            {name: value for name, value in one.items() if name in OPEN_OF_INTERFACE}
            for one in told["interfaces"]
            if one.get("system") in known
        ]
    if "hosting" in told:
        told["hosting"] = {k: v for k, v in told["hosting"].items() if k in OPEN_OF_HOSTING}
    if card.security.audited_on:
        told["security"] = {"audited_on": card.security.audited_on.isoformat()}
    if card.successor and card.successor not in known:
        del told["successor"]
    return told


def open_schema() -> dict[str, Any]:
    """The JSON Schema of what is published."""
    whole = schema()
    whole["$defs"]["Card"]["properties"] = {
        name: said
        for name, said in whole["$defs"]["Card"]["properties"].items()
        if name in (*OPEN, "security")
    }
    whole["title"] = "Open part of the card of a system"
    return whole


def as_bytes(told: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(told), indent=1)
