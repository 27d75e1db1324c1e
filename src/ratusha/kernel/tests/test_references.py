"""References: nobody types them right the first time, so every slip must be found."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import ALPHABET, EXAMPLE, new_reference, normalise_reference

CYRILLIC_IN_THE_SAME_SHAPE = set("ABCEHIKMOPSTXY")
REFERENCES = st.builds(new_reference, st.dates(date(1000, 1, 1)))
SHAPE = re.compile(r"\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")


def is_refused(text: str) -> bool:
    with pytest.raises(RuleBroken, match=r"reference\.wrong"):
        normalise_reference(text)
    return True


def test_no_letter_of_the_alphabet_looks_like_one_of_the_other_script():
    assert not CYRILLIC_IN_THE_SAME_SHAPE & set(ALPHABET)
    assert len(ALPHABET) == 19  # a prime: what makes every slip visible


@given(REFERENCES)
def test_a_new_reference_has_its_shape_and_reads_back(reference):
    assert SHAPE.fullmatch(reference)
    assert normalise_reference(reference) == reference


def test_a_reference_names_the_year_and_cannot_be_guessed_from_the_one_before():
    made = {new_reference(date(2026, 3, 2)) for _i in range(200)}
    assert len(made) == 200
    assert all(reference.startswith("2026-") for reference in made)


@given(REFERENCES, st.data())
def test_any_wrong_character_is_found(reference, data):
    place = data.draw(st.sampled_from([i for i, c in enumerate(reference) if c != "-"]))
    wrong = data.draw(st.sampled_from([c for c in ALPHABET if c != reference[place]]))
    assert is_refused(reference[:place] + wrong + reference[place + 1 :])


@given(REFERENCES)
def test_any_swap_of_two_neighbours_is_found(reference):
    plain = reference.replace("-", "")
    for i, (one, other) in enumerate(pairwise(plain)):
        if one != other:
            assert is_refused(plain[:i] + other + one + plain[i + 2 :])


@given(REFERENCES, st.data())
def test_a_missing_or_doubled_character_is_found(reference, data):
    plain = reference.replace("-", "")
    place = data.draw(st.integers(0, len(plain) - 1))
    assert is_refused(plain[:place] + plain[place + 1 :])
    assert is_refused(plain[:place] + plain[place] + plain[place:])


@pytest.mark.parametrize(
    "typed",
    [
        EXAMPLE.lower(),
        EXAMPLE.replace("-", ""),
        EXAMPLE.replace("-", " "),
        EXAMPLE.replace("-", " \N{EN DASH} "),
        f"  № {EXAMPLE}\n",
        EXAMPLE.replace("0", "О").replace("-", "\N{NON-BREAKING HYPHEN}"),
        "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in EXAMPLE),  # full width
    ],
)
def test_a_reference_is_understood_however_it_is_typed(typed):
    assert normalise_reference(typed) == EXAMPLE


def test_letters_that_are_not_used_are_read_as_the_digits_they_look_like():
    reference = next(r for r in iter(lambda: new_reference(date(2025, 1, 1)), None) if "0" in r[5:])
    assert normalise_reference(reference.replace("5", "S").replace("0", "O")) == reference
    assert normalise_reference(reference.replace("0", "О").replace("2", "Z")) == reference


@given(st.text(max_size=200))
def test_any_text_gives_a_reference_or_a_plain_refusal(text):
    try:
        assert SHAPE.fullmatch(normalise_reference(text))
    except RuleBroken as error:
        assert error.code == "reference.wrong"  # noqa: PT017 - both ends are lawful


def test_an_endless_text_is_refused_at_once():
    assert is_refused(EXAMPLE + " " * 1_000_000)
    assert is_refused("")
