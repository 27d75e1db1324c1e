"""payments.yaml of the pack: what a country sets about paying and giving back."""

from decimal import Decimal
from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text


class System(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The payment system: how it is called, the way to a charge in it, whether a payment can be taken back."""

    name: Text
    path: list[Text]
    currency_number: str
    storno: bool


class RefundRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    second_official_over: Decimal
    source: str
    confidence: str


class PaymentsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    system: System
    pay_within: str
    refunds: RefundRules
    source: str
    confidence: str


@cache
def payments_file() -> PaymentsFile:
    return msgspec.convert(pack().yaml("payments.yaml"), PaymentsFile)
