"""Dated duties of the register: to answer about a system, to confirm a card, to tell what a training has changed.

Silence stands in the calendar, late for ever.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.texts import Text
from ratusha.obligations import public as obligations
from ratusha.systems.law import law, registrar
from ratusha.systems.models import Asked, Filing, System, TrainingLine
from ratusha.systems.rules import Status, confirm_by
from ratusha.ui.addresses import address_of

ROOM = "systems"
RULE = "systems.answer"
CONFIRM = "systems.confirm"
EFFECT = "systems.effect"
LONGEST_TITLE = 300
DAYS_AHEAD = 60  # the first reminder
OF_A_CARD = ("number", "owner_id", "is_open", "confirmed_on", "awaits_owner_since", "told__name")


def _titled(words: Text, names: Text) -> Text:
    any_name = next(iter(names.values()))
    return {
        language: f"{said}: {names.get(language, any_name)}"[:LONGEST_TITLE]
        for language, said in words.items()
    }


def declare(filing: Filing, asked: Iterable[Asked], *, by: User, now: datetime) -> None:
    """Towards the registrar, who waits for the answers."""
    title = _titled(law().duty, filing.told["name"])
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


def ask_to_confirm(now: datetime) -> int:
    """Timed, each night: whose card must soon be confirmed owes it (G08); how many duties are new.

    Nobody is late on the night that first asks: there is always as long as for a card that was taken in.
    """
    today = timezone.localdate(now)
    soonest = today + timedelta(days=law().taken_in_days)
    known = set(obligations.Obligation.objects.filter(rule=CONFIRM).values_list("about", "period"))
    new = 0
    for card in System.objects.exclude(status=Status.ARCHIVED).values_list(*OF_A_CARD, named=True):
        confirm_on = confirm_by(
            card.confirmed_on, card.awaits_owner_since,
            months=law().confirm_months, days=law().taken_in_days,
        )  # fmt: skip
        is_near = confirm_on <= today + relativedelta(days=DAYS_AHEAD)
        period = confirm_on.isoformat()
        if is_near and (card.number, period) not in known:
            _declare_confirming(card, period, max(confirm_on, soonest), now)
            new += 1
    return new


def _declare_confirming(card: Any, period: str, due_on: date, now: datetime) -> None:
    """Of a system for service use the calendar tells the number alone."""
    names = {code: f"{card.number}, {name}" for code, name in card.told__name.items()}
    obligations.declare(
        rule=CONFIRM, subject_id=card.owner_id, to_id=registrar().pk, period=period,
        title=_titled(law().confirm_duty, names if card.is_open else {"": card.number}),
        source=law().parameters_source, due_on=due_on, by=None, now=now, room=ROOM, about=card.number,
    )  # fmt: skip


def confirmed(system: System, *, words: str, by: User, now: datetime) -> None:
    """The owner has looked at the card, in whatever way: what was owed of it is there."""
    owed = obligations.Obligation.objects.filter(rule=CONFIRM, about=system.number).to_do()
    for one in owed:
        obligations.submit(one.pk, evidence=words, by=by, now=now, room=ROOM)


def accept_confirmed(system: System, *, by: User, now: datetime) -> None:
    """The registrar has read the changed card and taken it."""
    given = obligations.Obligation.objects.filter(rule=CONFIRM, about=system.number)
    for one in given.filter(standing="submitted").exclude(handed_in_by=by):
        obligations.accept(one.pk, by=by, now=now, room=ROOM)


def declare_effect(line: TrainingLine, *, by: User, now: datetime) -> None:
    """Some months after a training its office says what is different."""
    assert line.done_on is not None, "it has just been finished"  # noqa: S101 - who calls has seen it
    opens_on = effect_from(line.done_on)
    due_on = opens_on + relativedelta(months=law().effect_term_months)
    obligations.declare(
        rule=EFFECT, subject_id=line.office.body_id, to_id=registrar().pk, period=str(due_on.year),
        title=_titled(law().effect_duty, {"": line.course}), source=law().parameters_source,
        opens_on=opens_on, due_on=due_on, by=by, now=now, room=ROOM, about=str(line.pk),
    )  # fmt: skip


def effect_from(done_on: date) -> date:
    """The first day on which it can be known."""
    return done_on + relativedelta(months=law().effect_months)


def effect_told(line: TrainingLine, *, by: User, now: datetime) -> None:
    """What was finished before there was such a duty has none."""
    owed = obligations.Obligation.objects.filter(rule=EFFECT, about=str(line.pk)).to_do()
    for one in owed:
        obligations.submit(one.pk, evidence=line.effect, by=by, now=now, room=ROOM)


def address_of_duty(duty: obligations.Obligation) -> str:
    """Where the body does what it owes."""
    if duty.rule == CONFIRM:
        return address_of("systems:of_system", duty.about, "confirm")
    if duty.rule == EFFECT:
        return address_of("systems:training_act", UUID(duty.about), "effect")
    filing = Asked.objects.values_list("filing", flat=True).get(pk=duty.about)
    return address_of("systems:filing", filing)
