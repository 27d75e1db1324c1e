"""Whether a trace looks like a system that the register does not have, and how much of all systems it has. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy
from rapidfuzz.fuzz import ratio, token_set_ratio
from rapidfuzz.utils import default_process

from ratusha.systems.tables import Table

LONGEST = 500
ALIKE = 0.86  # from here on the trace is taken for the system that is most like it
WAITS = timedelta(days=30)  # how long a proposal may stay open
TABLE = Table(
    code="discovery.file_wrong",
    columns=("kind", "organisation", "subject", "on", "address"),
    needed=("kind", "organisation", "subject"),
    most_bytes=4 * 1024 * 1024,
    most_rows=20_000,
    longest=LONGEST,
)
SYSTEM_WORDS = re.compile(
    r"информационн\w* систем|информационн\w* ресурс|программн\w* (?:комплекс|обеспечени)|\bАИС\b|\bГИС\b|\bИС\b|портал|"
    r"баз\w* данн|реестр|інфармацыйн\w* сістэм|інфармацыйн\w* рэсурс|праграмн\w* (?:комплекс|забеспячэнн)|"
    r"баз\w* даных|рэестр|information system|data ?base|register|portal|software",
    re.IGNORECASE,
)


class Kind(models.TextChoices):
    CONTRACT = "contract", gettext_lazy("subject of a contract")
    DOMAIN = "domain", gettext_lazy("domain name")
    LOG = "log", gettext_lazy("log of the state exchange")
    HOSTING = "hosting", gettext_lazy("list of what is hosted")
    BUDGET = "budget", gettext_lazy("budget line")


class Standing(models.TextChoices):
    OPEN = "open", gettext_lazy("to be looked at")
    CONFIRMED = "confirmed", gettext_lazy("a system that is not registered")
    DISMISSED = "dismissed", gettext_lazy("no system of its own")


@dataclass(frozen=True)
class Trace:
    kind: str
    organisation: str
    subject: str
    on: date | None = None
    address: str = ""

    @property
    def key(self) -> str:
        """One trace brought twice is one."""
        words = " ".join(f"{self.organisation} {self.address or self.subject}".casefold().split())
        return f"{self.kind}:{words}"[:LONGEST]


@dataclass(frozen=True)
class Match:
    number: str
    score: float


def speaks_of_a_system(trace: Trace) -> bool:
    """A domain, a log and a host are systems by themselves; a contract or a budget line must say so."""
    if trace.kind in (Kind.DOMAIN, Kind.LOG, Kind.HOSTING):
        return True
    return bool(SYSTEM_WORDS.search(trace.subject))


def best_match(
    trace: Trace, names: Mapping[str, Iterable[str]], addresses: Mapping[str, str]
) -> Match | None:
    """`names`: of each system by its number; `addresses`: of systems by their domains."""
    if trace.address and (number := addresses.get(_domain(trace.address))):
        return Match(number, 1.0)
    best = Match("", 0.0)
    for number, said in names.items():
        for name in filter(None, said):
            alike = (
                token_set_ratio if len(name.split()) > 1 else ratio
            )  # one word alone is no proof
            score = alike(trace.subject, name, processor=default_process) / 100
            if score > best.score:
                best = Match(number, score)
    return best if best.score > 0 else None


def is_registered(match: Match | None) -> bool:
    return match is not None and match.score >= ALIKE


def _domain(address: str) -> str:
    return (
        address.casefold()
        .removeprefix("https://")
        .removeprefix("http://")
        .removeprefix("www.")
        .partition("/")[0]
    )


def is_overdue(found_on: date, today: date) -> bool:
    return today - found_on > WAITS


@dataclass(frozen=True)
class Coverage:
    """What is published: registered / (registered + confirmed unregistered); what is open counts on neither side."""

    registered: int
    confirmed: int
    open: int

    @property
    def value(self) -> float | None:
        whole = self.registered + self.confirmed
        return self.registered / whole if whole else None


def read_traces(content: bytes) -> list[Trace]:
    return [_trace(number, told) for number, told in TABLE.read(content)]


def _trace(number: int, told: Mapping[str, str]) -> Trace:
    if told["kind"] not in Kind.values:
        raise TABLE.bad(number, "kind", told["kind"])
    if not told["subject"]:
        raise TABLE.unnamed(number)
    on = TABLE.day(told["on"], number, "on")
    return Trace(told["kind"], told["organisation"], told["subject"], on, told["address"])
