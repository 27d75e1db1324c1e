"""The register of systems of the demonstration state: known names, the rest invented and marked so."""

import hashlib
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ratusha.kernel.pack import pack
from ratusha.parties.public import find_body
from ratusha.systems import public as systems

CHANNELS = {"exchange": "state_exchange"}
WORKS = ("in_operation", "being_developed", "being_switched_off", "suspended")
REASON = "Першапачатковы запіс (узор)"


def register_systems(*, now: datetime) -> dict[str, str]:
    """Entered over the last two years, so that the register has a history. Returns their numbers by key."""
    told = pack().yaml("demonstration/systems.yaml")
    numbers: dict[str, str] = {}
    rows = told["systems"]
    for place, one in enumerate(rows):
        card = systems.read_card(_card(one, place, told["objects"], numbers, now))
        owner = find_body(one["owner"])
        assert owner is not None, f"no body {one['owner']}"  # noqa: S101 - our own data
        moment = now - timedelta(days=30 + (len(rows) - place) * 20)
        entered = systems.register_system(
            card, owner_id=owner.pk, by=None, now=moment, reason=REASON
        )
        numbers[one["key"]] = entered.number
    return numbers


def _card(
    one: dict[str, Any], place: int, objects: dict[str, Any], numbers: dict[str, str], now: datetime
) -> dict[str, Any]:
    year = timezone.localdate(now).year
    taken = {code for link in one.get("takes", ()) for code in link["objects"]}
    held = [
        *((code, "own", True) for code in one.get("masters", ())),
        *((code, "used", False) for code in sorted(taken)),
        *((code, "asked_of_people", False) for code in one.get("asks", ())),
    ]
    cost = (7 + place * 13 % 41) * 10_000
    told = {
        "name": one["name"],
        "short_name": one.get("short", ""),
        "kind": one["kind"],
        "owner": one["owner"],
        "operator": "digital:nces" if one.get("host") else one["owner"],
        "sphere": one["sphere"],
        "access": one.get("access", "open"),
        "purpose": {"be": f"{one['name']['be']}: вядзе і дае тое, дзеля чаго створана (узор)."},
        "statuses": _statuses(one),
        "commissioned_by": "Загад № 1 (узор)" if one["status"] in WORKS else "",
        "users": [{"group": "Службовыя асобы (узор)", "count": 40 + place * 37 % 900}],
        "objects": [
            {
                "code": code, "name": objects[code]["name"], "role": role, "master": master,
                "personal": objects[code].get("personal", False), "open": objects[code].get("open", False),
            }
            for code, role, master in held
        ],
        "interfaces": [
            {
                "system": numbers[link["from"]], "objects": link["objects"],
                "channel": CHANNELS.get(link.get("channel", "exchange"), link.get("channel", "")),
                "calls_a_month": link["calls"], "needed": link.get("needed", True),
            }
            for link in one.get("takes", ())
        ],
        "hosting": _hosting(one, numbers),
        "security": {
            "level": "4-дп (узор)" if place % 2 else "3-юл (узор)",
            "audited_on": (timezone.localdate(now) - timedelta(days=90 + place * 31)).isoformat(),
            "audit_result": "заўвагі выпраўлены (узор)",
        },
        "personal_data_number": f"ПД-{place + 1:04} (узор)",
        "promised": one.get("promised"),
        "availability": _near(one.get("promised"), place),
        "costs": [
            {"year": year - back, "plan": cost, "fact": None if back == 0 else cost + back * 1500}
            for back in (2, 1, 0)
        ],
        "papers": [
            {
                "kind": "technical_passport", "title": "Тэхнічны пашпарт (узор)", "on": one["since"].isoformat(),
                "sha256": hashlib.sha256(one["key"].encode()).hexdigest(),
            }
        ],
        "successor": numbers.get(one.get("next", ""), ""),
        "sample": True,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value not in (None, "")}


def _statuses(one: dict[str, Any]) -> list[dict[str, str]]:
    """The way that has led to where it is."""
    whole = {
        "being_created": ["planned", "being_created"],
        "trial": ["planned", "being_created", "trial"],
        "in_operation": ["being_created", "trial", "in_operation"],
        "being_developed": ["being_created", "trial", "in_operation", "being_developed"],
        "suspended": ["being_created", "trial", "in_operation", "suspended"],
        "being_switched_off": ["being_created", "trial", "in_operation", "being_switched_off"],
    }[one["status"]]
    since: date = one["since"]
    steps = len(whole) - 1
    return [
        {"status": status, "on": (since - timedelta(days=240 * (steps - place))).isoformat()}
        for place, status in enumerate(whole)
    ]


def _hosting(one: dict[str, Any], numbers: dict[str, str]) -> dict[str, Any]:
    if one["key"] == "rcod" or one.get("host"):
        host = numbers.get(one.get("host", ""), "")
        return {"site": "РЦАД", "state_centre": True, **({"system": host} if host else {})}
    return {"site": "Уласная пляцоўка", "why_elsewhere": "Перанос у РЦАД запланаваны (узор)."}


def _near(promised: str | None, place: int) -> str | None:
    """What was measured: a little better or worse than what is promised."""
    if promised is None:
        return None
    return str(min(Decimal("99.99"), Decimal(promised) + Decimal(place % 7 - 3) / 20))
