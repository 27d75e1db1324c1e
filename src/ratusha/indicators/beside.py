"""A place among its peers: values, places in the order, and what a change of place is made of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ratusha.kernel.texts import Said, in_my_language
from ratusha.steering.public import Moved, moved
from ratusha.territory.public import Unit as Place
from ratusha.ui.addresses import address_of

from .models import Snapshot
from .passports import Passport
from .peers import Group, peers_of
from .queries import snapshot_of
from .rules import Direction

LEVELS = ("region", "district")


@dataclass(frozen=True)
class Peer:
    name: Said
    value: Decimal
    of: int
    place: int
    moved: Moved | None
    own: bool
    address: str


@dataclass(frozen=True)
class Among:
    """`silent`: peers without a value; they have no place in the order."""

    group: Group
    peers: list[Peer]
    silent: int
    since: date | None


def among(passport: Passport, snapshot: Snapshot, place: Place, since: date | None) -> Among | None:
    """Since a day for which there is a value too. The best first; who has the same value has the same place."""
    found = peers_of(place)
    if found is None:
        return None
    group, alike = found
    values = {code: value for code, value in _values(snapshot).items() if code in alike}
    if place.code not in values or len(values) == 1:
        return None
    earlier = snapshot_of(snapshot.code, since) if since else None
    before = _values(earlier) if earlier else {}
    then = {code: float(value) for code, value in before.items() if code in alike}
    now = {code: float(value) for code, value in values.items()}
    downwards = passport.direction != Direction.LESS
    counted = {row[0]: row[2] for name in LEVELS for row in snapshot.rows.get(name, [])}
    ordered = sorted(values.items(), key=lambda one: (-one[1] if downwards else one[1], one[0]))
    return Among(
        group=group,
        peers=[
            Peer(
                name=in_my_language(alike[code].name),
                value=value,
                of=counted[code],
                place=1 + sum(_better(other, value, downwards=downwards) for other in values.values()),
                moved=moved(code, then, now, downwards=downwards),
                own=code == place.code,
                address=address_of("indicators:place", snapshot.code, snapshot.on.isoformat(), code),
            )
            for code, value in ordered
        ],
        silent=len(alike) - len(values),
        since=earlier.on if earlier else None,
    )  # fmt: skip


def _better(one: Decimal, other: Decimal, *, downwards: bool) -> bool:
    return one > other if downwards else one < other


def _values(snapshot: Snapshot) -> dict[str, Decimal]:
    return {
        row[0]: Decimal(row[3])
        for name in LEVELS
        for row in snapshot.rows.get(name, [])
        if row[3] is not None
    }
