"""How plainly the pack and the pages speak: figures for each language, and a warning for each text that is hard."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from ratusha.config import messages
from ratusha.kernel.readability import FEWEST_WORDS, LIMITS, Reading, is_hard, read, what_is_hard
from ratusha.procedures.public import PlacedText, texts_of


@dataclass(frozen=True, order=True)
class Warned:
    """One text that is hard to read. `code` never changes; `mend` says what to do."""

    file: str
    line: int
    code: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code}: {self.message} {self.mend}"


@dataclass(frozen=True)
class Figures:
    """Of the texts that are long enough to have a mean."""

    where: str
    language: str
    texts: int
    lix: float
    limit: int
    hard: int
    longest: int  # words of the longest sentence of all texts

    def __str__(self) -> str:
        return (
            f"{self.where}, {self.language}: {self.texts} texts, mean LIX {self.lix}, "
            f"hard (from {self.limit}): {self.hard}, longest sentence: {self.longest} words"
        )


def examine(folder: Path) -> tuple[list[Figures], list[Warned]]:
    """The pack in this folder, and the pages."""
    figures: list[Figures] = []
    warned: set[Warned] = set()
    for where, root, texts in (
        ("pack", folder, texts_of(folder)),
        ("pages", messages.SOURCE, sentences_of_pages()),
    ):
        readings: dict[str, dict[str, Reading]] = {language: {} for language in LIMITS}
        for text in texts:
            reading = readings[text.language].setdefault(text.words, read(text.words))
            warned |= {
                Warned(
                    str(text.file.relative_to(root)), text.line, code, f"{text.at}: {wrong}.", mend
                )
                for code, wrong, mend in what_is_hard(reading, text.language)
            }
        figures += [
            _figures(where, language, list(found.values()))
            for language, found in readings.items()
            if found
        ]
    return figures, sorted(warned)


def _figures(where: str, language: str, readings: list[Reading]) -> Figures:
    counted = [one.lix for one in readings if one.words >= FEWEST_WORDS]
    return Figures(
        where,
        language,
        len(counted),
        round(mean(counted), 1) if counted else 0.0,
        LIMITS[language],
        sum(is_hard(one, language) for one in readings),
        max(one.longest for one in readings),
    )


def sentences_of_pages() -> Iterator[PlacedText]:
    """English sentences are the ids of the catalogues; each is read with its translations."""
    for po in messages.catalogues():
        language = po.parent.parent.name
        for message in messages.read(po):
            said_in = [(language, message.string)]
            if language == messages.LANGUAGES[0]:  # once is enough
                said_in.append(("en", message.id))
            for tongue, said in said_in:
                for words in (said,) if isinstance(said, str) else said or ():
                    if words:
                        yield PlacedText(po, message.lineno or 1, f"“{words[:40]}…”", tongue, words)
