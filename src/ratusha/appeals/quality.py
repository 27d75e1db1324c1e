"""The check of an answer before it is sent: it advises, and the official answers for what is sent. Pure.

The language is no advice: an appeal is answered in its own (Law 300-Z, art. 18).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ratusha.kernel.readability import is_hard, read

FEWEST_LETTERS = 60  # of a text whose language can be told
SHORTEST = 120  # characters; an answer that says less rarely says what was found and why
VERSION = "quality-1"
ONLY_IN = {"be": set("іў"), "ru": set("ищъ")}  # letters that the other language has not
_NORM = re.compile(
    r"\b(арт\.|артыкул|ст\.|стать|п\.|пункт|закон|указ|пастанов|постановл|дэкрэт|декрет|кодэкс|кодекс)",
    re.IGNORECASE,
)
_EMPTY_PHRASE = re.compile(
    r"(прынята? да ведама|принят[оа]? к сведению|будзе (ўлічана|разгледжана)|будет (учтено|рассмотрено)"
    r"|у бліжэйшы час|в ближайшее время|пры магчымасці|по возможности|у рабочым парадку|в рабочем порядке)",
    re.IGNORECASE,
)
_PERSONAL_NUMBER = re.compile(r"\b\d{7}[A-ZА-Я]\d{3}[A-ZА-Я]{2}\d\b", re.IGNORECASE)


@dataclass(frozen=True)
class Remark:
    """`code` never changes. One that `forbids` keeps the answer from being sent; the others are confirmed."""

    code: str
    text: str
    forbids: bool = False


def language_of(text: str) -> str:
    """Belarusian or Russian, be or ru, by the letters that only one of them has; empty where the text does not tell."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return ""
    told = {code: sum(letter in own for letter in letters) for code, own in ONLY_IN.items()}
    first, second = sorted(told, key=lambda code: told[code], reverse=True)
    return first if told[first] > 3 * told[second] else ""


def remarks(answer: str, appeal: str, language: str) -> list[Remark]:
    """`language`: that of the appeal, in which the answer must be."""
    return list(_remarks(answer.strip(), appeal, language))


def _remarks(answer: str, appeal: str, language: str) -> Iterator[Remark]:
    written_in = language_of(answer)
    if written_in and written_in != language:
        yield Remark("N01", _("The answer must be in the language of the appeal."), forbids=True)
    if _PERSONAL_NUMBER.search(answer):
        yield Remark("N02", _("There is a personal number in the text: take it out."), forbids=True)
    if len(answer) < SHORTEST:
        yield Remark("N03", _("The answer is very short. Does it say what was found, and why?"))
    if not _NORM.search(answer):
        yield Remark("N04", _("No act is named. On what does the answer rest?"))
    if found := _EMPTY_PHRASE.search(answer):
        text = _("“%(words)s” promises nothing. Say what will be done, and by which day.")
        yield Remark("N05", text % {"words": found[0]})
    if (asked := appeal.count("?")) > 1 and answer.count("\n") + 1 < asked:
        text = _("The person asks %(count)s questions. Is each of them answered?")
        yield Remark("N06", text % {"count": asked})
    if is_hard(read(answer), language):
        yield Remark("N07", _("The text is hard to read: use shorter words and sentences."))
