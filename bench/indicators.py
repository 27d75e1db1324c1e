"""Live indicators among a million cases: pages read the counts kept of last night; a recount proves them."""

import time
from datetime import timedelta
from typing import Any

from django.test import Client, override_settings
from django.utils import timezone, translation

from ratusha.cases.public import Case
from ratusha.indicators.counting import count as counted_now
from ratusha.indicators.models import Snapshot
from ratusha.indicators.passports import passports
from ratusha.indicators.services.snapshots import frozen, take_snapshots

from .asked import measured


def night() -> dict[str, Any]:
    """The night: every indicator counted of yesterday, and once more; the counts kept must be the same, row by row."""
    now = timezone.now()
    on = timezone.localdate(now) - timedelta(days=1)
    start = time.perf_counter()
    made = take_snapshots(on, now=now)
    taken = time.perf_counter() - start
    different, slowest = [], ("", 0.0)
    for one in passports():
        begun = time.perf_counter()
        again = frozen(one, counted_now(one.version, on), on=on, now=now)
        spent = time.perf_counter() - begun
        slowest = max(slowest, (one.code, spent), key=lambda pair: pair[1])
        kept = Snapshot.objects.get(code=one.code, version=one.version, on=on)
        if (kept.digest, kept.value, kept.of) != (again.digest, again.value, again.of):
            different.append(one.code)
    return {
        "cases": Case.objects.count(), "indicators": len(passports()), "newly taken": len(made),
        "night, seconds": round(taken, 2), "slowest": [slowest[0], round(slowest[1], 2)], "different": different,
    }  # fmt: skip


def pages(count: int) -> dict[str, Any]:
    translation.activate("be")
    client, found = Client(), {}
    names = {"home": "", "all indicators": "indicators/"} | {
        one.code: f"indicators/{one.code}/" for one in passports()
    }
    with override_settings(PUBLIC_PAGE_SECONDS=0):
        for name, page in names.items():
            found[name] = measured(client, f"/be/steering/{page}", count)
    return found
