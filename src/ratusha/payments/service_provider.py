"""Our side of the payment system: a signed question in, a signed answer out. Each kind of question has its act."""

import logging
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.kernel.errors import DomainError
from ratusha.kernel.money import Money
from ratusha.kernel.texts import in_language

from . import erip
from .erip import Answer, Request, RequestType
from .models import Charge
from .pack_file import payments_file
from .services import pay

log = logging.getLogger(__name__)
PROVIDER = "erip"
LANGUAGE = "ru"  # of the screens of banks and cashiers: the encoding and the protocol are theirs
PATIENCE = "5s"  # for a lock; with everything else an answer takes far less than the 14 s that the protocol allows


def answer(xml: bytes, *, now: datetime) -> bytes:
    """The answer to a question whose signature is right. What cannot be done is said in words, never a broken page."""
    with translation.override(LANGUAGE):
        try:
            request = erip.read_request(xml)
        except erip.Malformed:
            return erip.write_answer(Answer(error=_("The request cannot be read.")))
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
                told = _ACTS[request.kind](_of_our_currency(request), now)
        except _OtherCurrency:
            told = Answer(error=_("Only the national currency is taken."))
        except DomainError as error:
            told = Answer(error=error.message)
        except OperationalError:
            log.exception("erip: no answer in time, request %s", request.request_id)
            told = Answer(error=_("We cannot answer now. Try again in a minute."))
        return erip.write_answer(told)


class _OtherCurrency(ValueError):
    pass


def _of_our_currency(request: Request) -> Request:
    if request.currency != payments_file().system.currency_number:
        raise _OtherCurrency(request.currency)
    return request


def signature_of(xml: bytes) -> str:
    return erip.signature(xml, settings.ERIP_SALT)


def is_genuine(xml: bytes, given: str) -> bool:
    return erip.is_signed(xml, given, settings.ERIP_SALT)


def _service_info(request: Request, now: datetime) -> Answer:
    charge = pay.find_charge(request.account)
    pay.require_free(charge, now=now)
    return Answer(
        kind=RequestType.SERVICE_INFO,
        debt=charge.rest.amount,
        surname=charge.payer_name,
        lines=_lines(charge),
    )


def _lines(charge: Charge) -> list[str]:
    """What the payer reads before paying: for what, and how much is paid already."""
    lines = [in_language(charge.purpose, LANGUAGE).text, charge.reference]
    if charge.balance > 0:
        paid = Money(charge.balance, charge.currency)
        lines.append(_("Paid before: %(sum)s") % {"sum": paid.text(LANGUAGE)})
    return lines


def _transaction_start(request: Request, now: datetime) -> Answer:
    payment = pay.start_payment(
        request.account,
        transaction_id=request.transaction_id,
        amount=request.amount or Decimal(0),
        provider=PROVIDER,
        now=now,
    )
    return Answer(
        kind=RequestType.TRANSACTION_START, own_id=str(payment.pk), lines=_lines(payment.charge)
    )


def _transaction_result(request: Request, now: datetime) -> Answer:
    payment = pay.finish_payment(
        request.transaction_id,
        own_id=request.own_id,
        error=request.error,
        provider=PROVIDER,
        now=now,
    )
    return Answer(kind=RequestType.TRANSACTION_RESULT, lines=[payment.get_state_display()])


def _storn_start(request: Request, now: datetime) -> Answer:  # noqa: ARG001 - one shape for all acts
    payment = pay.start_reversal(
        request.transaction_id,
        own_id=request.own_id,
        amount=request.amount or Decimal(0),
        provider=PROVIDER,
        allowed=payments_file().system.storno,
    )
    return Answer(kind=RequestType.STORN_START, own_id=str(payment.pk))


def _storn_result(request: Request, now: datetime) -> Answer:
    payment = pay.finish_reversal(
        request.transaction_id,
        own_id=request.own_id,
        error=request.error,
        provider=PROVIDER,
        allowed=payments_file().system.storno,
        now=now,
    )
    return Answer(kind=RequestType.STORN_RESULT, lines=[payment.get_state_display()])


_ACTS: dict[RequestType, Callable[[Request, datetime], Answer]] = {
    RequestType.SERVICE_INFO: _service_info,
    RequestType.TRANSACTION_START: _transaction_start,
    RequestType.TRANSACTION_RESULT: _transaction_result,
    RequestType.STORN_START: _storn_start,
    RequestType.STORN_RESULT: _storn_result,
}
