"""The small state of the tests of applications, seen from a life."""

import pytest

from ratusha.applications.tests.conftest import applying, in_belarusian, own_data, state
from ratusha.applications.tests.state import NOW

__all__ = ["applying", "in_belarusian", "own_data", "state"]


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)
