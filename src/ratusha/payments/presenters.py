"""What pages show of charges, in the reader's language. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.money import Money, in_base_values
from ratusha.kernel.texts import in_language
from ratusha.ui.formats import number

from . import permissions
from .models import Charge, Entry, Refund
from .rules import CLOSED, Status
from .services.give_back import refundable

TAGS = {
    Status.PENDING: "soon",
    Status.PART_PAID: "soon",
    Status.PAID: "ok",
    Status.LAPSED: "late",
    Status.CANCELLED: "quiet",
}


@dataclass(frozen=True)
class Shown:
    """A charge with what its ledger says now; asked once, for a page."""

    charge: Charge
    balance: Money
    rest: Money
    surplus: Money
    held: bool

    @property
    def tag(self) -> str:
        return TAGS[Status(self.charge.status)]

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """What, how it was counted, how much."""
        language = translation.get_language()
        return [
            (
                in_language(line["label"], language).text,
                counted(line),
                Money(Decimal(line["amount"]), self.charge.currency).text(),
            )
            for line in self.charge.lines
        ]


def shown(charge: Charge, now: datetime) -> Shown:
    return Shown(
        charge,
        Money(charge.balance, charge.currency),
        charge.rest,
        charge.surplus,
        charge.is_open and charge.held_by(now) is not None,
    )


def counted(line: dict[str, str]) -> str:
    """0,5 of a base value (one is 45,00 руб.): the snapshot in words."""
    words = {
        "multiple": in_base_values(Decimal(line.get("multiple") or 0)),
        "quantity": number(Decimal(line.get("quantity") or 1)),
    }
    if line.get("base_value"):
        words["base"] = Money(Decimal(line["base_value"]), line["currency"]).text()
        said = _("%(multiple)s (one is %(base)s)") % words
    else:
        said = _("a fixed sum")
    if words["quantity"] != "1":
        said = _("%(said)s, times %(quantity)s") % {"said": said, **words}
    return said


@dataclass(frozen=True)
class RefundRow:
    refund: Refund
    may_approve: bool


def refunds_of(charge: Charge, user: User, on: date) -> list[RefundRow]:
    found = charge.refunds.select_related("ordered_by", "approved_by", "charge")
    return [
        RefundRow(one, one.paid_at is None and permissions.may_approve(user, one, on))
        for one in found
    ]


def ledger_of(charge: Charge) -> list[Entry]:
    return list(charge.entries.select_related("charge", "by"))


def refundable_money(charge: Charge) -> Money:
    return Money(refundable(charge), charge.currency)


def others_to_assign_to(charge: Charge) -> list[Charge]:
    """Open charges of the same reference, where something came that this one does not need."""
    if charge.surplus.amount <= 0:
        return []
    others = Charge.objects.of(charge.reference).exclude(pk=charge.pk).exclude(status__in=CLOSED)
    return [one for one in others if one.rest.amount > 0]
