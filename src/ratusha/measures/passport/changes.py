"""What changed between two versions of a passport, field by field, in the reader's words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ratusha.ui import formats

from .definition import NUMBERS, Answers, Field, Form
from .reading import rows, value


@dataclass(frozen=True)
class Change:
    block: str
    field: str
    before: str
    after: str


def changes(before: Answers, after: Answers, form: Form) -> list[Change]:
    found = []
    for block, field in form.fields():
        old, new = said(before, block.code, field), said(after, block.code, field)
        if old != new:
            found.append(Change(block.said(), field.said(), old, new))
    return found


def said(answers: Answers, block: str, field: Field) -> str:
    """An answer as a person reads it; rows one below the other."""
    if field.kind != "rows":
        return in_words(value(answers, block, field.code), field)
    return "\n".join(
        " · ".join(filter(None, (in_words(row.get(c.code), c) for c in field.columns)))
        for row in rows(answers, block, field.code)
    )


def in_words(given: Any, field: Field) -> str:
    if given is None or given in ("", []):
        return ""
    if field.kind == "yes_no":
        return f"{field.said()}: {_('Yes') if given else _('No')}"
    if field.kind in {"choice", "choices"}:
        named = dict(field.choices())
        return ", ".join(
            named.get(code, code) for code in ([given] if isinstance(given, str) else given)
        )
    if field.kind == "day":
        return formats.day(date.fromisoformat(given))
    if field.kind in NUMBERS:
        amount = Decimal(given)
        return formats.money(amount) if field.kind == "money" else _plain(amount, field)
    return str(given)


def _plain(amount: Decimal, field: Field) -> str:
    """A year is not grouped by thousands."""
    return str(amount) if field.code == "year" else formats.number(amount)
