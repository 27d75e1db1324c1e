"""Appeals in figures: true, and never telling of fewer than five people."""

from datetime import timedelta
from itertools import combinations

from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ratusha.accounts.tests.factories import UserFactory
from ratusha.appeals.figures import LEAST, figures, shown, together
from ratusha.appeals.services.answer import answer
from ratusha.appeals.services.consider import take_up
from ratusha.cases.models import Case

from .conftest import GOOD, NOW, TEXT

counts = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 20), max_size=6)


@given(counts)
def test_neither_a_cell_nor_what_is_left_of_the_sum_tells_of_fewer_than_five(cells):
    told = shown(cells)
    hidden = [cells[name] for name, count in told.items() if count is None]
    assert all(count == 0 or count >= LEAST for count in told.values() if count is not None)
    if hidden and sum(cells.values()) >= LEAST:
        assert sum(hidden) >= LEAST
    if sum(1 for count in cells.values() if count) > 1:
        assert len(hidden) != 1


@given(counts)
def test_every_body_stands_in_one_line_and_no_line_is_too_small(cells):
    alone, shared = together(cells)
    assert sorted([*alone, *shared]) == sorted(cells)
    assert all(cells[one] >= LEAST for one in alone)
    if shared and sum(cells.values()) >= LEAST:
        assert sum(cells[one] for one in shared) >= LEAST
    assert all(cells[one] >= cells[other] for one, other in combinations(alone, 2))


def lodged(town, number):
    return [town.written(by=UserFactory(), text=f"{TEXT} {n}") for n in range(number)]


def test_terms_kept_and_late_are_counted_from_what_the_person_was_told(town):
    for number, case in enumerate(lodged(town, 7)):
        take_up(case.pk, by=town.clerk, now=NOW)
        if number < 6:
            late = NOW + timedelta(days=30 if number == 5 else 3)
            answer(case.pk, result="explain", text=GOOD, by=town.clerk, now=late)
    told = figures(NOW.date(), NOW.date(), "be")
    assert told["total"] == 7
    (line,) = told["lines"]
    assert line.lodged == 7
    assert (line.open, line.answered, line.in_time) == (
        None,
        None,
        None,
    )  # one is open: it would be told
    Case.objects.filter(status="in_work").update(
        status="explained", outcome="granted", closed_on=NOW
    )
    (line,) = figures(NOW.date(), NOW.date(), "be")["lines"]
    assert (line.open, line.answered, line.in_time) == (0, 7, 6 / 7)


def test_of_few_appeals_nothing_is_told_and_of_enough_everybody_reads(town):
    lodged(town, LEAST - 1)
    assert figures(NOW.date(), NOW.date(), "be")["total"] is None
    lodged(town, LEAST + 1)
    assert town.body.name["be"] in Client().get(reverse("appeals:figures")).text
