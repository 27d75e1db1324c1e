"""What is sealed cannot be read, changed or moved, and stays readable while keys are changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel import protection
from ratusha.kernel.protection import (
    SealBroken,
    fingerprint,
    fingerprints,
    is_sealed_with_current_key,
    seal,
    unseal,
)

NUMBER = "7123456A789PB6"


@given(st.text(max_size=200), st.text(max_size=20))
def test_what_was_sealed_opens(text, context):
    assert unseal(seal(text, context=context), context=context) == text
    assert unseal(memoryview(seal(text))) == text


@given(st.text(min_size=4, max_size=40))
def test_a_sealed_text_shows_nothing_and_is_never_the_same_twice(text):
    assert text.encode() not in seal(text)
    assert seal(text) != seal(text)


@given(st.data())
def test_one_changed_bit_breaks_the_seal(data):
    sealed = bytearray(seal(NUMBER))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        unseal(bytes(sealed))


@given(st.binary(max_size=100))
def test_what_was_never_sealed_does_not_open(data):
    with pytest.raises(SealBroken):
        unseal(data)


def test_a_sealed_text_does_not_open_in_another_place():
    with pytest.raises(SealBroken, match="elsewhere"):
        unseal(seal(NUMBER, context="parties.person"), context="parties.document")


def test_after_a_change_of_keys_old_seals_open_and_new_ones_use_the_new_key(settings):
    settings.PROTECTION_KEY = "first"
    old, old_print = seal(NUMBER), fingerprint(NUMBER)
    settings.PROTECTION_KEY, settings.PROTECTION_KEYS_OLD = "second", ["first"]
    assert unseal(old) == NUMBER
    assert not is_sealed_with_current_key(old)
    assert is_sealed_with_current_key(memoryview(seal(NUMBER)))
    assert fingerprints(NUMBER) == [fingerprint(NUMBER), old_print]
    assert fingerprint(NUMBER) != old_print


def test_without_its_key_a_seal_does_not_open(settings):
    settings.PROTECTION_KEY = "first"
    sealed = seal(NUMBER)
    settings.PROTECTION_KEY = "second"
    with pytest.raises(SealBroken, match="key"):
        unseal(sealed)


@given(st.text(max_size=50), st.text(max_size=50))
def test_fingerprints_are_equal_when_the_texts_are(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
    assert len(fingerprint(one)) == 64


def test_nothing_secret_is_in_the_printed_form(settings):
    settings.PROTECTION_KEY = "a very secret word"
    shown = repr(next(protection._keys()))
    assert "secret" not in shown
    assert "index" not in shown
    assert "cipher" not in shown
