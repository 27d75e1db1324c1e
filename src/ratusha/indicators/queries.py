"""Finding values, without writing anything."""

from datetime import date

from django.core.cache import cache
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from .counting import count
from .models import Snapshot
from .passports import Passport
from .services.snapshots import frozen

FRESH_FOR = 60  # seconds that a value counted at the moment may be old


def newest(codes: list[str] | None = None) -> dict[str, Snapshot]:
    """Of each indicator the value of the latest day, without its rows."""
    chosen = Q(code__in=codes) if codes is not None else Q()
    found = Snapshot.objects.filter(chosen).newest().defer("rows", "hidden")
    return {one.code: one for one in found}


def snapshot_of(code: str, on: date | None = None) -> Snapshot | None:
    """With its rows: of a day, or of the latest."""
    found = Snapshot.objects.filter(code=code).order_by("-on", "-taken_at").select_related("by")
    return (found.filter(on=on) if on else found).first()


def history(codes: list[str], *, most: int = 400) -> dict[str, list[Snapshot]]:
    """The values of each in the order of days, without their rows; of one day the latest formula."""
    found: dict[str, list[Snapshot]] = {code: [] for code in codes}
    values: QuerySet[Snapshot] = Snapshot.objects.filter(code__in=codes)
    distinct = values.order_by("code", "-on", "-taken_at").distinct("code", "on")
    for one in distinct.defer("rows", "hidden"):
        if len(found[one.code]) < most:
            found[one.code].insert(0, one)
    return found


def by_region(code: str) -> tuple[Snapshot | None, dict[str, list[object]]]:
    """The latest value with its rows of regions alone: what a map needs."""
    found = (
        Snapshot.objects.filter(code=code)
        .order_by("-on", "-taken_at")
        .defer("rows", "hidden")
        .annotate(regions=F("rows__region"))
        .first()
    )
    if found is None:
        return None, {}
    regions = getattr(found, "regions", None) or []
    return found, {row[0]: row for row in regions}


def counted_now(passport: Passport) -> Snapshot:
    """As the tables are at this moment, at most a minute old; nothing is kept."""
    key = f"indicator-now:{passport.version}"
    kept: Snapshot | None = cache.get(key)
    if kept is None:
        now = timezone.now()
        today = timezone.localdate(now)
        kept = frozen(passport, count(passport.version, today), on=today, now=now)
        cache.set(key, kept, FRESH_FOR)
    return kept
