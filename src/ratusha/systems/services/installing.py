"""Software entered from data that somebody has checked: an operator's import, the demonstration."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from ratusha.audit.public import record
from ratusha.systems.models import Replacement, SoftwareItem, SoftwareUse, Substitute, System


@transaction.atomic
def enter_software(**told: Any) -> SoftwareItem:
    made = SoftwareItem.objects.create(**told)
    record("software.enter", "software", made.pk, by=None)
    return made


@transaction.atomic
def use_software(number: str, items: Iterable[SoftwareItem], *, since: date) -> None:
    system = System.objects.get(number=number)
    SoftwareUse.objects.bulk_create(
        SoftwareUse(system=system, item=one, since=since) for one in items
    )
    record("software.use", "system", number, by=None)


@transaction.atomic
def enter_substitute(
    item: SoftwareItem, by: SoftwareItem, *, fit: int, evidence: str, plan: dict[str, Any] | None
) -> None:
    Substitute.objects.create(item=item, by=by, fit=fit, evidence=evidence)
    if plan:
        Replacement.objects.create(item=item, substitute=by, **plan)
    record("software.substitute", "software", item.pk, by=None, fit=fit)
