"""Texts that exist in several languages, and the choice of what a reader is shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from .pack import pack

Text = dict[str, str]


@dataclass(frozen=True)
class Said:
    """A text with the language it is really in, so that a page can mark what is not in the reader's."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def in_language(text: Mapping[str, str], lang: str) -> Said:
    """The reader's language; else the other official ones; else the first there is."""
    for candidate in _order(text, lang):
        if words := text.get(candidate, ""):
            return Said(words, candidate)
    return Said("", lang)


def in_my_language(text: Mapping[str, str]) -> Said:
    """In the language of the page or the letter that is being made; in templates `ui.said(title|in_my_language)`."""
    return in_language(text, translation.get_language() or "")


def _order(text: Mapping[str, str], lang: str) -> Iterator[str]:
    yield lang
    yield from pack().about["official_languages"]
    yield from text


def state_languages() -> list[tuple[str, str]]:
    """The official ones, code and own name: in these one writes to the state and is answered."""
    named: dict[str, str] = pack().about["languages"]
    return [(code, named[code]) for code in pack().about["official_languages"]]


def in_all_languages(words: Callable[[], str]) -> Text:
    """The same words asked for in each language of the site."""
    said = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said[language] = words()
    return said
