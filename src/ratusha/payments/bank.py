"""A demonstration bank: it asks and tells over the protocol of the payment system, as the real one would.

Each outcome is the list of messages that a real bank would send; what was said on both sides is kept for the page.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import erip, rules, service_provider
from .erip import Answer, Request, RequestType
from .pack_file import payments_file

WRONG_BY = Decimal("2.50")


class Outcome(TextChoices):
    PAY = "pay", _("Pay the sum")
    TWICE = "twice", _("Pay, and the bank tells of it twice")
    LESS = "less", _("Pay too little")
    MORE = "more", _("Pay too much")
    GIVE_UP = "give_up", _("Begin and give up")
    LEAVE = "leave", _("Begin and walk away: the sum is held for half an hour")
    LATE = "late", _("Pay, and the bank tells of it forty minutes late")
    TAKE_BACK = "take_back", _("Pay, and the bank takes the payment back")


@dataclass(frozen=True)
class Said:
    """One question and its answer, as they went over the wire."""

    request: str
    answer: str


class Bank:
    """One visit to the bank with one account number."""

    def __init__(self, account: str, *, now: datetime) -> None:
        self.account, self.now = account, now
        self.said: list[Said] = []

    def ask(self, kind: RequestType, *, later: timedelta = timedelta(0), **more: Any) -> Answer:
        """`more`: the other fields of a request."""
        at = self.now + later
        request = Request(
            kind=kind,
            account=self.account,
            currency=payments_file().system.currency_number,
            request_id=secrets.token_hex(6),
            at=timezone.localtime(at).replace(tzinfo=None),
            **more,
        )
        xml = erip.write_request(request)
        told = service_provider.answer(xml, now=at)
        self.said.append(Said(erip.in_lines(xml), erip.in_lines(told)))
        return erip.read_answer(told)

    def debt(self) -> Answer:
        return self.ask(RequestType.SERVICE_INFO)

    def play(self, outcome: Outcome) -> str:
        """Live through an outcome; what went wrong, in the words of the answers, or nothing."""
        asked = self.debt()
        if asked.error or asked.debt is None:
            return asked.error
        transaction_id = secrets.token_hex(8)
        amount = self._sum(outcome, asked.debt)
        begun = self.ask(
            RequestType.TRANSACTION_START, transaction_id=transaction_id, amount=amount
        )
        if begun.error:
            return begun.error
        for answer in self._rest(outcome, transaction_id, begun.own_id, amount):
            if answer.error:
                return answer.error
        return ""

    @staticmethod
    def _sum(outcome: Outcome, debt: Decimal) -> Decimal:
        match outcome:
            case Outcome.LESS:
                return debt - WRONG_BY if debt > WRONG_BY else debt
            case Outcome.MORE:
                return debt + WRONG_BY
            case _:
                return debt

    def _rest(
        self, outcome: Outcome, transaction_id: str, own_id: str, amount: Decimal
    ) -> Iterator[Answer]:
        ids: dict[str, Any] = {"transaction_id": transaction_id, "own_id": own_id}
        match outcome:
            case Outcome.LEAVE:
                return
            case Outcome.GIVE_UP:
                yield self.ask(RequestType.TRANSACTION_RESULT, **ids, error="Отказ плательщика")
            case Outcome.LATE:
                late = rules.LOCK + timedelta(minutes=10)
                yield self.ask(RequestType.TRANSACTION_RESULT, **ids, later=late)
            case _:
                yield self.ask(RequestType.TRANSACTION_RESULT, **ids)
        if outcome is Outcome.TWICE:
            yield self.ask(RequestType.TRANSACTION_RESULT, **ids)
        if outcome is Outcome.TAKE_BACK:
            yield self.ask(RequestType.STORN_START, **ids, amount=amount)
            yield self.ask(RequestType.STORN_RESULT, **ids)
