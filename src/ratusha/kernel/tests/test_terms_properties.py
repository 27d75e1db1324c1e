"""Terms by property: what must hold for every start, term, extension and suspension there is."""

import json
from datetime import date, timedelta
from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.calendar import Calendar, national_calendar
from ratusha.kernel.terms import (
    Count,
    Due,
    Extension,
    OnDayOff,
    Reason,
    StartRule,
    Suspension,
    Term,
    Unit,
    due,
)

STARTS = st.dates(date(2021, 1, 1), date(2022, 12, 31))
UNITS = st.sampled_from(Unit)
LIMITS = {Unit.DAY: 90, Unit.WORKING_DAY: 60, Unit.WEEK: 12, Unit.MONTH: 6, Unit.YEAR: 1}
TERMS = UNITS.flatmap(lambda u: st.builds(Term, st.integers(0, LIMITS[u]), st.just(u)))
RULES = st.sampled_from(StartRule)
EXTENSIONS = st.lists(st.builds(Extension, TERMS, st.just("law"), st.just("by_law")), max_size=3)


@st.composite
def suspensions(draw, *, closed=True):
    since = draw(st.dates(date(2020, 12, 1), date(2023, 6, 30)))
    length = draw(st.integers(0, 40))
    is_open = not closed and draw(st.booleans())
    return Suspension(
        since, None if is_open else since + timedelta(days=length), Reason.FOREIGN_REQUEST, "law"
    )


def odd_calendar(seed: int) -> Calendar:
    """A country with many days off in odd places, weekends of its own and some worked days of rest."""
    rng = Random(seed)  # noqa: S311 - odd, not secret
    days = [date(2020, 1, 1) + timedelta(days=i) for i in range(3000)]
    weekend = frozenset(rng.sample(range(7), seed % 4))
    rest = [d for d in days if d.weekday() in weekend]
    worked = frozenset(rng.sample(rest, min(len(rest), 60)))
    return Calendar(frozenset(rng.sample(days, 300)), worked, weekend, range(2020, 2030))


CALENDARS = st.sampled_from([national_calendar(), *(odd_calendar(seed) for seed in range(8))])


def end(start, term, **options) -> date:
    on = due(start, term, source="law", **options).on
    assert on is not None
    return on


def options(*, closed: bool = True):
    return st.fixed_dictionaries(
        {
            "calendar": CALENDARS,
            "start_rule": RULES,
            "extensions": EXTENSIONS,
            "suspensions": st.lists(suspensions(closed=closed), max_size=3),
        }
    )


@given(STARTS, TERMS, options())
def test_a_term_never_ends_on_a_day_off(start, term, chosen):
    on = end(start, term, **chosen)
    assert chosen["calendar"].is_working_day(on)
    assert on >= start


@given(CALENDARS, STARTS, UNITS, st.data(), st.lists(suspensions(), max_size=2))
def test_a_longer_term_of_the_same_unit_never_ends_earlier(calendar, start, unit, data, stops):
    amount = data.draw(st.integers(0, LIMITS[unit] - 1))
    shorter = end(start, Term(amount, unit), calendar=calendar, suspensions=stops)
    longer = end(start, Term(amount + 1, unit), calendar=calendar, suspensions=stops)
    assert shorter <= longer


@given(CALENDARS, STARTS, TERMS)
def test_a_later_start_never_ends_earlier(calendar, start, term):
    later = start + timedelta(days=1)
    assert end(start, term, calendar=calendar) <= end(later, term, calendar=calendar)


@given(STARTS, TERMS, options(), suspensions())
def test_one_more_suspension_never_makes_it_earlier(start, term, chosen, another):
    more = chosen | {"suspensions": [*chosen["suspensions"], another]}
    assert end(start, term, **more) >= end(start, term, **chosen)


@given(CALENDARS, STARTS, TERMS, suspensions(), st.integers(0, 30))
def test_a_longer_suspension_never_makes_it_earlier(calendar, start, term, stop, more):
    assert stop.until is not None
    longer = Suspension(stop.since, stop.until + timedelta(days=more), stop.reason, stop.source)
    assert end(start, term, calendar=calendar, suspensions=[stop]) <= end(
        start, term, calendar=calendar, suspensions=[longer]
    )


