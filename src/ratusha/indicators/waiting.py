"""What waits for a person in collections: told on the home page of digital development."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ratusha.accounts.public import User
from ratusha.ui.addresses import address_of

from .collection_rules import WRITTEN, State
from .models import Answer, Collection
from .permissions import ANSWER, LEAD, PUBLISH, VERIFY


@dataclass(frozen=True)
class Waiting:
    text: str
    address: str


def waiting_for(user: User, body_id: UUID | None, on: date) -> list[Waiting]:
    """At the body they act for; collections that are published wait for nobody."""
    if body_id is None:
        return []
    running = Collection.objects.filter(published_at=None)
    found = []
    for one in running:
        answers = Answer.objects.filter(task__collection=one)
        address = address_of("indicators:collection", one.code)
        mine = [
            (ANSWER, _written(answers.filter(task__body_id=body_id, state__in=WRITTEN).count())),
            (VERIFY, _verified(answers.filter(state__in=[State.VERIFYING, State.AUTO_FLAGGED]).count())),
            (LEAD, _settled(answers.filter(state=State.DISPUTED).count())),
            (PUBLISH, _("A collection is put together: approve and publish it.") if one.together_at else ""),
        ]  # fmt: skip
        found += [
            Waiting(text, address)
            for permission, text in mine
            if text and user.may(permission, body_id, on=on)
        ]
    return found


def _written(number: int) -> str:
    if not number:
        return ""
    said = ngettext(
        "%(number)s figure is to be written", "%(number)s figures are to be written", number
    )
    return said % {"number": number}


def _verified(number: int) -> str:
    if not number:
        return ""
    said = ngettext(
        "%(number)s figure is to be verified", "%(number)s figures are to be verified", number
    )
    return said % {"number": number}


def _settled(number: int) -> str:
    if not number:
        return ""
    said = ngettext(
        "%(number)s dispute is to be settled", "%(number)s disputes are to be settled", number
    )
    return said % {"number": number}
