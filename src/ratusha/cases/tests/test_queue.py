"""The queue: leafed through by place, so that what comes and goes meanwhile moves nothing."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.accounts.tests.factories import official
from ratusha.cases.models import Case
from ratusha.cases.queue import BY_END, BY_TERM, Place, count_terms, stretch

from .factories import CaseFactory

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)
moments = st.integers(0, 10**16).map(lambda us: MORNING + timedelta(microseconds=us))


@given(st.dates(date(1900, 1, 1)), moments, st.uuids())
def test_a_place_is_read_as_it_was_written(day, at, key):
    place = Place(day, at, key)
    assert Place.parse(str(place)) == place


@pytest.mark.parametrize(
    "text",
    ["", "2", "20261341.5." + "0" * 32, "20260301.1.xyz",
     "20260301.-1." + "0" * 32, "٢٠٢٦٠٣٠١.1." + "0" * 32],
)  # fmt: skip
def test_a_made_up_place_is_nothing(text):
    assert Place.parse(text) is None


@pytest.fixture
def body(db) -> UUID:  # noqa: ARG001 - wanted, not its value
    return uuid4()


def waiting(body, due=17, hour=8, **more):
    return CaseFactory(
        body_id=body,
        due_on=due and date(2026, 3, due),
        stopped_on=None if due else date(2026, 3, 5),
        lodged_at=MORNING.replace(hour=hour),
        **more,
    )


def there(body):
    return Case.objects.filter(body_id=body).open()


def leafed(lists, order=BY_TERM, size=2):
    """Every page from the first to the last."""
    pages, after = [], None
    while True:
        found = stretch(lists, order, size, after=after)
        pages.append(found.cases)
        if not found.after:
            return pages
        after = found.after


def in_order(*asked):
    return [case for page in leafed(*asked) for case in page]


def test_cases_come_by_term_then_by_lodging_and_those_whose_clock_stands_last(body):
    stands, late = waiting(body, None), waiting(body, 3)
    second, first = waiting(body, 17, 9), waiting(body, 17, 8)
    assert in_order([there(body)]) == [late, first, second, stands]


def test_who_may_see_no_case_leafs_through_an_empty_queue(body):
    case = CaseFactory(body_id=body)
    none, some = Case.objects.none(), Case.objects.filter(body_id=body)
    assert stretch([none, none], BY_TERM, 5).cases == []
    seen = count_terms(none, official(), today=TODAY, soon=TODAY, most=5)
    assert (seen.late, seen.soon, seen.in_time) == (0, 0, 0)
    for lists in ([none, some], [some, none]):
        assert [one.pk for one in stretch(lists, BY_TERM, 5).cases] == [case.pk]


def test_cases_alike_are_each_shown_once(body):
    alike = [waiting(body) for _number in range(5)]
    pages = leafed([there(body)])
    assert [len(page) for page in pages] == [2, 2, 1]
    assert [case for page in pages for case in page] == sorted(alike, key=lambda case: case.pk)


def test_a_new_case_ahead_moves_nothing_behind(body):
    cases = [waiting(body, due) for due in (11, 12, 13, 14)]
    after = stretch([there(body)], BY_TERM, 2).after
    waiting(body, 5)
    assert stretch([there(body)], BY_TERM, 2, after=after).cases == cases[2:]


def test_one_leafs_back_as_one_came(body):
    cases = [waiting(body, due) for due in (11, 12, 13, 14, 15)]
    last = stretch([there(body)], BY_TERM, 2, after=stretch([there(body)], BY_TERM, 4).after)
    assert (last.cases, last.after) == (cases[4:], None)
    back = stretch([there(body)], BY_TERM, 2, before=last.before)
    assert back.cases == cases[2:4]
    assert back.after
    first = stretch([there(body)], BY_TERM, 2, before=back.before)
    assert (first.cases, first.before) == (cases[:2], None)


def test_leafing_back_to_a_rest_gives_the_first_page(body):
    cases = [waiting(body, due) for due in (11, 12, 13)]
    second = stretch([there(body)], BY_TERM, 2, after=stretch([there(body)], BY_TERM, 1).after)
    assert second.cases == cases[1:]
    assert stretch([there(body)], BY_TERM, 2, before=second.before).cases == cases[:2]


def test_several_lists_are_one_queue(body):
    worker = official("cases.see", body_id=body)
    cases = [waiting(body, due, handler=worker if due % 2 else None) for due in range(11, 18)]
    lists = [there(body).filter(handler=worker), there(body).filter(handler=None)]
    assert in_order(lists) == cases
    last = stretch(lists, BY_TERM, 3, after=stretch(lists, BY_TERM, 4).after)
    assert stretch(lists, BY_TERM, 3, before=last.before).cases == cases[1:4]


def test_finished_cases_come_with_the_newest_first(body):
    ended = [
        waiting(body, status="granted", outcome="granted", closed_on=TODAY + timedelta(days))
        for days in (0, 2, 1)
    ]
    found = Case.objects.filter(body_id=body)
    assert in_order([found], BY_END, 1) == [ended[1], ended[2], ended[0]]


def test_terms_are_counted_as_far_as_asked(body):
    worker = official("cases.see", body_id=body)
    for due in (3, 9, 10, 17, 18, None):
        waiting(body, due)

    def counted(most):
        found = count_terms(
            there(body), worker, today=TODAY, soon=TODAY + timedelta(days=7), most=most
        )
        return found.late, found.soon, found.in_time

    assert counted(5) == (2, 2, 2)
    assert counted(2) == (2, 2, 2)
    assert counted(1) == (None, None, None)
