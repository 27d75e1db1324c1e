"""The documents of a row as facts: each with its type, who brings it, when, for whom."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .catalogue import DocumentType, type_of
from .compiled import DocumentFact, Flag, Place
from .documents import Entry, Item, Phrase, entries, goes_on, names_contents, read_item
from .lexicon import pattern_of
from .parsing import Unparsed
from .reading.table import TableRow
from .spelling import folded, joined, normal, says_nothing
from .structures import Note

_SURE, _FREE, _UNKNOWN = 0.95, 0.85, 0.6
_OTHER_WORDS = 0.1  # less sure where a dash brings words that no grammar names


def documents_of(row: TableRow, flags: list[Flag]) -> list[DocumentFact]:
    """Every document of the cell. What is not understood is kept, and flagged."""
    cell = row.cells.get("documents")
    if cell is None or says_nothing(cell.text):
        return []
    found: list[DocumentFact] = []
    under = ""
    for entry, item in _read(cell.text):
        place = Place(cell.row, "documents", entry.start, entry.end)
        if isinstance(item, Unparsed):
            at = Place(cell.row, "documents", entry.start + item.start, entry.start + item.end)
            flags.append(Flag("documents", entry.text, item.reason, at))
            found.append(
                DocumentFact(phrase=entry.text, words=entry.text, place=place, parsed=False)
            )
        elif item.kind == "header":
            under = item.words.rstrip(": ")
        elif item.kind == "documents":
            found += _facts(entry, item, place, under)
    return found


def _read(text: str) -> Iterator[tuple[Entry, Item | Unparsed]]:
    """Items of a cell; a line that names no document goes on with the line before, where both together are one."""
    waiting: tuple[Entry, Item | Unparsed] | None = None
    for entry in _joined_contents(text):
        item = read_item(entry.text)
        if waiting and isinstance(item, Unparsed):
            whole = Entry(text[waiting[0].start : entry.end], waiting[0].start, entry.end)
            together = read_item(whole.text)
            if "\n" in text[waiting[0].end : entry.start] and not isinstance(together, Unparsed):
                waiting = (whole, together)
                continue
        if waiting:
            yield waiting
        waiting = (entry, item)
    if waiting:
        yield waiting


def _joined_contents(text: str) -> Iterator[Entry]:
    """Entries, with the lines of "stating:" joined to the document that states them."""
    whole: Entry | None = None
    last: Entry | None = None
    for entry in entries(text):
        if whole and last and goes_on(text, last, entry):
            whole = Entry(text[whole.start : entry.end], whole.start, entry.end)
        else:
            if whole:
                yield whole
            whole = entry if names_contents(entry.text) else None
            if whole is None:
                yield entry
        last = entry
    if whole:
        yield whole


def _facts(entry: Entry, item: Item, place: Place, under: str) -> Iterator[DocumentFact]:
    for group in _groups(item):
        told = _told(item, group)
        known = _type(group[0], told["content"]) or (_type(group[1]) if len(group) > 1 else None)
        plain = not any(note.kind == "object" for note in item.notes)
        sure = (_SURE if not item.notes else _FREE) if known else _UNKNOWN
        yield DocumentFact(
            phrase=entry.text,
            place=place,
            parsed=True,
            said=normal(
                entry.text
            ),  # what the structure says: `read_item` has found it to be the same
            formula=known.code if known else "unknown type",
            confidence=round(sure if plain else sure - _OTHER_WORDS, 2),
            words=" ".join(phrase.text for phrase in group[:1]),
            type=known.code if known else "",
            known_type=known is not None,
            title=known.name if known else {},
            from_=known.from_ if known else "applicant",
            service=known.service if known else "",
            issuer=known.issuer if known else "",
            kind=group[0].kind,
            alternatives=[phrase.text for phrase in group[1:]],
            number=group[0].number,
            under=under,
            structure=item,
            **told,
        )


def _groups(item: Item) -> list[list[Phrase]]:
    """Documents of which one is enough together, the others each for itself."""
    types = [_type(phrase) for phrase in item.phrases]
    alike = len({known.code if known else "" for known in types}) == 1
    groups: list[list[Phrase]] = []
    for phrase in item.phrases:
        joint = folded(phrase.joint)
        either = bool(joint) and (
            pattern_of("documents", "either").search(joint) or (joint == "," and alike)
        )
        if groups and either:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def _type(phrase: Phrase, content: str = "") -> DocumentType | None:
    return type_of(phrase.core, phrase.text, f"{phrase.text} {content}")


def _told(item: Item, group: list[Phrase]) -> dict[str, Any]:
    """When, for whom, with what: the notes of the item and the brackets of its phrases."""
    by_kind: dict[str, str] = {}
    for kind, notes in groupby(sorted(item.notes, key=lambda n: n.kind), key=lambda n: n.kind):
        by_kind[kind] = "; ".join(_said(note) for note in notes)
    text = folded(group[0].text)
    copied = pattern_of("documents", "copy_of").search(text)
    notarised = pattern_of("documents", "notarised").search(text)
    original = pattern_of("documents", "original").search(text)
    whole = folded(" ".join([*(p.text for p in group), *by_kind.values()]))
    return {
        "copy_or_original": "notarised_copy"
        if copied and notarised
        else "copy"
        if copied
        else "original"
        if original
        else "",
        "issued_abroad": bool(pattern_of("documents", "issued_abroad").search(whole)),
        "if_any": "if_any" in by_kind,
        "condition": by_kind.get("condition", "") or by_kind.get("otherwise", ""),
        "persons": "; ".join(filter(None, (by_kind.get("for", ""), by_kind.get("object", "")))),
        "exception": by_kind.get("except", ""),
        "content": by_kind.get("content", ""),
        "format": by_kind.get("format", ""),
        "copies": by_kind.get("copies", ""),
        "short_name": by_kind.get("defining", ""),
    }


def _said(note: Note) -> str:
    """The words of a note; those of a bracket without it."""
    words = (
        note.words[1:-1] if note.words.startswith("(") and note.words.endswith(")") else note.words
    )
    return joined(
        [note.opening, words] if words[:1] != ":" else [note.opening + words[:1], words[1:].strip()]
    )
