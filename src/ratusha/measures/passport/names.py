"""P18: persons are named in contact fields alone. A name is known by its shape: with initials, or with a patronymic."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .definition import Answers, Field, Form
from .reading import rows, value

SURNAME, INITIAL = r"[А-ЯЁЎІA-Z][а-яёўіa-z’'-]+", r"[А-ЯЁЎІA-Z]\."
INITIALS = re.compile(rf"\b(?:{SURNAME} {INITIAL}\s?{INITIAL}|{INITIAL}\s?{INITIAL} ?{SURNAME})")
PATRONYMIC = re.compile(
    r"\b[А-ЯЁЎІ][а-яёўі’'-]+(?:ович|евич|овна|евна|авіч|евіч|аўна|еўна|ічна|ична)\b"
)


def names_a_person(words: str) -> bool:
    return bool(INITIALS.search(words) or PATRONYMIC.search(words))


def persons_named(answers: Answers, form: Form) -> Iterator[tuple[str, str, str]]:
    """Block, field, and what to say."""
    for block, field in form.fields():
        if not field.contact and any(
            names_a_person(words) for words in _words(answers, block.code, field)
        ):
            said = _("P18: “%(label)s” names a person; persons stand in contact fields only.") % {
                "label": field.said()
            }
            yield block.code, field.code, said


def _words(answers: Answers, block: str, field: Field) -> Iterator[str]:
    if field.kind in {"text", "long"}:
        yield str(value(answers, block, field.code) or "")
    elif field.kind == "rows":
        for row in rows(answers, block, field.code):
            yield from (
                str(row.get(c.code) or "") for c in field.columns if c.kind in {"text", "long"}
            )
