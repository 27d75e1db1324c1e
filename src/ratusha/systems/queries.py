"""Questions to the register: cards today and on a day that was, what surrounds a card, who reaches what."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from rapidfuzz.fuzz import token_set_ratio

from ratusha.accounts.public import User
from ratusha.parties.public import find_body

from .card import Card
from .law import law
from .models import CardVersion, Filing, Mastery, Office, Specialist, System
from .offices.fit import Person, lacking
from .offices.rules import Need, quarter_of
from .permissions import APPROVE, KEEP, OVERSEE, REGISTER
from .rules import Around, Finding, Status, check


def systems(*, open_only: bool) -> QuerySet[System]:
    found = System.objects.all()
    return found.filter(is_open=True) if open_only else found


def cards(*, open_only: bool) -> dict[str, Card]:
    return {one.number: one.card for one in systems(open_only=open_only)}


def cards_on(day: date, *, open_only: bool) -> dict[str, Card]:
    """The register as it stood at the end of that day."""
    end = timezone.make_aware(datetime.combine(day, time.max))
    there = systems(open_only=open_only).values("pk")
    newest = (
        CardVersion.objects.filter(at__lte=end, system__in=there)
        .order_by("system_id", "-number")
        .distinct("system_id")
        .select_related("system")
    )
    return {one.system.number: one.card for one in newest}


@dataclass
class Surroundings:
    """What the rules must know of the rest of the register, read once for however many cards."""

    statuses: dict[str, str]
    promised: dict[str, Decimal]
    masters: dict[str, str]
    consumers: Counter[str]
    owners: dict[str, bool] = field(default_factory=dict)  # whether that body exists today

    def around(
        self, card: Card, *, number: str, today: date, confirmed_on: date | None = None
    ) -> Around:
        if card.owner not in self.owners:
            owner = find_body(card.owner)
            self.owners[card.owner] = owner is not None and owner.closed_on is None
        return Around(
            today, number, self.masters, self.statuses, self.promised,
            {card.owner} if self.owners[card.owner] else set(), self.consumers[number], confirmed_on,
            law().parameters,
        )  # fmt: skip


def surroundings() -> Surroundings:
    """Of all cards there are."""
    found = _of_systems(System.objects.all())
    for interfaces in System.objects.values_list("told__interfaces", flat=True):
        found.consumers.update({one.get("system") for one in interfaces or ()})
    found.masters.update(Mastery.objects.values_list("object", "system__number"))
    return found


def _of_systems(systems: QuerySet[System]) -> Surroundings:
    found = Surroundings({}, {}, {}, Counter())
    for number, status, promised in systems.values_list("number", "status", "told__promised"):
        found.statuses[number] = status
        if promised is not None:
            found.promised[number] = Decimal(promised)
    return found


def _beside(card: Card, number: str) -> Surroundings:
    """Of one card: those it exchanges with, the masters of its objects, how many name it."""
    found = _of_systems(
        System.objects.filter(number__in={one.system for one in card.interfaces if one.system})
    )
    codes = {one.code for one in card.objects}
    told = Mastery.objects.filter(object__in=codes)
    found.masters.update(told.values_list("object", "system__number"))
    if number:
        naming = System.objects.filter(told__interfaces__contains=[{"system": number}])
        found.consumers[number] = naming.count()
    return found


def findings_of(
    card: Card, *, number: str, today: date, confirmed_on: date | None = None
) -> list[Finding]:
    around = _beside(card, number).around(
        card, number=number, today=today, confirmed_on=confirmed_on
    )
    return check(card, around)


def numbers_named(numbers: Iterable[str], *, open_only: bool) -> Mapping[str, System]:
    wanted = [one for one in numbers if one]
    return {one.number: one for one in systems(open_only=open_only).filter(number__in=wanted)}


def filings_reached_from(user: User, body_id: UUID | None, on: date) -> QuerySet[Filing]:
    """What one has a part in at the body one acts for; the rest is not there."""
    there = Filing.objects.none()
    if body_id is None:
        return there
    if user.may(REGISTER, body_id, on=on) or user.may(OVERSEE, body_id, on=on):
        return Filing.objects.exclude(standing="draft") | Filing.objects.filter(owner_id=body_id)
    reach = Q(pk__in=[])
    if user.may(KEEP, body_id, on=on):
        reach |= Q(owner_id=body_id)
    if user.may(APPROVE, body_id, on=on):
        reach |= Q(asked__body_id=body_id)
    return Filing.objects.filter(reach).distinct()


def unconfirmed_since(day: date) -> QuerySet[System]:
    return System.objects.exclude(status=Status.ARCHIVED).filter(confirmed_on__lt=day)


def card(number: str) -> Card | None:
    found = System.objects.filter(number=number).first()
    return found.card if found else None


@dataclass(frozen=True)
class Likeness:
    number: str
    card: Card
    score: float  # 0 to 1: three quarters the name, one quarter the data objects


def cards_like(name: str, *, objects: Collection[str] = (), most: int = 5) -> list[Likeness]:
    """The systems most like this one, best first; a hint for people, never a decision."""
    wanted = set(objects)
    found = []
    for number, one in cards(open_only=False).items():
        held = {each.code for each in one.objects}
        by_name = max((token_set_ratio(name, said) for said in one.name.values()), default=0) / 100
        by_objects = len(wanted & held) / len(wanted | held) if wanted else by_name
        found.append(Likeness(number, one, 0.75 * by_name + 0.25 * by_objects))
    return sorted(found, key=lambda like: (-like.score, like.number))[:most]


def offices_listed() -> list[tuple[str, UUID]]:
    """The list of offices: code, and the body that each is at."""
    return list(
        Office.objects.filter(kind="office").order_by("code").values_list("code", "body_id")
    )


def lacking_at(code: str, roles: Iterable[str], level: int, on: date) -> list[Finding]:
    """T01 to T03: what an office lacks to carry out a measure that asks for these roles, whole cells or not."""
    quarter = quarter_of(on)
    there = Specialist.objects.filter(office__code=code, since__lte=on).exclude(until__lt=on)
    people = [
        Person(
            one.role,
            one.level,
            int(one.loads.get(quarter, 0)),
            tuple((c.valid_from, c.valid_to) for c in one.certificates.all()),
        )
        for one in there.prefetch_related("certificates")
    ]
    return lacking([Need(role, level, 1, quarter) for role in roles], people, on)
