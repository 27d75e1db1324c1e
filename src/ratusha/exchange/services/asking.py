"""Asking a register. Nothing is given without a purpose, and nothing is given that the journal does not say."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.exchange import catalogue, rules
from ratusha.exchange.rules import Purpose
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import Text

from .journal import write_down

Provider = Callable[..., tuple[dict[str, Any], Sequence[UUID]]]
_providers: dict[str, Provider] = {}
_instead: ContextVar[Mapping[str, Provider] | None] = ContextVar("instead", default=None)


@dataclass(frozen=True)
class Answer:
    facts: dict[str, Any]
    source: Text
    as_of: datetime
    journal_id: UUID


def plug(providers: Mapping[str, Provider]) -> None:
    """Called from config/wiring.py: who answers which service. A provider takes the subject and `on`."""
    _providers.update(providers)


@contextmanager
def answered_by(providers: Mapping[str, Provider]) -> Iterator[None]:
    """Inside this block these answer instead of the registers: a rule is tried out with invented facts."""
    token = _instead.set(providers)
    try:
        yield
    finally:
        _instead.reset(token)


@transaction.atomic
def ask(
    service: str,
    *,
    subject: UUID,
    purpose: Purpose,
    by: User | None,
    body: UUID | None,
    now: datetime,
    fields: Collection[str] | None = None,
    **arguments: Any,
) -> Answer:
    """Ask for a person's facts. `by` None: the platform for the person. Without `fields`: all the purpose may have.

    Raises RegisterUnavailable when the register is down; then nothing was given and nothing is written.
    """
    known, rule = catalogue.service(service), catalogue.purpose(purpose.code)
    allowed = rules.allowed_fields(rule, service, purpose, fields)
    answering = _instead.get() or _providers
    if service not in answering:
        message = _("No register answers this: ask the body that holds the data.")
        raise RuleBroken("exchange.asked_of_a_body", message)
    found, others = answering[service](subject, on=timezone.localdate(now), **arguments)
    facts = rules.trim(found, allowed)
    journal_id = write_down(
        subject,
        others if any("." in field or field == "owners" for field in allowed) else (),
        service=service,
        fields=rules.given_fields(facts, allowed),
        purpose=purpose,
        legal_basis=purpose.legal_basis or rule.basis,
        by=by.pk if by else None,
        body=body,
        now=now,
    )
    return Answer(facts, known.source, now, journal_id)
