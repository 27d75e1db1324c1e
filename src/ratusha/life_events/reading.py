"""Life events as the country pack tells them: procedures in order, questions they share, offers that follow by law."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.procedures.public import Source

from .rules import Shared

FILE = "life_events.yaml"


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One procedure of an event, by the plain name people would give it.

    `after`: whose results it needs. `for_another`: somebody else is the applicant, so it is not in one's own sitting.
    """

    code: str
    name: Text
    after: list[str] = []
    for_another: bool = False


class SharedQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question that several forms ask: by procedure, the code of the field that means the same."""

    code: str
    fields: dict[str, str]


class Offered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One procedure of an offer, with answers that need not be asked.

    An answer that is text and begins with "=" is an expression over `about`, `facts` and `today`.
    """

    code: str
    answers: dict[str, Any] = {}


class OfferRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act in a register gives rise to an offer, where the condition holds over the facts of the services named.

    `questions_left`: the state does not know everything, so the person answers the rest before lodging.
    `for_organisation`: the act was about an organisation, and it is the applicant.
    """

    code: str
    act: str
    title: Text
    reason: Text
    services: list[str]
    condition: str
    procedures: list[Offered]
    days: int
    source: Source
    questions_left: bool = False
    for_organisation: bool = False


class LifeEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: Text
    note: Text
    procedures: list[Need]
    shared: list[SharedQuestion] = []
    offers: list[OfferRule] = []

    @property
    def after(self) -> dict[str, list[str]]:
        return {need.code: need.after for need in self.procedures}

    @property
    def sharing(self) -> list[Shared]:
        return [one.fields for one in self.shared]

    def named(self, code: str) -> Text:
        return next((need.name for need in self.procedures if need.code == code), {})


@cache
def life_events() -> tuple[LifeEvent, ...]:
    if not pack().file(FILE).exists():
        return ()
    return tuple(msgspec.convert(pack().yaml(FILE), list[LifeEvent]))


def life_event(code: str) -> LifeEvent | None:
    return next((event for event in life_events() if event.code == code), None)


def offer_rules(act: str) -> Iterator[tuple[LifeEvent, OfferRule]]:
    """What may follow from this act of a register."""
    for event in life_events():
        yield from ((event, rule) for rule in event.offers if rule.act == act)


def offer_rule(code: str) -> OfferRule | None:
    """None where the pack has dropped it since the offer was made."""
    return next(
        (rule for event in life_events() for rule in event.offers if rule.code == code), None
    )
