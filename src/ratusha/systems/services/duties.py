"""To answer about a system is a dated duty of each approver: silence stands in the calendar, late for ever."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.obligations import public as obligations
from ratusha.systems.law import law, registrar
from ratusha.systems.models import Asked, Filing
from ratusha.ui.addresses import address_of

ROOM = "systems"
RULE = "systems.answer"
LONGEST_TITLE = 300


def declare(filing: Filing, asked: Iterable[Asked], *, by: User, now: datetime) -> None:
    """Towards the registrar, who waits for the answers."""
    names: dict[str, str] = filing.told["name"]
    any_name = next(iter(names.values()))
    title = {
        language: f"{words}: {names.get(language, any_name)}"[:LONGEST_TITLE]
        for language, words in law().duty.items()
    }
    for one in asked:
        obligations.declare(
            rule=RULE, subject_id=one.body_id, to_id=registrar().pk, period=str(one.due_on.year), title=title,
            source=law().term_source, due_on=one.due_on, by=by, now=now, room=ROOM, about=str(one.pk),
        )  # fmt: skip


def fulfil(asked: Asked, *, words: str, by: User, now: datetime) -> None:
    """What was asked before there was a calendar of duties has none there."""
    found = obligations.find(RULE, asked.body_id, str(asked.due_on.year), str(asked.pk))
    if found is not None and found.is_to_do:
        obligations.submit(found.pk, evidence=words, by=by, now=now, room=ROOM)


def fall_away(filing: Filing, *, by: User, now: datetime) -> None:
    """The round is over without these answers: nobody can give them any more. What was late stays late."""
    for one in filing.asked.filter(round=filing.round, answer=""):
        fulfil(
            one, words=_("The round ended before: no answer is needed any more."), by=by, now=now
        )


def accept(filing: Filing, *, by: User, now: datetime) -> None:
    """The registrar has read the answers of this round."""
    asked = [str(one.pk) for one in filing.asked.filter(round=filing.round)]
    waiting = obligations.Obligation.objects.filter(
        rule=RULE, about__in=asked, standing="submitted"
    )
    for one in waiting.exclude(handed_in_by=by):
        obligations.accept(one.pk, by=by, now=now, room=ROOM)


def address_of_duty(duty: obligations.Obligation) -> str:
    """The filing that waits for the body's answer."""
    filing = Asked.objects.values_list("filing", flat=True).get(pk=duty.about)
    return address_of("systems:filing", filing)
