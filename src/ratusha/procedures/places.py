"""Where the parts of a definition stand in its file, and what a word may have meant."""

from collections.abc import Iterator

from rapidfuzz import process

from ratusha.kernel.marked import Steps

from .definition import Definition
from .form_fields import Field


def placed_fields(definition: Definition) -> Iterator[tuple[Steps, Field]]:
    for i, page in enumerate(definition.form):
        for j, field in enumerate(page.fields):
            yield ("form", i, "fields", j), field


def placed_expressions(definition: Definition) -> Iterator[tuple[Steps, str]]:
    found: list[tuple[Steps, str]] = [
        (("documents", i, "when"), d.when) for i, d in enumerate(definition.documents)
    ]
    found += [(("requests", i, "when"), r.when) for i, r in enumerate(definition.requests)]
    if definition.fee:
        for i, tariff in enumerate(definition.fee.tariffs):
            found.append((("fee", "tariffs", i, "when"), tariff.when))
            found.append((("fee", "tariffs", i, "quantity"), tariff.quantity))
        found += [
            (("fee", "exemptions", i, "when"), e.when)
            for i, e in enumerate(definition.fee.exemptions)
        ]
    found += [(("form", i, "when"), p.when) for i, p in enumerate(definition.form)]
    for steps, field in placed_fields(definition):
        found.append(((*steps, "when"), field.when))
        found += [((*steps, "check", k, "rule"), check.rule) for k, check in enumerate(field.check)]
    if definition.result:
        found += [
            (("result", "values", name), text) for name, text in definition.result.values.items()
        ]
        found += [
            (("result", "facts", i, "value"), f.value)
            for i, f in enumerate(definition.result.facts)
        ]
    return ((steps, text) for steps, text in found if text.strip())


def near(word: str, allowed: list[str]) -> str:
    close = process.extractOne(word, allowed, score_cutoff=70) if allowed else None
    if close:
        return f"Did you mean {close[0]}?"
    return f"Known are: {', '.join(allowed[:12])}." if allowed else "There is none yet."


def said(steps: Steps) -> str:
    return ".".join(map(str, steps))
