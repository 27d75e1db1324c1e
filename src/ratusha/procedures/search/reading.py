"""Reading what was typed: numbers of procedures, words, and the words that a slip of the keyboard hides."""

from dataclasses import dataclass, field

from .spelling import MOST_WORDS, codes, is_latin, looks_belarusian, normalise, words
from .stems import is_russian
from .vocabulary import MOST_SLIPS, Vocabulary
from .wordbook import MEANT, Terms

KNOWN, ALIKE, MENDED, ELSEWHERE, NOTHING = 3.0, 2.6, 1.6, 1.5, 0.0


@dataclass(frozen=True)
class Token:
    """One typed word: what it is taken for, how sure that is, and the terms that may stand for it."""

    shown: str
    sure: float
    terms: Terms = field(default_factory=dict)
    mended: bool = False
    empty: bool = False


@dataclass(frozen=True)
class Sought:
    """One notion of the question: terms any of which will do, each with how well it fits."""

    shown: str
    terms: Terms
    weight: float


@dataclass(frozen=True)
class Reading:
    text: str
    corrected: str
    codes: tuple[str, ...]
    sought: tuple[Sought, ...]
    for_organisations: bool = False


def read(query: str, vocabulary: Vocabulary, lang: str = "") -> Reading:
    """Never raises: what cannot be understood is left out."""
    text = normalise(query)
    numbers = tuple(number for number in codes(text) if "." in number or number == text)
    shown: list[str] = []
    tokens: list[Token] = []
    changed = False
    for chunk in text.split()[:MOST_WORDS]:
        seen, found, differs = _read_chunk(chunk, vocabulary, lang)
        shown.append(seen)
        tokens += found
        changed = changed or differs
    sought = _sought(tokens[:MOST_WORDS], vocabulary)
    for_organisations = any(term in vocabulary.book.business for t in tokens for term in t.terms)
    return Reading(text, " ".join(shown) if changed else "", numbers, sought, for_organisations)


def _read_chunk(chunk: str, vocabulary: Vocabulary, lang: str) -> tuple[str, list[Token], bool]:
    """The best of the ways to read a run of keys: as typed, in another layout, Latin letters as Cyrillic."""
    typed = [resolve(word, vocabulary) for word in words(chunk)]
    best, best_text, best_sure = typed, chunk, _sureness(typed)
    if best_sure < KNOWN and any(letter.isalpha() for letter in chunk):
        # Two slips at once are rare: in another layout a word must be right as it stands.
        others = [(text, 0) for text in vocabulary.book.relaid(chunk, lang)]
        if is_latin(chunk):
            others.append((vocabulary.book.respelt(chunk), 1))
        for text, slips in others:
            tokens = [resolve(word, vocabulary, slips=slips) for word in words(text)]
            if (sure := _sureness(tokens)) > best_sure + 0.05:
                best, best_text, best_sure = tokens, text, sure
    if best_text == chunk and not any(token.mended for token in best):
        return chunk, best, False
    return " ".join(token.shown for token in best) or chunk, best, True


def _sureness(tokens: list[Token]) -> float:
    letters = sum(len(token.shown) for token in tokens)
    return sum(token.sure * len(token.shown) for token in tokens) / letters if letters else NOTHING


def resolve(word: str, vocabulary: Vocabulary, *, slips: int = MOST_SLIPS) -> Token:
    """What one word stands for: itself, something written alike, or something so many slips away at most."""
    book = vocabulary.book
    if word in book.empty:
        return Token(word, KNOWN, empty=True)
    if word.isdigit():
        return Token(word, KNOWN, {word: 1.0} if word in vocabulary.held else {})
    if len(word) == 1:
        return Token(word, NOTHING)
    known = {term: 1.0 for term in book.terms(word) if vocabulary.knows(term)}
    if known:
        return Token(word, KNOWN, known)
    return _guess(word, vocabulary, slips)


def _guess(word: str, vocabulary: Vocabulary, slips: int) -> Token:
    russian = is_russian(word)
    if not is_latin(word) and (alike := vocabulary.alike(word)):
        if looks_belarusian(word) or russian:
            return Token(word, ALIKE, alike.terms)
        return Token(alike.shown, ALIKE, alike.terms, mended=alike.shown != word)
    if slips and not russian and (mended := vocabulary.mended(word, most=slips)):
        sure = MENDED + 0.1 / (1 + mended.letters)
        return Token(mended.shown, sure, mended.terms, mended=True)
    return Token(word, ELSEWHERE if russian else NOTHING)


def _sought(tokens: list[Token], vocabulary: Vocabulary) -> tuple[Sought, ...]:
    """Each word with its other names; an everyday phrase lends its legal words to each of its words."""
    book = vocabulary.book
    asked = [token for token in tokens if token.terms and not token.empty]
    lent: list[Terms] = [{} for _ in asked]
    for phrase, meant in book.phrases.items():
        for start in range(len(asked) - len(phrase) + 1):
            window = range(start, start + len(phrase))
            if all(part in asked[i].terms for i, part in zip(window, phrase, strict=True)):
                for i in window:
                    lent[i].update(dict.fromkeys(meant, MEANT))
    found = []
    for token, extra in zip(asked, lent, strict=True):
        terms: Terms = dict(extra)
        for term, factor in token.terms.items():
            for other, nearness in book.near(term).items():
                terms[other] = max(terms.get(other, 0), factor * nearness)
        for term, factor in token.terms.items():
            terms[term] = max(terms.get(term, 0), factor)
        held = {term: factor for term, factor in terms.items() if term in vocabulary.held}
        if held:
            # Of words that only look alike the commonest was meant.
            choose = max if token.sure == KNOWN else min
            weight = choose(vocabulary.weight(t) for t in token.terms)
            found.append(Sought(token.shown, held, weight))
    return tuple(found)
