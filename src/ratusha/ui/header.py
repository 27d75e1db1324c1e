"""What stands in the header and footer of every page. The composition root plugs it; ui knows no module."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Item:
    text: str
    address: str
    lang: str = ""  # of the text, where it is not in the language of the page
    count: int = 0
    section: str = ""  # addresses that begin so make the item current


@dataclass(frozen=True, slots=True)
class Header:
    """`person` is the page of who is signed in, `sign_in` the way in for who is not, `sign_out` a POST address."""

    nav: list[Item] = field(default_factory=list)
    person: Item | None = None
    sign_in: Item | None = None
    sign_out: str = ""
    capacity: Item | None = None  # as whom the person acts here; its page changes that
    footer: list[Item] = field(default_factory=list)


HeaderFor = Callable[[HttpRequest], Header]
_plugged: HeaderFor = lambda _request: Header()  # noqa: E731 - an empty socket


def plug(header_for: HeaderFor) -> None:
    global _plugged  # noqa: PLW0603 - one socket, filled once by config/wiring.py
    _plugged = header_for


def header_of(request: HttpRequest) -> Header:
    return _plugged(request)
