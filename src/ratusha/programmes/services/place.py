"""Placing measures in events of programmes, and carrying them over from one programme to another."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.programmes.models import Placement
from ratusha.programmes.permissions import keeps
from ratusha.programmes.tree import OUTSIDE, STATE, nodes

LONGEST_ACT = 300


def require_keeper(by: User, body_id: UUID, now: datetime) -> None:
    if not keeps(by, body_id, timezone.localdate(now)):
        raise NotPermitted("programme.not_keeper", _("You may not keep programmes for this body."))


def require_place(node: str, act: str) -> str:
    if node not in nodes() or node in (STATE, OUTSIDE):
        raise RuleBroken("programme.no_place", _("Choose a place in a programme."), field="node")
    act = act.strip()[:LONGEST_ACT]
    if not act:
        message = _("Name the act that places the measure: number and date.")
        raise RuleBroken("programme.act_missing", message, field="act")
    return act


@transaction.atomic
def place(
    case_id: UUID, *, node: str, act: str, by: User, now: datetime, since: date | None = None
) -> Placement:
    """From a day on the measure stands there; where it stood before stays known."""
    case = lock(case_id)
    require_keeper(by, case.body_id, now)
    act = require_place(node, act)
    since = since or timezone.localdate(now)
    last = Placement.objects.filter(case=case).last()
    if last and last.node == node:
        raise RuleBroken(
            "programme.stands_there", _("The measure stands there already."), field="node"
        )
    if last and last.since >= since:
        message = _("The measure was placed on this day or later already.")
        raise RuleBroken("programme.placed_later", message)
    record("programmes.place", "case", case.reference, by=by.pk, node=node)
    return Placement.objects.create(case=case, node=node, act=act, since=since, by=by, at=now)
