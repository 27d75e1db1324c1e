"""Putting the found procedures in order. Pure.

Three things count: how much of the question a procedure answers; whether what people call it, or its title, is what was
asked and not something longer; and a little, how often it is asked for and how far it can be done from home.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from .reading import Sought

EVERYDAY, TITLE, CHAPTER, TEXT = 1.0, 0.85, 0.25, 0.35
SAYING_SHARE, TITLE_SHARE = 0.4, 0.3
PER_LEVEL, PER_DEMAND = 0.012, 0.02


@dataclass(frozen=True)
class Name:
    """A title or what people call it: its terms, and how much they weigh together."""

    terms: frozenset[str]
    weight: float

    @classmethod
    def of(cls, terms: Iterable[str], weights: Mapping[str, float]) -> Self:
        distinct = frozenset(terms)
        return cls(distinct, sum(weights.get(term, 1.0) for term in distinct))


@dataclass(frozen=True)
class Words:
    """The terms of one procedure, each with what it is worth in the best of the places where it stands."""

    sayings: tuple[Name, ...]
    title: Name
    worth: Mapping[str, float]
    level: int = 0
    demand: int = 0
    organisations: bool = False

    @classmethod
    def of(
        cls,
        held: Mapping[str, Any],
        weights: Mapping[str, float],
        *,
        level: int,
        demand: int,
        organisations: bool,
    ) -> Self:
        return cls(
            sayings=tuple(Name.of(saying, weights) for saying in held["sayings"]),
            title=Name.of(held["title"], weights),
            worth={
                **dict.fromkeys(held["chapter"], CHAPTER),
                **dict.fromkeys(held["text"], TEXT),
                **dict.fromkeys(held["title"], TITLE),
                **dict.fromkeys((t for saying in held["sayings"] for t in saying), EVERYDAY),
            },
            level=level,
            demand=demand,
            organisations=organisations,
        )


def score(
    words: Words,
    sought: Sequence[Sought],
    weights: Mapping[str, float],
    for_organisations: bool = False,  # noqa: FBT001, FBT002 - one of two kinds of people asks
) -> float:
    """Between 0 and about 2."""
    asked = sum(s.weight for s in sought)
    if not asked:
        return 0.0
    terms = {term for one in sought for term in one.terms}
    answered = sum([s.weight * _fit(s, words) for s in sought]) / asked
    saying = max(
        (_same(s, sought, asked, weights) for s in words.sayings if not terms.isdisjoint(s.terms)),
        default=0.0,
    )
    title = _same(words.title, sought, asked, weights)
    closeness = max(SAYING_SHARE * saying, TITLE_SHARE * title)
    bonus = PER_LEVEL * words.level + PER_DEMAND * words.demand
    bonus += (
        (0.15 if words.organisations else 0.0)
        if for_organisations
        else (0.0 if words.organisations else 0.03)
    )
    return answered + closeness + bonus


def _fit(one: Sought, words: Words) -> float:
    """How well the best of the terms stands in the best of the places."""
    worth = words.worth
    return max([worth[t] * factor for t, factor in one.terms.items() if t in worth], default=0.0)


def _same(
    name: Name, sought: Sequence[Sought], asked: float, weights: Mapping[str, float]
) -> float:
    """How far the two say the same: what they share against everything in either."""
    covered = 0.0
    used: set[str] = set()
    for one in sought:
        held = [t for t in one.terms if t in name.terms]
        if held:
            covered += one.weight * max(one.terms[t] for t in held)
            used.update(held)
    if not used:
        return 0.0
    of_question = covered / asked
    of_name = sum(weights.get(t, 1.0) for t in used) / name.weight
    return 2 * of_question * of_name / (of_question + of_name)
