"""How long it takes to find what is alike among 100,000 appeals: `./ratusha bench appeals`. Needs no state.

The texts are invented from a vocabulary used as unevenly as that of real ones (Zipf). Among them are campaigns: one
text sent by many, each with a few words of their own. So it is known what had to be found.
"""

import json
import resource
import time
from uuid import UUID

import click
import numpy as np

from ratusha.appeals.alike import groups

VOCABULARY, SHORTEST, LONGEST = 20_000, 15, 140  # different words, and words of one appeal
LETTERS = list("абвгдежзіклмнопрстухцчшыэюя")
OF_CAMPAIGNS, CAMPAIGNS = 0.4, 300  # the share of appeals that repeat a text, and how many texts
CHANGED = 0.08  # of its words that each sender writes anew


def texts(count: int) -> tuple[list[tuple[UUID, str]], list[int]]:
    """The appeals, and of each the number of its campaign; nought: it is nobody's."""
    chance = np.random.default_rng(1)
    words = ["".join(chance.choice(LETTERS, size)) for size in chance.integers(2, 12, VOCABULARY)]

    def draw(size: int) -> list[str]:
        return [words[place] for place in chance.zipf(1.3, size) % VOCABULARY]

    sizes = chance.integers(SHORTEST, LONGEST, count)
    campaigns = [draw(int(size)) for size in chance.integers(SHORTEST, LONGEST, CAMPAIGNS)]
    made, of = [], []
    for number, size in enumerate(sizes):
        campaign = int(chance.integers(CAMPAIGNS)) + 1 if chance.random() < OF_CAMPAIGNS else 0
        said = list(campaigns[campaign - 1]) if campaign else draw(int(size))
        if campaign:
            for place in np.flatnonzero(chance.random(len(said)) < CHANGED):
                said[place] = words[int(chance.integers(VOCABULARY))]
        made.append((UUID(int=number), " ".join(said)))
        of.append(campaign)
    return made, of


def measured(count: int) -> dict[str, float]:
    made, of = texts(count)
    wall, cpu = time.perf_counter(), time.process_time()
    found = groups(made)
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    home: dict[int, list[int]] = {}  # campaign: the parts of it that were found together
    strangers = 0
    for group in found:
        told = [of[one.int] for one in group.members]
        main_one = max(set(told), key=told.count)
        strangers += sum(one != main_one for one in told)
        home.setdefault(main_one, []).append(told.count(main_one))
    together = sum(max(parts) for campaign, parts in home.items() if campaign)
    return {
        "appeals": count,
        "seconds": round(seconds, 1),
        "cpu": round(used, 1),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "groups": len(found),
        "of_campaigns": sum(map(bool, of)),
        "found_together": together,
        "strangers_in_groups": strangers,
    }


@click.command()
@click.option("--appeals", default=100_000, show_default=True)
def main(*, appeals: int) -> None:
    """Measure how fast, and how rightly, appeals alike are found."""
    click.echo(json.dumps(measured(appeals), indent=1))


if __name__ == "__main__":
    main()
