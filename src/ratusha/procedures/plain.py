"""The texts of a pack that people read, each with its place: for whoever asks how hard they are to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ratusha.kernel import marked
from ratusha.kernel.marked import Steps

from .text_lints import LANGUAGES

NOT_READ = ("catalogue", "law", "names", "territory")  # folders without sentences of ours
NOT_OURS = ("source", "values")  # a citation; names for a document
NAME_BY_LAW = ("title",)  # of a procedure: what the law calls it is not ours to shorten


@dataclass(frozen=True)
class PlacedText:
    file: Path
    line: int
    at: str
    language: str
    words: str


def texts_of(folder: Path) -> Iterator[PlacedText]:
    """Every text in three languages, with the file and the place where it stands."""
    for file in sorted(folder.rglob("*.yaml")):
        if file.relative_to(folder).parts[0] in NOT_READ:
            continue
        try:
            found = marked.read(file)
        except marked.Unreadable:
            continue  # that is a mistake, and `check_pack` says so
        for steps, text in _texts(found.value, ()):
            for language, words in text.items():
                at = (*steps, language)
                yield PlacedText(
                    file, found.place(at).line, ".".join(map(str, at)), language, words
                )


def _texts(value: Any, steps: Steps) -> Iterator[tuple[Steps, dict[str, str]]]:
    if isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _texts(inner, (*steps, i))
    elif isinstance(value, dict):
        if value and value.keys() <= set(LANGUAGES):
            if steps != NAME_BY_LAW:
                yield steps, {language: str(text) for language, text in value.items()}
        else:
            for key, inner in value.items():
                if key not in NOT_OURS:
                    yield from _texts(inner, (*steps, key))
