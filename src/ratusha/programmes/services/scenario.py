"""Keeping a choice that was considered, so that others can look at it and compare."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.programmes.choosing import VERSION, Chosen, Wish
from ratusha.programmes.models import Scenario

from .place import require_keeper


@transaction.atomic
def save_scenario(
    node: str, *, name: str, wish: Wish, chosen: Chosen, body_id: UUID, by: User, now: datetime
) -> Scenario:
    """As it was computed, with its author; it is never changed."""
    require_keeper(by, body_id, now)
    name = name.strip()
    if not name:
        raise RuleBroken("programme.scenario_unnamed", _("Give the choice a name."), field="name")
    if Scenario.objects.filter(node=node, name=name).exists():
        message = _("A choice of this name is kept already: give another name.")
        raise RuleBroken("programme.scenario_known", message, field="name")
    made = Scenario.objects.create(
        node=node,
        name=name,
        version=VERSION,
        asked=wish.as_plain(),
        result=_plain(chosen),
        by=by,
        at=now,
    )
    record("programmes.save_scenario", "node", node, by=by.pk, scenario=str(made.pk))
    return made


def _plain(chosen: Chosen) -> dict[str, Any]:
    return {
        "value": round(chosen.value, 4),
        "proven": chosen.proven,
        "money": str(chosen.money),
        "budget": str(chosen.budget),
        "chosen": [one.row.key for one in chosen.lines if one.chosen],
        "of": len(chosen.lines),
    }
