"""Codes that a hurried person can type, and the standing of a document."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.documents.rules import (
    ALPHABET,
    Standing,
    new_code,
    new_key,
    normalise_code,
    spaced,
    standing,
)
from ratusha.kernel.errors import RuleBroken

TO_CYRILLIC = str.maketrans("ABEKMHPCTYX0", "АВЕКМНРСТУХО")


@given(st.randoms())
def test_a_code_survives_spaces_case_dashes_and_the_other_keyboard(dice):
    code = new_code()
    typed = (
        spaced(code).translate(TO_CYRILLIC).lower().replace("-", dice.choice(["", " ", " – ", "."]))
    )
    typed = typed.replace("1", dice.choice(["1", "l", "I"]))
    assert normalise_code(f"  {typed} ") == code


@given(st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed_before_the_register_is_asked(place, other):
    code = new_code()
    wrong = code[:place] + other + code[place + 1 :]
    if wrong != code:
        with pytest.raises(RuleBroken, match="code_check"):
            normalise_code(wrong)


def test_a_key_is_taken_as_it_is():
    key = new_key()
    assert normalise_code(key.lower()) == key


@given(st.text(max_size=80))
def test_any_text_is_a_code_or_a_clear_no(text):
    with suppress(RuleBroken):
        assert len(normalise_code(text)) in {12, 20}


def test_the_last_day_still_counts_and_a_revocation_outweighs_it():
    until = date(2027, 5, 22)
    assert standing(revoked=False, valid_until=until, on=until) is Standing.GENUINE
    assert standing(revoked=False, valid_until=until, on=date(2027, 5, 23)) is Standing.EXPIRED
    assert standing(revoked=True, valid_until=until, on=until) is Standing.REVOKED
    assert standing(revoked=False, valid_until=None, on=date(2099, 1, 1)) is Standing.GENUINE
