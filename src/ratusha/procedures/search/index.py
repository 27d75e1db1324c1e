"""Making the index from the catalogue: lemmas are found in Python, PostgreSQL keeps and finds them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from django.db import connection, transaction

from ratusha.kernel.pack import Pack, pack
from ratusha.procedures.models import Edition

from .models import SearchEntry, SearchState, SearchWord
from .spelling import fold, words
from .wordbook import Wordbook, files_of, read_wordbook, wordbook

MADE_AS = "1"  # raise it when the way an index is made changes
FIELDS = (("sayings", "A"), ("title", "B"), ("chapter", "C"), ("text", "D"))
LONGEST_TERM = 120
LAST_POSITION = 16_383


@transaction.atomic
def reindex(source: Pack | None = None) -> int:
    """Make the index anew if the catalogue or the pack's words have changed. Returns how many entries it holds."""
    source = source or pack()
    editions = list(
        Edition.objects.filter(procedure__excluded_since=None)
        .select_related("procedure__chapter", "procedure__list")
        .order_by("procedure__list", "procedure__position", "number", "pk")
    )
    digest = _digest(source, editions)
    state = SearchState.objects.select_for_update().first()
    if state and state.digest == digest:
        return state.entries
    maker = _Maker(read_wordbook(source))
    entries = [maker.entry(edition) for edition in editions]
    SearchEntry.objects.all().delete()
    SearchWord.objects.all().delete()
    _write_entries(entries)
    SearchWord.objects.bulk_create(maker.vocabulary(), batch_size=2000)
    SearchState.objects.update_or_create(id=1, defaults={"digest": digest, "entries": len(entries)})
    return len(entries)


@transaction.atomic
def index_edition(edition: Edition, source: Pack | None = None) -> None:
    """Let a new edition be found at once; the next `reindex` makes everything anew, and counts words exactly."""
    state = SearchState.objects.select_for_update().first()
    if state is None:
        reindex(source)
        return
    maker = _Maker(read_wordbook(source) if source else wordbook())
    entry = maker.entry(edition)
    earlier = Edition.objects.filter(procedure=edition.procedure_id).exclude(pk=edition.pk)
    for pk, until in earlier.values_list("pk", "valid_until"):
        SearchEntry.objects.filter(edition=pk).update(valid_until=until)
    _write_entries([entry])
    SearchWord.objects.bulk_create(maker.vocabulary(), ignore_conflicts=True)
    state.digest = hashlib.sha256(f"{state.digest}{edition.pk}".encode()).hexdigest()
    state.entries += 1
    state.save(update_fields=["digest", "entries"])


def _digest(source: Pack, editions: Iterable[Edition]) -> str:
    whole = hashlib.sha256(MADE_AS.encode())
    for file in files_of(source):
        whole.update(file.read_bytes())
    for edition in editions:
        whole.update(f"{edition.pk}{edition.digest}{edition.valid_until}".encode())
        whole.update(msgspec.json.encode(edition.procedure.chapter.name, order="deterministic"))
    return whole.hexdigest()


class _Maker:
    def __init__(self, book: Wordbook) -> None:
        self.book = book
        self.sayings: dict[str, list[str]] = defaultdict(list)
        self.demand: dict[str, int] = defaultdict(int)
        for saying in book.sayings:
            for code in saying.codes:
                self.sayings[code] += saying.phrases
                self.demand[code] = max(self.demand[code], saying.demand)
        self.entries_of: dict[str, set[str]] = defaultdict(set)
        self.forms_of: dict[str, set[str]] = defaultdict(set)

    def entry(self, edition: Edition) -> dict[str, Any]:
        code = edition.procedure_id
        definition = edition.definition
        own = [str(phrase) for phrase in definition.get("everyday", [])]
        held: dict[str, list[Any]] = {
            "sayings": [self.terms(said, code) for said in [*self.sayings[code], *own]],
            "title": [t for title in edition.title.values() for t in self.terms(title, code)],
            "chapter": [
                t
                for name in edition.procedure.chapter.name.values()
                for t in self.terms(name, code)
            ],
            "text": [t for text in _texts(definition) for t in self.terms(text, code)],
        }
        return {
            "edition": edition,
            "words": held,
            "vector": vector_text(held),
            "demand": self.demand[code],
        }

    def terms(self, text: str, code: str) -> list[str]:
        found: list[str] = []
        for word in words(fold(text)):
            if word in self.book.empty or len(word) > LONGEST_TERM:
                continue
            for term in self.book.terms(word):
                self.entries_of[term].add(code)
                self.forms_of[term].add(word)
                found.append(term)
        return list(dict.fromkeys(found))

    def vocabulary(self) -> list[SearchWord]:
        return [
            SearchWord(term=term, entries=len(codes), forms=sorted(self.forms_of[term]))
            for term, codes in sorted(self.entries_of.items())
        ]


def _texts(definition: dict[str, Any]) -> Iterator[str]:
    """What a definition says beside its title: what one gets and what one brings."""
    for part in (definition.get("result"), *definition.get("documents", [])):
        title = (part or {}).get("title")
        if isinstance(title, dict):
            yield from map(str, title.values())


def vector_text(held: dict[str, Any]) -> str:
    """The terms as a tsvector is written; terms hold only letters and digits, so a quote needs no care."""
    at = 0
    placed: dict[str, list[str]] = {}
    for name, weight in FIELDS:
        value = held[name]
        terms = [t for one in value for t in one] if name == "sayings" else value
        for term in terms:
            at = min(at + 1, LAST_POSITION)
            placed.setdefault(term.replace("'", "''"), []).append(f"{at}{weight}")
    return " ".join(f"'{term}':{','.join(spots[:255])}" for term, spots in placed.items())


def _write_entries(made: list[dict[str, Any]]) -> None:
    rows = []
    for one in made:
        edition: Edition = one["edition"]
        procedure = edition.procedure
        rows.append(
            (
                edition.pk,
                procedure.pk,
                procedure.printed,
                procedure.list.position,
                procedure.position,
                edition.valid_from,
                edition.valid_until,
                edition.applicants,
                int(edition.electronic_level[1:]),
                one["demand"],
                msgspec.json.encode(one["words"]).decode(),
                one["vector"],
            )
        )
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO procedures_searchentry (edition_id, code, number, list_position, position,"
            " valid_from, valid_until, applicants, level, demand, words, vector)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::jsonb, %s::tsvector)",
            rows,
        )
