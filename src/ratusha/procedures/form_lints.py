"""Questions of a form and codes of every list: each once, each of its kind. Pure functions that yield mistakes."""

import re
from collections.abc import Iterator

from ratusha.kernel.marked import Steps

from .definition import Definition
from .places import placed_fields
from .shapes import Lint

_WITH_CHOICES = ("choice", "choices")


def code_mistakes(definition: Definition) -> Iterator[Lint]:
    lists: list[tuple[Steps, list[str]]] = [
        (("form",), [p.code for p in definition.form]),
        (("documents",), [d.code for d in definition.documents]),
        (("refuse",), [g.code for g in definition.refuse]),
        (("refuse_to_accept",), [g.code for g in definition.refuse_to_accept]),
        (("requests",), [r.code for r in definition.requests]),
    ]
    if definition.fee:
        lists += [
            (("fee", "tariffs"), [t.code for t in definition.fee.tariffs]),
            (("fee", "exemptions"), [e.code for e in definition.fee.exemptions]),
            (("fee", "payers"), [p.code for p in definition.fee.payers]),
            (("fee", "refunds"), [r.code for r in definition.fee.refunds]),
        ]
    lists += [
        ((*s, "choices"), [c.code for c in f.choices])
        for s, f in placed_fields(definition)
        if f.choices
    ]
    for steps, codes in lists:
        for i, code in enumerate(codes):
            if code in codes[:i]:
                mend = "Each code is used once: give this one its own."
                yield Lint(
                    (*steps, i, "code"), "code.duplicate", f"The code {code} is used twice.", mend
                )
    seen: set[str] = set()
    for steps, field in placed_fields(definition):
        if field.code in seen:
            message = f"Two fields of the form have the code {field.code}."
            yield Lint(
                (*steps, "code"),
                "code.duplicate",
                message,
                "Answers are kept by code: give it its own.",
            )
        seen.add(field.code)


def field_mistakes(definition: Definition) -> Iterator[Lint]:
    for steps, field in placed_fields(definition):
        if (field.kind in _WITH_CHOICES) != bool(field.choices or field.choices_from):
            message = f"The field {field.code} of kind {field.kind} and its choices do not agree."
            yield Lint(
                steps,
                "field.choices",
                message,
                "A choice has choices or choices_from; other kinds have none.",
            )
        if field.pattern and not _is_pattern(field.pattern):
            message = f"The pattern of {field.code} is not a regular expression."
            yield Lint(
                (*steps, "pattern"),
                "field.pattern_wrong",
                message,
                "Mend or leave out the pattern.",
            )
        if isinstance(field.min, int) and isinstance(field.max, int) and field.min > field.max:
            yield Lint(
                (*steps, "min"),
                "field.limits",
                f"{field.code}: min is above max.",
                "Exchange the two.",
            )


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True
