"""Reading typed values out of a passport: what is missing or unreadable is None, never a guess."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from .definition import Answers


def value(answers: Answers, block: str, field: str) -> Any:
    return answers.get(block, {}).get(field)


def text(answers: Answers, block: str, field: str) -> str:
    return str(value(answers, block, field) or "").strip()


def rows(answers: Answers, block: str, field: str) -> list[dict[str, Any]]:
    found = value(answers, block, field)
    return list(found) if isinstance(found, list) else []


def number(row: Mapping[str, Any], field: str) -> Decimal | None:
    try:
        return Decimal(str(row[field])) if row.get(field) not in {None, ""} else None
    except InvalidOperation:
        return None


def day(row: Mapping[str, Any], field: str) -> date | None:
    try:
        return date.fromisoformat(str(row[field])) if row.get(field) else None
    except ValueError:
        return None


def is_new(words: str) -> bool:
    """A data object without a master register yet is called new, in any of the languages."""
    return words.strip().lower().strip('«»"“”') in {"new", "новый", "новы"}
