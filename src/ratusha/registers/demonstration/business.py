"""Companies and sole traders with their heads, entries and shops."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from ratusha.kernel.identifiers import make_payer_number
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.parties.public import Names, body_kinds
from ratusha.territory.public import Address

KINDS = {
    "limited_company": 55,
    "unitary_enterprise": 30,
    "additional_liability_company": 10,
    "joint_stock_company": 5,
}  # of a hundred


@dataclass(frozen=True)
class Activity:
    code: str
    name: Text
    trades: bool
    shop: Text


@dataclass(frozen=True)
class Business:
    payer_number: str
    kind: str
    name: Text
    address: Address
    since: date
    activity: Activity
    shops: list[str] = field(default_factory=list)


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = pack().yaml("names/companies.yaml")
    return words


@cache
def activities() -> tuple[Activity, ...]:
    return tuple(
        Activity(one["code"], one["name"], one.get("trade", False), one.get("shop", {}))
        for one in _words()["activities"]
    )


def authority() -> Text:
    text: Text = _words()["authority"]
    return text


def draw_company(rng: Random, address: Address, today: date) -> Business:
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    word: Text = rng.choice(_words()["words"])
    short: Text = body_kinds()[kind]["short"]
    name = {language: f"{short[language]} «{word[language]}»" for language in word}
    return _business(rng, kind, name, address, today, person=False)


def draw_trader(rng: Random, names: Names, address: Address, today: date) -> Business:
    """A sole trader is called by the person's name."""
    short: Text = body_kinds()["sole_trader"]["short"]
    name = {
        language: " ".join((short[language], *form.values()))
        for language, form in names.items()
        if language in short
    }
    return _business(rng, "sole_trader", name, address, today, person=True)


def _business(
    rng: Random, kind: str, name: Text, address: Address, today: date, *, person: bool
) -> Business:
    activity = rng.choice(activities())
    number = make_payer_number(rng, address.code, person=person and rng.random() < 0.6)  # noqa: PLR2004
    since = today - timedelta(days=rng.randint(60, 9000))
    language = next(iter(activity.shop), "")
    shops = (
        [f"{activity.shop[language]} № {n}" for n in range(1, rng.randint(1, 3) + 1)]
        if activity.trades
        else []
    )
    return Business(number, kind, name, address, since, activity, shops)
