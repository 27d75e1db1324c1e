"""The software ID card: number, PIN, PUK. It shows how strict sign-in feels; it proves nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from stdnum import luhn

from ratusha.accounts.events import CardLocked
from ratusha.accounts.identity import Ticket
from ratusha.accounts.models import DemonstrationCard, Tries
from ratusha.accounts.rules import MANDATORY, Scope, tries_left
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.kernel.identifiers import check_personal_number
from ratusha.kernel.protection import fingerprint, seal, unseal

from .tries import TooManyTries, address_key, claim_tries, return_tries

CONTEXT = "accounts.demonstration_card"
NUMBER_DIGITS = 12
PUK_DIGITS = 10
EXPIRES_ON = date(2036, 12, 31)


@dataclass(frozen=True)
class IssuedCard:
    """What would be printed on the plastic and in the envelope."""

    number: str
    pin: str
    puk: str


def digits_of(text: str, count: int) -> str:
    """Always the same digits for the same text, so that a demonstration prints the same cards again."""
    return str(int(fingerprint(text), 16))[-count:]


def number_key(number: str) -> str:
    return fingerprint("card:" + "".join(sign for sign in number if sign.isdecimal()))


@transaction.atomic
def issue_demo_card(
    party_id: UUID,
    personal_number: str,
    attributes: Mapping[str, str],
    pin: str,
    *,
    expires_on: date = EXPIRES_ON,
) -> IssuedCard:
    """A card for this party; issued again it replaces the old one of the same number."""
    personal_number = check_personal_number(personal_number).value
    body = digits_of("card number:" + personal_number, NUMBER_DIGITS - 1)
    number = body + luhn.calc_check_digit(body)
    puk = digits_of("card puk:" + personal_number, PUK_DIGITS)
    facts = {
        "personal_number": seal(personal_number, context=CONTEXT),
        "attributes": seal(json.dumps(dict(attributes), ensure_ascii=False), context=CONTEXT),
        "party_id": party_id,
        "pin": make_password(pin),
        "puk": make_password(puk),
        "expires_on": expires_on,
        "locked_at": None,
    }
    key = number_key(number)
    card, _created = DemonstrationCard.objects.update_or_create(number=key, defaults=facts)
    Tries.objects.filter(scope__in=[Scope.CARD, Scope.PUK], key=key).delete()
    record("card.issue", "demonstration_card", card.pk, by=None)
    return IssuedCard(f"{number[:4]} {number[4:8]} {number[8:]}", pin, puk)


def check_pin(number: str, pin: str, *, address: str, now: datetime) -> DemonstrationCard:
    """The card, if the PIN is its own. A number that no card has counts its tries and locks like one that has."""
    key = number_key(number)
    tries = [(Scope.ADDRESS, address_key(address)), (Scope.CARD, key)]
    counts = claim(tries, now=now, closed=LockedCard)
    card = DemonstrationCard.objects.filter(number=key).first()
    if card is None:
        make_password(pin)  # as long as a check takes
    elif check_password(pin, card.pin):
        return_tries(tries)
        return card
    left = tries_left(Scope.CARD, counts[Scope.CARD])
    if not left:
        if card:
            lock_card(card.pk, now=now)
        raise LockedCard
    message = ngettext(
        "The card number or the PIN is wrong. %(count)s try is left, then the card locks.",
        "The card number or the PIN is wrong. %(count)s tries are left, then the card locks.",
        left,
    )
    raise RuleBroken("card.wrong", message % {"count": left})


def unlock_with_puk(number: str, puk: str, new_pin: str, *, address: str, now: datetime) -> None:
    """A new PIN against the PUK; ten wrong ones, and this card is never used again."""
    key = number_key(number)
    tries = [(Scope.ADDRESS, address_key(address)), (Scope.PUK, key)]
    claim(tries, now=now, closed=DeadCard)
    card = DemonstrationCard.objects.filter(number=key).first()
    if card is None:
        make_password(puk)
    elif check_password(puk, card.puk):
        return_tries([*tries, (Scope.CARD, key)])
        give_pin(card.pk, new_pin)
        return
    raise RuleBroken("card.puk_wrong", _("The card number or the PUK code is wrong."))


def claim(
    tries: list[tuple[Scope, str]], *, now: datetime, closed: "type[LockedCard | DeadCard]"
) -> dict[Scope, int]:
    try:
        return claim_tries(tries, now=now)
    except TooManyTries as error:
        if error.scope is Scope.ADDRESS:
            raise
        raise closed() from error


class LockedCard(RuleBroken):
    def __init__(self) -> None:
        message = _("The card is locked after three wrong PINs. Unlock it with the PUK code.")
        super().__init__("card.locked", message)


class DeadCard(RuleBroken):
    def __init__(self) -> None:
        message = _(
            "There were ten wrong PUK codes: this card cannot be unlocked any more. You need a new one."
        )
        super().__init__("card.dead", message)


@transaction.atomic
def lock_card(card_id: UUID, *, now: datetime) -> None:
    card = DemonstrationCard.objects.select_for_update().get(pk=card_id)
    if card.locked_at is None:
        card.locked_at = now
        card.save(update_fields=["locked_at"])
        record("card.lock", "demonstration_card", card.pk, by=None)
        publish(CardLocked(card_id=card.pk, party_id=card.party_id, at=now))


@transaction.atomic
def give_pin(card_id: UUID, pin: str) -> None:
    card = DemonstrationCard.objects.select_for_update().get(pk=card_id)
    card.pin, card.locked_at = make_password(pin), None
    card.save(update_fields=["pin", "locked_at"])
    record("card.unlock", "demonstration_card", card.pk, by=None)


class DemonstrationCards:
    """The provider of `accounts.identity` behind the software card."""

    code = "demonstration_card"
    name = gettext_lazy("ID card")
    note = gettext_lazy(
        "A software card for the demonstration: its number and a PIN of six digits."
    )
    page = "accounts:sign_in_card"
    demonstration = True

    def offers(self, handle: str) -> frozenset[str]:
        return MANDATORY | self.attributes(DemonstrationCard.objects.get(pk=handle)).keys()

    def release(self, handle: str, attributes: frozenset[str], *, now: datetime) -> Ticket:
        card = DemonstrationCard.objects.get(pk=handle)
        if card.locked_at:
            raise LockedCard
        if card.expires_on < timezone.localtime(now).date():
            message = _("The card is out of date. Use the password, or get a new card.")
            raise RuleBroken("card.out_of_date", message)
        known = self.attributes(card)
        released = {code: text for code, text in known.items() if code in attributes}
        return Ticket(unseal(card.personal_number, context=CONTEXT), released)

    def attributes(self, card: DemonstrationCard) -> dict[str, str]:
        found: dict[str, str] = json.loads(unseal(card.attributes, context=CONTEXT))
        return found
