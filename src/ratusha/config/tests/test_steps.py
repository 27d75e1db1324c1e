"""What is done to make a state ready."""

from unittest import mock

from django.utils.translation import gettext, override, trans_real

from ratusha.config import messages, steps

WORDS = "everything rare together"


def test_words_compiled_now_are_the_words_of_this_process_too():
    """What the demonstration writes down in the language of the site had stayed English in a state made anew."""
    with override("be"), mock.patch.object(messages, "compile_all"):
        right = gettext(WORDS)
        trans_real.catalog()._catalog[WORDS] = "read before it was compiled"
        assert gettext(WORDS) == "read before it was compiled"
        steps.compile_messages()
    with override("be"):
        assert gettext(WORDS) == right != WORDS
