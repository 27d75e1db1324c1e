"""The steps between the agreement and switching on: what was done is written down, and the card goes on or back."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.conversion.models import Agreement, Card, Work, WorkKind
from ratusha.conversion.permissions import DRAW
from ratusha.conversion.work import OPEN, require_day, require_in_turn, stage_after
from ratusha.kernel.dates import local_day
from ratusha.kernel.words import require_words

from . import duties
from .cards import locked, require

LONGEST_WHO, LONGEST_RESULT = 300, 4000


@transaction.atomic
def work_done(
    card: Card, kind: WorkKind, *, on: date, who: str, result: str, goes_on: bool, by: User, now: datetime
) -> Work:  # fmt: skip
    """A meeting of the working group, a development or a test, by the body that has drawn the card."""
    card = locked(card, *OPEN)
    require(by, DRAW, card.body_id, now)
    require_in_turn(kind, card.stage, card.variant)
    require_day(on, since=_last_day(card), today=timezone.localdate(now))
    who = require_words(
        who, code="conversion.who", field="who", missing=_("Write who has done it."), longest=LONGEST_WHO
    )  # fmt: skip
    result = require_words(
        result, code="conversion.result", field="result", missing=_("Write what came of it."),
        longest=LONGEST_RESULT,
    )  # fmt: skip
    done = Work.objects.create(
        card=card, kind=kind, on=on, who=who, result=result, goes_on=goes_on, by=by, at=now
    )
    card.stage = stage_after(kind, card.stage, goes_on=goes_on)
    card.save(update_fields=["stage"])
    duties.accept(card, by=by, now=now)
    record(
        "conversion.work", "card", card.pk, by=by.pk, body=card.body_id, kind=str(kind), goes_on=goes_on
    )  # fmt: skip
    return done


def _last_day(card: Card) -> date:
    """When the step before was over: the last word of the agreement, or the last work."""
    last = card.works.last()
    if last is not None:
        return last.on
    return local_day(Agreement.objects.filter(card=card).latest("at").at)
