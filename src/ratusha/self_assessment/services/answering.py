"""Answering: what is written is kept, complete or not; what the platform offers a person takes or declines."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.documents.public import keep_file
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.self_assessment.models import Answer, Contact, DeclinedOffer, Edition
from ratusha.self_assessment.offers import Offer, offers
from ratusha.self_assessment.queries import answers_of, form_of, may_answer
from ratusha.self_assessment.questionnaire import Question
from ratusha.self_assessment.rules import (
    Given,
    Origin,
    require_filling,
    require_open,
    require_shape,
)

from .edition import locked


@dataclass(frozen=True)
class Copy:
    """A stored copy of a page or a document that proves an answer."""

    name: str
    content: bytes


def _ready(edition: Edition, number: int, by: User, now: datetime) -> tuple[Edition, Question]:
    edition = locked(edition)
    question = form_of(edition).by_number[number]
    if not may_answer(edition, number, by, timezone.localdate(now)):
        message = _("The owner of this section answers this question.")
        raise NotPermitted("self_assessment.not_your_section", message)
    require_filling(edition.state)
    return edition, question


@transaction.atomic
def answer(
    edition: Edition,
    number: int,
    given: Given,
    *,
    by: User,
    now: datetime,
    copy: Copy | None = None,
    from_offer: str = "",
) -> Answer | Contact:
    """In the words of a person; `from_offer` when they began with what the platform offered and changed it."""
    edition, question = _ready(edition, number, by, now)
    require_open(question, form_of(edition), answers_of(edition))
    require_shape(question, given)
    if question.personal:
        contact, _new = Contact.objects.update_or_create(
            edition=edition, question=number, defaults={"text": given.text, "by": by, "at": now}
        )
        record(
            "self_assessment.contact", "edition", edition.pk, by=by.pk, body=edition.body_id,
            question=number,
        )  # fmt: skip
        return contact
    kept = None
    if copy is not None:
        used = "self_assessment"
        kept = keep_file(content=copy.content, name=copy.name, by=by, now=now, used_in=used)
    elif given.has_copy:
        kept = _newest(edition, number).copy
    offered = _offer(number, from_offer, timezone.localdate(now)) if from_offer else None
    made = Answer.objects.create(
        edition=edition,
        question=number,
        choice=list(given.choice),
        text=given.text,
        links=list(given.links),
        copy=kept,
        opened_on=given.opened_on,
        origin=Origin.EDITED if offered else Origin.TYPED,
        fact=offered.fact if offered else "",
        offered=offered.as_offered() if offered else None,
        as_of=offered.as_of if offered else None,
        by=by,
        at=now,
    )
    _trace("self_assessment.answer", made, by)
    return made


@transaction.atomic
def accept_offers(edition: Edition, keys: list[str], *, by: User, now: datetime) -> list[Answer]:
    """Each as it is offered at this moment, "36:law-36" by "36:law-36"; parents before what they open."""
    made = []
    for key in sorted(set(keys), key=lambda one: int(one.partition(":")[0])):
        number, _colon, fact = key.partition(":")
        made.append(_accept(edition, int(number), fact, by=by, now=now))
    return made


def _accept(edition: Edition, number: int, fact: str, *, by: User, now: datetime) -> Answer:
    edition, question = _ready(edition, number, by, now)
    require_open(question, form_of(edition), answers_of(edition))
    offered = _offer(number, fact, timezone.localdate(now))
    require_shape(question, offered.given)
    made = Answer.objects.create(
        edition=edition,
        question=number,
        choice=list(offered.given.choice),
        text=offered.given.text,
        links=list(offered.given.links),
        opened_on=offered.given.opened_on,
        origin=Origin.ACCEPTED,
        fact=fact,
        offered=offered.as_offered(),
        as_of=offered.as_of,
        by=by,
        at=now,
    )
    _trace("self_assessment.accept_offer", made, by)
    return made


@transaction.atomic
def decline_offer(
    edition: Edition, number: int, fact: str, reason: str, *, by: User, now: datetime
) -> DeclinedOffer:
    edition, _question = _ready(edition, number, by, now)
    offered = _offer(number, fact, timezone.localdate(now))
    declined = DeclinedOffer.objects.create(
        edition=edition, question=number, fact=fact, offered=offered.as_offered(), reason=reason, by=by,
        at=now,
    )  # fmt: skip
    record(
        "self_assessment.decline_offer", "edition", edition.pk, by=by.pk, body=edition.body_id,
        question=number, fact=fact,
    )  # fmt: skip
    return declined


def _offer(number: int, fact: str, on: date) -> Offer:
    found = next((one for one in offers(on, questions={number}) if one.fact == fact), None)
    if found is None:
        message = _("The platform does not offer this any more. Look at the question again.")
        raise RuleBroken("self_assessment.no_offer", message)
    return found


def _newest(edition: Edition, number: int) -> Answer:
    newest = Answer.objects.filter(edition=edition, question=number).last()
    if newest is None:
        raise RuleBroken("self_assessment.no_copy", _("Add the copy again."), field="copy")
    return newest


def _trace(action: str, made: Answer, by: User) -> None:
    record(
        action, "edition", made.edition_id, by=by.pk, body=made.edition.body_id,
        question=made.question, fact=made.fact,
    )  # fmt: skip
