"""Groups of opinion: found whatever the order of people, and never telling of fewer than the least group."""

import json
from dataclasses import asdict
from itertools import pairwise
from math import hypot
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ratusha.consultations.opinions import rules
from ratusha.consultations.opinions.clusters import (
    Group,
    consensus,
    distinctive,
    draw,
    own_group,
    share,
)
from ratusha.consultations.opinions.picture import FRAME, circles

LEAST = 5
ASKED = list(range(1, 9))


def camps(sizes, *, chance, doubt=0.1, silent=0.2):
    """People in camps that say yes to other halves of what is asked; all say yes to 7 and no to 8."""
    found = []
    for camp, size in enumerate(sizes):
        for _person in range(size):
            own = {n: 1 if (n - 1) // 2 == camp else -1 for n in ASKED[:6]} | {7: 1, 8: -1}
            said = {n: -v if chance.random() < doubt else v for n, v in own.items()}
            found.append({n: v for n, v in said.items() if chance.random() >= silent})
    return found


def test_two_camps_are_two_groups_of_their_sizes_with_what_parts_and_unites_them():
    drawn = draw(
        camps([30, 20], chance=np.random.default_rng(1), doubt=0.03), ASKED, least_group=LEAST
    )
    assert [one.size for one in drawn.groups] == [30, 20]
    assert drawn.silhouette > 0.5
    assert consensus(drawn, "agree", LEAST) == [7]
    assert consensus(drawn, "disagree", LEAST)[0] in (5, 6, 8)
    said = dict(distinctive(drawn, 1, LEAST))
    assert {n for n, what in said.items() if what == "agree"} == {1, 2}
    assert {n for n, what in said.items() if what == "disagree"} == {3, 4}


def test_three_camps_are_three_groups():
    drawn = draw(
        camps([24, 18, 12], chance=np.random.default_rng(2), doubt=0.02, silent=0.05),
        ASKED, least_group=LEAST,
    )  # fmt: skip
    assert [one.size for one in drawn.groups] == [24, 18, 12]


def test_people_of_one_mind_are_one_group():
    drawn = draw([dict.fromkeys(ASKED, 1)] * 12, ASKED, least_group=LEAST)
    assert [one.size for one in drawn.groups] == [12]
    assert drawn.silhouette is None
    assert own_group({1: 1}, drawn) is None


def test_a_few_who_think_otherwise_are_no_group_of_their_own():
    people = [dict.fromkeys(ASKED, 1)] * 20 + [dict.fromkeys(ASKED, -1)] * (LEAST - 1)
    assert [one.size for one in draw(people, ASKED, least_group=LEAST).groups] == [24]


def test_fewer_people_than_the_least_group_are_no_map():
    assert draw([{1: 1}] * (LEAST - 1), [1], least_group=LEAST) is None
    assert draw([], [], least_group=LEAST) is None


def test_who_gives_the_answers_of_a_camp_is_nearest_to_its_group():
    drawn = draw(camps([30, 20], chance=np.random.default_rng(3)), ASKED, least_group=LEAST)
    assert own_group({1: 1, 2: 1, 3: -1, 4: -1}, drawn) == 1
    assert own_group({1: -1, 3: 1, 4: 1}, drawn) == 2
    assert own_group({}, drawn) is None


answers = st.dictionaries(st.integers(1, 6), st.sampled_from([-1, 0, 1]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(answers, max_size=40), st.randoms())
def test_the_order_of_people_changes_nothing_and_nobody_is_lost(people, chance):
    mixed = list(people)
    chance.shuffle(mixed)
    one, other = (draw(some, range(1, 7), least_group=LEAST) for some in (people, mixed))
    assert one == other
    if one is None:
        assert len(people) < LEAST
        return
    assert sum(group.size for group in one.groups) == len(people)
    assert min(group.size for group in one.groups) >= LEAST
    for number, cells in zip(one.asked, one.answers, strict=True):
        for name, value in (("agree", 1), ("disagree", -1), ("pass", 0)):
            told = sum(cell[name] for cell in cells)
            assert told == sum(person.get(number) == value for person in people)
    assert json.loads(json.dumps(asdict(one))) == asdict(one)  # so it is kept and read as it was


@settings(max_examples=200)
@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=5))
def test_no_published_number_and_no_difference_of_two_tells_of_fewer_than_the_least(rows):
    cells = [dict(zip(("agree", "disagree", "pass"), row, strict=True)) for row in rows]
    shown, whole = rules.shown_row(cells, LEAST)
    for cell, told in zip(cells, shown, strict=True):
        assert (told is None) == (sum(cell.values()) < LEAST)
    hidden = [cell for cell, told in zip(cells, shown, strict=True) if told is None]
    assert (whole is None) == bool(hidden)


@given(st.lists(st.integers(0, 3), max_size=60))
def test_between_two_maps_never_fewer_than_the_least_have_come(arrivals):
    placed, before, drawn = 0, 0, [0]
    for came in arrivals:
        placed += came
        if rules.may_redraw(placed, before, LEAST):
            before = placed
            drawn.append(placed)
    assert all(later - earlier >= LEAST for earlier, later in pairwise(drawn))


@pytest.mark.parametrize(("asked", "least"), [(1, 2), (3, 2), (8, 4), (13, 7), (60, 7)])
def test_where_little_is_asked_half_of_it_is_enough(asked, least):
    assert rules.least_answers(asked, 7) == least


groups = st.lists(
    st.builds(
        Group, number=st.just(1), size=st.integers(5, 500),
        x=st.floats(-3, 3), y=st.floats(-3, 3),
    ), min_size=1, max_size=5,
)  # fmt: skip


@given(groups)
def test_circles_stay_in_the_frame_and_cover_nobody(some):
    drawn = circles(some)
    for one in drawn:
        assert one.radius - 0.2 <= one.x <= FRAME[0] - one.radius + 0.2
        assert one.radius - 0.2 <= one.y <= FRAME[1] - one.radius + 0.2
    for place, one in enumerate(drawn):
        for other in drawn[place + 1 :]:
            assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 0.5


def test_a_share_of_few_answers_is_drawn_to_the_middle():
    assert share({"agree": 1, "disagree": 0, "pass": 0}, "agree") == pytest.approx(2 / 3)


def test_there_is_no_chance_but_the_seeded_one():
    """The same map tomorrow."""
    code = Path(draw.__code__.co_filename).read_text()
    seeded = code.count("np.random.default_rng(SEED") + code.count("np.random.Generator")
    assert code.count("np.random.") == seeded
