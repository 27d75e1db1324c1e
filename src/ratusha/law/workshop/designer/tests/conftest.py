from ratusha.applications.tests.conftest import applying, in_belarusian, own_data, state

__all__ = ["applying", "in_belarusian", "own_data", "state"]
