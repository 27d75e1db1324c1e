from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client
from PIL import Image

from ratusha.accounts.public import AccessMode, User
from ratusha.accounts.tests.factories import sign_in
from ratusha.applications.tests.state import (
    HOUSEHOLD,
    LATER,
    NOW,
    Applying,
    LivingState,
    living_state,
)
from ratusha.documents.public import keep_file


@pytest.fixture(scope="package")
def state(django_db_setup, django_db_blocker) -> Iterator[LivingState]:  # noqa: ARG001 - wanted first
    with django_db_blocker.unblock(), living_state() as made:
        yield made


@pytest.fixture(autouse=True)
def _afternoon(state, db) -> Iterator[None]:  # noqa: ARG001
    with time_machine.travel(LATER, tick=True):
        yield


@pytest.fixture(autouse=True)
def _own_data(settings, tmp_path) -> None:
    settings.DATA = tmp_path


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


@pytest.fixture
def applying(state) -> Callable[..., Applying]:
    return lambda code=HOUSEHOLD, who="alena", **more: Applying(state, code, who, **more)


@pytest.fixture
def as_citizen(state) -> Callable[..., Client]:
    """`as_citizen("alena")`: the browser of a citizen who is strictly signed in."""

    def make(name: str, **options) -> Client:
        return sign_in(Client(**options), fresh(state.citizens[name]), AccessMode.STRICT, "myself")

    return make


@pytest.fixture
def as_official(state) -> Callable[..., Client]:
    def make(code: str, **options) -> Client:
        body = state.bodies[code].pk
        return sign_in(Client(**options), fresh(state.officials[code]), AccessMode.STRICT, body)

    return make


@pytest.fixture
def scan(tmp_path) -> bytes:
    file = tmp_path / "scan.png"
    Image.new("RGB", (40, 60), "white").save(file)
    return file.read_bytes()


@pytest.fixture
def kept(state, scan):
    alena = state.citizens["alena"]
    return keep_file(content=scan, name="scan.png", by=alena, now=NOW, used_in="application")
