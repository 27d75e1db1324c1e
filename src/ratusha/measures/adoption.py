"""How far what a pilot has shown has come: each place with plan and fact, and the map of districts. Reads only."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.cases.public import Case
from ratusha.kernel.texts import Said, in_my_language
from ratusha.territory.public import Ground, Square, Unit, ground
from ratusha.ui import formats
from ratusha.ui.addresses import address_of

from .models import RolloutFact, RolloutPlan

SHADES = 5


def plans_of(case: Case) -> dict[str, RolloutPlan]:
    """By the place, in the order of the roll-out."""
    found = {one.place: one for one in RolloutPlan.objects.filter(case=case).select_related("by")}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].starts_on, pair[0])))


def facts_of_rollout(case: Case) -> dict[str, RolloutFact]:
    return {one.place: one for one in RolloutFact.objects.filter(case=case).select_related("by")}


@dataclass(frozen=True)
class Adopted:
    """One place on a day; without a fact nothing is known of it, which is not zero."""

    code: str
    name: Said
    plan: RolloutPlan
    due: Decimal  # to be covered by today
    fact: RolloutFact | None

    @property
    def share(self) -> Decimal | None:
        return Decimal(self.fact.covered) / self.plan.whole if self.fact else None

    @property
    def behind(self) -> bool:
        return self.fact is not None and self.fact.covered < self.due


@dataclass(frozen=True)
class Adoption:
    places: list[Adopted]

    @property
    def known(self) -> list[Adopted]:
        return [one for one in self.places if one.fact]

    @property
    def whole(self) -> int:
        return sum(one.plan.whole for one in self.places)

    @property
    def due(self) -> Decimal:
        return sum((one.due for one in self.places), Decimal())

    @property
    def covered(self) -> int:
        return sum(one.fact.covered for one in self.known if one.fact)

    @property
    def share(self) -> Decimal | None:
        return Decimal(self.covered) / self.whole if self.known else None

    def coverage(self) -> str:
        """What every total says beside itself."""
        told = {"known": len(self.known), "all": len(self.places)}
        return _("%(known)s of %(all)s planned places have a figure") % told


def adoption_of(case: Case, today: date) -> Adoption:
    plans, facts = plans_of(case), facts_of_rollout(case)
    units = Unit.objects.in_bulk(list(plans))
    return Adoption(
        [
            Adopted(
                code,
                in_my_language(units[code].name) if code in units else Said(code, ""),
                plan,
                plan.planned.by(today),
                facts.get(code),
            )
            for code, plan in plans.items()
        ]
    )


@dataclass(frozen=True)
class Tile(Square):
    text: str
    level: int
    address: str


@dataclass(frozen=True)
class Map:
    tiles: list[Tile]
    ground: Ground


def map_of(case: Case, adoption: Adoption) -> Map:
    """A district is shown by its own plan, or by that of the region around it."""
    below, by_place = ground(), {one.code: one for one in adoption.places}
    return Map([_tile(case, one, _of(one.unit, by_place)) for one in below.squares], below)


def _of(unit: Unit, by_place: dict[str, Adopted]) -> Adopted | None:
    return next((by_place[code] for code in unit.lineage if code in by_place), None)


def _tile(case: Case, square: Square, place: Adopted | None) -> Tile:
    share = place.share if place else None
    return Tile(
        square.spot,
        square.unit,
        text=_said(place, share),
        level=shade_of(share),
        address=address_of("measures:number_of", case.reference, "adopted-share", place.code)
        if place and share is not None
        else "",
    )


def shade_of(share: Decimal | None) -> int:
    """By fifths of the way; 0 where nothing is known."""
    return 0 if share is None else min(int(share * SHADES), SHADES - 1) + 1


def _said(place: Adopted | None, share: Decimal | None) -> str:
    if place is None:
        return _("not planned")
    return _("no data") if share is None else formats.share(share)
