"""Traces come in, the matcher proposes, the registrar decides."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.words import require_words
from ratusha.systems.discovery.rules import (
    Coverage,
    Standing,
    best_match,
    is_registered,
    read_traces,
    speaks_of_a_system,
)
from ratusha.systems.law import registrar
from ratusha.systems.models import Proposal, System
from ratusha.systems.permissions import REGISTER
from ratusha.systems.queries import cards

LONGEST = 4000


@transaction.atomic
def take_traces(content: bytes, *, by: User, now: datetime) -> tuple[int, int, int]:
    """How many traces there were, how many are of registered systems or of none, how many are proposed anew."""
    _require_registrar(by, now)
    traces = read_traces(content)
    known = cards(open_only=False)
    names = {number: [*card.name.values(), card.short_name] for number, card in known.items()}
    addresses = {card.address.casefold(): number for number, card in known.items() if card.address}
    today, made = timezone.localdate(now), {}
    for one in traces:
        match = best_match(one, names, addresses)
        if speaks_of_a_system(one) and not is_registered(match):
            made[one.key] = Proposal(
                key=one.key, kind=one.kind, organisation=one.organisation, subject=one.subject,
                address=one.address, seen_on=one.on, found_on=today,
                like=match.number if match else "", score=match.score if match else 0,
            )  # fmt: skip
    before = set(Proposal.objects.filter(key__in=made).values_list("key", flat=True))
    Proposal.objects.bulk_create(one for key, one in made.items() if key not in before)
    new = len(made) - len(before)
    record("discovery.take_in", "register", "traces", by=by.pk, traces=len(traces), new=new)
    return len(traces), len(traces) - len(made), new


@transaction.atomic
def decide(proposal_id: UUID, *, standing: str, reasons: str, by: User, now: datetime) -> Proposal:
    """A system nobody has registered, or none. A decision may be taken again; the journal keeps all of them."""
    _require_registrar(by, now)
    found = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal_id)
    if standing not in (Standing.CONFIRMED, Standing.DISMISSED):
        raise RuleBroken("discovery.no_answer", _("Choose what it is."), field="standing")
    found.reasons = require_words(
        reasons, code="discovery.reasons", field="reasons", missing=_("Write why."), longest=LONGEST
    )
    found.standing, found.by, found.decided_at = standing, by, now
    found.save()
    record("discovery.decide", "proposal", found.pk, by=by.pk, standing=standing)
    return found


def coverage() -> Coverage:
    count = Proposal.objects.filter
    return Coverage(
        System.objects.exclude(status="archived").count(),
        count(standing=Standing.CONFIRMED, registered_as="").count(),
        count(standing=Standing.OPEN).count(),
    )


def _require_registrar(by: User, now: datetime) -> None:
    if not by.may(REGISTER, registrar().pk, on=timezone.localdate(now)):
        raise NotPermitted(
            "discovery.not_registrar", _("Only the registrar looks for what is not registered.")
        )
