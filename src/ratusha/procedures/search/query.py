"""Answering a question: read it, let PostgreSQL find candidates, put the best in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from ratusha.procedures import kept
from ratusha.procedures.models import Edition

from .models import SearchEntry, SearchWord
from .ranking import Words, score
from .reading import Reading, Sought, read
from .spelling import fold, words
from .vocabulary import Held, Vocabulary
from .wordbook import wordbook

CANDIDATES = 120
CODE_SCORE = 10.0
FIELD_WEIGHTS = "{0.35,0.25,0.85,1.0}"  # text, chapter, title, everyday words


@dataclass(frozen=True)
class Hit:
    """One found procedure. `matched`: the words of its title that answer the question, folded as `pieces` expects."""

    edition: Edition
    rank: float
    matched: frozenset[str]

    @property
    def edition_id(self) -> UUID:
        return self.edition.pk

    @property
    def code(self) -> str:
        return str(self.edition.procedure_id)


@dataclass(frozen=True)
class SearchResult:
    """`corrected`: what was searched for instead of what was typed, or empty."""

    query: str
    corrected: str
    hits: Sequence[Hit]


def search(
    query: str,
    *,
    lang: str = "",
    limit: int = 20,
    applicant_kind: str | None = None,
    on: date | None = None,
) -> SearchResult:
    """Procedures in force that answer the question, the best first. Whatever is typed, this does not raise."""
    state = kept.state()
    index = _index_of(state.search, state.entries)
    vocabulary = index.vocabulary
    reading = read(query, vocabulary, lang)
    found = _Candidates(on or timezone.localdate(), applicant_kind)
    ranked: dict[UUID, float] = dict(found.by_code(reading))
    for pk, entry in index.entries(found.by_words(reading.sought)):
        rank = score(entry, reading.sought, vocabulary.weights, reading.for_organisations)
        ranked[pk] = max(rank, ranked.get(pk, 0.0))
    best = sorted(ranked.items(), key=lambda item: -item[1])[: max(0, limit)]
    return SearchResult(
        reading.text, reading.corrected, _hits(kept.catalogue(state), best, reading)
    )


class _Index:
    """One state of the index as a process keeps it: the vocabulary, and the entries that were asked for so far."""

    def __init__(self, digest: str, entries: int) -> None:
        held = SearchWord.objects.values_list("term", "entries", "forms") if digest else ()
        self.vocabulary = Vocabulary(
            [Held(term, count, tuple(forms)) for term, count, forms in held], entries, wordbook()
        )
        self._entries: dict[UUID, Words] = {}

    def entries(self, wanted: Sequence[UUID]) -> list[tuple[UUID, Words]]:
        missing = [pk for pk in wanted if pk not in self._entries]
        if missing:
            for entry in SearchEntry.objects.defer("vector").filter(pk__in=missing):
                self._entries[entry.pk] = Words.of(
                    entry.words,
                    self.vocabulary.weights,
                    level=entry.level,
                    demand=entry.demand,
                    organisations="organisation" in entry.applicants,
                )
        return [(pk, self._entries[pk]) for pk in wanted if pk in self._entries]


@lru_cache(maxsize=2)
def _index_of(digest: str, entries: int) -> _Index:
    return _Index(digest, entries)


class _Candidates:
    """What PostgreSQL finds, before it is put in order."""

    def __init__(self, on: date, applicant_kind: str | None) -> None:
        self.where = "valid_from <= %s AND (valid_until IS NULL OR valid_until > %s)"
        self.values: list[Any] = [on, on]
        if applicant_kind:
            self.where += " AND (applicants = '{}' OR %s = ANY(applicants))"
            self.values.append(applicant_kind)

    def by_code(self, reading: Reading) -> Iterable[tuple[UUID, float]]:
        """Numbers of procedures: the row itself, then what stands under it, in printed order."""
        if not reading.codes:
            return
        numbers = list(reading.codes)
        under = [f"{number}.%" for number in numbers]
        rows = self._rows(
            "SELECT edition_id, code, number = ANY(%s) FROM procedures_searchentry"  # noqa: S608 - only our own words
            f" WHERE (number = ANY(%s) OR number LIKE ANY(%s)) AND {self.where}"
            " ORDER BY 3 DESC, list_position, position LIMIT 60",
            [numbers, numbers, under, *self.values],
        )
        for place, (pk, code, exact) in enumerate(rows):
            named = code.split("/")[0].lower() in reading.text
            yield pk, CODE_SCORE + 5 * exact + named - place / 1000

    def by_words(self, sought: Sequence[Sought]) -> list[UUID]:
        if not sought:
            return []
        queries = [_tsquery(one) for one in sought]
        rank = " + ".join(["%s * ts_rank(%s::real[], vector, %s::tsquery)"] * len(sought))
        weighed = [
            value
            for one, query in zip(sought, queries, strict=True)
            for value in (one.weight * len(one.terms), FIELD_WEIGHTS, query)
        ]
        rows = self._rows(
            "SELECT edition_id FROM procedures_searchentry"  # noqa: S608 - only our own words
            f" WHERE vector @@ %s::tsquery AND {self.where}"
            f" ORDER BY {rank} + 0.3 * demand DESC, list_position, position LIMIT {CANDIDATES}",
            [" | ".join(queries), *self.values, *weighed],
        )
        return [pk for (pk,) in rows]

    def _rows(self, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found


def _tsquery(one: Sought) -> str:
    """Terms hold only letters, digits and apostrophes; an apostrophe is written twice."""
    return " | ".join("'" + term.replace("'", "''") + "'" for term in one.terms)


def _hits(catalogue: kept.Catalogue, best: list[tuple[UUID, float]], reading: Reading) -> list[Hit]:
    ranks = dict(best)
    asked = {term for one in reading.sought for term in one.terms}
    return [
        Hit(edition, round(ranks[edition.pk], 4), _matched(edition.title, asked))
        for edition in catalogue.editions(ranks)
    ]


def _matched(title: dict[str, str], asked: set[str]) -> frozenset[str]:
    return frozenset(
        word
        for text in title.values()
        for word, terms in _terms_of(text)
        if not terms.isdisjoint(asked)
    )


@lru_cache(maxsize=8192)
def _terms_of(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words of a title with their terms, read once a process."""
    book = wordbook()
    distinct = dict.fromkeys(words(fold(text)))
    return tuple((word, frozenset(book.terms(word))) for word in distinct if word not in book.empty)


@lru_cache(maxsize=16384)
def _folded(part: str) -> tuple[str, ...]:
    return tuple(words(fold(part)))


def pieces(text: str, matched: frozenset[str]) -> list[tuple[str, bool]]:
    """The text cut for highlighting: (words, whether they answer the question)."""
    out: list[tuple[str, bool]] = []
    for part in text.split(" "):
        is_match = not matched.isdisjoint(_folded(part))
        if out and out[-1][1] == is_match:
            out[-1] = (f"{out[-1][0]} {part}", is_match)
        else:
            out.append((part, is_match))
    return out
