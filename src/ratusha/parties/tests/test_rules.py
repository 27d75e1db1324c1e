"""Names and nearness. No database."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ratusha.parties.rules import age, distance, full_name, name_with_initials, short_name

from .factories import ALENA


def test_a_name_is_said_in_the_readers_language():
    assert full_name(ALENA, "be") == "Кавалёва Алена Віктараўна"
    assert full_name(ALENA, "ru") == "Ковалёва Елена Викторовна"


def test_an_english_reader_sees_the_name_of_the_passport():
    assert full_name(ALENA, "en") == "Alena Kavaliova"


def test_a_missing_language_takes_the_form_there_is():
    assert full_name({"ru": ALENA["ru"]}, "be") == "Ковалёва Елена Викторовна"


def test_the_short_name_greets_without_telling_who_it_is():
    assert short_name(ALENA, "be") == "Алена К."


def test_officials_sign_with_initials():
    assert name_with_initials(ALENA, "ru") == "Ковалёва Е. В."


def test_nobody_is_older_before_the_birthday():
    assert age(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age(date(2008, 2, 29), date(2026, 3, 1)) == 18


@given(
    parents=st.lists(st.integers(0, 30), min_size=1, max_size=30),
    served=st.sets(st.integers(0, 30)),
    start=st.integers(0, 29),
)
def test_distance_is_what_climbing_step_by_step_finds(parents, served, start):
    """The tree: unit n hangs under parents[n] % n; the first hangs under nothing."""

    def above(n: int) -> int | None:
        return parents[n] % n if n else None

    start %= len(parents)
    line: list[str] = []
    step: int | None = start
    while step is not None:
        line.append(str(step))
        step = above(step)

    climbed, steps, naive = start, 0, None
    while naive is None:
        if climbed in served:
            naive = steps
        elif above(climbed) is None:
            break
        else:
            climbed, steps = above(climbed), steps + 1
    assert distance(line, [str(n) for n in served]) == naive
