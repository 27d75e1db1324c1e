"""Who is compared with whom, and what a change of place is made of."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ratusha.indicators.models import Snapshot
from ratusha.indicators.peers import group_of, law
from ratusha.indicators.services.snapshots import take_snapshots
from ratusha.steering.public import moved
from ratusha.territory.models import Unit

from .conftest import FAR, NEAR, NOW

FIGURES = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 5).map(float), min_size=1)


def rank(unit, values, *, downwards):
    """Written again from the other end: the first place among the sorted values."""
    return sorted(values.values(), reverse=downwards).index(values[unit]) + 1


@given(FIGURES, FIGURES, st.booleans())
def test_what_one_did_oneself_and_what_others_did_make_the_whole_change_of_place(
    before, after, downwards
):
    for unit in before.keys() & after.keys():
        found = moved(unit, before, after, downwards=downwards)
        was, now = (rank(unit, one, downwards=downwards) for one in (before, after))
        assert found.own + found.others == found.total == was - now
        still = {**before, unit: after[unit]}
        assert found.own == was - rank(unit, still, downwards=downwards)


@given(st.sampled_from(["region", "district", "city", "capital"]), st.integers(0, 3_000_000))
def test_everybody_of_a_group_has_the_same_group(level, inhabitants):
    sizes = law().sizes
    group = group_of(level, inhabitants, sizes)
    assert group.holds(level, inhabitants)
    ends = [group.least, *([group.most - 1] if group.most else [])]
    assert {group_of(level, one, sizes) for one in ends} == {group}
    assert group.most is None or not group.holds(level, group.most)


def test_a_district_stands_among_its_peers_with_its_change_of_place(client, country):
    Unit.objects.filter(pk__in=[NEAR, FAR]).update(population=20_000)
    day = date(2026, 8, 31)
    country.cases(6, country.near, due_on=date(2026, 8, 1))
    country.cases(8, country.far)
    take_snapshots(day - timedelta(days=1), now=NOW)
    Snapshot.objects.exclude(on=day - timedelta(days=1)).delete()
    country.cases(1, country.far, due_on=date(2026, 8, 1), closed_on=day)
    take_snapshots(day, now=NOW)
    page = " ".join(client.get(f"/en/steering/indicators/in-term/{day}/places/{FAR}/").text.split())
    assert "Among its peers" in page
    assert "15,000 to 30,000 inhabitants" in page
    assert "2 of 2 have a value" in page
    assert "0: itself 0, peers 0" in page


def test_without_inhabitants_or_peers_nothing_is_compared(client, country):
    country.cases(6, country.near)
    take_snapshots(date(2026, 8, 31), now=NOW)
    page = client.get(f"/en/steering/indicators/in-term/2026-08-31/places/{NEAR}/").text
    assert "Among its peers" not in page
