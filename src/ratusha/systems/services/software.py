"""Software comes in by bills and inventories, is described, gets substitutes and a plan."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.words import require_words
from ratusha.systems.law import registrar
from ratusha.systems.models import (
    BillTaken,
    Replacement,
    SoftwareItem,
    SoftwareUse,
    Substitute,
    System,
)
from ratusha.systems.permissions import REGISTER, may_keep
from ratusha.systems.software.bills import Part, read_bill
from ratusha.systems.software.inventories import Licence, read_inventory
from ratusha.systems.software.matching import Known
from ratusha.systems.software.rules import Layer, Origin, licences_in, require_other_vendor

LONGEST = 4000
OPEN_ECOSYSTEMS = (
    "pypi",
    "npm",
    "maven",
    "cargo",
    "gem",
    "golang",
    "deb",
    "rpm",
    "apk",
    "composer",
    "nuget",
)


@transaction.atomic
def take_bill(number: str, content: bytes, *, by: User, now: datetime) -> BillTaken:
    """A bill says all that the system consists of: what it does not name any more is used no longer."""
    system = _own_system(number, by, now)
    bill = read_bill(content)
    items, known, new = _entered(bill.parts)
    today = timezone.localdate(now)
    gone = _used_no_longer(system, _use(system, items, today), today)
    counts = {"form": bill.form, "parts": len(bill.parts), "known": known, "new": new, "gone": gone}
    return _taken(system, content, counts, by=by, now=now)


@transaction.atomic
def take_inventory(number: str, content: bytes, *, by: User, now: datetime) -> BillTaken:
    """A list of licences adds to what the system uses and takes nothing away."""
    system = _own_system(number, by, now)
    rows = read_inventory(content)
    items, known, new = _entered([one.part for one in rows])
    for item, row in zip(items, rows, strict=True):
        _describe(item, row)
    _use(system, items, timezone.localdate(now))
    counts = {"form": "CSV", "parts": len(rows), "known": known, "new": new}
    return _taken(system, content, counts, by=by, now=now)


def _entered(parts: list[Part]) -> tuple[list[SoftwareItem], int, int]:
    """The items of these parts, in their order; those the register did not know are entered."""
    known: Known[SoftwareItem] = Known.of((one, one.as_part) for one in SoftwareItem.objects.all())
    items, new = [], []
    for part in parts:
        found = known.find(part)
        if found is None:
            found = SoftwareItem(
                name=part.name, version=part.version, vendor=part.vendor, purl=part.purl, cpe=part.cpe,
                licence=part.licence, origin=_origin(part), layer=Layer.LIBRARY,
            )  # fmt: skip
            new.append(found)
            known.add(found, part)
        items.append(found)
    SoftwareItem.objects.bulk_create(new, batch_size=1000)
    return items, len(parts) - len(new), len(new)


def _origin(part: Part) -> str:
    """A package of an open ecosystem under a licence that SPDX knows is open source; else it is not known."""
    ecosystem = part.purl.removeprefix("pkg:").partition("/")[0]
    is_open = ecosystem in OPEN_ECOSYSTEMS and licences_in(part.licence)
    return Origin.OPEN_SOURCE if is_open else Origin.UNKNOWN


def _describe(item: SoftwareItem, row: Licence) -> None:
    told = {
        "vendor": row.part.vendor, "origin": row.origin if row.origin != Origin.UNKNOWN else "",
        "layer": row.layer, "licences": row.count, "licences_end_on": row.ends_on, "cost": row.cost,
        "support_ends_on": row.support_ends_on, "registry_number": row.registry_number,
    }  # fmt: skip
    written = {name: value for name, value in told.items() if value not in (None, "")}
    for name, value in written.items():
        setattr(item, name, value)
    item.save(update_fields=list(written))


def _use(system: System, items: Iterable[SoftwareItem], today: date) -> set[UUID]:
    wanted = {one.pk for one in items}
    now_used = set(
        SoftwareUse.objects.filter(system=system, until=None).values_list("item_id", flat=True)
    )
    SoftwareUse.objects.bulk_create(
        (SoftwareUse(system=system, item_id=one, since=today) for one in sorted(wanted - now_used)),
        batch_size=1000,
    )
    return wanted


def _used_no_longer(system: System, wanted: set[UUID], today: date) -> int:
    """Of libraries alone: a bill of an application does not tell on which database it runs."""
    left = SoftwareUse.objects.filter(system=system, until=None, item__layer=Layer.LIBRARY)
    return left.exclude(item_id__in=wanted).update(until=today)


def _taken(
    system: System, content: bytes, counts: dict[str, Any], *, by: User, now: datetime
) -> BillTaken:
    digest = hashlib.sha256(content).hexdigest()
    made = BillTaken.objects.create(system=system, sha256=digest, at=now, by=by, **counts)
    record("software.take_in", "system", system.number, by=by.pk, **counts)
    return made


@transaction.atomic
def describe(item_id: UUID, *, by: User, now: datetime, **told: Any) -> SoftwareItem:
    """What the register must know of it: vendor, origin, layer, support, money."""
    item = _item(item_id, by, now)
    told |= {"described_at": now, "described_by": by}
    for name, value in told.items():
        setattr(item, name, value)
    item.save(update_fields=list(told))
    record("software.describe", "software", item.pk, by=by.pk)
    return item


@transaction.atomic
def name_substitute(
    item_id: UUID, *, substitute: UUID, fit: int, evidence: str, by: User, now: datetime
) -> Substitute:
    item = _item(item_id, by, now)
    other = SoftwareItem.objects.get(pk=substitute)
    if other.pk == item.pk:
        message = _("A thing is no substitute for itself.")
        raise RuleBroken("software.itself", message, field="substitute")
    require_other_vendor(item.as_rules_see_it(), other.as_rules_see_it())
    evidence = require_words(
        evidence, code="software.evidence", field="evidence",
        missing=_("Write how you know that it fits: a test, a system that has changed over."), longest=LONGEST,
    )  # fmt: skip
    made, _new = Substitute.objects.update_or_create(
        item=item, by=other, defaults={"fit": fit, "evidence": evidence}
    )
    record("software.substitute", "software", item.pk, by=by.pk, substitute=str(other.pk), fit=fit)
    return made


@transaction.atomic
def plan_replacement(
    item_id: UUID, *, substitute: UUID, wave: int, on: date, measure: str, by: User, now: datetime
) -> Replacement:
    item = _item(item_id, by, now)
    named = item.substitutes.filter(by_id=substitute).first()
    if named is None:
        message = _("Name the substitute and its evidence first.")
        raise RuleBroken("software.no_substitute", message, field="substitute")
    if on < timezone.localdate(now):
        raise RuleBroken("software.wave_past", _("A wave is planned ahead."), field="on")
    made, _new = Replacement.objects.update_or_create(
        item=item, done_on=None,
        defaults={"substitute_id": substitute, "wave": wave, "on": on, "measure": measure.strip()},
    )  # fmt: skip
    record("software.plan", "software", item.pk, by=by.pk, wave=wave)
    return made


@transaction.atomic
def finish_replacement(item_id: UUID, *, result: str, by: User, now: datetime) -> Replacement:
    item = _item(item_id, by, now)
    plan = item.replacements.filter(done_on=None).first()
    if plan is None:
        raise RuleBroken("software.no_plan", _("There is no open plan for it."))
    plan.result = require_words(
        result,
        code="software.result",
        field="result",
        missing=_("Write what came of it."),
        longest=LONGEST,
    )
    plan.done_on = timezone.localdate(now)
    plan.save(update_fields=["result", "done_on"])
    record("software.finish", "software", item.pk, by=by.pk)
    return plan


def _own_system(number: str, by: User, now: datetime) -> System:
    system = System.objects.select_for_update(of=("self",)).get(number=number)
    if not may_keep(by, system.owner_id, timezone.localdate(now)):
        raise NotPermitted("system.not_your_body", _("You may not write cards for this body."))
    return system


def may_describe(item: SoftwareItem, by: User, on: date) -> bool:
    """The registrar, and whoever keeps a system that uses it."""
    if by.may(REGISTER, registrar().pk, on=on):
        return True
    owners = item.uses.filter(until=None).values_list("system__owner_id", flat=True).distinct()
    return any(may_keep(by, owner, on) for owner in owners)


def _item(item_id: UUID, by: User, now: datetime) -> SoftwareItem:
    item = SoftwareItem.objects.select_for_update(of=("self",)).get(pk=item_id)
    if not may_describe(item, by, timezone.localdate(now)):
        message = _("None of the systems of your body uses this software.")
        raise NotPermitted("software.not_yours", message)
    return item
