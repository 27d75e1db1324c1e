from collections.abc import Callable, Iterator

import pytest
from django.utils import translation

from .state import HOUSEHOLD, Applying, LivingState, living_state


@pytest.fixture(scope="package")
def state(django_db_setup, django_db_blocker) -> Iterator[LivingState]:  # noqa: ARG001 - wanted first
    with django_db_blocker.unblock(), living_state() as made:
        yield made


@pytest.fixture
def applying(state, db) -> Callable[..., Applying]:  # noqa: ARG001 - each test in its own transaction
    """`applying(BENEFIT, "dzmitry").lodged()`; Alena and the certificate when nothing else is said."""

    def make(code: str = HOUSEHOLD, who: str = "alena", **more: str) -> Applying:
        return Applying(state, code, who, **more)

    return make


@pytest.fixture(autouse=True)
def in_belarusian():
    """A page that was asked for in another language leaves that language behind."""
    with translation.override("be"):
        yield


@pytest.fixture(autouse=True)
def own_data(settings, tmp_path):
    """Keys of seals and kept files of a test are its own."""
    settings.DATA = tmp_path
