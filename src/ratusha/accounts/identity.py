"""Two sockets: who can prove a person strictly, and who knows which party a personal number belongs to.

Accounts knows neither cards of a country nor the register of its people; `config/wiring.py` plugs them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.utils.functional import Promise


@dataclass(frozen=True)
class Ticket:
    """What a provider answers: who it is, and of the attributes only those that were agreed to."""

    personal_number: str
    attributes: Mapping[str, str]


class IdentityProvider(Protocol):
    """Its own page proves the person and begins a check with a handle; the owner agrees; then it releases."""

    code: str
    page: str  # the URL name of its page
    demonstration: bool  # no real cryptography: every page says so

    @property
    def name(self) -> str | Promise: ...

    @property
    def note(self) -> str | Promise:
        """Shown beside the name: what it takes."""

    def offers(self, handle: str) -> frozenset[str]:
        """The attributes this person could pass on."""

    def release(self, handle: str, attributes: frozenset[str], *, now: datetime) -> Ticket:
        """RuleBroken if the person's means of identification is no longer valid."""


@dataclass(frozen=True)
class Directory:
    find_party: Callable[[str], UUID | None]
    party_name: Callable[[UUID, str], str]


_providers: dict[str, IdentityProvider] = {}
_directory = Directory(find_party=lambda _number: None, party_name=lambda _party, _language: "")


def connect_provider(provider: IdentityProvider) -> None:
    _providers[provider.code] = provider


def connect_directory(
    find_party: Callable[[str], UUID | None], party_name: Callable[[UUID, str], str]
) -> None:
    global _directory  # noqa: PLW0603 - one socket, filled once by config/wiring.py
    _directory = Directory(find_party, party_name)


def providers() -> list[IdentityProvider]:
    return list(_providers.values())


def provider(code: str) -> IdentityProvider:
    return _providers[code]


def directory() -> Directory:
    return _directory
