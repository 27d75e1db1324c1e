"""The words of a country's official language, out of the pack: what a token looks like and what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from ratusha.kernel.pack import pack

from .spelling import compiled, folded

Case = Literal["nominative", "genitive", "accusative", "short"]
_AT_ONCE = 12  # patterns that are tried together before each is tried alone
FORMS = ("one", "few", "many", "fraction")


@dataclass(frozen=True, slots=True)
class UnitForm:
    """One form of the name of a unit: which unit, in which language, case, and behind which numbers."""

    unit: str
    language: str
    case: str
    number: str


@dataclass(frozen=True)
class Lexicon:
    """Patterns of one column, the longest match wins; then numerals and units."""

    groups: list[tuple[re.Pattern[str], list[tuple[str, str, re.Pattern[str]]]]]
    numerals: dict[str, Decimal]
    units: dict[str, list[UnitForm]]
    unit_pattern: re.Pattern[str]
    unit_names: dict[tuple[str, str, str], list[str]]
    compound: re.Pattern[str]
    compound_parts: dict[str, Decimal]
    separator: re.Pattern[str]
    counted: re.Pattern[str]
    alternative: re.Pattern[str]
    own_units: frozenset[str]
    adjective_units: dict[str, str] = field(default_factory=dict)

    def beginning(self, text: str, at: int) -> Iterator[tuple[str, str, re.Pattern[str]]]:
        """The patterns of which some may begin here: a few at a time are tried at once."""
        for any_of, patterns in self.groups:
            if any_of.match(text, at):
                yield from patterns

    def form(self, unit: str, language: str, case: str, amount: Decimal | None) -> str:
        """месяц, месяца, месяцев: the name of the unit behind a number."""
        names = self.unit_names.get((unit, language, case))
        return names[_number(amount)] if names and case != "short" else ""


def _number(amount: Decimal | None) -> int:
    if amount is None or amount == 1:
        return 0
    if amount != amount.to_integral_value():
        return 3
    last, two = int(amount) % 10, int(amount) % 100
    if last == 1 and two != 11:  # noqa: PLR2004 - 21 день, but 11 дней
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= two <= 14 else 2  # noqa: PLR2004 - 2 to 4, but not 12 to 14


@cache
def lexicon(column: str) -> Lexicon:
    common, own = settings("common"), settings(column)
    units = {**common["units"], **own.get("units", {})}
    patterns = [
        (kind, meaning, compiled(f"(?:{_whole(kind, pattern)})(?!\\w)"))
        for source in (own, common)
        for kind, meaning, pattern in _patterns(source.get("tokens", {}))
        if f"{kind}.{meaning}" not in own.get("plain", [])
    ]
    numerals = {
        folded(word): Decimal(value)
        for value, words in common["numerals"].items()
        for word in words
    }
    forms: dict[str, list[UnitForm]] = {}
    names: dict[tuple[str, str, str], list[str]] = {}
    adjectives: dict[str, str] = {}
    for unit, language, case, words in _unit_forms(units):
        if case == "adjective":
            adjectives |= dict.fromkeys(folded(words[0]).split("|"), unit)
            continue
        names[unit, language, case] = words
        for i, word in enumerate(words):
            number = FORMS[i] if case != "short" else "any"
            forms.setdefault(folded(word), []).append(UnitForm(unit, language, case, number))
    parts = {
        folded(part): Decimal(value)
        for value, found in common["compound_numerals"].items()
        for part in found
    }
    return Lexicon(
        groups=[
            (re.compile("|".join(p.pattern for _kind, _meaning, p in some)), some)
            for some in (patterns[i : i + _AT_ONCE] for i in range(0, len(patterns), _AT_ONCE))
        ],
        numerals=numerals,
        units=forms,
        unit_pattern=re.compile(f"(?:{_longest_first(forms)})(?!\\w)"),
        unit_names=names,
        compound=re.compile(
            rf"(\d+-?(?:ти|х|и|ці)?-?|{_longest_first(parts)})({_longest_first(adjectives)})\w{{1,3}}(?!\w)"
        ),
        compound_parts=parts,
        separator=compiled("|".join(f"(?:{p})(?!\\w)" for p in common["separators"])),
        alternative=compiled(common["alternative"]),
        own_units=frozenset(own.get("units", {})),
        counted=compiled("|".join(common["counted"])),
        adjective_units=adjectives,
    )


def _whole(kind: str, pattern: str) -> str:
    """A document may be named by two nouns with a hyphen: карточка-заявка."""
    return rf"(?:\w+-)?(?:{pattern})(?:-\w+)?" if kind == "HEAD" else pattern


def _longest_first(words: dict[str, Any]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _patterns(tokens: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for kind, meanings in tokens.items():
        for meaning, patterns in meanings.items():
            if kind == "HEAD":
                yield kind, meaning, "|".join(patterns)
                continue
            for pattern in patterns:
                yield kind, meaning, pattern


def _unit_forms(units: dict[str, Any]) -> Iterator[tuple[str, str, str, list[str]]]:
    for unit, languages in units.items():
        for language, cases in languages.items():
            for case, words in cases.items():
                yield unit, language, case, words if isinstance(words, list) else [words]


@cache
def words_about_requests() -> list[str]:
    """Roots of words by which a longer term "in case of request" is known."""
    roots: list[str] = settings("common")["requests"]
    return roots


def bracket_kind(words: str, column: str = "common") -> str:
    """What a bracket does: it names persons, a condition, an exception, a short name; else it explains."""
    inside = folded(words.strip("() "))
    found = (kind for kind, pattern in _bracket_patterns(column) if pattern.search(inside))
    return next(found, "explanation")


@cache
def pattern_of(column: str, name: str) -> re.Pattern[str]:
    """One pattern that a dictionary names beside its tokens."""
    return compiled(settings(column)[name])


@cache
def _bracket_patterns(column: str) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, compiled(p)) for kind, p in settings(column)["bracketed"].items()]


@cache
def settings(name: str) -> dict[str, Any]:
    """One dictionary of the pack, as it is written."""
    file: dict[str, Any] = pack().yaml(f"law/{name}.yaml")
    return file
