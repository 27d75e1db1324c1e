"""A card comes into the register: the one place where a version is written, with its master objects."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.systems.card import Card, plain
from ratusha.systems.models import CardVersion, Mastery, System
from ratusha.systems.queries import findings_of
from ratusha.systems.rules import require_sound

LONGEST_REASON = 300
NUMBERING = "ratusha.systems.number"
DIGITS = 5  # of a number within its year
LAST_PLACE = 10**DIGITS - 1


@transaction.atomic
def register_system(
    card: Card, *, owner_id: UUID, by: User | None, now: datetime, reason: str, origin: str = ""
) -> System:
    """A new entry with its first card. Who calls has seen that the person may: a filing, or the act of a measure."""
    require_sound(findings_of(card, number="", today=timezone.localdate(now)))
    found = _begun(card, _next_number(now), owner_id, now, origin=origin)
    _keep(found, card, by=by, now=now, reason=reason)
    record("system.register", "system", found.number, by=by.pk if by else None, origin=origin)
    return found


@transaction.atomic
def take_in_system(
    card: Card, *, number: str, owner_id: UUID, now: datetime, reason: str
) -> System:
    """From another register, with the number it has there; its owner must look at it.

    Who calls has held it against the rules, among all that come with it.
    """
    today = timezone.localdate(now)
    found = _begun(card, number or _next_number(now), owner_id, now, awaits_owner_since=today)
    _keep(found, card, by=None, now=now, reason=reason)
    record("system.take_in", "system", found.number, by=None)
    return found


def _begun(card: Card, number: str, owner_id: UUID, now: datetime, **told: Any) -> System:
    return System.objects.create(
        number=number,
        owner_id=owner_id,
        status=card.status,
        is_open=card.access == "open",
        told=plain(card),
        registered_at=now,
        confirmed_on=timezone.localdate(now),
        **told,
    )


@transaction.atomic
def change_card(
    system_id: UUID, card: Card, *, owner_id: UUID, by: User | None, now: datetime, reason: str
) -> System:
    """The next version; the one before stays for ever."""
    found = System.objects.select_for_update(of=("self",)).get(pk=system_id)
    require_sound(findings_of(card, number=found.number, today=timezone.localdate(now)))
    found.owner_id, found.status, found.told = owner_id, card.status, plain(card)
    found.is_open = card.access == "open"
    found.version += 1
    found.confirmed_on, found.awaits_owner_since = timezone.localdate(now), None
    found.save()
    _keep(found, card, by=by, now=now, reason=reason)
    record("system.change", "system", found.number, by=by.pk if by else None, version=found.version)
    return found


def _keep(system: System, card: Card, *, by: User | None, now: datetime, reason: str) -> None:
    CardVersion.objects.create(
        system=system,
        number=system.version,
        told=system.told,
        at=now,
        by=by,
        reason=reason[:LONGEST_REASON],
    )
    mastered = sorted({one.code for one in card.objects if one.master})
    Mastery.objects.filter(system=system).exclude(object__in=mastered).delete()
    held = set(Mastery.objects.filter(system=system).values_list("object", flat=True))
    try:
        with transaction.atomic():
            Mastery.objects.bulk_create(
                Mastery(system=system, object=code) for code in mastered if code not in held
            )
    except IntegrityError as error:  # another card was faster
        message = _("One of the data objects has got a master meanwhile. Look at the card again.")
        raise RuleBroken("system.master_taken", message, field="objects") from error


def hold_numbering() -> None:
    """Nobody else gives a number until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [NUMBERING])


def _next_number(now: datetime) -> str:
    """SYS-2026-00042: one after another within a year, one transaction at a time.

    A number that came from another register may be the last there can be: then those left free before it are given.
    """
    hold_numbering()
    start = f"SYS-{timezone.localdate(now).year}-"
    of_the_year = System.objects.filter(number__regex=rf"^{start}\d{{{DIGITS}}}$")
    newest = of_the_year.aggregate(Max("number"))["number__max"]
    place = int(newest.removeprefix(start)) + 1 if newest else 1
    if place > LAST_PLACE:
        given = {
            int(one.removeprefix(start)) for one in of_the_year.values_list("number", flat=True)
        }
        place = next((one for one in range(1, LAST_PLACE + 1) if one not in given), 0)
    if not place:
        message = _("All numbers of this year have been given: no system can be entered any more.")
        raise RuleBroken("system.numbers_used_up", message)
    return f"{start}{place:0{DIGITS}}"
