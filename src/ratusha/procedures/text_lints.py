"""Texts of a definition: every language, the same numbers and placeholders. Pure functions that yield mistakes."""

import re
from collections.abc import Iterator
from typing import Any

from ratusha.kernel.marked import Steps

from .definition import Definition
from .places import near, said
from .shapes import Lint

LANGUAGES = ("be", "ru", "en")
STANDARD_PLACEHOLDERS = frozenset({"applicant", "body", "reference", "today", "lodged_on"})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\d+")


def texts(value: Any, steps: Steps = ()) -> Iterator[Lint]:
    """Every text in three languages, with the same numbers and placeholders in each."""
    if isinstance(value, list):
        for i, inner in enumerate(value):
            yield from texts(inner, (*steps, i))
    elif isinstance(value, dict):
        if value and value.keys() <= set(LANGUAGES) and steps[-1:] != ("values",):
            yield from _text(value, steps)
        else:
            for key, inner in value.items():
                yield from texts(inner, (*steps, key))


def _text(text: dict[str, Any], steps: Steps) -> Iterator[Lint]:
    missing = [language for language in LANGUAGES if not str(text.get(language, "")).strip()]
    if missing:
        message = f"{said(steps)} has no text in {', '.join(missing)}."
        yield Lint(
            steps, "text.language_missing", message, "Write it in every language: be, ru and en."
        )
        return
    for code, pattern, what in (
        ("text.placeholders_differ", _PLACEHOLDER, "placeholders"),
        ("text.numbers_differ", _NUMBER, "numbers"),
    ):
        sets = {language: sorted(pattern.findall(str(text[language]))) for language in LANGUAGES}
        if len({tuple(found) for found in sets.values()}) > 1:
            shown = "; ".join(
                f"{language}: {', '.join(found) or 'none'}" for language, found in sets.items()
            )
            message = f"{said(steps)} has different {what} in its languages ({shown})."
            yield Lint(steps, code, message, "Say the same in each language, numbers in figures.")


def template_mistakes(definition: Definition) -> Iterator[Lint]:
    result = definition.result
    if not result:
        return
    allowed = STANDARD_PLACEHOLDERS | result.values.keys()
    for i, paragraph in enumerate(result.template):
        for language, text in paragraph.items():
            for name in _PLACEHOLDER.findall(text):
                if name not in allowed:
                    message = f"The placeholder {{{name}}} has no value."
                    mend = f"{near(name, sorted(allowed))} Or add it to values."
                    yield Lint(
                        ("result", "template", i, language), "template.placeholder", message, mend
                    )
