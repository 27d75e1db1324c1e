"""The small state of the tests of applications, apart from the tests that load the whole catalogue."""

from ratusha.applications.tests.conftest import applying, in_belarusian, own_data, state

__all__ = ["applying", "in_belarusian", "own_data", "state"]
