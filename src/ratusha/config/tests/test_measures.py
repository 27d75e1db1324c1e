"""The measures of the demonstration state are there, in the places where the pages need them."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from ratusha.cases.public import Case
from ratusha.config.demonstration.measures import live_measures
from ratusha.config.demonstration.officials import appoint_officials
from ratusha.config.demonstration.people import settle_protagonists
from ratusha.config.demonstration.pilots import live_pilots
from ratusha.kernel.pack import pack
from ratusha.measures.public import KINDS, Condition, Session
from ratusha.parties.public import load_bodies
from ratusha.territory.public import load_territory

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_a_measure_waits_in_each_part_of_the_way():
    load_territory(pack())
    load_bodies(pack())
    protagonists = settle_protagonists(now=NOW)
    officials, _bodies = appoint_officials(protagonists, seed=7, now=NOW)
    live_measures(officials, now=NOW)
    live_pilots(officials, now=NOW)
    assert Counter(Case.objects.filter(kind__in=KINDS).values_list("status", flat=True)) == {
        "draft": 1, "passport": 1, "expertise": 1, "council": 1, "conditions": 1, "implementation": 2,
        "running": 1, "scaled": 1,
    }  # fmt: skip
    today = Session.objects.get(number="7")
    assert (today.on, today.phase) == (NOW.date(), "published")
    assert Condition.objects.get().due_on < NOW.date()
