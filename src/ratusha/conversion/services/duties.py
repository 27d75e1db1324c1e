"""To agree in time is a dated duty of each body that is asked: it stands in the calendar, late for ever."""

from datetime import datetime
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.conversion.law import law
from ratusha.conversion.models import Card
from ratusha.obligations import public as obligations
from ratusha.ui.addresses import address_of

ROOM = "conversion"
RULE = "conversion.agree"


def declare(card: Card, bodies: set[UUID], *, by: User, now: datetime) -> None:
    """Resolution No. 646: each body that is asked owes its word to the body that has drawn the card."""
    assert card.agree_by is not None, "a card that was sent"  # noqa: S101 - its constraint says so
    title = {language: f"{words}: {card}"[:300] for language, words in law().duty.items()}
    for body in sorted(bodies):
        obligations.declare(
            rule=RULE, subject_id=body, to_id=card.body_id, period=str(card.agree_by.year), title=title,
            source=law().agreement_source, due_on=card.agree_by, by=by, now=now, room=ROOM, about=str(card.pk),
        )  # fmt: skip


def fulfil(card: Card, body: UUID, *, words: str, by: User, now: datetime) -> None:
    """The body has said its last word on the card."""
    assert card.agree_by is not None, "a card that was sent"  # noqa: S101 - its constraint says so
    found = obligations.find(RULE, body, str(card.agree_by.year), str(card.pk))
    if found is not None and found.is_to_do:
        obligations.submit(found.pk, evidence=words, by=by, now=now, room=ROOM)


def accept(card: Card, *, by: User, now: datetime) -> None:
    """Whoever goes on with the card has read the answers."""
    waiting = obligations.Obligation.objects.filter(
        rule=RULE, about=str(card.pk), standing="submitted"
    )
    for one in waiting.exclude(handed_in_by=by):
        obligations.accept(one.pk, by=by, now=now, room=ROOM)


def address_of_duty(duty: obligations.Obligation) -> str:
    """The card that waits for the body's word."""
    return address_of("conversion:card", duty.about)
