"""Rows for pages, put together from the ledger and the words of the attributes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from . import identity
from .models import Consent
from .rules import WANTED


@dataclass(frozen=True)
class ConsentRow:
    id: UUID
    provider: str | Promise
    required: list[str | Promise]
    allowed: list[str | Promise]
    refused: list[str | Promise]
    given_at: datetime
    withdrawn_at: datetime | None


def consent_rows(ledger: Iterable[Consent]) -> list[ConsentRow]:
    labels = {a.code: a.label for a in WANTED}
    names = {p.code: p.name for p in identity.providers()}
    return [
        ConsentRow(
            id=c.pk,
            provider=names.get(c.provider, c.provider),
            required=[labels.get(code, code) for code in c.required],
            allowed=[labels.get(code, code) for code in c.allowed],
            refused=[labels.get(code, code) for code in c.refused],
            given_at=c.given_at,
            withdrawn_at=c.withdrawn_at,
        )
        for c in ledger
    ]
