"""Close relatives: yes or no, on a day."""

from datetime import date

import pytest

from ratusha.parties.tests.factories import PersonFactory
from ratusha.registers.public import are_close_relatives, record_marriage, tie_parent

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 10)
SINCE = date(2000, 1, 1)


@pytest.fixture
def family():
    """Grandmother, mother and father, two children, an aunt, a cousin, and nobody's."""
    names = [
        "grandmother",
        "mother",
        "father",
        "child",
        "other_child",
        "aunt",
        "cousin",
        "stranger",
    ]
    people = {name: PersonFactory().pk for name in names}
    for parent, child in [
        ("grandmother", "mother"), ("grandmother", "aunt"), ("mother", "child"), ("father", "child"),
        ("mother", "other_child"), ("aunt", "cousin"),
    ]:  # fmt: skip
        tie_parent(people[child], people[parent], since=SINCE, basis="x", by=None)
    return people


CLOSE = {
    ("mother", "child"), ("father", "child"), ("mother", "other_child"), ("child", "other_child"),
    ("grandmother", "mother"), ("grandmother", "aunt"), ("grandmother", "child"),
    ("grandmother", "other_child"), ("mother", "aunt"), ("aunt", "cousin"), ("grandmother", "cousin"),
}  # fmt: skip


def test_who_is_close_and_who_is_not(family):
    for one in family:
        for other in family:
            if one != other:
                wanted = (one, other) in CLOSE or (other, one) in CLOSE
                assert are_close_relatives(family[one], family[other], ON) is wanted, (one, other)


def test_parents_of_one_child_are_close_only_as_spouses(family):
    record_marriage(family["mother"], family["father"], since=SINCE, basis="x", by=None)
    assert are_close_relatives(family["mother"], family["father"], ON)
    assert not are_close_relatives(family["mother"], family["father"], date(1999, 1, 1))