@given(STARTS, st.integers(1, 60), st.integers(0, 30), st.data())
def test_a_suspension_within_a_term_of_calendar_days_adds_exactly_its_length(
    start, amount, length, data
):
    since = start + timedelta(days=data.draw(st.integers(0, amount)))
    stop = Suspension(since, since + timedelta(days=length), Reason.BY_LAW, "law")
    options = {"calendar": national_calendar(), "on_day_off": OnDayOff.STAYS}
    plain = end(start, Term(amount, Unit.DAY), **options)
    assert end(start, Term(amount, Unit.DAY), suspensions=[stop], **options) == plain + timedelta(
        days=length
    )


@given(CALENDARS, STARTS, TERMS, EXTENSIONS, st.lists(suspensions(), max_size=2))
def test_the_order_of_extensions_does_not_matter(calendar, start, term, extensions, stops):
    results = {
        end(start, term, calendar=calendar, extensions=order, suspensions=stops)
        for order in permutations(extensions)
    }
    assert len(results) == 1


@given(CALENDARS, STARTS, TERMS, EXTENSIONS)
def test_an_extension_never_makes_it_earlier(calendar, start, term, extensions):
    assert end(start, term, calendar=calendar, extensions=extensions) >= end(
        start, term, calendar=calendar
    )


@given(CALENDARS, STARTS, TERMS, st.lists(suspensions(closed=False), max_size=3))
def test_the_order_of_suspensions_does_not_matter_even_to_the_explanation(
    calendar, start, term, stops
):
    results = [
        due(start, term, calendar=calendar, source="law", suspensions=order).to_json()
        for order in permutations(stops)
    ]
    assert all(result == results[0] for result in results)


@given(STARTS, TERMS, options(closed=False))
def test_equal_inputs_give_equal_json_that_reads_back(start, term, chosen):
    result = due(start, term, source="law", **chosen)
    written = json.dumps(result.to_json())
    assert written == json.dumps(due(start, term, source="law", **chosen).to_json())
    assert Due.from_json(json.loads(written)) == result
    assert all(step.sentence() for step in result.steps)


@given(STARTS, TERMS, options(closed=False))
def test_a_kept_count_gives_the_same_date_when_counted_again(start, term, chosen):
    calendar = chosen.pop("calendar")
    chosen = {name: tuple(v) if isinstance(v, list) else v for name, v in chosen.items()}
    count = Count(start=start, term=term, source={"be": "Закон"}, **chosen)
    again = Count.from_json(json.loads(json.dumps(count.to_json())))
    assert again == count
    assert again.due(calendar).to_json() == count.due(calendar).to_json()


@given(CALENDARS, STARTS, TERMS, st.lists(suspensions(), max_size=3), st.data())
def test_an_open_suspension_that_counts_leaves_no_date(calendar, start, term, stops, data):
    on = end(start, term, calendar=calendar)
    since = start + timedelta(days=data.draw(st.integers(0, (on - start).days)))
    opened = Suspension(since, None, Reason.BY_LAW, "law")
    assert (
        due(start, term, calendar=calendar, source="law", suspensions=[*stops, opened]).on is None
    )


@given(STARTS, st.integers(1, 40))
def test_working_days_of_a_term_equal_a_walk_day_by_day(start, amount):
    day, left = start, amount
    while left:
        day += timedelta(days=1)
        left -= national_calendar().is_working_day(day)
    assert end(start, Term(amount, Unit.WORKING_DAY), calendar=national_calendar()) == day


@given(STARTS, st.integers(1, 30))
def test_a_month_ends_on_the_same_day_of_the_month_or_on_its_last(start, amount):
    on = end(
        start,
        Term(amount, Unit.MONTH),
        calendar=national_calendar(),
        on_day_off=OnDayOff.STAYS,
    )
    months = (on.year - start.year) * 12 + on.month - start.month
    assert months == amount
    assert on.day == start.day or (on + timedelta(days=1)).day == 1


@given(TERMS)
def test_a_term_reads_back_as_written(term):
    assert Term.parse(str(term)) == term
