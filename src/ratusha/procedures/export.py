"""One procedure as JSON, for scripts, other systems and people who want to see what is promised."""

from datetime import date
from typing import Any

from .models import Edition
from .queries import edition_in_force


def as_json(edition: Edition) -> dict[str, Any]:
    """The definition of one edition with its place in the lists and its digest. Plain JSON values."""
    procedure = edition.procedure
    return {
        "code": procedure.code,
        "list": procedure.list_id,
        "number": procedure.number,
        "printed": procedure.printed,
        "edition": edition.number,
        "valid_from": edition.valid_from.isoformat(),
        "valid_until": edition.valid_until.isoformat() if edition.valid_until else None,
        "digest": edition.digest,
        "definition": edition.definition,
    }


def show(code: str, *, on: date) -> dict[str, Any]:
    """What `pack show CODE` prints: the edition in force on a day, or RuleBroken("procedures.not_in_force")."""
    return as_json(edition_in_force(code, on))
