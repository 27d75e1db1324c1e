"""The state that everybody sees first is one that keeps its promises, mostly."""

import re

import pytest

from .pages import look, text_of

pytestmark = pytest.mark.journey
MOST, NOT_ALL = 80.0, 99.9  # per cent: a busy body has some overdue


def test_most_cases_of_the_demonstration_state_are_decided_in_their_term(at_site):
    page = at_site("en", width=320, scripts=False)
    look(page)
    (share,) = re.findall(r"([\d.]+)\s?% of cases in their term", text_of(page))
    assert MOST <= float(share) <= NOT_ALL
