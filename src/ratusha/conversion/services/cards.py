"""Drawing a card, sending it to be agreed, agreeing, switching on."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.conversion.counting import findings_of, holding_back
from ratusha.conversion.depth import depth_of
from ratusha.conversion.law import law
from ratusha.conversion.models import Agreement, Card, Side, Stage
from ratusha.conversion.permissions import AGREE, DRAW
from ratusha.conversion.ways import (
    NOTHING_TOLD,
    Told,
    agree_by,
    burden,
    read_steps,
    require_converted,
    require_lighter,
    require_source,
)
from ratusha.conversion.work import OPEN, require_ready
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.words import require_words
from ratusha.parties.public import find_body
from ratusha.procedures.public import Edition, edition_in_force, in_force, procedure_list

from . import duties

LONGEST_ACT = 300


def require(by: User, permission: str, body_id: UUID, now: datetime) -> None:
    if not by.may(permission, body_id, on=timezone.localdate(now)):
        raise NotPermitted("conversion.not_yours", _("You may not do this for this body."))


def locked(card: Card, *stages: Stage) -> Card:
    found = Card.objects.select_for_update().get(pk=card.pk)
    if found.stage not in stages:
        raise Conflict("conversion.moved_on", _("The card has moved on. Look at it again."))
    return found


@transaction.atomic
def draw(
    procedure: str,
    *,
    variant: str,
    as_is: str,
    to_be: str,
    acts: str,
    body_id: UUID,
    by: User,
    now: datetime,
    told: Told = NOTHING_TOLD,
) -> Card:
    """The way as it is and as it is to be; what is drawn anew is the next card of the procedure."""
    require(by, DRAW, body_id, now)
    edition_in_force(procedure, timezone.localdate(now))
    before, after = read_steps(as_is, "as_is"), read_steps(to_be, "to_be")
    require_lighter(burden(before), burden(after))
    require_source(told)
    earlier = Card.objects.select_for_update().filter(procedure=procedure)
    if earlier.filter(stage__in=OPEN).exists():
        message = _("Another card of this procedure is open. Finish it first.")
        raise Conflict("conversion.open_card", message)
    made = Card.objects.create(
        procedure=procedure,
        number=earlier.count() + 1,
        body_id=body_id,
        variant=variant,
        as_is=[asdict(one) for one in before],
        to_be=[asdict(one) for one in after],
        acts=acts,
        told_volume=told.volume,
        told_complaints=told.complaints,
        told_cost=told.cost,
        told_source=told.source.strip(),
        drawn_by=by,
        drawn_at=now,
    )
    for one in earlier.filter(stage=Stage.DISAGREED):
        duties.accept(one, by=by, now=now)
    record("conversion.draw", "card", made.pk, by=by.pk, body=body_id, procedure=procedure)
    return made


@transaction.atomic
def send(card: Card, *, by: User, now: datetime) -> Card:
    """To the regulator and the ministry concerned, who have three working days (resolution No. 646)."""
    card = locked(card, Stage.DRAFT)
    require(by, DRAW, card.body_id, now)
    card.stage, card.sent_at = Stage.AGREEING, now
    today = timezone.localdate(now)
    card.agree_by = agree_by(today, law().agreement_days, national_calendar())
    card.save(update_fields=["stage", "sent_at", "agree_by"])
    bodies = {body for body in asked(card).values() if body is not None}
    duties.declare(card, bodies, by=by, now=now)
    record("conversion.send", "card", card.pk, by=by.pk, body=card.body_id)
    return card


def asked(card: Card) -> dict[Side, UUID | None]:
    """Which body speaks for each side."""
    of_list = card.procedure.partition("/")[0]
    concerned = law().concerned.get(audience_of(card.procedure), "")
    regulator = law().regulator(of_list, chapter_of(card.procedure))
    codes = {Side.REGULATOR: regulator, Side.CONCERNED: concerned}
    bodies = {side: find_body(code) for side, code in codes.items()}
    return {side: body.pk if body else None for side, body in bodies.items()}


def audience_of(procedure: str) -> str:
    """Citizens or business, by the list that the row is in."""
    lists = {one.code: one.audience for one in procedure_list()}
    return lists[procedure.partition("/")[0]]


def chapter_of(procedure: str) -> int:
    newest = Edition.objects.filter(procedure=procedure).select_related("procedure__chapter")
    number: int = newest.latest("number").procedure.chapter.number
    return number


@transaction.atomic
def speak(
    card: Card, side: Side, *, agrees: bool, words: str, by: User, now: datetime
) -> Agreement:
    """One side agrees, or says why not; the second word decides the card."""
    card = locked(card, Stage.AGREEING)
    body = asked(card)[side]
    if body is None:
        raise RuleBroken("conversion.nobody_asked", _("No body speaks for this side."))
    require(by, AGREE, body, now)
    if by.pk == card.drawn_by_id:
        message = _("You have drawn this card yourself. Somebody else agrees to it.")
        raise NotPermitted("conversion.own_card", message)
    if not agrees and not words:
        raise RuleBroken("conversion.no_reason", _("Say why not."), field="words")
    if card.agreements.filter(side=side).exists():
        raise Conflict("conversion.spoken", _("This side has spoken already."))
    said = Agreement.objects.create(
        card=card, side=side, agrees=agrees, words=words, by=by, at=now
    )  # fmt: skip
    words_of = dict(card.agreements.values_list("side", "agrees"))
    if not agrees:
        card.stage = Stage.DISAGREED
    elif len(words_of) == len(Side):
        card.stage = Stage.AGREED
    card.save(update_fields=["stage"])
    _fulfil_if_last(card, body, by=by, now=now)
    record(
        "conversion.speak", "card", card.pk, by=by.pk, body=body, side=str(side), agrees=agrees
    )  # fmt: skip
    return said


def _fulfil_if_last(card: Card, body: UUID, *, by: User, now: datetime) -> None:
    """A body that speaks for both sides has done its duty with its second word, or with a no."""
    spoken = dict(card.agreements.values_list("side", "agrees"))
    mine = [side for side, one in asked(card).items() if one == body]
    if card.stage == Stage.DISAGREED or all(side in spoken for side in mine):
        said = ", ".join(str(Side(side).label) for side in mine if side in spoken)
        duties.fulfil(card, body, words=said, by=by, now=now)


@transaction.atomic
def switch_on(card: Card, *, act: str, by: User, now: datetime) -> Card:
    """The new way works, as the procedure in force shows; the old one is kept with help at the counter."""
    card = locked(card, *OPEN)
    require(by, DRAW, card.body_id, now)
    require_ready(card.stage, card.variant)
    act = require_words(
        act, code="conversion.no_act", field="act", missing=_("Name the act that has made it so."),
        longest=LONGEST_ACT,
    )  # fmt: skip
    today = timezone.localdate(now)
    edition = in_force(today).filter(procedure_id=card.procedure).first()
    depth = depth_of(edition.promise) if edition else None
    found = findings_of(edition, cases=1, on=today) if edition else []
    require_converted(card.variant, depth, holding_back(found))
    card.stage, card.switched_on_at, card.act = Stage.SWITCHED_ON, now, act
    card.save(update_fields=["stage", "switched_on_at", "act"])
    duties.accept(card, by=by, now=now)
    record("conversion.switch_on", "card", card.pk, by=by.pk, body=card.body_id, act=act)
    return card
