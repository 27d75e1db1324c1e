"""Whatever is public of ratings, on whatever days: no difference of it is about one to four people."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.ratings.crowds import Kind, Voice, new_crowds, people_in

busy = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100)
LEAST = 5
GOOD, BAD = (5, 5, 5, 5), (1, 1, 1, 1)
QUARTERS = [f"{year}-Q{number}" for year in (2026, 2027) for number in (1, 2, 3, 4)]
FIRST, SECOND = QUARTERS[:2]


def voices(number, quarter=FIRST, *, start=0, **said):
    return [
        Voice(key=key, person=key, quarter=quarter, **{"marks": GOOD, **said})
        for key in range(start, start + number)
    ]


def told(crowds):
    """As it is kept after these crowds were told."""
    return [
        replace(one, crowd=(crowd.kind, place), told=(*one.told, one.marks))
        for place, crowd in enumerate(crowds)
        for one in crowd.voices
    ]


def crowds(*there, quarter=FIRST, **how):
    return new_crowds([one for some in there for one in some], quarter, least=LEAST, **how)


def test_a_quarter_of_enough_people_is_a_crowd_and_a_smaller_one_waits():
    (one,) = crowds(voices(5))
    assert (one.kind, one.since, one.quarter, one.people) == (Kind.QUARTER, FIRST, FIRST, 5)
    assert crowds(voices(4)) == []
    assert crowds(voices(5), voices(2, SECOND, start=5))[0].people == 5  # that one is not over


def test_small_quarters_are_told_when_they_are_enough_together_and_then_as_one():
    small = voices(3)
    assert [one.people for one in crowds(small, voices(9, SECOND, start=3), quarter=SECOND)] == [9]
    (pool,) = crowds(small, voices(2, SECOND, start=3), quarter=SECOND)
    assert (pool.kind, pool.since, pool.quarter, pool.people) == (Kind.POOL, FIRST, SECOND, 5)


def test_five_ratings_of_one_person_are_not_five_people():
    assert crowds([replace(one, person="one") for one in voices(7)]) == []


def test_what_does_not_count_is_not_told():
    assert crowds(voices(4), voices(3, start=4, marks=None)) == []


def test_themes_are_crowds_where_they_and_the_rest_are_enough():
    hole, lamp = {"theme": ("issue", "hole")}, {"theme": ("issue", "lamp")}
    holes, lamps = voices(9, **hole), voices(3, start=9, **lamp)
    assert [one.theme for one in crowds(holes, lamps)] == [("", "")]
    yards = voices(20, start=12, theme=("issue", "yard"))
    assert [(one.theme, one.people) for one in crowds(holes, lamps, yards)] == [
        (("issue", "yard"), 20), (("", ""), 12),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "of", "made"), [(1, 12, 0), (4, 12, 0), (5, 12, 1), (8, 12, 0), (12, 12, 1)]
)
def test_what_has_changed_is_told_when_it_and_the_rest_are_enough(changed, of, made):
    there = told(crowds(voices(of)))
    later = [replace(one, marks=None) for one in there[:changed]] + there[changed:]
    found = crowds(later, quarter=SECOND)
    assert len(found) == made
    if made:
        assert (found[0].kind, found[0].marks) == (Kind.CHANGE, Counter({GOOD: -changed}))


def test_who_is_left_of_a_crowd_that_was_set_aside_is_not_alone():
    """The first one changed the marks, all others are set aside: what is left of the crowd would be that one."""
    there = told(crowds(voices(9)))
    first, *others = there
    later = [replace(first, marks=BAD), *(replace(one, marks=None) for one in others)]
    assert crowds(later, quarter=SECOND) == []


def test_who_does_not_come_back_as_they_were_are_enough():
    there = [replace(one, marks=None) for one in told(crowds(voices(9)))]
    there = [*told(crowds(there, quarter=SECOND))]
    back = [replace(one, marks=GOOD) for one in there[:5]]
    otherwise = [replace(one, marks=BAD) for one in there[5:]]
    assert crowds(back, otherwise, quarter=SECOND) == []
    assert [one.people for one in crowds(back, voices(0), quarter=SECOND)] == [5]


def test_what_comes_back_after_the_quarter_was_told_waits_with_the_small_ones():
    there = told(crowds(voices(9)))
    back = voices(5, start=9)
    assert [one.kind for one in crowds(there, back, whole=False)] == [Kind.POOL]


# ---- the proof ----
STEP = st.lists(
    st.fixed_dictionaries(
        {
            "what": st.sampled_from(["rate", "rate", "change", "aside", "restore"]),
            "people": st.builds(
                lambda first, many: range(first, first + many),
                st.integers(0, 20),
                st.integers(1, 9),
            ),
            "about": st.integers(0, 1),
            "marks": st.sampled_from([GOOD, BAD, (3, 4, 3, 2)]),
        }
    ),
    max_size=6,
)


class State:
    """Ratings of one organisation, and everything that was ever public of them."""

    def __init__(self):
        self.kept, self.public, self.rows = {}, [], []

    def act(self, quarter, what, people, **said):
        for who in people:
            self.of_one(quarter, what, who, **said)

    def of_one(self, quarter, what, who, *, about, marks):
        if what == "rate":
            key = (who, about, quarter)
            self.kept.setdefault(
                key, Voice(key=key, person=who, quarter=quarter, theme=("issue", str(about)), marks=marks)
            )  # fmt: skip
            return
        for key, one in self.kept.items():
            if one.person == who:
                now = {"change": one.marks and marks, "aside": None, "restore": marks}[what]
                self.kept[key] = replace(one, marks=now)

    def tell(self, quarter):
        """One night: new crowds, and what can be read from then on."""
        made = new_crowds(list(self.kept.values()), quarter, least=LEAST)
        for crowd in made:
            for one in crowd.voices:
                self.kept[one.key] = replace(one, crowd=len(self.rows), told=(*one.told, one.marks))
            self.rows.append(crowd)
            self.public.append([crowd])  # a theme, the rest, a row of the page
        of_quarter = [one for one in made if one.kind == Kind.QUARTER]
        self.public += [of_quarter, list(self.rows)]  # its document; all ratings until now


def people_of(figure):
    """How much each rating is in a sum of crowds, as it was and as it became."""
    found = Counter()
    for crowd in figure:
        for one in crowd.voices:
            found[one.person, one.key, one.marks] += one.marks is not None
            found[one.person, one.key, one.known] -= one.known is not None
    return found


def named_by(more, less):
    """Whose ratings are left when one public figure is taken from another."""
    return {person for (person, *_rest), often in (more - less | less - more).items() if often}


@busy
@given(st.lists(STEP, min_size=1, max_size=len(QUARTERS)))
def test_no_difference_of_public_figures_is_about_one_to_four_people(quarters):
    state = State()
    for quarter, acts in zip(QUARTERS, quarters, strict=False):
        for act in acts:
            state.act(quarter, **act)
        state.tell(quarter)
    figures = [people_of(one) for one in state.public]
    for one in figures:
        assert len(named_by(one, Counter())) not in range(1, LEAST)
    for one, other in combinations(figures, 2):
        assert len(named_by(one, other)) not in range(1, LEAST)


@busy
@given(st.lists(STEP, min_size=1, max_size=len(QUARTERS)))
def test_ratings_that_public_figures_tell_apart_come_in_crowds(quarters):
    """So neither two figures nor any number of them, added and subtracted at will, are about a few."""
    state = State()
    for quarter, acts in zip(QUARTERS, quarters, strict=False):
        for act in acts:
            state.act(quarter, **act)
        state.tell(quarter)
    where, known = {}, {}
    for place, crowd in enumerate(state.rows):
        for one in crowd.voices:
            where.setdefault(one.key, []).append(place)
            known.setdefault(one.key, [None]).append(one.marks)
    alike = {}
    for key, places in where.items():
        course = tuple(known[key].index(marks) for marks in known[key])
        alike.setdefault((tuple(places), course), []).append(state.kept[key])
    assert all(people_in(there) >= LEAST for there in alike.values())
