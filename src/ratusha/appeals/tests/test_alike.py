"""Appeals alike are found by their words."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from ratusha.appeals.alike import groups, likeness, shingles

LAMPS = (
    "У двары дома пять не гараць ліхтары ўжо трэці тыдзень, прашу адрамантаваць асвятленне двара."
)
BUS = "Аўтобус сто дваццаць першы спазняецца кожную раніцу, людзі не паспяваюць на працу, вярніце графік."
SAID = ["", "а", "ліхтары не гараць", LAMPS, BUS, LAMPS + BUS, LAMPS[:60], BUS[20:]]
texts = st.lists(st.sampled_from(SAID), max_size=12)


def test_small_changes_do_not_part_what_was_copied():
    first, second, third = uuid4(), uuid4(), uuid4()
    found = groups(
        [(first, LAMPS), (second, BUS), (third, "Добры дзень! " + LAMPS.replace("пять", "сем"))]
    )
    assert [group.members for group in found] == [(first, third)]


def test_the_same_text_is_wholly_alike_and_another_not_at_all():
    assert likeness(shingles(LAMPS), shingles(LAMPS.upper())) == 1.0
    assert likeness(shingles(LAMPS), shingles(BUS)) == 0.0
    assert likeness(shingles(""), shingles("")) == 0.0


@given(texts)
def test_nobody_stands_in_two_groups_and_copies_stand_in_one(written):
    rows = [(uuid4(), text) for text in written]
    found = groups(rows)
    members = [member for group in found for member in group.members]
    assert len(members) == len(set(members))
    place = {member: number for number, group in enumerate(found) for member in group.members}
    for key, text in rows:
        copies = [other for other, same in rows if same == text and shingles(text)]
        if len(copies) > 1:
            assert {place[copy] for copy in copies} == {place[key]}


def test_the_largest_group_comes_first():
    rows = [(uuid4(), LAMPS) for _ in range(2)] + [(uuid4(), BUS) for _ in range(3)]
    assert [len(group.members) for group in groups(rows)] == [3, 2]
