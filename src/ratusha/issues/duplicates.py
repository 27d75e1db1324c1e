"""Reports of the same trouble: the same category, near, not long ago, in words that agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rapidfuzz import fuzz

from .geometry import box_around, flat, metres_between
from .law import law
from .models import Issue
from .places import house_key
from .rules import OPEN

MOST = 5
FAR_WORDS = 30  # per cent: words that have less in common tell of something else
LOOKED_AT = 50


@dataclass(frozen=True)
class Alike:
    issue: Issue
    metres: float | None
    words: float  # per cent in common; 100 where one of the two says nothing


def metres_to(lat: float, lon: float, other: Issue) -> float | None:
    if other.lat is None or other.lon is None:
        return None
    return metres_between(flat(lat, lon), flat(other.lat, other.lon))


def words_in_common(one: str, other: str) -> float:
    if not one.strip() or not other.strip():
        return 100.0
    return float(fuzz.token_set_ratio(one.lower(), other.lower()))


def alike(
    *,
    category: str,
    lat: float | None,
    lon: float | None,
    address: str,
    words: str,
    now: datetime,
    apart_from: UUID | None = None,
) -> list[Alike]:
    """Open issues that may be the same, the nearest first: for the reporter to join, for the dispatcher to merge."""
    since = now - timedelta(days=law().same_within_days)
    fresh = Issue.objects.filter(
        category=category, reported_at__range=(since, now), case__status__in=OPEN
    ).exclude(pk=apart_from)
    if lat is not None and lon is not None:
        radius = law().category(category).radius
        near = fresh.within(box_around(lat, lon, radius)).select_related("case")[:LOOKED_AT]
        found = [(one, metres_to(lat, lon, one)) for one in near]
        found = [(one, far) for one, far in found if far is not None and far <= radius]
    else:
        key = house_key(address)
        same = fresh.filter(house_key=key).select_related("case")[:LOOKED_AT] if key else ()
        found = [(one, None) for one in same]
    return _nearest(Alike(one, far, words_in_common(words, one.words)) for one, far in found)


def _nearest(found: Iterable[Alike]) -> list[Alike]:
    kept = [one for one in found if one.words >= FAR_WORDS]
    return sorted(kept, key=lambda one: (one.metres or 0.0, -one.words))[:MOST]
