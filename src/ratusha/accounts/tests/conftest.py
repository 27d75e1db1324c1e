from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.utils import timezone

from ratusha.accounts import identity
from ratusha.accounts.public import connect_directory, issue_demo_card

NUMBER = "7123456A789PB6"
ALENA = UUID(int=0xA1E)
CARD_FACTS = {
    "names": "Каваленка Алена Пятроўна",
    "birth_date": "14.03.1988",
    "residence": "Мінск, Якуба Коласа, 24",
    "email": "alena@example.by",
}


@pytest.fixture
def directory(monkeypatch):
    """A register of one person, and a body."""
    monkeypatch.setattr(identity, "_directory", identity.directory())
    connect_directory(
        {NUMBER: ALENA}.get,
        lambda party, _language: "Алена К." if party == ALENA else "Ленінскі выканкам",
    )


@pytest.fixture
def card(db, directory):  # noqa: ARG001 - the register and the tables it needs
    return issue_demo_card(ALENA, NUMBER, CARD_FACTS, "135790")


@pytest.fixture
def travel() -> Iterator[Callable[[float], None]]:
    """`travel(31)`: it is half an hour later than at the start of the test."""
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        yield lambda minutes: clock.move_to(start + timedelta(minutes=minutes))
