"""The same trouble within one file: same category, near, within the days. Pure: the file has no words of reporters."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from ratusha.issues.geometry import flat
from ratusha.issues.law import law

from .reading import Row


def earlier_alike(rows: Sequence[Row]) -> dict[str, str]:
    """For a row the key of the nearest earlier one that may be the same; rows without a point have none."""
    days = law().same_within_days
    found: dict[str, str] = {}
    by_category: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (one.opened, one.key)):
        if row.lat is not None and row.lon is not None:
            by_category[row.category].append(row)
    for category, ones in by_category.items():
        radius = law().category(category).radius
        places = np.array([flat(one.lat or 0.0, one.lon or 0.0) for one in ones])
        opened = np.array([one.opened.toordinal() for one in ones])
        first = np.searchsorted(opened, opened - days)
        for number in range(1, len(ones)):
            since = first[number]
            if since == number:
                continue
            far = np.hypot(*(places[since:number] - places[number]).T)
            nearest = int(far.argmin())
            if far[nearest] <= radius:
                found[ones[number].key] = ones[since + nearest].key
    return found
