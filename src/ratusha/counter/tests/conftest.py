"""The small state of the tests of applications, seen from the counter."""

import pytest

from ratusha.accounts.public import User
from ratusha.applications.tests.conftest import applying, in_belarusian, own_data, state
from ratusha.applications.tests.state import NOW
from ratusha.counter.services.queue import call_next, take_ticket
from ratusha.counter.services.visit import check_identity

__all__ = ["applying", "in_belarusian", "own_data", "state"]
DOCUMENT = "BY7120441"  # Alena's card


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def official(state, db) -> User:  # noqa: ARG001 - each test in its own transaction
    return User.objects.get(pk=state.officials["counter"].pk)


@pytest.fixture
def body(state):
    return state.bodies["counter"].pk


@pytest.fixture
def called(official, body):
    take_ticket(body, by=official, now=NOW)
    return call_next(body, "3", by=official, now=NOW)


@pytest.fixture
def visit(called, official):
    """Alena stands at the window, checked and agreeing."""
    return check_identity(
        called.pk, document_number=DOCUMENT, stands_here=True, agrees=True, by=official, now=NOW
    )
