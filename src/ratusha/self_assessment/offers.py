"""What the platform can offer as answers: each fact is told by a function, with its source, its day and its evidence.

Modules on the same floor do not know each other, so whoever composes the state plugs their facts in (`plug`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from .questionnaire import OFFICIAL
from .rules import Given


@dataclass(frozen=True)
class Told:
    """What a fact says today: words for the form (English, as the form is) and an answer to each question."""

    says: str
    answers: dict[int, Given]
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Provider:
    """One fact of the platform. `tell` gives None while there is nothing to tell."""

    code: str
    title: Callable[[], str]
    source: Callable[[], str]
    questions: tuple[int, ...]
    tell: Callable[[date], Told | None]


@dataclass(frozen=True)
class Offer:
    """A fact, told for one question."""

    question: int
    fact: str
    title: str
    source: str
    as_of: date
    given: Given
    says: str = field(default="")

    @property
    def key(self) -> str:
        return f"{self.question}:{self.fact}"

    def as_offered(self) -> dict[str, object]:
        """To the letter, for the record of what was accepted or declined."""
        return {
            "choice": list(self.given.choice),
            "text": self.given.text,
            "links": list(self.given.links),
        }


_providers: dict[str, Provider] = {}


def plug(*providers: Provider) -> None:
    for one in providers:
        _providers[one.code] = one


def providers() -> list[Provider]:
    return list(_providers.values())


def provider(code: str) -> Provider | None:
    return _providers.get(code)


def offers(on: date, *, questions: set[int] | None = None) -> Iterator[Offer]:
    """For these questions, or all; a fact is asked once whatever it answers."""
    for one in _providers.values():
        wanted = set(one.questions) if questions is None else questions.intersection(one.questions)
        told = one.tell(on) if wanted else None
        if told is None:
            continue
        for number in sorted(wanted):
            if number in told.answers:
                yield Offer(
                    number, one.code, one.title(), one.source(), on, told.answers[number], told.says
                )


def address(name: str, *arguments: object) -> str:
    """A page of this site as the form names it: in full, in the language of the form."""
    with translation.override(OFFICIAL):
        return settings.SITE_ADDRESS + reverse(name, args=arguments)


def leads(link: str) -> bool | None:
    """Whether an address of this site has a page; None for other sites, of which only a person can tell."""
    if not link.startswith(f"{settings.SITE_ADDRESS}/"):
        return None
    path = urlsplit(link).path
    with translation.override(translation.get_language_from_path(path)):
        try:
            resolve(path)
        except Resolver404:
            return False
    return True
