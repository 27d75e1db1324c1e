"""Putting the found procedures in order. Pure.

Three things count: how much of the question a procedure answers, whether its people's name or its title is what was asked
(and not something longer that contains it), and a little how much it is asked for and how far it can be done from home.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .reading import Sought

EVERYDAY, TITLE, CHAPTER, TEXT = 1.0, 0.85, 0.25, 0.35


@dataclass(frozen=True)
class Words:
    """The terms of one procedure by where they stand."""

    sayings: Sequence[Sequence[str]]
    title: Sequence[str]
    chapter: Sequence[str]
    text: Sequence[str]
    level: int = 0
    demand: int = 0
    citizens: bool = True


def score(words: Words, sought: Sequence[Sought], weights: Mapping[str, float]) -> float:
    """Between 0 and about 2."""
    asked = sum(s.weight for s in sought)
    if not asked:
        return 0.0
    fields = (
        (EVERYDAY, {term for saying in words.sayings for term in saying}),
        (TITLE, set(words.title)),
        (TEXT, set(words.text)),
        (CHAPTER, set(words.chapter)),
    )
    answered = sum(s.weight * _best(s, fields) for s in sought) / asked
    saying = max((_same(saying, sought, weights) for saying in words.sayings), default=0.0)
    title = _same(words.title, sought, weights)
    closeness = max(0.85 * saying, 0.55 * title)
    bonus = 0.015 * words.level + 0.03 * words.demand + (0.03 if words.citizens else 0.0)
    return answered + closeness + bonus


def _best(one: Sought, fields: Iterable[tuple[float, set[str]]]) -> float:
    return max(
        (worth * max((f for t, f in one.terms.items() if t in terms), default=0.0) for worth, terms in fields),
        default=0.0,
    )


def _same(terms: Sequence[str], sought: Sequence[Sought], weights: Mapping[str, float]) -> float:
    """How far the two say the same: what they share against everything in either."""
    distinct = dict.fromkeys(terms)
    shared_asked = shared = 0.0
    used: set[str] = set()
    for one in sought:
        fit = max(((f, t) for t, f in one.terms.items() if t in distinct), default=None)
        if fit:
            shared_asked += one.weight * fit[0]
            used.update(t for t in one.terms if t in distinct)
    shared = sum(weights.get(t, 1.0) for t in used)
    whole = sum(weights.get(t, 1.0) for t in distinct)
    asked = sum(one.weight for one in sought)
    if not whole or not asked:
        return 0.0
    return 2 * (shared_asked / asked) * (shared / whole) / ((shared_asked / asked) + (shared / whole) or 1)
