"""How long the search for what is similar takes among thousands of passports: `./ratusha bench passports`.

The passports are invented from a vocabulary as large and as unevenly used as that of real ones (Zipf). Nothing
else is in the database.
"""

import json
import os
import statistics
import time
from contextlib import ExitStack
from typing import Any

import click
import django
import numpy as np
from django.db import connection

from ratusha.config import tables

from .search import own_server

VOCABULARY, LONGEST = 20_000, 90  # different words, and words of one passport
LETTERS = list("абвгдежзіклмнопрстухцчшыэюя")
BATCH = 500


def similar(*, passports: int, rounds: int) -> dict[str, Any]:
    """Searching for what is like a passport that is there: how long, and whether it is found first."""
    from django.db.models import Q  # noqa: PLC0415 - the application is ready only inside the state

    from ratusha.measures.looking import search, seen_again  # noqa: PLC0415
    from ratusha.measures.models import Profile  # noqa: PLC0415

    fill(passports)
    chance = np.random.default_rng(2)
    keys = [f"BENCH-{int(number)}" for number in chance.integers(0, passports, rounds)]
    taken, first = [], 0
    for key in keys:
        seen = seen_again(Profile.objects.get(key=key))
        begun = time.perf_counter()
        found = search(seen, without=Q(pk=None))
        taken.append((time.perf_counter() - begun) * 1000)
        first += bool(found) and found[0].key == key
    return {
        "passports": Profile.objects.count(),
        "rounds": rounds,
        "median_ms": round(statistics.median(taken), 1),
        "slowest_ms": round(max(taken), 1),
        "found_first": first / rounds,
    }


def fill(passports: int) -> None:
    """Bring the table to so many rows, and the table of pieces with it."""
    from ratusha.measures.aids.grams import BUCKETS, grams  # noqa: PLC0415
    from ratusha.measures.aids.profile import Profile as Seen  # noqa: PLC0415
    from ratusha.measures.models import GramTable, Profile  # noqa: PLC0415
    from ratusha.measures.services.aids import columns_of  # noqa: PLC0415

    there = Profile.objects.count()
    chance = np.random.default_rng(1)
    words = ["".join(chance.choice(LETTERS, size)) for size in chance.integers(4, 12, VOCABULARY)]
    table, _new = GramTable.objects.get_or_create(
        pk=1, defaults={"counts": np.zeros(BUCKETS, dtype=np.int32).tobytes()}
    )
    counts, made = np.frombuffer(table.counts, dtype=np.int32).copy(), []
    for number in range(passports):
        used = [words[place] for place in (chance.zipf(1.3, LONGEST) % VOCABULARY)]
        seen = Seen(
            name=" ".join(used[:6]), text=" ".join(used), objects=frozenset(used[6:9]), owned=frozenset(used[6:8]),
            functions=frozenset(word[:6] for word in used[9:30]), users=frozenset(word[:6] for word in used[30:36]),
        )  # fmt: skip
        if number >= there:
            made.append(Profile(kind="system", key=f"BENCH-{number}", **columns_of(seen)))
            counts[np.unique(grams(seen.text).buckets)] += 1
    Profile.objects.bulk_create(made, batch_size=BATCH)
    table.counts, table.documents = counts.tobytes(), max(passports, there)
    table.save()


@click.command()
@click.option("--passports", default=5000, show_default=True)
@click.option("--rounds", default=100, show_default=True)
def main(*, passports: int, rounds: int) -> None:
    """Measure the search for similar passports, on a throwaway PostgreSQL of its own."""
    with ExitStack() as stack:
        own_server(stack)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratusha.config.settings")
        django.setup()
        tables.bring_up_to_date()
        found = similar(passports=passports, rounds=rounds)
        connection.close()
    click.echo(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
